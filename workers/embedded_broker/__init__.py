"""A single-node, durable broker that speaks the Kafka protocol, for one machine and for tests.

    broker = EmbeddedBroker(Path("data"), port=0)
    await broker.start()
    ...                     # clients connect to broker.bootstrap
    await broker.stop()

It is built from aiokafka's own descriptions of the messages, read from the server's side, and
compared with Apache Kafka by one suite of tests, `tests/broker`.
"""

from .broker import EmbeddedBroker
from .disk import SYNC_POLICIES, SyncPolicy
from .errors import BrokerStartError

__all__ = ("SYNC_POLICIES", "BrokerStartError", "EmbeddedBroker", "SyncPolicy")

"""Real brokers as child processes that tests and benchmarks start, stop, kill and pause.

    with EmbeddedBrokerProcess(tmp_path / "embedded") as broker:
        producer = AIOKafkaProducer(bootstrap_servers=broker.bootstrap)

A restart keeps the folder and the port, so that clients find the broker again.
"""

import sys
from pathlib import Path
from typing import Protocol

from .apache_kafka import ApacheKafka, kafka_available
from .process import BrokerDidNotStartError, BrokerProcess, free_port

__all__ = (
    "ApacheKafka",
    "BrokerDidNotStartError",
    "EmbeddedBrokerProcess",
    "RunningBroker",
    "free_port",
    "kafka_available",
)


class RunningBroker(Protocol):
    """What a test may do to a broker, whichever one it is."""

    @property
    def bootstrap(self) -> str:
        """Address for clients, `host:port`; the same after a restart."""
        ...

    @property
    def pid(self) -> int: ...

    def start(self) -> None: ...

    def stop(self) -> None:
        """Asks the broker to end (SIGTERM) and waits."""
        ...

    def kill(self) -> None:
        """Ends the broker as a crash would (SIGKILL)."""
        ...

    def restart(self) -> None: ...

    def pause(self) -> None:
        """Freezes the broker (SIGSTOP) until `resume`."""
        ...

    def resume(self) -> None: ...


class EmbeddedBrokerProcess(BrokerProcess):
    """`python -m workers.embedded_broker` on a free loopback port."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        """`arguments` are added to the command line, such as `--fsync`."""
        super().__init__(folder)
        self.data = folder / "data"
        self._arguments = arguments

    def command(self) -> list[str]:
        module = [sys.executable, "-m", "workers.embedded_broker"]
        return [*module, "--data", str(self.data), "--port", str(self.port), *self._arguments]

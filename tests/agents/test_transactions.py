import pytest
from aiokafka.errors import ProducerFenced
from faust.types.tuples import TP

from workers.adapters.kafka.connection import KafkaConnection
from workers.agents.transactions import Transactions, WriteOptions


class FencedProducer:
    """aiokafka's producer whose transaction the broker has ended."""

    def __init__(self) -> None:
        self.client = self
        self.stopped = self.closed = False

    async def begin_transaction(self) -> None:
        pass

    async def send_offsets_to_transaction(self, *_: object) -> None:
        raise ProducerFenced

    async def abort_transaction(self) -> None:
        raise AssertionError("FATAL_ERROR is no state to abort from")

    async def stop(self) -> None:
        self.stopped = True

    async def close(self) -> None:
        self.closed = True


async def test_a_writer_whose_transaction_was_ended_lets_go_without_aborting() -> None:
    options = WriteOptions(KafkaConnection("127.0.0.1:1"), "copydesk-normalize", 30.0, None)
    writer, producer = Transactions(options, TP("raw-posts", 2)), FencedProducer()
    writer._producer = producer  # the seam of this one test
    with pytest.raises(ProducerFenced):
        await writer.write([], 7)
    await writer.close()
    assert producer.stopped
    assert producer.closed

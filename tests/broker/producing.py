"""A transactional producer played by hand, one request at a time."""

import asyncio
from dataclasses import dataclass
from typing import Any

from workers.embedded_broker.errors import ErrorCode
from workers.embedded_broker.versions import ApiKey

from .membership import Player, offsets_of
from .raw import Connection, batch, produce_body, produced

TIMEOUT_MS = 60_000
# Kafka finishes a transaction a moment after it answered, and finds its coordinator a moment
# after it started: 14 is COORDINATOR_LOAD_IN_PROGRESS, 16 NOT_COORDINATOR.
_NOT_YET = (
    ErrorCode.CONCURRENT_TRANSACTIONS,
    ErrorCode.COORDINATOR_NOT_AVAILABLE,
    14,
    16,
)


@dataclass(frozen=True, slots=True)
class HandProducer:
    """A producer with the id and epoch that it was given."""

    connection: Connection
    transactional_id: str
    producer_id: int
    epoch: int

    async def add_partition(self, topic: str) -> int:
        """The error code for partition 0 of a topic joining the transaction."""
        body = {**self._identity(), "topics": [{"topic": topic, "partitions": [0]}]}
        while True:
            answer = await self.connection.ask(ApiKey.ADD_PARTITIONS_TO_TXN, 1, body)
            code = int(answer.errors[0].partition_errors[0].error_code)
            if code not in _NOT_YET:
                return code

    async def write(self, topic: str, value: bytes, sequence: int) -> int:
        """The error code of one record for partition 0."""
        records = batch(
            value, producer=(self.producer_id, self.epoch, sequence), transactional=True
        )
        body = produce_body(topic, records, transactional_id=self.transactional_id)
        return int((await produced(self.connection, body)).error_code)

    async def begin(self, topic: str, value: bytes, sequence: int = 0) -> None:
        """Writes a transaction's first record."""
        assert await self.add_partition(topic) == 0
        assert await self.write(topic, value, sequence) == 0

    async def add_offset(self, member: Player, topic: str, offset: int) -> int:
        """The error code of a member's offset for partition 0 joining the transaction."""
        body = {**self._identity(), "group_id": member.group}
        answer = await self.connection.ask(ApiKey.ADD_OFFSETS_TO_TXN, 1, body)
        assert answer.error_code == 0
        body |= {
            "generation_id": member.generation,
            "member_id": member.member_id,
            "group_instance_id": member.instance_id,
            "topics": offsets_of(topic, offset),
        }
        answer = await self.connection.ask(ApiKey.TXN_OFFSET_COMMIT, 3, body)
        return int(answer.errors[0].partition_errors[0].error_code)

    async def end(self, *, committed: bool) -> int:
        """The error code of a commit or an abort."""
        body = {**self._identity(), "transaction_result": committed}
        while True:
            answer = await self.connection.ask(ApiKey.END_TXN, 1, body)
            if answer.error_code not in _NOT_YET:
                return int(answer.error_code)

    def _identity(self) -> dict[str, Any]:
        return {
            "transactional_id": self.transactional_id,
            "producer_id": self.producer_id,
            "producer_epoch": self.epoch,
        }


async def hand_producer(
    connection: Connection, transactional_id: str, timeout_ms: int = TIMEOUT_MS
) -> HandProducer:
    """A producer that just started under this id, and fenced whoever had it."""
    producer_id, epoch = await _initialised(connection, transactional_id, timeout_ms)
    return HandProducer(connection, transactional_id, producer_id, epoch)


async def new_producer_id(connection: Connection) -> int:
    """An id for a producer that is idempotent and nothing more."""
    producer_id, epoch = await _initialised(connection, None, TIMEOUT_MS)
    assert epoch == 0
    return producer_id


async def _initialised(
    connection: Connection, transactional_id: str | None, timeout_ms: int
) -> tuple[int, int]:
    body = {"transactional_id": transactional_id, "transaction_timeout_ms": timeout_ms}
    while True:
        answer = await connection.ask(ApiKey.INIT_PRODUCER_ID, 1, body)
        if answer.error_code not in _NOT_YET:
            break
        await asyncio.sleep(0.05)
    assert answer.error_code == 0
    return answer.producer_id, answer.producer_epoch

"""Produce, Fetch and ListOffsets: records in, records out."""

import asyncio
from collections.abc import Mapping
from typing import Any

from .errors import ErrorCode, Refused
from .partition_log import PartitionLog
from .producers import now_ms
from .records import BatchHeader, every_record_has_a_key, produced_batch
from .request import Answer, Handler, Request
from .topics import Topic, TopicCatalogue
from .transactions import TransactionCoordinator
from .versions import ApiKey
from .wire import Fields

_LATEST = -1
_EARLIEST = -2
_READ_COMMITTED = 1


class RecordRequests:
    """Answers what producers and readers of records ask."""

    def __init__(self, topics: TopicCatalogue, transactions: TransactionCoordinator) -> None:
        self._topics = topics
        self._transactions = transactions

    def handlers(self) -> Mapping[ApiKey, Handler]:
        return {
            ApiKey.PRODUCE: self._produce,
            ApiKey.FETCH: self._fetch,
            ApiKey.LIST_OFFSETS: self._list_offsets,
        }

    async def _produce(self, request: Request) -> Answer | None:
        body = request.body
        topics = [
            {
                "topic": topic.topic,
                "partitions": [
                    self._appended(body, topic.topic, part) for part in topic.partitions
                ],
            }
            for topic in body.topics
        ]
        return None if body.required_acks == 0 else {"topics": topics}

    def _appended(self, body: Fields, name: str, part: Fields) -> Answer:
        offset, start, error, message = -1, -1, ErrorCode.NONE, None
        try:
            _check_acks(body.required_acks)
            log = self._topics.partition(name, part.partition)
            batch = part.messages or b""
            header = produced_batch(batch)
            _check_limits(self._topics.topic(name), header, batch)
            self._transactions.check_append(body.transactional_id, header, name, part.partition)
            offset, start = log.append(batch, header), log.start_offset
        except Refused as refusal:
            error, message = refusal.code, refusal.message
        return {
            "partition": part.partition,
            "error_code": error,
            "offset": offset,
            "timestamp": -1,  # the records keep the times that the producer gave them
            "log_start_offset": start,
            "record_errors": (),
            "error_message": message,
        }

    async def _fetch(self, request: Request) -> Answer:
        body = request.body
        loop = asyncio.get_running_loop()
        deadline = loop.time() + body.max_wait_time / 1000
        while True:
            reading = _Reading(self._topics, body)
            remaining = deadline - loop.time()
            if reading.failed or reading.bytes_read >= body.min_bytes or remaining <= 0:
                # No session: every request names all its partitions (KIP-227 allows it).
                return {"error_code": 0, "session_id": 0, "topics": reading.topics}
            await _more(reading, remaining)

    async def _list_offsets(self, request: Request) -> Answer:
        committed_only = getattr(request.body, "isolation_level", 0) == _READ_COMMITTED
        return {
            "topics": [
                {
                    "topic": topic.topic,
                    "partitions": [
                        self._offset_at(topic.topic, part, committed_only=committed_only)
                        for part in topic.partitions
                    ],
                }
                for topic in request.body.topics
            ]
        }

    def _offset_at(self, name: str, part: Fields, *, committed_only: bool) -> Answer:
        error, timestamp, offset = ErrorCode.NONE, -1, -1
        try:
            log = self._topics.partition(name, part.partition)
            if part.timestamp == _LATEST:
                offset = log.end_offset(committed_only=committed_only)
            elif part.timestamp == _EARLIEST:
                offset = log.start_offset
            else:
                found = log.first_not_before(part.timestamp, committed_only=committed_only)
                timestamp, offset = found or (-1, -1)
        except Refused as refusal:
            error = refusal.code
        return {
            "partition": part.partition,
            "error_code": error,
            "timestamp": timestamp,
            "offset": offset,
        }


class _Reading:
    """What there is to read now for one Fetch, within its limits."""

    def __init__(self, topics: TopicCatalogue, body: Fields) -> None:
        self.failed = False
        self.bytes_read = 0
        self.logs: list[PartitionLog] = []
        self._catalogue = topics
        self._limit = body.max_bytes
        self.committed_only = body.isolation_level == _READ_COMMITTED
        self.topics = [
            {
                "topics": topic.topic,
                "partitions": [self._partition(topic.topic, part) for part in topic.partitions],
            }
            for topic in body.topics
        ]

    def _partition(self, name: str, part: Fields) -> Answer:
        answer: dict[str, Any] = {
            "partition": part.partition,
            "error_code": ErrorCode.NONE,
            "highwater_offset": -1,
            "last_stable_offset": -1,
            "log_start_offset": -1,
            "aborted_transactions": None,
            "preferred_read_replica": -1,
            "message_set": b"",
        }
        try:
            log = self._catalogue.partition(name, part.partition)
            answer["highwater_offset"] = log.next_offset
            answer["last_stable_offset"] = log.last_stable_offset
            answer["log_start_offset"] = log.start_offset
            self._read(log, part, answer)
        except Refused as refusal:
            self.failed = True
            answer["error_code"] = refusal.code
        return answer

    def _read(self, log: PartitionLog, part: Fields, answer: dict[str, Any]) -> None:
        offset = part.offset if hasattr(part, "offset") else part.fetch_offset
        if not log.start_offset <= offset <= log.next_offset:
            raise Refused(ErrorCode.OFFSET_OUT_OF_RANGE)
        self.logs.append(log)
        # The first batch is given whole, whatever the limit: a reader must not get stuck.
        limit = self._limit - self.bytes_read
        if self.bytes_read and limit <= 0:
            return
        chunk = log.read(offset, min(part.max_bytes, limit), committed_only=self.committed_only)
        if self.bytes_read and len(chunk.data) > limit:
            return
        self.bytes_read += len(chunk.data)
        answer["message_set"] = chunk.data
        if self.committed_only:
            answer["aborted_transactions"] = [
                {"producer_id": each.producer_id, "first_offset": each.first_offset}
                for each in chunk.aborted
            ]


async def _more(reading: _Reading, seconds: float) -> None:
    """Returns when one of the logs has more to read, and after `seconds` at the latest."""
    event = asyncio.Event()
    for log in reading.logs:
        log.wake_when_longer(event, committed_only=reading.committed_only)
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return
    finally:
        for log in reading.logs:
            log.forget(event)


def _check_acks(required_acks: int) -> None:
    if required_acks not in (-1, 0, 1):
        raise Refused(ErrorCode.INVALID_REQUIRED_ACKS)


def _check_limits(topic: Topic, header: BatchHeader, batch: bytes) -> None:
    if header.size_bytes > topic.max_message_bytes:
        raise Refused(
            ErrorCode.MESSAGE_TOO_LARGE,
            f"a batch of {header.size_bytes} bytes; {topic.name} takes {topic.max_message_bytes}",
        )
    now = now_ms()
    if header.max_timestamp - now > topic.future_limit_ms:
        raise Refused(ErrorCode.INVALID_TIMESTAMP)
    if now - header.first_timestamp > topic.past_limit_ms:
        raise Refused(ErrorCode.INVALID_TIMESTAMP)
    if topic.compacted and not every_record_has_a_key(batch):
        raise Refused(ErrorCode.INVALID_RECORD, f"{topic.name} is compacted: a key is needed")

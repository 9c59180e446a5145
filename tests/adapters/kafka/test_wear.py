from workers.adapters.kafka.reader import LogRecord
from workers.adapters.kafka.wear import Wear

COMPACTED = {"cleanup.policy": "compact,delete", "segment.bytes": "10000", "segment.ms": "5000"}


def record(offset: int = 0, *, size: int = 10, moment: int = 0, partition: int = 0) -> LogRecord:
    return LogRecord("articles", partition, offset, b"k", b"x" * size, (("h", b"v"),), moment)


def worn(configs: dict[str, str], *records: LogRecord, first: int = 0) -> bool:
    wear = Wear(configs)
    for each in records:
        wear.add(each)
    return wear.may_be_compacted({0: first})


def test_a_partition_that_fills_less_than_a_segment_was_never_compacted() -> None:
    assert not worn(COMPACTED, record(), record(1, moment=4_999))


def test_a_partition_that_fills_more_than_a_segment_may_have_been() -> None:
    assert worn(COMPACTED, *(record(n, size=1_000) for n in range(9)))
    spread = [record(n, size=1_000, partition=n) for n in range(9)]
    assert not worn(COMPACTED, *spread), "each partition has a segment of its own"


def test_a_partition_that_spans_more_time_than_a_segment_may_have_been() -> None:
    assert worn(COMPACTED, record(), record(1, moment=5_000))


def test_a_partition_that_has_lost_its_beginning_may_have_been() -> None:
    assert worn(COMPACTED, record(7), first=7)


def test_a_topic_that_is_not_compacted_never_was() -> None:
    plain = {**COMPACTED, "cleanup.policy": "delete"}
    assert not worn(plain, record(), record(1, size=90_000, moment=90_000), first=1)


def test_a_broker_that_does_not_tell_its_segments_has_those_of_kafka() -> None:
    policy = {"cleanup.policy": "compact"}
    assert not worn(policy, record(), record(1, size=90_000, moment=86_400_000))
    assert worn(policy, record(), record(1, moment=7 * 86_400_000))

import pytest
from aiokafka.partitioner import murmur2
from hypothesis import given
from hypothesis import strategies as st

from workers.agents.partitioning import partition_of

# org.apache.kafka.common.utils.UtilsTest.testMurmur2, and the sign that `toPositive` cuts off
JAVA = (
    (b"21", -973932308),
    (b"foobar", -790332482),
    (b"a-little-bit-long-string", -985981536),
    (b"a-little-bit-longer-string", -1486304829),
    (b"lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58897971),
    (b"abc", 479470107),
)


@pytest.mark.parametrize(("key", "hashed"), JAVA)
def test_a_key_goes_where_javas_producer_would_put_it(key: bytes, hashed: int) -> None:
    for partitions in (1, 4, 12, 1000):
        assert partition_of(key, partitions, 0) == (hashed & 0x7FFFFFFF) % partitions


@given(st.binary(max_size=200), st.integers(1, 1000))
def test_a_key_goes_where_aiokafkas_own_producer_would_put_it(key: bytes, partitions: int) -> None:
    assert partition_of(key, partitions, 0) == (murmur2(key) & 0x7FFFFFFF) % partitions


def test_a_record_without_a_key_keeps_the_number_of_its_source_partition() -> None:
    assert partition_of(None, 12, 5) == 5


def test_a_record_without_a_key_fits_into_fewer_partitions() -> None:
    assert partition_of(None, 4, 5) == 1


def test_an_empty_key_is_a_key() -> None:
    assert partition_of(b"", 1000, 5) == (275646681 % 1000)

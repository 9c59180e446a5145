"""Where a record goes: the partition that Java's producer would choose for its key."""

from aiokafka.partitioner import murmur2


def partition_of(key: bytes | None, partitions: int, source_partition: int) -> int:
    """The partition for a key among so many; a record without one keeps its source's number."""
    if key is None:
        return source_partition % partitions
    hashed: int = murmur2(key)
    return (hashed & 0x7FFFFFFF) % partitions

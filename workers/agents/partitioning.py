"""Where a record goes: the partition that Java's producer would choose for its key."""

from murmurhash2 import murmurhash2

JAVA_SEED = 0x9747B28C


def partition_of(key: bytes | None, partitions: int, source_partition: int) -> int:
    """The partition for a key among so many; a record without one keeps its source's number."""
    if key is None:
        return source_partition % partitions
    return (murmurhash2(key, JAVA_SEED) & 0x7FFFFFFF) % partitions

"""Which requests this broker speaks, in which versions, and how each is laid out.

The lowest versions are Apache Kafka 4.1's where a client allows it, so that the same client
speaks alike to both.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from aiokafka.protocol import (
    admin,
    commit,
    coordination,
    fetch,
    group,
    metadata,
    offset,
    produce,
    transaction,
)
from aiokafka.protocol.api import RequestStruct
from aiokafka.protocol.types import Schema

from . import added_schemas as added


class ApiKey(IntEnum):
    """The protocol's number for each kind of request."""

    PRODUCE = 0
    FETCH = 1
    LIST_OFFSETS = 2
    METADATA = 3
    OFFSET_COMMIT = 8
    OFFSET_FETCH = 9
    FIND_COORDINATOR = 10
    JOIN_GROUP = 11
    HEARTBEAT = 12
    LEAVE_GROUP = 13
    SYNC_GROUP = 14
    DESCRIBE_GROUPS = 15
    LIST_GROUPS = 16
    API_VERSIONS = 18
    CREATE_TOPICS = 19
    DELETE_TOPICS = 20
    INIT_PRODUCER_ID = 22
    ADD_PARTITIONS_TO_TXN = 24
    ADD_OFFSETS_TO_TXN = 25
    END_TXN = 26
    TXN_OFFSET_COMMIT = 28
    DESCRIBE_CONFIGS = 32
    CREATE_PARTITIONS = 37


@dataclass(frozen=True, slots=True)
class Version:
    """How one version of a request and of its answer is laid out."""

    request: Schema
    answer: Schema
    flexible: bool = False
    # ApiVersions answers keep the oldest header, so that any client can read them (KIP-511).
    flexible_answer: bool = False


# First and last version of each request, without a gap between.
SPOKEN: dict[ApiKey, tuple[int, int]] = {
    ApiKey.PRODUCE: (3, 8),
    ApiKey.FETCH: (4, 11),
    ApiKey.LIST_OFFSETS: (1, 3),
    ApiKey.METADATA: (0, 5),
    ApiKey.OFFSET_COMMIT: (2, 7),
    ApiKey.OFFSET_FETCH: (1, 5),
    ApiKey.FIND_COORDINATOR: (0, 2),
    ApiKey.JOIN_GROUP: (2, 5),
    ApiKey.HEARTBEAT: (0, 3),
    ApiKey.LEAVE_GROUP: (0, 2),
    ApiKey.SYNC_GROUP: (0, 3),
    ApiKey.DESCRIBE_GROUPS: (0, 4),
    ApiKey.LIST_GROUPS: (0, 2),
    ApiKey.API_VERSIONS: (0, 3),
    ApiKey.CREATE_TOPICS: (2, 4),
    ApiKey.DELETE_TOPICS: (1, 3),
    ApiKey.INIT_PRODUCER_ID: (0, 1),
    ApiKey.ADD_PARTITIONS_TO_TXN: (0, 1),
    ApiKey.ADD_OFFSETS_TO_TXN: (0, 1),
    ApiKey.END_TXN: (0, 1),
    ApiKey.TXN_OFFSET_COMMIT: (0, 3),
    ApiKey.DESCRIBE_CONFIGS: (1, 2),
    ApiKey.CREATE_PARTITIONS: (0, 1),
}

_ADDED: dict[tuple[ApiKey, int], Version] = {
    (ApiKey.API_VERSIONS, 3): Version(
        added.API_VERSIONS_V3, added.API_VERSIONS_V3_ANSWER, flexible=True
    ),
    (ApiKey.HEARTBEAT, 3): Version(added.HEARTBEAT_V3, group.HeartbeatResponse_v1.SCHEMA),
    (ApiKey.OFFSET_COMMIT, 5): Version(added.OFFSET_COMMIT_V5, added.OFFSET_COMMIT_ANSWER),
    (ApiKey.OFFSET_COMMIT, 6): Version(added.OFFSET_COMMIT_V6, added.OFFSET_COMMIT_ANSWER),
    (ApiKey.OFFSET_COMMIT, 7): Version(added.OFFSET_COMMIT_V7, added.OFFSET_COMMIT_ANSWER),
    (ApiKey.OFFSET_FETCH, 5): Version(added.OFFSET_FETCH, added.OFFSET_FETCH_V5_ANSWER),
    (ApiKey.DESCRIBE_GROUPS, 3): Version(added.DESCRIBE_GROUPS_V3, added.DESCRIBE_GROUPS_V3_ANSWER),
    (ApiKey.DESCRIBE_GROUPS, 4): Version(added.DESCRIBE_GROUPS_V3, added.DESCRIBE_GROUPS_V4_ANSWER),
    (ApiKey.TXN_OFFSET_COMMIT, 2): Version(
        added.TXN_OFFSET_COMMIT_V2, added.TXN_OFFSET_COMMIT_V2_ANSWER
    ),
    (ApiKey.TXN_OFFSET_COMMIT, 3): Version(
        added.TXN_OFFSET_COMMIT_V3,
        added.TXN_OFFSET_COMMIT_V3_ANSWER,
        flexible=True,
        flexible_answer=True,
    ),
}

# Versions that changed what they mean and not how they are laid out: the one before serves.
_UNCHANGED = frozenset(
    {
        (ApiKey.OFFSET_COMMIT, 4),
        (ApiKey.OFFSET_FETCH, 4),
        (ApiKey.FIND_COORDINATOR, 2),
        (ApiKey.JOIN_GROUP, 3),
        (ApiKey.JOIN_GROUP, 4),
        (ApiKey.HEARTBEAT, 2),
        (ApiKey.LEAVE_GROUP, 2),
        (ApiKey.SYNC_GROUP, 2),
        (ApiKey.LIST_GROUPS, 2),
        (ApiKey.CREATE_TOPICS, 4),
        (ApiKey.INIT_PRODUCER_ID, 1),
        (ApiKey.ADD_PARTITIONS_TO_TXN, 1),
        (ApiKey.ADD_OFFSETS_TO_TXN, 1),
        (ApiKey.END_TXN, 1),
        (ApiKey.TXN_OFFSET_COMMIT, 1),
    }
)

_AIOKAFKA = (
    admin,
    commit,
    coordination,
    fetch,
    group,
    metadata,
    offset,
    produce,
    transaction,
)


def layouts() -> dict[tuple[int, int], Version]:
    """The layout of every (request key, version) that is spoken."""
    known = _from_aiokafka()
    table: dict[tuple[int, int], Version] = {}
    for key, (first, last) in SPOKEN.items():
        for number in range(first, last + 1):
            if (key, number) in _UNCHANGED:
                table[key, number] = table[key, number - 1]
            else:
                table[key, number] = _ADDED.get((key, number)) or known[key, number]
    return table


def _from_aiokafka() -> dict[tuple[int, int], Version]:
    return {
        (struct.API_KEY, struct.API_VERSION): Version(
            struct.SCHEMA, struct.RESPONSE_TYPE.SCHEMA, struct.FLEXIBLE_VERSION
        )
        for struct in _request_structs()
    }


def _request_structs() -> Iterator[type[RequestStruct]]:
    for module in _AIOKAFKA:
        for value in vars(module).values():
            is_class = isinstance(value, type) and issubclass(value, RequestStruct)
            if is_class and value is not RequestStruct:
                yield value

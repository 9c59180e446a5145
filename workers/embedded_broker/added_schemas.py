"""Message versions that librdkafka asks for and aiokafka lacks or describes wrongly.

After Apache Kafka's own definitions (`clients/src/main/resources/common/message/*.json`), with
aiokafka's names for the fields.
"""

from typing import Any

from aiokafka.protocol import admin, commit
from aiokafka.protocol.types import (
    Array,
    Bytes,
    CompactArray,
    CompactString,
    Int16,
    Int32,
    Int64,
    Schema,
    String,
    TaggedFields,
)

_TEXT = String("utf-8")
_COMPACT_TEXT = CompactString("utf-8")
_TAGS = ("tags", TaggedFields)


def _by_topic(*of_a_partition: tuple[str, Any]) -> Array:
    return Array(("topic", _TEXT), ("partitions", Array(*of_a_partition)))


_OFFSETS = _by_topic(("partition", Int32), ("offset", Int64), ("metadata", _TEXT))
_OFFSETS_WITH_EPOCH = _by_topic(
    ("partition", Int32),
    ("offset", Int64),
    ("committed_leader_epoch", Int32),
    ("metadata", _TEXT),
)

API_VERSIONS_V3 = Schema(
    ("client_software_name", _COMPACT_TEXT), ("client_software_version", _COMPACT_TEXT), _TAGS
)
API_VERSIONS_V3_ANSWER = Schema(
    ("error_code", Int16),
    (
        "api_versions",
        CompactArray(("api_key", Int16), ("min_version", Int16), ("max_version", Int16), _TAGS),
    ),
    ("throttle_time_ms", Int32),
    _TAGS,
)

HEARTBEAT_V3 = Schema(
    ("group", _TEXT),
    ("generation_id", Int32),
    ("member_id", _TEXT),
    ("group_instance_id", _TEXT),
)

_COMMITTER = (
    ("consumer_group", _TEXT),
    ("consumer_group_generation_id", Int32),
    ("consumer_id", _TEXT),
)
OFFSET_COMMIT_V5 = Schema(*_COMMITTER, ("topics", _OFFSETS))
OFFSET_COMMIT_V6 = Schema(*_COMMITTER, ("topics", _OFFSETS_WITH_EPOCH))
OFFSET_COMMIT_V7 = Schema(
    *_COMMITTER, ("group_instance_id", _TEXT), ("topics", _OFFSETS_WITH_EPOCH)
)
OFFSET_COMMIT_ANSWER = commit.OffsetCommitResponse_v3.SCHEMA

OFFSET_FETCH = commit.OffsetFetchRequest_v3.SCHEMA
OFFSET_FETCH_V5_ANSWER = Schema(
    ("throttle_time_ms", Int32),
    (
        "topics",
        _by_topic(
            ("partition", Int32),
            ("offset", Int64),
            ("leader_epoch", Int32),
            ("metadata", _TEXT),
            ("error_code", Int16),
        ),
    ),
    ("error_code", Int16),
)

DESCRIBE_GROUPS_V3 = admin.DescribeGroupsRequest_v3.SCHEMA
DESCRIBE_GROUPS_V3_ANSWER = admin.DescribeGroupsResponse_v3.SCHEMA
DESCRIBE_GROUPS_V4_ANSWER = Schema(
    ("throttle_time_ms", Int32),
    (
        "groups",
        Array(
            ("error_code", Int16),
            ("group", _TEXT),
            ("state", _TEXT),
            ("protocol_type", _TEXT),
            ("protocol", _TEXT),
            (
                "members",
                Array(
                    ("member_id", _TEXT),
                    ("group_instance_id", _TEXT),
                    ("client_id", _TEXT),
                    ("client_host", _TEXT),
                    ("member_metadata", Bytes),
                    ("member_assignment", Bytes),
                ),
            ),
            ("authorized_operations", Int32),
        ),
    ),
)

TXN_OFFSET_COMMIT_V2 = Schema(
    ("transactional_id", _TEXT),
    ("group_id", _TEXT),
    ("producer_id", Int64),
    ("producer_epoch", Int16),
    ("topics", _OFFSETS_WITH_EPOCH),
)
TXN_OFFSET_COMMIT_V2_ANSWER = Schema(
    ("throttle_time_ms", Int32),
    (
        "errors",
        Array(
            ("topic", _TEXT),
            ("partition_errors", Array(("partition", Int32), ("error_code", Int16))),
        ),
    ),
)
TXN_OFFSET_COMMIT_V3 = Schema(
    ("transactional_id", _COMPACT_TEXT),
    ("group_id", _COMPACT_TEXT),
    ("producer_id", Int64),
    ("producer_epoch", Int16),
    ("generation_id", Int32),
    ("member_id", _COMPACT_TEXT),
    ("group_instance_id", _COMPACT_TEXT),
    (
        "topics",
        CompactArray(
            ("topic", _COMPACT_TEXT),
            (
                "partitions",
                CompactArray(
                    ("partition", Int32),
                    ("offset", Int64),
                    ("committed_leader_epoch", Int32),
                    ("metadata", _COMPACT_TEXT),
                    _TAGS,
                ),
            ),
            _TAGS,
        ),
    ),
    _TAGS,
)
TXN_OFFSET_COMMIT_V3_ANSWER = Schema(
    ("throttle_time_ms", Int32),
    (
        "errors",
        CompactArray(
            ("topic", _COMPACT_TEXT),
            (
                "partition_errors",
                CompactArray(("partition", Int32), ("error_code", Int16), _TAGS),
            ),
            _TAGS,
        ),
    ),
    _TAGS,
)

"""The settings of a topic: Kafka's names, Kafka's defaults, and what a value may be."""

from collections.abc import Mapping

from .errors import ErrorCode, Refused

_FOREVER = 2**63 - 1

# Apache Kafka 4.1, "Topic Configs", for what a client of this broker may meet.
DEFAULTS: Mapping[str, str] = {
    "cleanup.policy": "delete",
    "compression.type": "producer",
    "delete.retention.ms": "86400000",
    "file.delete.delay.ms": "60000",
    "flush.messages": str(_FOREVER),
    "flush.ms": str(_FOREVER),
    "index.interval.bytes": "4096",
    "max.compaction.lag.ms": str(_FOREVER),
    "max.message.bytes": "1048588",
    "message.timestamp.after.max.ms": "3600000",
    "message.timestamp.before.max.ms": str(_FOREVER),
    "message.timestamp.type": "CreateTime",
    "min.cleanable.dirty.ratio": "0.5",
    "min.compaction.lag.ms": "0",
    "min.insync.replicas": "1",
    "preallocate": "false",
    "retention.bytes": "-1",
    "retention.ms": "604800000",
    "segment.bytes": "1073741824",
    "segment.index.bytes": "10485760",
    "segment.jitter.ms": "0",
    "segment.ms": "604800000",
    "unclean.leader.election.enable": "false",
}

_CHOICES: Mapping[str, frozenset[str]] = {
    "compression.type": frozenset({"producer"}),
    "message.timestamp.type": frozenset({"CreateTime"}),
    "preallocate": frozenset({"true", "false"}),
    "unclean.leader.election.enable": frozenset({"true", "false"}),
}
# Apache Kafka 4 refuses smaller segments (KIP-1030); no segment lives for less than a moment.
_LOWEST: Mapping[str, int] = {"segment.bytes": 1_048_576, "segment.ms": 1}
_MINUS_ONE_MEANS_NO_LIMIT = frozenset({"retention.ms", "retention.bytes"})


def check(configs: Mapping[str, str | None]) -> dict[str, str]:
    """The same settings, without those that ask for the default by being null.

    Raises:
        Refused: a name that Kafka does not know, or a value that it or this broker cannot have.
    """
    stated = {name: value for name, value in configs.items() if value is not None}
    for name, value in stated.items():
        if name not in DEFAULTS:
            raise Refused(ErrorCode.INVALID_CONFIG, f"Unknown topic config name: {name}")
        if not _allowed(name, value):
            raise Refused(ErrorCode.INVALID_CONFIG, f"Invalid value {value!r:.80} for {name}")
    return stated


def _allowed(name: str, value: str) -> bool:
    if name == "cleanup.policy":
        return {part.strip() for part in value.split(",")} <= {"delete", "compact"}
    if name in _CHOICES:
        return value in _CHOICES[name]
    if name == "min.cleanable.dirty.ratio":
        return value.replace(".", "", 1).isdecimal() and float(value) <= 1
    lowest = -1 if name in _MINUS_ONE_MEANS_NO_LIMIT else _LOWEST.get(name, 0)
    return value.removeprefix("-").isdecimal() and lowest <= int(value) <= _FOREVER

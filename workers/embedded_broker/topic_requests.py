"""Metadata, CreateTopics, CreatePartitions, DeleteTopics and DescribeConfigs."""

from collections.abc import Callable, Mapping
from typing import Any

from . import topic_configs
from .committed_offsets import CommittedOffsets
from .errors import ErrorCode, Refused
from .request import Answer, Handler, Peer, Request
from .topics import TopicCatalogue
from .versions import ApiKey
from .wire import Fields

NODE_ID = 1
_CLUSTER_ID = "copydesk-embedded"
_TOPIC_RESOURCE = 2
_BROKER_RESOURCE = 4
# Where a setting comes from, in DescribeConfigs.
_STATED, _BY_DEFAULT = 1, 5
# CreateTopics v4 and later: the broker's own number.
_BROKER_DECIDES = -1


class TopicRequests:
    """Answers what there is, and changes it."""

    def __init__(
        self,
        topics: TopicCatalogue,
        offsets: CommittedOffsets,
        *,
        auto_create_topics: bool,
        default_partitions: int,
    ) -> None:
        self._topics = topics
        self._offsets = offsets
        self._auto_create = auto_create_topics
        self._default_partitions = default_partitions

    def handlers(self) -> Mapping[ApiKey, Handler]:
        return {
            ApiKey.METADATA: self._metadata,
            ApiKey.CREATE_TOPICS: self._create_topics,
            ApiKey.CREATE_PARTITIONS: self._create_partitions,
            ApiKey.DELETE_TOPICS: self._delete_topics,
            ApiKey.DESCRIBE_CONFIGS: self._describe_configs,
        }

    async def _metadata(self, request: Request) -> Answer:
        names = request.body.topics
        everything = names is None or (request.version == 0 and not names)
        if everything:
            names = [topic.name for topic in self._topics]
        may_create = self._auto_create and getattr(request.body, "allow_auto_topic_creation", True)
        return {
            "brokers": [_this_broker(request.peer)],
            "cluster_id": _CLUSTER_ID,
            "controller_id": NODE_ID,
            "topics": [self._topic(name, create=may_create and not everything) for name in names],
        }

    def _topic(self, name: str, *, create: bool) -> Answer:
        error, partitions = ErrorCode.NONE, 0
        try:
            if create and name not in self._topics:
                self._topics.create(name, self._default_partitions, {})
            partitions = len(self._topics.topic(name).partitions)
        except Refused as refusal:
            error = refusal.code
        return {
            "error_code": error,
            "topic": name,
            "is_internal": False,
            "partitions": [_partition(number) for number in range(partitions)],
        }

    async def _create_topics(self, request: Request) -> Answer:
        def create(asked: Fields) -> None:
            partitions = len(asked.replica_assignment) or asked.num_partitions
            if partitions == _BROKER_DECIDES:
                partitions = self._default_partitions
            if asked.replication_factor > 1:
                raise Refused(
                    ErrorCode.INVALID_REPLICATION_FACTOR,
                    f"{asked.replication_factor} replicas asked for; there is one broker",
                )
            configs = {each.config_key: each.config_value for each in asked.configs}
            only = bool(request.body.validate_only)
            self._topics.create(asked.topic, partitions, configs, validate_only=only)

        asked = request.body.create_topic_requests
        return {"topic_errors": [_outcome(each.topic, each, create) for each in asked]}

    async def _create_partitions(self, request: Request) -> Answer:
        def grow(asked: Fields) -> None:
            only = bool(request.body.validate_only)
            self._topics.grow(asked.topic, asked.new_partitions.count, validate_only=only)

        asked = request.body.topic_partitions
        return {"topic_errors": [_outcome(each.topic, each, grow) for each in asked]}

    async def _delete_topics(self, request: Request) -> Answer:
        def delete(name: str) -> None:
            self._topics.delete(name)
            self._offsets.forget_topic(name)

        return {"topic_error_codes": [_outcome(name, name, delete) for name in request.body.topics]}

    async def _describe_configs(self, request: Request) -> Answer:
        return {"resources": [self._configs(each) for each in request.body.resources]}

    def _configs(self, asked: Fields) -> Answer:
        error, message = ErrorCode.NONE, None
        entries: list[Answer] = []
        try:
            entries = self._entries(asked)
        except Refused as refusal:
            error, message = refusal.code, refusal.message
        return {
            "error_code": error,
            "error_message": message,
            "resource_type": asked.resource_type,
            "resource_name": asked.resource_name,
            "config_entries": entries,
        }

    def _entries(self, asked: Fields) -> list[Answer]:
        stated: Mapping[str, str] = {}
        if asked.resource_type == _TOPIC_RESOURCE:
            topic = self._topics.topic(asked.resource_name)
            known, stated = topic.configs, topic.stated_configs
        elif asked.resource_type == _BROKER_RESOURCE and asked.resource_name == str(NODE_ID):
            known = self._broker_configs()
        else:
            raise Refused(ErrorCode.INVALID_REQUEST, "only topics and this broker have settings")
        names = known if asked.config_names is None else asked.config_names
        return [
            {
                "config_names": name,
                "config_value": known[name],
                "read_only": asked.resource_type == _BROKER_RESOURCE,
                "config_source": _STATED if name in stated else _BY_DEFAULT,
                "is_sensitive": False,
                "config_synonyms": (),
            }
            for name in names
            if name in known
        ]

    def _broker_configs(self) -> dict[str, str]:
        return {
            "auto.create.topics.enable": str(self._auto_create).lower(),
            "default.replication.factor": "1",
            "message.max.bytes": topic_configs.DEFAULTS["max.message.bytes"],
            "num.partitions": str(self._default_partitions),
        }


def _outcome(name: str, asked: Any, change: Callable[[Any], None]) -> Answer:
    """Makes one change and says how it went."""
    error, message = ErrorCode.NONE, None
    try:
        change(asked)
    except Refused as refusal:
        error, message = refusal.code, refusal.message
    return {"topic": name, "error_code": error, "error_message": message}


def _this_broker(peer: Peer) -> Answer:
    """Reached where the asker reached us, so that nothing has to be configured."""
    return {"node_id": NODE_ID, "host": peer.our_host, "port": peer.our_port, "rack": None}


def _partition(number: int) -> Answer:
    return {
        "error_code": ErrorCode.NONE,
        "partition": number,
        "leader": NODE_ID,
        "replicas": (NODE_ID,),
        "isr": (NODE_ID,),
        "offline_replicas": (),
    }

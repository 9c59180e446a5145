"""InitProducerId, and what a transactional producer asks until its transaction has ended."""

from collections.abc import Mapping

from .errors import ErrorCode, Refused
from .group_requests import GroupRequests, by_partition
from .producers import Producer
from .request import Answer, Handler, Request
from .topics import TopicCatalogue
from .transactions import TransactionCoordinator
from .versions import ApiKey
from .wire import Fields

# TxnOffsetCommit v3 and later say which member commits; nobody in particular before (KIP-447).
_MEMBER_STATED_FROM = 3


class TransactionRequests:
    """Answers what producers ask of the transaction coordinator."""

    def __init__(
        self,
        transactions: TransactionCoordinator,
        topics: TopicCatalogue,
        groups: GroupRequests,
    ) -> None:
        self._transactions = transactions
        self._topics = topics
        self._groups = groups

    def handlers(self) -> Mapping[ApiKey, Handler]:
        return {
            ApiKey.INIT_PRODUCER_ID: self._init_producer_id,
            ApiKey.ADD_PARTITIONS_TO_TXN: self._add_partitions,
            ApiKey.ADD_OFFSETS_TO_TXN: self._add_offsets,
            ApiKey.TXN_OFFSET_COMMIT: self._commit_offsets,
            ApiKey.END_TXN: self._end,
        }

    async def _init_producer_id(self, request: Request) -> Answer:
        body = request.body
        error, producer_id, epoch = ErrorCode.NONE, -1, -1
        try:
            if body.transactional_id is None:
                producer_id, epoch = self._transactions.new_producer_id(), 0
            else:
                timeout_ms = body.transaction_timeout_ms
                producer_id, epoch = self._transactions.register(body.transactional_id, timeout_ms)
        except Refused as refusal:
            error = refusal.code
        return {"error_code": error, "producer_id": producer_id, "producer_epoch": epoch}

    async def _add_partitions(self, request: Request) -> Answer:
        body = request.body
        places = [(topic.topic, number) for topic in body.topics for number in topic.partitions]
        unknown = [place for place in places if not self._exists(*place)]
        codes = dict.fromkeys(places, ErrorCode.NONE)
        try:
            producer = self._producer(body)
            if unknown:  # all or nothing
                codes = dict.fromkeys(places, ErrorCode.OPERATION_NOT_ATTEMPTED)
                codes |= dict.fromkeys(unknown, ErrorCode.UNKNOWN_TOPIC_OR_PARTITION)
            else:
                self._transactions.extend(producer, partitions=places)
        except Refused as refusal:
            codes = dict.fromkeys(places, refusal.code)
        return {
            "errors": [
                {
                    "topic": topic.topic,
                    "partition_errors": [
                        {"partition": number, "error_code": codes[topic.topic, number]}
                        for number in topic.partitions
                    ],
                }
                for topic in body.topics
            ]
        }

    def _exists(self, topic: str, number: int) -> bool:
        return topic in self._topics and 0 <= number < len(self._topics.topic(topic).partitions)

    def _producer(self, body: Fields) -> Producer:
        return self._transactions.producer(
            body.transactional_id, body.producer_id, body.producer_epoch
        )

    async def _add_offsets(self, request: Request) -> Answer:
        body = request.body
        try:
            self._transactions.extend(self._producer(body))
        except Refused as refusal:
            return {"error_code": refusal.code}
        return {"error_code": ErrorCode.NONE}

    async def _commit_offsets(self, request: Request) -> Answer:
        body = request.body
        good, errors = self._groups.offsets_to_commit(body.topics)
        for_all = ErrorCode.NONE
        try:
            producer = self._producer(body)
            if request.version >= _MEMBER_STATED_FROM and body.member_id:
                self._groups.check_commit(
                    body.group_id, body.member_id, body.group_instance_id, body.generation_id
                )
            self._transactions.add_offsets(producer, body.group_id, good)
        except Refused as refusal:
            for_all = refusal.code
        return {"errors": by_partition(body.topics, for_all, errors, "partition_errors")}

    async def _end(self, request: Request) -> Answer:
        body = request.body
        try:
            self._transactions.end(self._producer(body), committed=body.transaction_result)
        except Refused as refusal:
            return {"error_code": refusal.code}
        return {"error_code": ErrorCode.NONE}

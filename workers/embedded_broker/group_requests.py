"""Consumer groups: joining, heartbeats, offsets, and a look at them from outside."""

import asyncio
from collections.abc import Callable, Mapping

from .committed_offsets import CommittedOffsets, committed_offset
from .errors import ErrorCode, Refused
from .events import CommittedOffset
from .generations import Generations
from .group import Group
from .members import GroupState, Joined, Subscription, Synced
from .request import Answer, Handler, Request
from .topic_requests import NODE_ID
from .topics import TopicCatalogue
from .versions import ApiKey
from .wire import Fields

# JoinGroup v4 and later: a newcomer gets its id first and joins with it (KIP-394).
_ID_FIRST_FROM = 4
_SESSION_MS = range(1_000, 1_800_001)  # Kafka's upper limit; its lower one is 6 s


class GroupRequests:
    """Answers what members of groups ask, and those who look at groups."""

    def __init__(
        self, generations: Generations, topics: TopicCatalogue, offsets: CommittedOffsets
    ) -> None:
        self._generations = generations
        self._topics = topics
        self._offsets = offsets
        self._groups: dict[str, Group] = {}

    def handlers(self) -> Mapping[ApiKey, Handler]:
        return {
            ApiKey.FIND_COORDINATOR: self._find_coordinator,
            ApiKey.JOIN_GROUP: self._join,
            ApiKey.SYNC_GROUP: self._sync,
            ApiKey.HEARTBEAT: self._heartbeat,
            ApiKey.LEAVE_GROUP: self._leave,
            ApiKey.OFFSET_COMMIT: self._commit,
            ApiKey.OFFSET_FETCH: self._fetch_offsets,
            ApiKey.LIST_GROUPS: self._list,
            ApiKey.DESCRIBE_GROUPS: self._describe,
        }

    def sweep(self) -> None:
        """Removes members whose session ran out."""
        for group in tuple(self._groups.values()):
            group.expire()

    def check_commit(
        self, name: str | None, member_id: str, instance_id: str | None, generation: int
    ) -> None:
        """Lets a commit of offsets pass, or refuses it.

        Raises:
            Refused: by an old or unknown member, or for a group without a name.
        """
        if name is None:
            raise Refused(ErrorCode.INVALID_GROUP_ID)
        if name in self._groups:
            self._groups[name].check_commit(member_id, instance_id, generation)
        elif generation >= 0:
            raise Refused(ErrorCode.ILLEGAL_GENERATION)

    def offsets_to_commit(
        self, topics: list[Fields]
    ) -> tuple[list[CommittedOffset], dict[tuple[str, int], ErrorCode]]:
        """The offsets that may be committed, and why others may not."""
        good: list[CommittedOffset] = []
        errors: dict[tuple[str, int], ErrorCode] = {}
        for topic in topics:
            for part in topic.partitions:
                place = (topic.topic, part.partition)
                try:
                    self._topics.partition(*place)
                    good.append(committed_offset(*place, part.offset, part.metadata))
                except Refused as refusal:
                    errors[place] = refusal.code
        return good, errors

    def _group(self, name: str) -> Group:
        if not name:
            raise Refused(ErrorCode.INVALID_GROUP_ID)
        if name not in self._groups:
            loop = asyncio.get_running_loop()
            self._groups[name] = Group(name, loop, self._generations)
        return self._groups[name]

    async def _find_coordinator(self, request: Request) -> Answer:
        peer = request.peer
        return {
            "error_code": ErrorCode.NONE,
            "error_message": None,
            "coordinator_id": NODE_ID,
            "host": peer.our_host,
            "port": peer.our_port,
        }

    async def _join(self, request: Request) -> Answer:
        body = request.body
        try:
            subscription = _subscription(request)
            group = self._group(body.group)
            id_first = request.version >= _ID_FIRST_FROM
            joined = await group.join(body.member_id, subscription, id_first=id_first)
        except Refused as refusal:
            given = refusal.code is ErrorCode.MEMBER_ID_REQUIRED
            joined = Joined(refusal.code, refusal.message if given else body.member_id)
        return {
            "error_code": joined.error,
            "generation_id": joined.generation,
            "group_protocol": joined.protocol,
            "leader_id": joined.leader,
            "member_id": joined.member_id,
            "members": [
                {
                    "member_id": row.member_id,
                    "group_instance_id": row.instance_id,
                    "member_metadata": row.metadata,
                }
                for row in joined.members
            ],
        }

    async def _sync(self, request: Request) -> Answer:
        body = request.body
        assignments = {each.member_id: each.member_metadata for each in body.group_assignment}
        instance = getattr(body, "group_instance_id", None)
        try:
            group = self._known(body.group)
            synced = await group.sync(body.member_id, instance, body.generation_id, assignments)
        except Refused as refusal:
            synced = Synced(refusal.code)
        return {"error_code": synced.error, "member_assignment": synced.assignment}

    async def _heartbeat(self, request: Request) -> Answer:
        body = request.body
        instance = getattr(body, "group_instance_id", None)
        return _attempt(
            lambda: self._known(body.group).heartbeat(body.member_id, instance, body.generation_id)
        )

    async def _leave(self, request: Request) -> Answer:
        body = request.body
        return _attempt(lambda: self._known(body.group).leave(body.member_id))

    def _known(self, name: str) -> Group:
        if name not in self._groups:
            raise Refused(ErrorCode.UNKNOWN_MEMBER_ID)
        return self._groups[name]

    async def _commit(self, request: Request) -> Answer:
        body = request.body
        good, errors = self.offsets_to_commit(body.topics)

        def commit() -> None:
            instance = getattr(body, "group_instance_id", None)
            generation = body.consumer_group_generation_id
            self.check_commit(body.consumer_group, body.consumer_id, instance, generation)
            if good:
                self._offsets.commit(body.consumer_group, good)

        for_all = _attempt(commit)["error_code"]
        return {"topics": by_partition(body.topics, for_all, errors, "partitions")}

    async def _fetch_offsets(self, request: Request) -> Answer:
        group = request.body.consumer_group
        if request.body.topics is None:
            wanted = self._offsets.partitions_of(group)
        else:
            wanted = {topic.topic: topic.partitions for topic in request.body.topics}
        return {
            "error_code": ErrorCode.NONE,
            "topics": [
                {
                    "topic": topic,
                    "partitions": [self._offset(group, topic, number) for number in numbers],
                }
                for topic, numbers in wanted.items()
            ],
        }

    def _offset(self, group: str, topic: str, partition: int) -> Answer:
        found = self._offsets.of(group, topic, partition)
        return {
            "partition": partition,
            "offset": found.next_offset if found else -1,
            "leader_epoch": -1,
            "metadata": found.metadata if found else "",
            "error_code": ErrorCode.NONE,
        }

    async def _list(self, _: Request) -> Answer:
        types = dict.fromkeys(self._offsets.groups(), "")
        types |= {name: group.protocol_type for name, group in self._groups.items()}
        return {
            "error_code": ErrorCode.NONE,
            "groups": [{"group": name, "protocol_type": kind} for name, kind in types.items()],
        }

    async def _describe(self, request: Request) -> Answer:
        return {"groups": [self._description(name) for name in request.body.groups]}

    def _description(self, name: str) -> Answer:
        group = self._groups.get(name)
        state = "Empty" if name in self._offsets.groups() else "Dead"
        members = () if group is None else tuple(group.members.values())
        stable = group is not None and group.state is GroupState.STABLE
        return {
            "error_code": ErrorCode.NONE,
            "group": name,
            "state": state if group is None else group.state.value,
            "protocol_type": "" if group is None else group.protocol_type,
            "protocol": group.protocol if group is not None and stable else "",
            "members": [
                {
                    "member_id": each.member_id,
                    "group_instance_id": each.subscription.instance_id,
                    "client_id": each.subscription.client_id,
                    "client_host": f"/{each.subscription.host}",
                    "member_metadata": each.subscription.metadata_for(
                        group.protocol if group else ""
                    ),
                    "member_assignment": each.assignment,
                }
                for each in members
            ],
            "authorized_operations": -(2**31),  # "not asked for"
        }


def _subscription(request: Request) -> Subscription:
    body = request.body
    if body.session_timeout not in _SESSION_MS:
        raise Refused(ErrorCode.INVALID_SESSION_TIMEOUT)
    return Subscription(
        request.peer.client_id,
        request.peer.host,
        getattr(body, "group_instance_id", None),
        body.session_timeout / 1000,
        body.rebalance_timeout / 1000,
        body.protocol_type,
        tuple((each.protocol_name, each.protocol_metadata or b"") for each in body.group_protocols),
    )


def _attempt(action: Callable[[], None]) -> Answer:
    try:
        action()
    except Refused as refusal:
        return {"error_code": refusal.code}
    return {"error_code": ErrorCode.NONE}


def by_partition(
    topics: list[Fields],
    for_all: ErrorCode,
    errors: Mapping[tuple[str, int], ErrorCode],
    field: str,
) -> list[Answer]:
    """An error code for every partition named: the one for all, else its own, else none."""
    return [
        {
            "topic": topic.topic,
            field: [
                {
                    "partition": part.partition,
                    "error_code": for_all
                    or errors.get((topic.topic, part.partition), ErrorCode.NONE),
                }
                for part in topic.partitions
            ],
        }
        for topic in topics
    ]

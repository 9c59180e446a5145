"""One consumer group: joining, rebalancing, heartbeats, and who may commit.

The states and answers are Apache Kafka's "classic" group protocol with static membership
(KIP-345) and member ids given before a first join (KIP-394).
"""

from asyncio import AbstractEventLoop, Future, TimerHandle

from .errors import ErrorCode, Refused
from .generations import Generations
from .members import (
    GroupState,
    Joined,
    Member,
    Subscription,
    Synced,
    are_compatible,
    chosen_protocol,
    new_member_id,
    rows,
)

# Members of a group that starts arrive within this of each other: one rebalance, not several.
SETTLE_SECONDS = 0.1


class Group:
    """A group's members and generation. Nothing here waits: answers come by futures."""

    def __init__(self, name: str, loop: AbstractEventLoop, generations: Generations) -> None:
        self.name = name
        self.state = GroupState.EMPTY
        self.generation = generations.last(name)
        self.protocol = ""
        self.leader = ""
        self.members: dict[str, Member] = {}
        self._pending: dict[str, float] = {}
        self._loop = loop
        self._generations = generations
        self._settled_at = 0.0
        self._deadline = 0.0
        self._timer: TimerHandle | None = None

    @property
    def protocol_type(self) -> str:
        first = next(iter(self.members.values()), None)
        return first.subscription.protocol_type if first else ""

    def join(
        self, member_id: str, subscription: Subscription, *, id_first: bool
    ) -> "Future[Joined]":
        """The answer, once everyone is here.

        Raises:
            Refused: the member must not join; with `id_first`, a newcomer is only given its id.
        """
        others = [
            each.subscription
            for each in self.members.values()
            if each.member_id != member_id and not each.is_instance(subscription.instance_id)
        ]
        if not are_compatible([subscription, *others]):
            raise Refused(ErrorCode.INCONSISTENT_GROUP_PROTOCOL)
        if member_id:
            return self._join_again(member_id, subscription)
        same_instance = self._member_of_instance(subscription.instance_id)
        if same_instance is not None:
            return self._replace(same_instance, subscription)
        member_id = new_member_id(subscription)
        if id_first and subscription.instance_id is None:
            self._pending[member_id] = self._loop.time() + subscription.session_seconds
            raise Refused(ErrorCode.MEMBER_ID_REQUIRED, member_id)
        return self._add(member_id, subscription)

    def sync(
        self,
        member_id: str,
        instance_id: str | None,
        generation: int,
        assignments: dict[str, bytes],
    ) -> "Future[Synced]":
        """The member's partitions, once the leader has said who reads what.

        Raises:
            Refused: unknown or fenced member, old generation, or members are joining again.
        """
        member = self.member(member_id, instance_id, generation)
        if self.state is GroupState.PREPARING:
            raise Refused(ErrorCode.REBALANCE_IN_PROGRESS)
        answer: Future[Synced] = self._loop.create_future()
        member.answer_sync(Synced(ErrorCode.REBALANCE_IN_PROGRESS))
        member.syncing = answer
        if self.state is GroupState.COMPLETING and member_id == self.leader:
            for each in self.members.values():
                each.assignment = assignments.get(each.member_id, b"")
            self.state = GroupState.STABLE
        if self.state is GroupState.STABLE:
            for each in self.members.values():
                each.heard_at = self._loop.time()
                each.answer_sync(Synced(ErrorCode.NONE, each.assignment))
        return answer

    def heartbeat(self, member_id: str, instance_id: str | None, generation: int) -> None:
        """Notes that the member lives.

        Raises:
            Refused: unknown or fenced member, old generation, or it has to join again.
        """
        self.member(member_id, instance_id, generation)
        if self.state is GroupState.PREPARING:
            raise Refused(ErrorCode.REBALANCE_IN_PROGRESS)

    def leave(self, member_id: str) -> None:
        """Removes a member.

        Raises:
            Refused: there is none of this id.
        """
        if self._pending.pop(member_id, None) is not None:
            self._advance()
            return
        if member_id not in self.members:
            raise Refused(ErrorCode.UNKNOWN_MEMBER_ID)
        self._remove(self.members[member_id])

    def check_commit(self, member_id: str, instance_id: str | None, generation: int) -> None:
        """Lets a commit of offsets pass: by a member of now, or by anyone when nobody is here.

        Raises:
            Refused: by an old or unknown member, or before the members know their partitions.
        """
        if generation < 0 and not self.members:
            return
        self.member(member_id, instance_id, generation)
        if self.state is GroupState.COMPLETING:
            raise Refused(ErrorCode.REBALANCE_IN_PROGRESS)

    def member(self, member_id: str, instance_id: str | None, generation: int) -> Member:
        """The member who speaks, noted as alive.

        Raises:
            Refused: unknown, fenced by a newcomer of the same instance, or of an old generation.
        """
        self._check_instance(member_id, instance_id)
        member = self.members.get(member_id)
        if member is None:
            raise Refused(ErrorCode.UNKNOWN_MEMBER_ID)
        if generation != self.generation:
            raise Refused(ErrorCode.ILLEGAL_GENERATION)
        member.heard_at = self._loop.time()
        return member

    def expire(self) -> None:
        """Removes members whose session ran out."""
        now = self._loop.time()
        self._pending = {each: until for each, until in self._pending.items() if until > now}
        for member in [each for each in self.members.values() if each.is_lost(now)]:
            self._remove(member)
        self._advance()

    # Joining

    def _join_again(self, member_id: str, subscription: Subscription) -> "Future[Joined]":
        self._check_instance(member_id, subscription.instance_id)
        if self._pending.pop(member_id, None) is not None:
            return self._add(member_id, subscription)
        member = self.members.get(member_id)
        if member is None:
            raise Refused(ErrorCode.UNKNOWN_MEMBER_ID)
        changed = member.subscription.protocols != subscription.protocols
        member.subscription = subscription
        answer = self._wait_to_join(member)
        stable = self.state is GroupState.STABLE and member_id != self.leader
        if not changed and (stable or self.state is GroupState.COMPLETING):
            member.answer_join(self._joined(member))
        else:
            self._rebalance()
        return answer

    def _add(self, member_id: str, subscription: Subscription) -> "Future[Joined]":
        now = self._loop.time()
        member = self.members[member_id] = Member(member_id, subscription, now)
        answer = self._wait_to_join(member)
        if self.state is GroupState.EMPTY or now < self._settled_at:
            self._settled_at = now + SETTLE_SECONDS
        self._rebalance()
        return answer

    def _replace(self, old: Member, subscription: Subscription) -> "Future[Joined]":
        """A static member came back under a new id: the old one is fenced, its place goes on."""
        leader_before = self.leader
        old.dismiss(ErrorCode.FENCED_INSTANCE_ID)
        del self.members[old.member_id]
        member = Member(new_member_id(subscription), subscription, self._loop.time())
        member.assignment = old.assignment
        self.members[member.member_id] = member
        if leader_before == old.member_id:
            self.leader = member.member_id
        answer = self._wait_to_join(member)
        if self.state is GroupState.STABLE and self._chosen_protocol() == self.protocol:
            # The old leader's name: the newcomer takes its old place and assigns nothing anew.
            member.answer_join(self._joined(member, leader_before))
        else:
            self._rebalance()
        return answer

    def _wait_to_join(self, member: Member) -> "Future[Joined]":
        member.answer_join(Joined(ErrorCode.REBALANCE_IN_PROGRESS, member.member_id))
        answer: Future[Joined] = self._loop.create_future()
        member.joining = answer
        member.heard_at = self._loop.time()
        return answer

    # Rebalancing

    def _rebalance(self) -> None:
        if self.state is not GroupState.PREPARING:
            self.state = GroupState.PREPARING
            patience = max(each.subscription.rebalance_seconds for each in self.members.values())
            self._deadline = self._loop.time() + patience
            for member in self.members.values():
                member.answer_sync(Synced(ErrorCode.REBALANCE_IN_PROGRESS))
        self._advance()

    def _advance(self) -> None:
        """Ends the rebalance when everyone is here, or when the late ones had their time."""
        if self.state is not GroupState.PREPARING:
            return
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        now = self._loop.time()
        late = self._pending or any(each.joining is None for each in self.members.values())
        wait_until = min(max(self._deadline if late else 0.0, self._settled_at), self._deadline)
        if self.members and now < wait_until:
            self._timer = self._loop.call_at(wait_until, self._advance)
        else:
            self._complete()

    def _complete(self) -> None:
        for member in [each for each in self.members.values() if each.joining is None]:
            if not member.is_static:  # a static member keeps its place until its session ends
                del self.members[member.member_id]
        present = [each for each in self.members.values() if each.joining is not None]
        if self.members and not present:
            return  # `expire` comes back here when their sessions end
        self.generation = self._generations.next(self.name)
        if not present:
            self.state = GroupState.EMPTY
            return
        self.state = GroupState.COMPLETING
        self.protocol = self._chosen_protocol()
        if self.leader not in {each.member_id for each in present}:
            self.leader = present[0].member_id
        now = self._loop.time()
        for member in present:
            member.heard_at = now
            member.answer_join(self._joined(member))

    def _remove(self, member: Member) -> None:
        del self.members[member.member_id]
        member.dismiss(ErrorCode.UNKNOWN_MEMBER_ID)
        if self.members:
            self._rebalance()
        else:
            self.state = GroupState.EMPTY
            self.generation = self._generations.next(self.name)

    def _joined(self, member: Member, leader: str | None = None) -> Joined:
        leader = self.leader if leader is None else leader
        is_leader = leader == member.member_id
        everyone = rows(self.members.values(), self.protocol) if is_leader else ()
        return Joined(
            ErrorCode.NONE, member.member_id, self.generation, self.protocol, leader, everyone
        )

    # Who is who

    def _check_instance(self, member_id: str, instance_id: str | None) -> None:
        if instance_id is None:
            return
        present = self._member_of_instance(instance_id)
        if present is None:
            raise Refused(ErrorCode.UNKNOWN_MEMBER_ID)
        if present.member_id != member_id:
            raise Refused(ErrorCode.FENCED_INSTANCE_ID)

    def _member_of_instance(self, instance_id: str | None) -> Member | None:
        if instance_id is None:
            return None
        members = self.members.values()
        return next((each for each in members if each.is_instance(instance_id)), None)

    def _chosen_protocol(self) -> str:
        return chosen_protocol([each.subscription for each in self.members.values()])

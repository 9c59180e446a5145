"""The members of a consumer group and what they are told."""

from asyncio import Future
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import uuid4

from .errors import ErrorCode


class GroupState(StrEnum):
    """Kafka's names for where a group stands."""

    EMPTY = "Empty"
    PREPARING = "PreparingRebalance"
    COMPLETING = "CompletingRebalance"
    STABLE = "Stable"


@dataclass(frozen=True, slots=True)
class Subscription:
    """What a member says of itself when it joins."""

    client_id: str
    host: str
    instance_id: str | None
    session_seconds: float
    rebalance_seconds: float
    protocol_type: str
    protocols: tuple[tuple[str, bytes], ...]
    """Assignment strategies that it can follow, the preferred first, with its metadata."""

    def metadata_for(self, protocol: str) -> bytes:
        return dict(self.protocols).get(protocol, b"")


@dataclass(frozen=True, slots=True)
class MemberRow:
    """What a leader learns of a member."""

    member_id: str
    instance_id: str | None
    metadata: bytes


@dataclass(frozen=True, slots=True)
class Joined:
    """The answer to a member that asked to join."""

    error: ErrorCode
    member_id: str = ""
    generation: int = -1
    protocol: str = ""
    leader: str = ""
    members: tuple[MemberRow, ...] = ()
    """Everyone, for the leader; nobody, for the others."""


@dataclass(frozen=True, slots=True)
class Synced:
    """The answer to a member that asked for its partitions."""

    error: ErrorCode
    assignment: bytes = b""


@dataclass(slots=True)
class Member:
    """One member; `joining` and `syncing` are the answers that it waits for."""

    member_id: str
    subscription: Subscription
    heard_at: float
    assignment: bytes = b""
    joining: Future[Joined] | None = field(default=None, repr=False)
    syncing: Future[Synced] | None = field(default=None, repr=False)

    @property
    def is_static(self) -> bool:
        return self.subscription.instance_id is not None

    def is_instance(self, instance_id: str | None) -> bool:
        return instance_id is not None and self.subscription.instance_id == instance_id

    def is_lost(self, now: float) -> bool:
        """Whether its session ran out; one that waits for an answer of ours is not lost."""
        waits = self.joining is not None or self.syncing is not None
        return not waits and now - self.heard_at > self.subscription.session_seconds

    def answer_join(self, answer: Joined) -> None:
        if self.joining is not None and not self.joining.done():
            self.joining.set_result(answer)
        self.joining = None

    def answer_sync(self, answer: Synced) -> None:
        if self.syncing is not None and not self.syncing.done():
            self.syncing.set_result(answer)
        self.syncing = None

    def dismiss(self, error: ErrorCode) -> None:
        """Answers whatever it waits for with `error`."""
        self.answer_join(Joined(error, self.member_id))
        self.answer_sync(Synced(error))


def new_member_id(subscription: Subscription) -> str:
    """An id that nobody had before, after the instance or client that it is for."""
    return f"{subscription.instance_id or subscription.client_id or 'member'}-{uuid4()}"


def rows(members: Iterable[Member], protocol: str) -> tuple[MemberRow, ...]:
    """What the leader learns of everyone."""
    return tuple(
        MemberRow(
            each.member_id,
            each.subscription.instance_id,
            each.subscription.metadata_for(protocol),
        )
        for each in members
    )


def are_compatible(subscriptions: Sequence[Subscription]) -> bool:
    """Whether these members can be of one group."""
    types = {each.protocol_type for each in subscriptions}
    return bool(_shared_protocols(subscriptions)) and len(types) == 1 and types != {""}


def chosen_protocol(subscriptions: Sequence[Subscription]) -> str:
    """Of the strategies that all can follow, the one that most prefer."""
    shared = _shared_protocols(subscriptions)
    votes = Counter(
        next(name for name, _ in each.protocols if name in shared) for each in subscriptions
    )
    return votes.most_common(1)[0][0]


def _shared_protocols(subscriptions: Sequence[Subscription]) -> set[str]:
    return set.intersection(*({name for name, _ in each.protocols} for each in subscriptions))

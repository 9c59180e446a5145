"""Members of a group played by hand, one request at a time."""

from dataclasses import dataclass, replace
from typing import Any

from workers.embedded_broker.errors import ErrorCode
from workers.embedded_broker.versions import ApiKey
from workers.embedded_broker.wire import Fields

from .raw import Connection

NO_MEMBER = ""


@dataclass(frozen=True, slots=True)
class Player:
    """A member as it last joined."""

    connection: Connection
    group: str
    member_id: str = NO_MEMBER
    instance_id: str | None = None
    generation: int = -1

    async def join(self, session_ms: int = 10_000, rebalance_ms: int = 10_000) -> Fields:
        """The answer to one request to join."""
        return await self.connection.ask(
            ApiKey.JOIN_GROUP,
            5,
            {
                "group": self.group,
                "session_timeout": session_ms,
                "rebalance_timeout": rebalance_ms,
                "member_id": self.member_id,
                "group_instance_id": self.instance_id,
                "protocol_type": "consumer",
                "group_protocols": [{"protocol_name": "range", "protocol_metadata": b"m"}],
            },
        )

    async def joined(self, session_ms: int = 10_000) -> "Player":
        """The same player as a member, who first asks for an id if it has to."""
        answer = await self.join(session_ms)
        if answer.error_code == ErrorCode.MEMBER_ID_REQUIRED:
            return await replace(self, member_id=answer.member_id).joined(session_ms)
        assert answer.error_code == 0
        return replace(self, member_id=answer.member_id, generation=answer.generation_id)

    async def settled(self, session_ms: int = 10_000) -> "Player":
        """A lone member who gave itself its partitions."""
        member = await self.joined(session_ms)
        answer = await member.sync({member.member_id: b"everything"})
        assert (answer.error_code, answer.member_assignment) == (0, b"everything")
        return member

    async def sync(self, assignments: dict[str, bytes]) -> Fields:
        given = [{"member_id": name, "member_metadata": part} for name, part in assignments.items()]
        body = {**self._identity(), "group_assignment": given}
        return await self.connection.ask(ApiKey.SYNC_GROUP, 3, body)

    async def heartbeat(self) -> int:
        """The error code of a heartbeat."""
        answer = await self.connection.ask(ApiKey.HEARTBEAT, 3, self._identity())
        return int(answer.error_code)

    async def leave(self) -> int:
        body = {"group": self.group, "member_id": self.member_id}
        return int((await self.connection.ask(ApiKey.LEAVE_GROUP, 1, body)).error_code)

    async def commit(self, topic: str, offset: int) -> int:
        """The error code of a commit for partition 0."""
        body = {
            "consumer_group": self.group,
            "consumer_group_generation_id": self.generation,
            "consumer_id": self.member_id,
            "group_instance_id": self.instance_id,
            "topics": offsets_of(topic, offset),
        }
        answer = await self.connection.ask(ApiKey.OFFSET_COMMIT, 7, body)
        return int(answer.topics[0].partitions[0].error_code)

    def _identity(self) -> dict[str, Any]:
        return {
            "group": self.group,
            "generation_id": self.generation,
            "member_id": self.member_id,
            "group_instance_id": self.instance_id,
        }


def offsets_of(topic: str, offset: int) -> list[dict[str, Any]]:
    """The offsets part of a commit for partition 0."""
    part = {"partition": 0, "offset": offset, "committed_leader_epoch": -1, "metadata": "m"}
    return [{"topic": topic, "partitions": [part]}]

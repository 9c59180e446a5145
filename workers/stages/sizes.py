"""How large a message may be."""

from typing import Final

from schemas.dead_letter import Reason
from schemas.topics import Topic
from workers.domain.rejection import PostRejected

BATCH_OVERHEAD: Final = 64 << 10
"""Bytes kept free for key, headers and the frame of the batch: Kafka's limit is on the batch."""


def refuse_too_large(value: bytes, topic: Topic) -> None:
    """Returns for a message that its topic takes.

    Raises:
        PostRejected: too_large.
    """
    limit = topic.max_message_bytes - BATCH_OVERHEAD
    if len(value) > limit:
        raise PostRejected(
            Reason.TOO_LARGE, f"the message has {len(value)} bytes, {topic.name} takes {limit}"
        )

"""Dead letters as they lie in Kafka, and which of them were put back."""

from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel

from schemas.codec import DecodeError, decode, encode
from schemas.topics import DEAD_LETTER_REPLAYS, dead_letters_of
from workers.adapters.kafka.admin import admin, partition_counts
from workers.adapters.kafka.connection import KafkaConnection
from workers.adapters.kafka.errors import KafkaProblem
from workers.adapters.kafka.reader import TopicReader, Unseen
from workers.domain.letters.letter import Letter, read_letter

MARK_PATIENCE_SECONDS = 35.0
"""Longer than a transaction of ours may stay open: then no mark is hidden."""


class Mark(BaseModel):
    """That a letter was put back; its key is the letter's place."""

    source_record: str
    """The letter's own `source-record`: a topic that is made anew begins its offsets anew."""
    replays: int
    """The count that the record was put back with."""


def mark_of(letter: Letter) -> tuple[bytes, bytes]:
    """Key and value of the record that says that a letter was put back."""
    mark = Mark(source_record=letter.source, replays=letter.replays + 1)
    return letter.place.encode(), encode(mark)


@dataclass(frozen=True, slots=True)
class Marks:
    """Which letters were put back."""

    by_place: Mapping[str, Mark] = field(default_factory=dict)

    def has(self, letter: Letter) -> bool:
        """Whether this letter was."""
        mark = self.by_place.get(letter.place)
        return mark is not None and mark.source_record == letter.source


async def read_marks(connection: KafkaConnection, *, all_of_them: bool = False) -> Marks:
    """The marks as of now; none where their topic was never made.

    Raises:
        KafkaProblem: the broker does not answer; or an open transaction hides some, and
            `all_of_them` says that every one is needed.
    """
    async with admin(connection) as client:
        if DEAD_LETTER_REPLAYS.name not in await partition_counts(client):
            return Marks()
    found: dict[str, Mark] = {}
    patience = MARK_PATIENCE_SECONDS if all_of_them else 1.0
    reader = TopicReader(connection, DEAD_LETTER_REPLAYS.name, patience_seconds=patience)
    async with reader:
        async for record in reader.records():
            try:
                found[(record.key or b"").decode()] = decode(Mark, record.value or b"")
            except (DecodeError, UnicodeDecodeError):
                continue  # nothing that we wrote
    if reader.unseen and all_of_them:
        raise KafkaProblem(f"which letters were replayed cannot be known yet: {reader.unseen[0]}")
    return Marks(found)


async def read_letters(
    connection: KafkaConnection,
    topics: Sequence[str],
    on_unseen: Callable[[Unseen], None] = lambda _: None,
    on_record: Callable[[], None] = lambda: None,
) -> AsyncGenerator[Letter, None]:
    """The letters of these topics' dead letters up to their end as of now, each partition in order.

    Records that Copydesk did not bury are passed over. `on_record` is told of every record.

    Raises:
        KafkaProblem: the broker does not answer, or a topic is missing.
    """
    for topic in topics:
        reader = TopicReader(connection, dead_letters_of(topic).name)
        async with reader:
            async for record in reader.records():
                on_record()
                letter = read_letter(
                    record.source, record.key, record.value, record.headers, record.timestamp_ms
                )
                if letter is not None:
                    yield letter
        for unseen in reader.unseen:
            on_unseen(unseen)

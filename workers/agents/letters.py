"""Dead letters that fit into their topic, or a halt: what was buried must not be lost or looped."""

from collections.abc import Mapping
from dataclasses import dataclass

from workers.stages.dead_letters import DeadLetter, dead_letter
from workers.stages.outcome import Bury, Record, Written

from .ends import Halted

Output = Written | DeadLetter


@dataclass(frozen=True, slots=True)
class LetterWriter:
    """Writes the letters of one stage."""

    stage: str
    version: str
    largest_records: Mapping[str, int]
    """Bytes, by topic: what Kafka takes."""

    def letter(self, record: Record, bury: Bury) -> DeadLetter:
        """The letter for a buried post.

        Raises:
            Halted: it is larger than its topic takes.
        """
        letter = dead_letter(record, bury, self.stage, self.version)
        limit = self.largest_records[letter.topic]
        if (size := size_of(letter)) > limit:
            raise Halted(
                f"the dead letter for {record.source} has {size} bytes and {letter.topic} takes"
                f" {limit}: raise its max.message.bytes, then start again"
            )
        return letter


def size_of(output: Output) -> int:
    """About how many bytes the record takes in a batch."""
    size = len(output.key or b"") + len(output.value or b"")
    for name, value in output.headers:
        size += len(name) + len(value or b"") + 8
    return size

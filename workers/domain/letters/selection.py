"""Which dead letters somebody means."""

from dataclasses import dataclass
from datetime import datetime

from workers.domain.letters.letter import Letter
from workers.domain.letters.site import is_of_site


@dataclass(frozen=True, slots=True)
class Selection:
    """All conditions hold for a letter that is meant; an empty one holds for every letter."""

    reasons: frozenset[str] = frozenset()
    stages: frozenset[str] = frozenset()
    since: datetime | None = None
    """Inclusive; of the record's own timestamp."""
    until: datetime | None = None
    """Exclusive."""
    site: str | None = None
    key: bytes | None = None
    text: str | None = None
    """Words that stand in the record or in the detail, whatever their case."""

    def takes(self, letter: Letter) -> bool:
        """Whether this letter is meant."""
        return (
            (not self.reasons or letter.reason in self.reasons)
            and (not self.stages or letter.stage in self.stages)
            and (self.key is None or letter.key == self.key)
            and self._in_time(letter.timestamp_ms)
            and (self.site is None or is_of_site(letter.value, self.site))
            and (self.text is None or _holds(letter, self.text))
        )

    def _in_time(self, timestamp_ms: int) -> bool:
        since, until = self.since, self.until
        return (since is None or timestamp_ms >= since.timestamp() * 1000) and (
            until is None or timestamp_ms < until.timestamp() * 1000
        )


def _holds(letter: Letter, text: str) -> bool:
    """JSON may write a letter or a slash as an escape: both spellings are looked for."""
    value = (letter.value or b"").decode("utf-8", "replace").replace("\\/", "/").casefold()
    words = text.casefold()
    return words in value or _escaped(text).casefold() in value or words in letter.detail.casefold()


def _escaped(text: str) -> str:
    """The text as JSON writes it in ASCII."""
    units = text.encode("utf-16-be", "surrogatepass")
    codes = (int.from_bytes(units[at : at + 2]) for at in range(0, len(units), 2))
    return "".join(chr(code) if code < 128 else f"\\u{code:04x}" for code in codes)

"""Dead letters in numbers: how many, of which kind, from where."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic import JsonValue
from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from workers.cli.letters_view import STYLES, minute, moment
from workers.cli.wording import printable
from workers.domain.letters.letter import Letter, LetterState
from workers.domain.letters.site import site_of

_SITES_SHOWN = 8


@dataclass(slots=True)
class Numbers:
    """Dead letters counted by topic, reason and stage, and by site."""

    rows: dict[tuple[str, str, str], Counter[LetterState]] = field(default_factory=dict)
    spans: dict[tuple[str, str, str], tuple[int, int]] = field(default_factory=dict)
    sites: Counter[str] = field(default_factory=Counter)

    def add(self, letter: Letter, state: LetterState) -> None:
        """One more."""
        row, at = (letter.topic, letter.reason, letter.stage), letter.timestamp_ms
        self.rows.setdefault(row, Counter())[state] += 1
        first, last = self.spans.get(row, (at, at))
        self.spans[row] = min(first, at), max(last, at)
        self.sites[site_of(letter.value) or "—"] += 1

    def table(self) -> RenderableType:
        """A row a kind of letter, the most frequent first; then the sites."""
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
        for heading in ("topic", "stage", "reason"):
            table.add_column(heading, no_wrap=True)
        for heading in ("waiting", "replayed", "parked"):
            table.add_column(heading, justify="right", no_wrap=True)
        table.add_column("oldest", no_wrap=True)
        table.add_column("newest", no_wrap=True)
        for row, counts in self._ordered():
            topic, reason, stage = row
            first, last = self.spans[row]
            numbers = (Text(f"{counts[state]:,}", STYLES[state]) for state in STYLES)
            table.add_row(topic, stage, reason, *numbers, minute(first), minute(last))
        sites = ", ".join(
            f"{printable(site)} {count:,}" for site, count in self._sites()[:_SITES_SHOWN]
        )
        return Group(table, Text(f"sites: {sites}", "dim"))

    def json(self) -> JsonValue:
        """The same for a program."""
        return {
            "letters": [
                {
                    "topic": row[0],
                    "stage": row[2],
                    "reason": row[1],
                    **{state: counts[state] for state in STYLES},
                    "oldest": moment(self.spans[row][0]),
                    "newest": moment(self.spans[row][1]),
                }
                for row, counts in self._ordered()
            ],
            "sites": [{"site": site, "letters": count} for site, count in self._sites()],
        }

    def _ordered(self) -> list[tuple[tuple[str, str, str], Counter[LetterState]]]:
        return sorted(self.rows.items(), key=lambda each: (-each[1].total(), each[0]))

    def _sites(self) -> Sequence[tuple[str, int]]:
        return sorted(self.sites.items(), key=lambda each: (-each[1], each[0]))

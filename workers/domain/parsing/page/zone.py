"""The lines around a page's headline: where bylines and dates stand."""

from typing import Final, NamedTuple

from workers.domain.parsing.page.comparing import squashed
from workers.domain.parsing.page.markup import Heading, Line, Mark, PageMarkup

_BEFORE: Final = 5
_AFTER: Final = 15
"""Lines before and after the headline in which bylines stood on 160 development pages."""
_PROSE: Final = 160
"""Characters from which a line is a paragraph of the story itself."""
_SENTENCE: Final = 80
"""Characters from which a `p` that ends in a full stop may be one, too."""
_STOPS: Final = (".", "!", "?", "…", "”", '"', "。")


class Zone(NamedTuple):
    """The lines before and after the headline, in their order, and what lies outside the story."""

    before: tuple[Line, ...]
    after: tuple[Line, ...]
    page: PageMarkup
    home: frozenset[int]
    """The regions that the headline itself stands in: those are no side bars, whatever they say."""
    head: tuple[Line, ...]
    """The lines between the headline and the first paragraph."""
    first_line: int
    """Where the headline stands among the page's lines; -1 where the page has none."""
    foreign: frozenset[int]
    """The regions that lie outside the story even between the headline and the first paragraph."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of them but the headline."""
        return (*self.before, *self.after)

    def is_outside(self, part: Line | Mark) -> bool:
        """Whether a line or mark stands in a side bar, a footer, comments or another's card."""
        if not part.region or part.region in self.home:
            return False
        return part.region in self.foreign or not self._is_before_text(part)

    def _is_before_text(self, part: Line | Mark) -> bool:
        """Whether it stands between the headline and the first paragraph."""
        if isinstance(part, Mark):
            return 0 <= part.line - self.first_line <= len(self.head)
        return part in self.head

    def is_near(self, part: Mark) -> bool:
        """Whether a mark stands where bylines do."""
        at = self.first_line
        return at < 0 or at - _BEFORE <= part.line <= at + _AFTER


def zone_of(page: PageMarkup, title: str | None) -> Zone:
    """The lines near the headline; none where the page has no heading."""
    headline = _headline(page, title)
    if headline is None or not page.lines:
        return Zone((), (), page, frozenset(), (), -1, frozenset())
    # the number of lines before it is the place of the line that it begins
    at = min(headline.line, len(page.lines) - 1)
    after: list[Line] = []
    paragraphs = 0
    for line in page.lines[at + 1 : at + 1 + _AFTER]:
        paragraphs += len(line.text) > _PROSE
        if paragraphs > 2:
            break
        after.append(line)
    home = page.regions_around(headline.region)
    head = tuple(after[: _end_of_head(after)])
    before = page.lines[max(0, at - _BEFORE) : at]
    return Zone(before, tuple(after), page, home, head, at, _foreign(page, home))


def _foreign(page: PageMarkup, home: frozenset[int]) -> frozenset[int]:
    """The regions that are neither the headline's nor a mere frame, and all regions in them."""
    found: set[int] = set()
    for region, around in enumerate(page.regions):  # the one around it comes first
        if around in found or (region and region not in home and region not in page.frames):
            found.add(region)
    return frozenset(found)


def _end_of_head(after: list[Line]) -> int:
    """How many lines stand before the first paragraph: a long one, or the first of two in a row."""
    for place, line in enumerate(after):
        follows = after[place + 1] if place + 1 < len(after) else line
        if len(line.text) > _PROSE or (_is_sentence(line) and _is_sentence(follows)):
            return place
    return len(after)


def _is_sentence(line: Line) -> bool:
    return line.tag == "p" and len(line.text) > _SENTENCE and line.text.endswith(_STOPS)


def _headline(page: PageMarkup, title: str | None) -> Heading | None:
    wanted = squashed(title or "")
    same = [heading for heading in page.headings if wanted and wanted in squashed(heading.text)]
    first = [heading for heading in page.headings if heading.level == 1]
    return next(iter((*(h for h in same if h.level == 1), *same, *first)), None)

"""The lines around a page's headline: where bylines and dates stand."""

from typing import Final, NamedTuple

from workers.domain.parsing.page.markup import Line, PageMarkup
from workers.domain.parsing.page.site import squashed

_BEFORE: Final = 5
_AFTER: Final = 15
"""Lines before and after the headline in which bylines stood on 160 development pages."""
_PROSE: Final = 160
"""Characters from which a line is a paragraph of the story itself."""


class Zone(NamedTuple):
    """The lines before and after the headline, in their order."""

    before: tuple[Line, ...]
    after: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of them but the headline."""
        return (*self.before, *self.after)


def zone_of(page: PageMarkup, title: str | None) -> Zone:
    """The lines near the headline; none where the page has no heading."""
    at = _place(page, title)
    if at is None:
        return Zone((), ())
    after: list[Line] = []
    paragraphs = 0
    for line in page.lines[at + 1 : at + 1 + _AFTER]:
        paragraphs += len(line.text) > _PROSE
        if paragraphs > 2:
            break
        after.append(line)
    return Zone(page.lines[max(0, at - _BEFORE) : at], tuple(after))


def _place(page: PageMarkup, title: str | None) -> int | None:
    """The number of the line that is the headline."""
    wanted = squashed(title or "")
    same = [
        heading
        for heading in page.headings
        if wanted and wanted in squashed(heading.text)
    ]
    first = [heading for heading in page.headings if heading.level == 1]
    for heading in (*(h for h in same if h.level == 1), *same, *first):
        # the number of lines before it is the place of the line that it begins
        return min(heading.line, len(page.lines) - 1) if page.lines else None
    return None

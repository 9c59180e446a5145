"""An HTML fragment as blocks of text, links and pictures: the one place that reads markup."""

from typing import Final

import turbohtml

from schemas.dead_letter import Reason
from workers.domain.cleaning.characters import tidy_line
from workers.domain.cleaning.entities import decoded_again
from workers.domain.parsing.fragment_reader import Fragment, FragmentReader
from workers.domain.parsing.nesting import refuse_too_deep
from workers.domain.parsing.shown import hides_any
from workers.domain.rejection import PostRejected

MOST_TAGS: Final = 40_000
"""More tags than this are no article: of 584 real posts the fullest has 1,500."""


def read_fragment(html: str) -> Fragment:
    """The blocks, links and pictures of an HTML fragment.

    Scripts and styles vanish; furniture, forms and embeds are listed in `removed`. Reading is a
    loop, not a recursion: the depth of the markup costs nothing.

    Raises:
        PostRejected: too_large, where the markup has more than `MOST_TAGS` tags; too_deep.
    """
    if len(html) > MOST_TAGS and html.count("<") > MOST_TAGS:
        raise PostRejected(Reason.TOO_LARGE, f"markup of more than {MOST_TAGS} tags")
    refuse_too_deep(html)
    root = turbohtml.parse_fragment(html, positions=False)
    return FragmentReader(may_hide=hides_any(root)).read(root)


def plain_text_of(html: str) -> str:
    """A short fragment, such as a title, as one line of text."""
    if "<" not in html:
        return tidy_line(decoded_again(turbohtml.unescape(html)) if "&" in html else html)
    return tidy_line(" ".join(block.text for block in read_fragment(html).blocks))


def was_encoded_twice(html: str) -> bool:
    """Whether character references still stand in a short fragment once it was decoded."""
    if "&amp;" not in html:
        return False
    once = turbohtml.unescape(html)
    return decoded_again(once) != once

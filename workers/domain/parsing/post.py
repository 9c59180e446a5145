"""What every parser ends in: one post, read but neither cleaned nor judged.

(Tuples with names, all of them: a frozen dataclass takes three times as long to make.)
"""

from typing import Final, NamedTuple

from schemas.article import (
    Author,
    BlockKind,
    Claim,
    DateClaim,
    Image,
    PostKind,
    Publisher,
    Removed,
    Term,
)


class FoundLink(NamedTuple):
    """A link as the source writes it: its address may be relative or worthless."""

    href: str
    text: str


class FoundBlock(NamedTuple):
    """A block of text with the links that stand in it. White space is tidy already."""

    kind: BlockKind
    text: str
    links: tuple[FoundLink, ...] = ()


class Flaw(NamedTuple):
    """What was wrong with a source, as the name of the rule that read it all the same."""

    rule: str
    confidence: float


STANDFIRST_LINE: Final = "standfirst_line"
"""The rule of a standfirst that was a line of a plain text."""


class Excerpt(NamedTuple):
    """The source's own short version: an editor's standfirst, or cut from the text."""

    text: str
    cut: bool
    """Whether it ends in a mark of cutting, such as `[…]`."""
    source: str
    """JSON Pointer."""
    rule: str = "excerpt_not_cut_from_text"
    """Why it is a standfirst, where it becomes one."""


class TakenFrom(NamedTuple):
    """The feed or page from which the source says that it took the post."""

    name: str | None
    url: str | None
    source: str
    """JSON Pointer."""
    confidence: float


class Markup(NamedTuple):
    """The markup of the text as it came, for the traces that its first publisher left in it."""

    html: str
    source: str
    """JSON Pointer."""


class ParsedPost(NamedTuple):
    """One post of any kind. A new kind of source is a new function that returns this."""

    kind: PostKind
    identity: str | None
    """What names the post for good, such as `wordpress:example.org:12`; None where only the URL
    or the text can."""
    url: str | None
    canonical_url: str | None
    canonical_source: str
    """JSON Pointer to where the canonical URL stands; empty without one."""
    title: str | None
    excerpt: Excerpt | None
    blocks: tuple[FoundBlock, ...]
    blocks_source: str
    """JSON Pointer to where the text stands."""
    markup: Markup | None
    authors: tuple[Author, ...]
    dates: tuple[DateClaim, ...]
    publisher: Publisher | None
    sections: tuple[Term, ...]
    tags: tuple[Term, ...]
    images: tuple[Image, ...]
    declared_language: str | None
    hidden: str | None
    """`withheld` or `withdrawn` where the source shows nothing of the text; else None."""
    claims: tuple[Claim, ...] = ()
    removed: tuple[Removed, ...] = ()
    taken_from: TakenFrom | None = None
    lead: tuple[FoundBlock, ...] = ()
    """Lines under a page's headline that its text lacks: heard for the origin, and no more."""

"""What names of elements, classes and properties mean on a page around its article."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

LINE_BREAKERS: Final = frozenset(
    "address article aside blockquote body br caption center dd details div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu"
    " nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
"""Elements that begin and end a line."""

SILENT: Final = frozenset(
    "script style template svg noscript head title iframe object embed video audio canvas"
    " select option textarea button datalist math map".split()
)
"""Elements whose text no reader takes for the page's own."""

OUTSIDE_TAGS: Final = frozenset(("aside", "footer", "nav", "blockquote"))
NEVER_OUTSIDE: Final = frozenset(("body", "html", "main", "article"))

# Lower case is searched, and every alternative begins with a letter (what may not stand before it
# is said behind it): a search skips to letters that may begin a match, in a third of the time.
_OUTSIDE: Final = re.compile(
    r"comment|related|(?:site|page|global|main|body)-?footer|footer(?<=^footer)|recirc|recommend"
    r"|popular|testimonial|reply|post-list|trending"
    r"|newsletter|read-next|most-read|more-(?<!\wmore-)|cookie|modal|popup"
)
_FRAME: Final = re.compile(
    r"widget|quote|review-|card(?<![vh]-card)(?<!vcard)|listing|carousel|slider|teaser|promo|sidebar"
)
_OWN_FOOT: Final = re.compile(r"(?:entry|post|article|story)[_-]{0,2}footer")
_BYLINE: Final = re.compile(r"by-?line|author|writer|contributor|signature|autor|auteur|verfasser")
_AUTHOR: Final = re.compile(
    r"(?:^|\s)(?:[\w-]+[_-])?(?:by-?line|author|writer|contributor|signature|autor|auteur|fn)"
    r"(?:[_-]{1,2}?(?:name|link|info-name|title|names))?(?=\s|$)"
    r"|author-?_?name|authorname|by-?line|post-?author|article-?author",
)
_NOT_AUTHOR: Final = re.compile(
    r"bio|avatar|image|img|photo|desc|social|follow|job|role|box"
    r"|card(?<![vh]-card)(?<!vcard)|count|date|more|icon|about"
)
_DATE: Final = re.compile(
    r"date|publish|posted|timestamp|time-?stamp|datum|fecha|by-?line"
    r"|meta(?<![^\s_-]meta)(?=\s|$|[_-])|time(?<![^\s_-]time)(?=\s|$|[_-])"
)
_PROFILE: Final = re.compile(
    r"/(?:authors?|contributors?|writers?|byline|staff|autor(?:es)?|auteurs?)/[^/?#]"
)


class ClassMeaning(NamedTuple):
    """What an element's class and id say."""

    outside: bool
    """A side bar, comments, other stories: never the story's own."""
    frame: bool
    """Something that frames other stories on most pages, and the byline on some."""
    byline: bool
    author: bool
    date: bool
    own_foot: bool
    """The foot of the story itself, where its author and its day may stand."""


_NOTHING: Final = ClassMeaning(
    outside=False, frame=False, byline=False, author=False, date=False, own_foot=False
)
_LONGEST: Final = 300


@lru_cache(maxsize=8192)
def meaning_of(names: str) -> ClassMeaning:
    """The meaning of `class` and `id`, joined by a blank; nothing, where they are endless."""
    if not names or len(names) > _LONGEST:
        return _NOTHING
    names = names.lower()
    byline = _BYLINE.search(names) is not None
    author = byline or "fn" in names
    return ClassMeaning(
        outside=_OUTSIDE.search(names) is not None,
        frame=_FRAME.search(names) is not None,
        byline=byline,
        author=author and bool(_AUTHOR.search(names)) and not _NOT_AUTHOR.search(names),
        date=_DATE.search(names) is not None,
        own_foot=_OWN_FOOT.search(names) is not None,
    )


def is_profile(href: str) -> bool:
    """Whether an address looks like a page about an author."""
    return len(href) < _LONGEST and _PROFILE.search(href) is not None

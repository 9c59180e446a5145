"""What someone said, as Mastodon and ActivityPub tell it: read, and not yet a post."""

from dataclasses import dataclass

from schemas.article import Author
from workers.domain.parsing.pictures import FoundImage


@dataclass(frozen=True, slots=True)
class Statement:
    """A status of either form."""

    at: str
    """JSON Pointer to the status itself: within a boost, to the boosted one."""
    uri: str | None
    """Its id in the network: the same on every server."""
    url: str | None
    title: str | None
    warning: str | None
    """What is shown in place of the text until a reader asks for it."""
    warning_source: str
    html: str
    html_source: str
    authors: tuple[Author, ...]
    authors_source: str
    published: str | None
    published_source: str
    modified: str | None
    modified_source: str
    language: str | None
    tags: tuple[str, ...]
    pictures: tuple[FoundImage, ...]
    choices: tuple[str, ...]
    """What a poll asks to choose from."""
    choices_source: str
    quoted: str | None
    """The post that it quotes: who, what, and where."""
    boosted_by: str | None
    """Who passed it on, where the raw post is a boost."""
    withdrawn: bool

"""Stories: clusters of articles about one event."""

from typing import Annotated, Literal

from pydantic import Field

from .base import Confidence, Identifier, Instant, Message

Weight = Annotated[float, Field(ge=0)]


class WeightedTerm(Message):
    """A term of a text and how much it says about it."""

    term: str
    """The term, folded to its basic form."""
    weight: Weight
    """Its weight, greater than a common word's."""


class StoryCandidate(Message):
    """The slim features of one article that stories are built from. For our own use."""

    article_id: Identifier
    """The article."""
    revision: Identifier
    """The revision that the features were taken from."""
    language_code: str
    """ISO 639 code, and the record's key: one language is assigned in one order."""
    title: str | None
    """The headline, or null."""
    publisher_domain: str | None
    """Where this copy was published, or null."""
    origin_domain: str | None
    """Where the text was first published, when that is elsewhere; else null."""
    event_at: Instant
    """When the article was published, or else ingested."""
    terms: tuple[WeightedTerm, ...]
    """What the article is about."""
    fingerprints: tuple[str, ...]
    """Hashes of its sentences, as hexadecimal text."""


class StoryArticle(Message):
    """Which story an article belongs to, and what it nearly duplicates."""

    article_id: Identifier
    """The article, and the record's key: joins `enriched-articles` by key."""
    story_id: Identifier
    """The story it belongs to."""
    similarity: Confidence
    """How close it is to the story, from 0 to 1; 1 for the article that opened it."""
    near_duplicate_of: Identifier | None
    """The earlier article whose text it largely repeats, or null."""
    containment: Confidence | None
    """The share of its text found in that article, from 0 to 1; null without one."""


class Story(Message):
    """A cluster of articles about one event."""

    story_id: Identifier
    """The story's id and the record's key."""
    title: str | None
    """A headline for the story, taken from one of its articles, or null."""
    language_code: str
    """The language of its articles, ISO 639."""
    first_seen_at: Instant
    """The time of its earliest article."""
    last_seen_at: Instant
    """The time of its latest article."""
    article_ids: tuple[Identifier, ...]
    """Its articles, in the order in which they were filed."""
    origins: tuple[str, ...]
    """The domains that published them first, each once."""
    independent_origins: Annotated[int, Field(ge=0, le=2**53)]
    """How many origins did not merely copy another article of the story."""
    terms: tuple[WeightedTerm, ...]
    """What the story is about, the most telling first."""
    merged_into: Identifier | None
    """The story that this one proved to be a part of, or null."""


class StoryState(Message):
    """One article as the stories agent filed it: together they are its whole state. Our own use."""

    article_id: Identifier
    """The article, and the record's key."""
    candidate: StoryCandidate
    """The features that it was filed with."""
    story_id: Identifier
    """The story that it went to."""
    merged_story_ids: tuple[Identifier, ...]
    """Stories that its arrival merged into that one."""
    action: Literal["filed", "withdrawn"]
    """Whether the article counts, or was taken back."""

"""Stories: clusters of articles about one event."""

from typing import Annotated

from pydantic import Field

from .article import AccessKind
from .base import Confidence, Identifier, Instant, Message

Weight = Annotated[float, Field(ge=0)]

Count = Annotated[int, Field(ge=0, le=2**53)]

MonthDay = Annotated[int, Field(ge=101, le=1231)]


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
    access: AccessKind
    """How much of the article its source showed: one that is withdrawn leaves its story."""
    title: str | None
    """The headline, or null."""
    publisher_domain: str | None
    """Where this copy was published, or null."""
    origin_domain: str | None
    """Where the text was first published, when that is elsewhere; else null."""
    published_at: Instant | None
    """When the article was published, or null: an undated one is held against no time."""
    modified_at: Instant | None
    """When the article was last changed, or null: tells a newer revision from an older one."""
    ingested_at: Instant
    """When the raw post came onto its topic: the clock by which stories come to their end."""
    word_count: Annotated[int, Field(ge=0, le=2**53)]
    """How many words the terms were taken from."""
    has_case: bool
    """Whether capitals tell names from words in it: not in Chinese, Arabic or Hindi."""
    month_days: tuple[MonthDay, ...]
    """The days that the text names, ascending: 226 is 26 February."""
    terms: tuple[str, ...]
    """What the article is about: four groups of terms in a row, see `term_groups`."""
    term_groups: tuple[Count, ...]
    """How many names stand in title and lede, names elsewhere, words in the lede, others."""
    term_counts: tuple[Count, ...]
    """How much the text speaks of each of `terms`: mentions, those in title and lede doubled."""
    fingerprint: str
    """A sample of the hashes of its word triples, three bytes each, ascending, in base64."""


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
    reverse_containment: Confidence | None = None
    """The share of that article's text found in this one, from 0 to 1; null without one."""


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
    """One article as the stories agent filed it: together they are its whole state. Our own use.

    The state is a function of the latest record of each article, so compaction changes nothing.
    """

    article_id: Identifier
    """The article, and the record's key."""
    revision: Identifier
    """The revision that it was filed with."""
    language_code: str
    """ISO 639 code: a partition may hold several languages, and no story holds two."""
    access: AccessKind
    """How much of the article was shown; one that is withdrawn has no terms and counts nowhere."""
    title: str | None
    """The headline, or null."""
    publisher_domain: str | None
    """Where this copy was published, or null."""
    origin_domain: str | None
    """Where the text was first published, when that is elsewhere; else null."""
    published_at: Instant | None
    """When the article was published, or null."""
    modified_at: Instant | None
    """When the article was last changed, or null."""
    ingested_at: Instant
    """When the raw post came onto its topic."""
    month_days: tuple[MonthDay, ...]
    """The days that the text names, ascending: 226 is 26 February."""
    terms: tuple[str, ...]
    """The weightiest terms of the article, in four groups, see `term_groups`."""
    term_groups: tuple[Count, ...]
    """How many names stand in title and lede, names elsewhere, words in the lede, others."""
    term_weights: tuple[Count, ...]
    """What each of `terms` weighed when it was filed, in thousandths of the article's length."""
    fingerprint: str
    """A sample of the hashes of its word triples, three bytes each, ascending, in base64."""
    story_id: Identifier
    """The story that it belongs to."""
    earlier_story_ids: tuple[Identifier, ...]
    """Stories that it was in before they were merged, the latest last."""
    similarity: Confidence
    """How close it was to the story, from 0 to 1; 1 for the article that opened it."""
    near_duplicate_of: Identifier | None
    """The earlier article whose text it largely repeats, or null."""
    containment: Confidence | None
    """The share of its text found in that article, from 0 to 1; null without one."""
    reverse_containment: Confidence | None
    """The share of that article's text found in this one, from 0 to 1; null without one."""
    filed_number: Count
    """Its place among the articles of the partition, by when each was first filed."""
    written_number: Count
    """This record's place among all that were written to the partition's state."""
    clock_at: Instant
    """The latest `ingested_at` that the agent had seen: stories come to their end by it."""

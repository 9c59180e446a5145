"""An article, and what a reader and a machine want to know about it."""

from typing import Annotated, Literal

from pydantic import Field

from .article import Article
from .base import CharIndex, Confidence, Identifier, Message, Span

EntityKind = Literal["person", "organization", "place", "other"]

PartName = Literal[
    "cited_sources",
    "detected_language",
    "entities",
    "keyphrases",
    "quotes",
    "summary",
    "word_count",
]


class DetectedLanguage(Message):
    """The language that the text itself is written in."""

    code: str
    """ISO 639-1, or 639-3 where there is no shorter code; `und` when the text does not tell."""
    script: str
    """ISO 15924: the script of most of its letters, such as `Latn`; `Zyyy` where it has none."""
    confidence: Confidence
    """How sure the answer is, from 0 to 1."""


class Entity(Message):
    """A person, organisation, place or other named thing of the text."""

    name: str
    """The fullest name that the text gives."""
    kind: EntityKind
    """What it is."""
    aliases: tuple[str, ...]
    """Every other form in which the text names it."""
    mentions: tuple[Span, ...]
    """Where the text names it, in order."""


class Quote(Message):
    """Words that the text attributes to somebody."""

    text: str
    """The words inside the marks."""
    start_char: CharIndex
    """The first code point inside the marks."""
    end_char: CharIndex
    """The code point after the last one inside the marks."""
    speaker: str | None
    """The fullest name of who said it, or null when the text does not tell."""
    speaker_as_written: str | None
    """How the text names the speaker beside the quote: `Mr Xi`, `she`; or null."""
    cue: str | None
    """The verb that attributes it, as written, or null."""
    kind: Literal["direct", "mixed"]
    """`direct`: a sentence or clause of its own. `mixed`: a fragment in the reporter's sentence."""


class CitedSource(Message):
    """A publisher or agency that the text credits for a fact."""

    name: str
    """The fullest name that the text gives it."""
    mentions: tuple[Span, ...]
    """Where the text credits it, in order."""


class Part(Message):
    """One enrichment that was attempted."""

    name: PartName
    """The field that it fills."""
    version: str
    """Which version of it ran."""


class EnrichedArticle(Message):
    """An article with its language, entities, quotes, cited sources, keyphrases and summary.

    A field is to be believed only where `parts` names it: an empty list of a part that is not named
    there means that nobody looked.
    """

    article_id: Identifier
    """The article's id and the record's key; the same as in `article`."""
    article: Article
    """The article itself, unchanged."""
    detected_language: DetectedLanguage | None
    """The language of the text, or null when it was not looked for."""
    entities: tuple[Entity, ...]
    """Who and what the text names."""
    quotes: tuple[Quote, ...]
    """Who said what."""
    cited_sources: tuple[CitedSource, ...]
    """Which outlets and agencies the text credits. Never the origin."""
    keyphrases: tuple[str, ...]
    """Phrases that say what it is about, the most telling first."""
    summary: tuple[Span, ...]
    """Up to three of its own sentences, in their order, never rewritten."""
    word_count: Annotated[int, Field(ge=0, le=2**53)] | None
    """How many words the text has, or null when they were not counted."""
    parts: tuple[Part, ...]
    """Which enrichments were attempted, and with which version of each."""

"""The pure stages one after the other, without a broker: what would become of a post."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal, assert_never

from pydantic import JsonValue

from schemas.article import Article
from schemas.codec import decode, encode_json, parse_json
from schemas.dead_letter import SOURCE_RECORD_HEADER
from schemas.enriched_article import EnrichedArticle
from schemas.topics import (
    ARTICLES,
    ENRICHED_ARTICLES,
    RAW_POSTS,
    STORY_ARTICLES,
    STORY_CANDIDATES,
    Topic,
)
from workers.adapters.sources import SourceRecord
from workers.stages.enrich import EnrichStage
from workers.stages.normalize import NormalizeStage
from workers.stages.outcome import (
    Bury,
    Drop,
    Forward,
    Outcome,
    OutputRecord,
    Record,
    Stage,
    Written,
)
from workers.stages.stories import StoriesStage


@dataclass(frozen=True, slots=True)
class PreviewedPost:
    """What would become of one post."""

    input: str
    """The file it stood in, or `-`."""
    index: int
    """Its place among the posts of that input, from 0."""
    outcome: Literal["forward", "bury", "drop"]
    reason: str | None
    detail: str | None
    article: bytes | None
    """The message for `articles`; None where normalize did not forward it."""
    enriched: bytes | None
    """The message for `enriched-articles`; None where it did not come so far."""
    candidate: OutputRecord | None = None
    """The record for `story-candidates`; None where it did not come so far."""
    story: bytes | None = None
    """The message for `story-articles`, after the last post; None where stories were not asked."""

    def decoded_article(self) -> Article | None:
        """The article as a value."""
        return None if self.article is None else decode(Article, self.article)

    def decoded_enriched(self) -> EnrichedArticle | None:
        """The enriched article as a value."""
        return None if self.enriched is None else decode(EnrichedArticle, self.enriched)

    def json(self) -> bytes:
        """One JSON object: `enriched` holds what stands beside the article."""
        article = None if self.article is None else parse_json(self.article)
        enriched = None if self.enriched is None else parse_json(self.enriched)
        if isinstance(enriched, dict):
            del enriched["article"]
        fields: dict[str, JsonValue] = {
            "input": self.input,
            "index": self.index,
            "outcome": self.outcome,
            "reason": self.reason,
            "detail": self.detail,
            "article": article,
            "enriched": enriched,
        }
        story = None if self.story is None else parse_json(self.story)
        if isinstance(story, dict):
            del story["article_id"]
            fields["story"] = story
        return encode_json(fields)


@dataclass(frozen=True, slots=True)
class PureLine:
    """Normalize, then enrich where it is wanted, then stories where they are."""

    normalize: NormalizeStage
    enrich: EnrichStage | None
    stories: StoriesStage | None = None

    def preview(self, records: Iterable[SourceRecord]) -> Iterator[PreviewedPost]:
        """One value a post, in the order of the input.

        With stories only after the last post was read: a later one may merge two of them.
        """
        posts = self._enriched(records)
        return posts if self.stories is None else iter(_placed(self.stories, list(posts)))

    def _enriched(self, records: Iterable[SourceRecord]) -> Iterator[PreviewedPost]:
        name, index = "", 0
        for place, source in enumerate(records):
            if source.name != name:
                name, index = source.name, 0
            now = datetime.now(UTC)
            record = Record(
                topic=RAW_POSTS.name,
                partition=0,
                offset=place,
                key=source.key,
                value=source.value,
                headers=(),
                timestamp_ms=int(now.timestamp() * 1000),
            )
            for outcome in self.normalize.run(record, now):
                yield self._previewed(name, index, outcome, now)
                index += 1

    def _previewed(self, name: str, index: int, outcome: Outcome, now: datetime) -> PreviewedPost:
        match outcome:
            case Bury():
                reason = outcome.reason.value
                return PreviewedPost(name, index, "bury", reason, outcome.detail, None, None)
            case Drop():
                return PreviewedPost(name, index, "drop", outcome.reason, None, None, None)
            case Forward():
                article = _written_to(ARTICLES, outcome)
                if self.enrich is None:
                    return PreviewedPost(name, index, "forward", None, None, article.value, None)
                return _enriched(self.enrich, name, index, article, now)
            case _:
                assert_never(outcome)


def _enriched(
    stage: Stage, name: str, index: int, article: OutputRecord, now: datetime
) -> PreviewedPost:
    (outcome,) = stage.run(_read_back(article, index), now)
    match outcome:
        case Forward():
            message = _written_to(ENRICHED_ARTICLES, outcome).value
            post = PreviewedPost(name, index, "forward", None, None, article.value, message)
            return replace(post, candidate=_written_to(STORY_CANDIDATES, outcome))
        case Bury():
            reason = outcome.reason.value
            return PreviewedPost(name, index, "bury", reason, outcome.detail, article.value, None)
        case Drop():
            return PreviewedPost(name, index, "drop", outcome.reason, None, article.value, None)
        case _:
            assert_never(outcome)


def _placed(stage: Stage, posts: list[PreviewedPost]) -> list[PreviewedPost]:
    """The posts with their stories, as they stand after the last of them."""
    standing: dict[bytes, bytes | None] = {}
    answers: list[bytes | None] = []
    for offset, post in enumerate(posts):
        answers.append(None)
        if post.candidate is None:
            continue
        (outcome,) = stage.run(_read_back(post.candidate, offset), datetime.now(UTC))
        assert isinstance(outcome, Forward)
        written: tuple[Written, ...] = (*outcome.tombstones, *outcome.records)
        for record in written:
            if record.topic == STORY_ARTICLES.name:
                standing[record.key] = record.value
                if dict(record.headers).get(SOURCE_RECORD_HEADER) is not None:
                    answers[-1] = record.key
    return [
        post if key is None else replace(post, story=standing[key])
        for post, key in zip(posts, answers, strict=True)
    ]


def _read_back(output: OutputRecord, offset: int) -> Record:
    return Record(
        topic=output.topic,
        partition=0,
        offset=offset,
        key=output.key,
        value=output.value,
        headers=output.headers,
        timestamp_ms=output.timestamp_ms,
    )


def _written_to(topic: Topic, outcome: Forward) -> OutputRecord:
    return next(record for record in outcome.records if record.topic == topic.name)

"""Gold stories of the corpus: articles with the event that readers say they are about."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from pydantic import JsonValue

from schemas.codec import decode
from schemas.story import StoryCandidate
from tests.corpus.places import CORPUS
from workers.adapters.sources import SourceRecord
from workers.cli.pure_line import PureLine
from workers.domain.stories.partition import StoryPartition
from workers.domain.stories.settings import DEFAULT, StorySettings
from workers.stages.enrich import EnrichStage
from workers.stages.normalize import NormalizeStage

STORIES = CORPUS / "stories"


class Gold(NamedTuple):
    """An article as the stories agent gets it, and its gold story."""

    story: str
    candidate: StoryCandidate


class Score(NamedTuple):
    """B-cubed."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def basil(*, by_date: bool = False) -> list[Gold]:
    """Three outlets on each of 100 events, in the order of their files or by date."""
    posts = list(basil_posts())
    if by_date:
        posts.sort(key=lambda each: f"{each[1]['published_at']}{each[1]['url']}")
    return _golds(posts)


def basil_posts() -> Iterator[tuple[str, dict[str, JsonValue]]]:
    """The event of each article, and its envelope."""
    for path in sorted((STORIES / "basil").glob("*.json")):
        told = json.loads(path.read_text("utf-8"))
        yield (
            told["triplet-uuid"],
            {
                "kind": "plain_text",
                "url": told["url"],
                "title": told["title"],
                "text": "\n\n".join(" ".join(each) for each in told["body-paragraphs"]),
                "published_at": f"{told['date']}T12:00:00Z",
            },
        )


def ecb_plus() -> list[Gold]:
    """Two different events of one kind in each topic, undated."""
    return _golds(_ecb(path) for path in sorted((STORIES / "ecbplus").glob("*.txt")))


def undated(golds: Iterable[Gold]) -> list[Gold]:
    """The same articles, with nothing to say when they were published."""
    return [
        Gold(story, candidate.model_copy(update={"published_at": None}))
        for story, candidate in golds
    ]


def half_undated(golds: Sequence[Gold], seed: int) -> list[Gold]:
    """The same articles, about half of which do not say when they were published."""
    chance = Random(seed)
    hidden = undated(golds)
    return [
        without if chance.random() < 0.5 else gold
        for gold, without in zip(golds, hidden, strict=True)
    ]


def shuffled(golds: Iterable[Gold], seed: int) -> list[Gold]:
    """The same articles in another order."""
    ordered = list(golds)
    Random(seed).shuffle(ordered)
    return ordered


def score(golds: Sequence[Gold], settings: StorySettings = DEFAULT) -> Score:
    """How well the stories that are made of articles, as they come, are the gold ones."""
    found = placed([candidate for _, candidate in golds], settings)
    return bcubed([story for story, _ in golds], found)


def placed(candidates: Iterable[StoryCandidate], settings: StorySettings = DEFAULT) -> list[str]:
    """The story of each article after the last one came."""
    stories = StoryPartition(settings)
    standing: dict[str, str] = {}
    order: list[str] = []
    for candidate in candidates:
        filing = stories.assign(candidate)
        assert filing.standing is not None
        order.append(filing.article_id)
        for article in (*filing.moved, filing.standing):
            standing[article.article_id] = article.story_id
    return [standing[article_id] for article_id in order]


def bcubed(gold: Sequence[str], found: Sequence[str]) -> Score:
    """B-cubed precision and recall of clusters against gold ones, article by article."""
    golds, founds = defaultdict(set), defaultdict(set)
    for place, (story, cluster) in enumerate(zip(gold, found, strict=True)):
        golds[story].add(place)
        founds[cluster].add(place)
    shared = [
        (len(golds[story] & founds[cluster]), len(founds[cluster]), len(golds[story]))
        for story, cluster in zip(gold, found, strict=True)
    ]
    return Score(
        sum(both / cluster for both, cluster, _ in shared) / len(shared),
        sum(both / story for both, _, story in shared) / len(shared),
    )


def candidates_of(records: Iterable[SourceRecord]) -> list[StoryCandidate]:
    """What the line makes of raw posts, those left out that do not come so far."""
    line = PureLine(NormalizeStage(4 << 20, 1_000), EnrichStage())
    return [
        decode(StoryCandidate, post.candidate.value)
        for post in line.preview(records)
        if post.candidate is not None
    ]


def envelope(post: Mapping[str, object]) -> SourceRecord:
    """A raw record that holds one post."""
    return SourceRecord("gold", 0, None, json.dumps(post).encode())


def _golds(posts: Iterable[tuple[str, dict[str, JsonValue]]]) -> list[Gold]:
    pairs = list(posts)
    candidates = candidates_of([envelope(post) for _, post in pairs])
    return [Gold(story, candidate) for (story, _), candidate in zip(pairs, candidates, strict=True)]


def _ecb(path: Path) -> tuple[str, dict[str, JsonValue]]:
    lines = [line for line in path.read_text("utf-8").split("\n") if line.strip()]
    title, *text = lines[1:] if lines[0].startswith("http") else lines
    story = path.stem.split("_")[0] + ("+" if path.stem.endswith("plus") else "")
    return story, {
        "kind": "plain_text",
        "url": f"https://gold.example/{path.stem}",
        "title": title,
        "text": "\n\n".join(text) or title,
    }

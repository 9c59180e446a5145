"""Every score of the stories on the corpus, one setting for all.

python -m tests.corpus.story_scores

Orders are shuffled as the corpus' own scorer shuffles, so its figures through `copydesk preview`
are the same.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from random import Random

from schemas.story import StoryCandidate
from tests.corpus.gold_stories import (
    STORIES,
    Gold,
    Score,
    basil,
    candidates_of,
    ecb_plus,
    half_undated,
    placed,
    score,
    shuffled,
    undated,
)
from tests.corpus.places import CORPUS
from workers.adapters.sources import read_source

_OTHERS = ("wordpress/posts.ndjson", "html", "feeds/real", "other/mastodon", "text")
"""What of the corpus tells no gold story."""
SEED_POSTS = CORPUS.parent / "seeds"


def main() -> None:
    """Prints one line a set."""
    dated, by_date, ecb = basil(), basil(by_date=True), ecb_plus()
    mixed = [*dated, *ecb]
    orders = (1, 2, 3)
    show("BASIL by date", [score(by_date)])
    show("BASIL shuffled", [score(shuffled(dated, seed)) for seed in orders])
    show("BASIL, dates hidden, by date", [score(undated(by_date))])
    show("BASIL, dates hidden, shuffled", [score(shuffled(undated(dated), s)) for s in orders])
    halves = [shuffled(half_undated(dated, seed), seed) for seed in range(1, 9)]
    show("BASIL, half of the dates hidden", [score(half) for half in halves])
    show("ECB+, six orders", [score(shuffled(ecb, seed)) for seed in range(1, 7)])
    show("both mixed", [score(shuffled(mixed, seed)) for seed in orders])
    show("both mixed, dates hidden", [score(shuffled(undated(mixed), seed)) for seed in orders])
    others = unrelated()
    for seed in range(1, 6):
        print(f"others in gold stories, order {seed}:", joins(mixed, others, seed))
    for reverse in (False, True):
        print("the seeds among all others:", seeds_among(others, reverse=reverse))


def show(name: str, scores: Sequence[Score]) -> None:
    """One line: each F1, then the means."""
    count = len(scores)
    each = " ".join(f"{one.f1:.3f}" for one in scores)
    mean = sum(one.f1 for one in scores) / count
    precision = sum(one.precision for one in scores) / count
    recall = sum(one.recall for one in scores) / count
    print(f"{name:32}{each}  mean {mean:.3f} (P {precision:.3f} R {recall:.3f})", flush=True)


def unrelated() -> list[StoryCandidate]:
    """The other articles of the corpus, of whatever language."""
    english = sorted((STORIES / "ntrex").glob("*/eng.txt"))
    paths = [*(CORPUS / name for name in _OTHERS), *english]
    found = candidates_of(record for path in paths for record in read_source(path))
    return list({each.article_id: each for each in found if each.access != "withdrawn"}.values())


def joins(golds: Iterable[Gold], others: Iterable[StoryCandidate], seed: int) -> str:
    """How many of the others stand in a story that is mostly one gold one's."""
    rows = [*golds, *(Gold("", each) for each in others)]
    Random(seed).shuffle(rows)
    found = placed([candidate for _, candidate in rows])
    inside: defaultdict[str, Counter[str]] = defaultdict(Counter)
    titles: defaultdict[str, list[str]] = defaultdict(list)
    for (story, candidate), cluster in zip(rows, found, strict=True):
        inside[cluster][story] += 1
        if not story:
            titles[cluster].append(candidate.title or "")
    joined = {
        cluster: count[""] for cluster, count in inside.items() if count[""] and len(count) > 1
    }
    total = sum(count[""] for count in inside.values())
    lines = [f"\n    {title[:90]}" for cluster in joined for title in titles[cluster]]
    return f"{sum(joined.values())} of {total}" + "".join(lines)


def seeds_among(others: Sequence[StoryCandidate], *, reverse: bool) -> str:
    """Whether the two seeds meet, and what else is in their story."""
    post, text = (
        SEED_POSTS / name for name in ("wordpress-post-4715.json", "article-thenational.txt")
    )
    seeds = candidates_of(record for path in (post, text) for record in read_source(path))
    first, second = reversed(seeds) if reverse else seeds
    half = len(others) // 2
    rows = [*others[:half], first, *others[half:], second]
    found = placed(rows)
    same = found[half] == found[-1]
    return f"{'one story' if same else 'TWO STORIES'}, {found.count(found[-1]) - 2} others in it"


if __name__ == "__main__":
    main()

"""Edited copies of the corpus' articles: which are told as copies, and where they are filed.

python -m tests.corpus.copies

Of each of 300 articles three copies are made, each edited in another way, and all are placed in
random order.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from random import Random
from typing import Final, NamedTuple

from schemas.story import StoryCandidate
from tests.corpus.gold_stories import basil_posts, candidates_of, envelope
from workers.domain.stories.fingerprint import Comparison, Fingerprint
from workers.domain.stories.partition import StoryPartition
from workers.domain.stories.placing import repeated
from workers.domain.stories.settings import DEFAULT

_SENTENCE: Final = re.compile(r"(?<=[.!?”\"])\s+")
_BEFORE: Final = "WASHINGTON (Larn Agency) - By our staff writers. "
_BEHIND: Final = (
    "\n\nReporting by our bureau; editing by the desk. Follow us for more news. All rights"
    " reserved, this material may not be published or rewritten."
)


class Text(NamedTuple):
    """An article or a copy of it."""

    original: str
    event: str
    edit: str
    """Empty for the original."""
    candidate: StoryCandidate


def main() -> None:
    """Prints a table for each order, then the false pairs."""
    for seed, dated in ((3, True), (4, True), (3, False)):
        texts = list(_texts(seed, dated=dated))
        Random(seed).shuffle(texts)
        print(f"order {seed}, {'dated' if dated else 'dates hidden'}: {_placed(texts)}", flush=True)
    print(
        "pairs that pass though one is no copy of the other:", _false(list(_texts(3, dated=True)))
    )


def _texts(seed: int, *, dated: bool) -> Iterator[Text]:
    random = Random(seed)
    posts = list(basil_posts())
    vocabulary = [word for _, post in posts for word in str(post["text"]).split()[:200]]
    rows: list[tuple[str, str, str, Mapping[str, object]]] = []
    for place, (event, post) in enumerate(posts):
        url = f"https://copies.example/{place}"
        edits = _edits(str(post["text"]), random, vocabulary)
        rows.append((url, event, "", {**post, "url": url}))
        for number, edit in enumerate(random.sample(sorted(edits), 3)):
            copy = {**post, "url": f"{url}/{number}", "title": None, "text": edits[edit]}
            rows.append((url, event, edit, copy))
    made = candidates_of([envelope(post) for *_, post in rows])
    for (url, event, edit, _), candidate in zip(rows, made, strict=True):
        when = {} if dated else {"published_at": None}
        yield Text(url, event, edit, candidate.model_copy(update=when))


def _edits(text: str, random: Random, vocabulary: list[str]) -> dict[str, str]:
    sentences = [each for each in _SENTENCE.split(text.replace("\n", " ")) if each]
    words = text.split()

    def without(share: float) -> str:
        return " ".join(each for each in sentences if random.random() > share) or text

    def changed(share: float, of: list[str]) -> str:
        return " ".join(random.choice(vocabulary) if random.random() < share else w for w in of)

    at = random.randrange(max(1, len(words) * 3 // 4))
    excerpt = words[at : at + max(1, len(words) // 4)]
    return {
        "wrapper": _BEFORE + text + _BEHIND,
        "-10 %": without(0.1),
        "-30 %": without(0.3),
        "first 60 %": " ".join(sentences[: max(1, len(sentences) * 6 // 10)]),
        "5 % changed": changed(0.05, words),
        "15 % changed": changed(0.15, words),
        "25 % excerpt": " ".join(excerpt),
        "excerpt, 10 % changed": changed(0.10, excerpt),
    }


def _placed(texts: list[Text]) -> str:
    """Of each edit, the share told as a copy of its original, and that in its story."""
    stories = StoryPartition(DEFAULT)
    by_id = {text.candidate.article_id: text for text in texts}
    standing: dict[str, str] = {}
    whole: dict[str, list[str]] = {}
    counted, told, joined = Counter[str](), Counter[str](), Counter[str]()
    for text in texts:
        filing = stories.assign(text.candidate)
        assert filing.standing is not None
        for article in (*filing.moved, filing.standing):
            standing[article.article_id] = article.story_id
        earlier = whole.setdefault(text.original, [])
        # two edits may share nothing, so a copy is looked for beside its original alone
        beside = [each for each in earlier if not (text.edit and by_id[each].edit)]
        if beside:
            edit = text.edit or by_id[beside[0]].edit
            copy = filing.standing.copy_of
            counted[edit] += 1
            told[edit] += copy is not None and by_id[copy.article_id].original == text.original
            joined[edit] += filing.standing.story_id in {standing[each] for each in beside}
        earlier.append(text.candidate.article_id)
    return "".join(
        f"\n    {edit:24}{told[edit] / count:.3f} told, {joined[edit] / count:.3f} in its story,"
        f" of {count}"
        for edit, count in sorted(counted.items())
    )


def _false(texts: list[Text]) -> str:
    read = [
        (text, fingerprint, Comparison(fingerprint))
        for text in texts
        for fingerprint in [Fingerprint.read(text.candidate.fingerprint)]
    ]
    seen, passed = Counter[str](), Counter[str]()
    for (one, _, comparison), (other, fingerprint, _) in combinations(read, 2):
        if one.original == other.original:
            continue
        kind = "originals" if not (one.edit or other.edit) else "with a copy"
        kind += ", one event" if one.event == other.event else ", two events"
        seen[kind] += 1
        passed[kind] += repeated(comparison.overlap(fingerprint), DEFAULT) > 0
    return "".join(f"\n    {kind:24}{passed[kind]} of {count:,}" for kind, count in seen.items())


if __name__ == "__main__":
    main()

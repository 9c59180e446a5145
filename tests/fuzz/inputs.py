"""Inputs by number: a real shape of one kind, bent. The same seed and number are the same input."""

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

import schemas
from schemas.topics import RAW_POSTS
from tests.corpus.places import CORPUS
from tests.schemas.mutations import CONTENT_TYPES, TIMESTAMPS, bent, headers_for, spliced
from workers.stages.outcome import Headers, Record

EXAMPLES: Final = Path(schemas.__file__).parent / "examples" / RAW_POSTS.name
ARRIVED_MS: Final = 1_772_366_340_250
LARGEST: Final = 6_000
"""Bytes of a shape worth bending: a long one is bent no better, only slower."""
LARGEST_PAGE: Final = 60_000
MOST_OF_A_KIND: Final = 400
ENCODINGS: Final = ("utf-16", "utf-16-be", "utf-8-sig", "utf-32", "cp1252", "cp1251", "shift_jis",
                    "gb18030", "big5", "euc-kr", "iso-2022-jp", "koi8-r")  # fmt: skip
CORPORA: Final = {
    "feed": ("feeds/real/*", "feeds/feedparser/**/*.xml", "nasty/xss-feeds/*"),
    "page": ("html/wcxb/*.html.gz", "html/pairs/*/*.html", "nasty/html5lib-tests/*"),
    "mastodon": ("other/mastodon/*",),
    "json": ("nasty/jsontestsuite/*", "other/custom/*", "nasty/blns.json"),
    "text": ("nasty/blns.txt",),
}
"""Where real shapes lie in the corpus, by kind."""
STARTS: Final = {"wordpress": "wordpress", "feed": "feed", "page": "page", "plain": "text"}
"""What the names of the shipped examples begin with."""
SHARES: Final = (
    ("wordpress", 30), ("feed", 25), ("page", 6), ("mastodon", 14), ("text", 12), ("json", 13),
)  # fmt: skip
"""Inputs of a hundred. Pages cost twenty times as much as the others."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes that are bent, by kind; each kind has some."""

    by_kind: dict[str, tuple[bytes, ...]]

    @classmethod
    def shipped(cls) -> "Shapes":
        """Those of the repository alone: an input's number means the same on every machine."""
        found: dict[str, list[bytes]] = {kind: [] for kind, _ in SHARES}
        for path in sorted(EXAMPLES.iterdir()):
            kind = next((k for start, k in STARTS.items() if path.name.startswith(start)), None)
            found[kind or ("json" if path.name == "cut-off.json" else "mastodon")].append(
                path.read_bytes()
            )
        return cls({kind: tuple(values) for kind, values in found.items()})

    @classmethod
    def everything(cls) -> "Shapes":
        """With the real ones of the corpus, where it is at hand."""
        found = {kind: [*values] for kind, values in cls.shipped().by_kind.items()}
        for kind, patterns in CORPORA.items():
            largest = LARGEST_PAGE if kind == "page" else LARGEST
            real = (value for value in _files(patterns) if 0 < len(value) <= largest)
            found[kind] += list(real)[:MOST_OF_A_KIND]
        posts = CORPUS / "wordpress" / "posts.ndjson"
        if posts.exists():
            lines = (line for line in posts.read_bytes().splitlines() if len(line) <= LARGEST)
            found["wordpress"] += list(lines)[:MOST_OF_A_KIND]
        return cls({kind: tuple(values) for kind, values in found.items()})


def _files(patterns: Sequence[str]) -> Iterator[bytes]:
    for pattern in patterns:
        for path in sorted(CORPUS.glob(pattern)):
            if path.is_file():
                value = path.read_bytes()
                yield gzip.decompress(value) if path.suffix == ".gz" else value


class Input(NamedTuple):
    """One input, and of what kind the shape was that it came from."""

    kind: str
    record: Record


class Inputs:
    """The inputs of one seed."""

    def __init__(self, seed: int, shapes: Shapes) -> None:
        self._seed = seed
        self._shapes = shapes.by_kind
        self._kinds, self._weights = zip(*SHARES, strict=True)
        self._all = tuple(value for values in shapes.by_kind.values() for value in values)

    def input(self, number: int) -> Input:
        """The input of this number."""
        rng = Random(f"{self._seed}:{number}")
        (kind,) = rng.choices(self._kinds, self._weights)
        value = self._value(rng, kind)
        at = ARRIVED_MS if rng.random() < 0.9 else rng.choice(TIMESTAMPS)
        return Input(kind, Record(RAW_POSTS.name, 0, number, None, value, _headers(rng, kind), at))

    def _value(self, rng: Random, kind: str) -> bytes:
        others = self._shapes[kind] if rng.random() < 0.8 else self._all
        value = rng.choice(self._shapes[kind])
        bend = bent if rng.random() < 0.5 else spliced
        value = bend(rng, value, others)
        if rng.random() < 0.04:
            codec = rng.choice(ENCODINGS)
            value = value.decode("utf-8", "replace").encode(codec, "replace")
        return value


def _headers(rng: Random, kind: str) -> Headers:
    if kind in ("page", "text", "feed") and rng.random() < 0.3:
        return (("content-type", rng.choice(CONTENT_TYPES)),)
    return headers_for(rng)

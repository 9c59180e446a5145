"""A numbered stream of raw posts: every number once, one in fifty of them poisoned.

Eight posts are six new articles and later versions of two that came before, under the same address
and the same key. That key is the desk's and not the article's, so the line must find a place for
each article by itself, and keep its versions in order.
"""

import json
import random
from dataclasses import dataclass

POISON_EVERY = 50
_SYLLABLES = [start + end for start in "bdfgklmnprstv" for end in ("ar", "el", "in", "ok", "um")]
HEADERS = (("origin-of-test", b"chaos"), ("empty", b""))

_BLOCK, _NEW = 8, 6
_BLOCKS_BACK = (1, 5)  # whose first article the last two posts of a block tell anew


@dataclass(frozen=True, slots=True)
class RawRecord:
    """One record for `raw-posts`."""

    number: int
    key: bytes
    value: bytes
    headers: tuple[tuple[str, bytes], ...]
    timestamp_ms: int
    poisoned: bool


def raw_record(number: int, began_ms: int) -> RawRecord:
    """The post of a number, the same every time but for its stamp.

    `began_ms` is about now: Kafka's retention goes by these stamps, and deletes what is old.
    """
    poisoned = number % POISON_EVERY == 7
    return RawRecord(
        number=number,
        key=b"desk-%d" % (article_of(number) % 97),
        value=_poison(number) if poisoned else _post(number),
        headers=HEADERS,
        timestamp_ms=began_ms + number,
        poisoned=poisoned,
    )


def article_of(number: int) -> int:
    """The number of the article that a post tells of."""
    block, place = divmod(number, _BLOCK)
    if place >= _NEW:
        return max(block - _BLOCKS_BACK[place - _NEW], 0) * _NEW
    return block * _NEW + place


def title_of(number: int) -> str:
    """The title of a post: no two have the same."""
    return f"Harbour report {number}"


def _post(number: int) -> bytes:
    article = article_of(number)
    return json.dumps(
        {
            "kind": "plain_text",
            "id": f"{number:07d}",
            "title": title_of(number),
            "url": f"https://harbour.example/reports/{article}",
            "text": f"Report number {number}. {_text(article)}",
        }
    ).encode()


def _text(article: int) -> str:
    """Three articles in a row tell of the same things in other sentences: a story of three."""
    told, teller = random.Random(article // 3), random.Random(article)
    names = [told.choice(_SYLLABLES).title() + told.choice(_SYLLABLES) for _ in range(6)]
    things = [told.choice(_SYLLABLES) + told.choice(_SYLLABLES) for _ in range(20)]
    sentences = [
        f"On Tuesday {teller.choice(names)} {teller.choice(_SYLLABLES)}ed the"
        f" {' '.join(teller.sample(things, 4))} of {teller.choice(names)}."
        for _ in range(8)
    ]
    return " ".join(sentences)


def _poison(number: int) -> bytes:
    kinds = (b'{"bad" %d', b'{"broken": [%d', b'{"kind": "plain_text", "text": %d')
    return kinds[number // POISON_EVERY % len(kinds)] % number

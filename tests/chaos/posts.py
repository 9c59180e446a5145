"""A numbered stream of raw posts: every number once, one in fifty of them poisoned."""

import json
import random
from dataclasses import dataclass

POISON_EVERY = 50
_SYLLABLES = [start + end for start in "bdfgklmnprstv" for end in ("ar", "el", "in", "ok", "um")]
HEADERS = (("origin-of-test", b"chaos"), ("empty", b""))


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
        key=b"site-%d" % (number % 997),
        value=_poison(number) if poisoned else _post(number),
        headers=HEADERS,
        timestamp_ms=began_ms + number,
        poisoned=poisoned,
    )


def _post(number: int) -> bytes:
    text = f"Report number {number}. {_text(number)}"
    return json.dumps(
        {
            "kind": "plain_text",
            "id": f"{number:07d}",
            "title": f"Harbour report {number}",
            "url": f"https://harbour.example/reports/{number}",
            "text": text,
        }
    ).encode()


def _text(number: int) -> str:
    """Three posts in a row tell of the same things in other sentences: a story of three."""
    told, teller = random.Random(number // 3), random.Random(number)
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

"""Records that cannot work, made of our own examples: one mutation for every reason there is."""

import json
import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from schemas.dead_letter import Reason
from tests.golden.examples import RAW

MAX_POST_BYTES = 16 << 10
"""The limit of the line under test; what is too large then is still quick to carry."""

Post = dict[str, Any]

_EXAMPLES: tuple[Post, ...] = tuple(
    json.loads((RAW / name).read_bytes())
    for name in ("wordpress-embedded.json", "wordpress-japanese.json", "wordpress-republished.json")
)
_HEADERS = (
    ("x-seen-by", b"a proxy"),
    ("copydesk-reason", b"what somebody else says"),
    ("kafka_dlt-original-offset", b"\x00\x00\x00\x00\x00\x00\x00\x07"),
    ("empty", b""),
    ("bytes", b"\xff\x00"),
)


@dataclass(frozen=True, slots=True)
class Sent:
    """One record as it is published."""

    topic: str
    key: bytes | None
    value: bytes
    headers: tuple[tuple[str, bytes], ...]
    timestamp_ms: int
    reason: Reason | None
    """Why it will be buried; None for one that goes through."""


def _post(number: int) -> Post:
    post = deepcopy(_EXAMPLES[number % len(_EXAMPLES)])
    post["id"] = 10_000 + number
    post["link"] = f"https://poison-{number % 7}.example/{number}/"
    post["guid"] = {"rendered": f"https://poison-{number % 7}.example/?p={number}"}
    post.pop("_links", None)
    return post


def _with(number: int, **changes: Any) -> bytes:
    return _bytes({**_post(number), **changes})


def _bytes(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _cut(number: int) -> bytes:
    return _with(number)[: -10 - number % 200].rstrip(b"}")


def _deep(number: int) -> bytes:
    depth = 1_030 + number % 50
    return b'{"id":%d,"meta":' % number + b'{"a":' * depth + b"1" + b"}" * (depth + 1)


def _empty(number: int) -> bytes:
    return _with(number, title={"rendered": ""}, content={"rendered": ""}, excerpt={"rendered": ""})


def _user(number: int) -> bytes:
    user = json.loads((RAW / "wordpress-user.json").read_bytes())
    return _bytes({**user, "id": number, "name": f"Writer {number}"})


def _error(number: int) -> bytes:
    error = json.loads((RAW / "wordpress-error.json").read_bytes())
    return _bytes({**error, "message": f"{error['message']} ({number})"})


MUTATIONS: dict[Reason, Callable[[int], bytes]] = {
    Reason.UNREADABLE_JSON: _cut,
    Reason.UNKNOWN_SHAPE: lambda n: _bytes({"number": n, "kind_of": "nothing"}),
    Reason.UNSUPPORTED_KIND: lambda n: b"<?xml version='1.0'?><opml>%d</opml>" % n,
    Reason.NOT_A_POST: _user,
    Reason.WORDPRESS_ERROR: _error,
    Reason.UNREADABLE_DATE: lambda n: _with(n, date_gmt=f"{n} days ago"),
    Reason.TOO_LARGE: lambda n: _with(n, content={"rendered": "large " * (MAX_POST_BYTES // 5)}),
    Reason.TOO_DEEP: _deep,
    Reason.UNDECODABLE_TEXT: lambda n: b"\xff\x00\x01\x02\x03\x04\x05\x06 number %d" % n,
    Reason.EMPTY: _empty,
    Reason.PRIVATE: lambda n: _with(n, status="draft"),
    Reason.BUG: lambda n: _with(n, poison="bug"),
}
"""What the first stage buries, by the reason that it gives; for `bug` see the broken line."""


def poisoned_corpus(records: int, now_ms: int, seed: int = 6) -> Iterator[Sent]:
    """So many records that will be buried, and one good one among ten of them.

    Every reason comes equally often. Broken promises lie on the topics of our own messages.
    """
    chance = random.Random(seed)
    reasons = [*MUTATIONS, Reason.CONTRACT_VIOLATION, Reason.CONTRACT_VIOLATION]
    for number in range(records):
        at = now_ms - records + number
        if number % 10 == 0:
            yield Sent("raw-posts", _key(number), _with(records + number), (), at, None)
        reason = reasons[number % len(reasons)]
        if reason is Reason.CONTRACT_VIOLATION:
            topic = ("articles", "enriched-articles")[number % len(reasons) % 2]
            value = _bytes({"article_id": f"a{number}", "title": "a promise that was broken"})
        else:
            topic, value = "raw-posts", MUTATIONS[reason](number)
        headers = tuple(chance.sample(_HEADERS, chance.randint(0, len(_HEADERS))))
        # a compacted topic takes no record without a key
        key = _key(number) if topic == "raw-posts" else b"a%d" % number
        yield Sent(topic, key, value, headers, at, reason)


def _key(number: int) -> bytes | None:
    return (None, b"site-%d" % (number % 97), b"\x00\xff%d" % number)[number % 3]

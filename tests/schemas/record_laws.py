"""The laws of the contract over what was written: one record's bytes, key and headers.

`broken_laws` trusts nothing of ours but the published schema. It parses the JSON anew, strictly,
and has a validator check it that shares no code with the models (jsonschema-rs).
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import jsonschema_rs

from schemas.asyncapi_headers import message_headers
from schemas.json_schema import json_schema
from schemas.topics import STORIES, STORIES_STATE, STORY_ARTICLES, TOPICS, Topic
from tests.schemas.reserved_words import KEPT, RESERVED
from tests.schemas.walking import properties, types
from workers.stages.outcome import OutputRecord, Tombstone

DEEPEST = 4
"""Objects, the message itself counted."""
EXPIRING = (STORIES, STORY_ARTICLES, STORIES_STATE)
"""The topics on which a key may lose its value."""
INTEGERS = range(-(2**63), 2**63)
BELIEVED = timedelta(days=1)
"""How far ahead of its arrival a source's date may lie."""
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
BATCH_OVERHEAD = 64 << 10
"""Bytes of a batch that are not the value."""
TOPIC = {topic.name: topic for topic in TOPICS}

WORDS = {
    str: "string", bool: "boolean", int: "integer", float: "number", list: "array", dict: "object",
    type(None): "null",
}  # fmt: skip

Json = Any
Node = tuple[str, Json]
"""A place in a message, lists as `[]`, and what stands there."""


def broken_laws(record: OutputRecord, now: datetime) -> list[str]:
    """The laws that the record breaks, each in a few words; none for a record as it should be.

    What it says is looked at only where its form is right.
    """
    try:
        message = strict_json(record.value)
    except ValueError as error:
        return [f"no JSON: {error}"]
    return _form(record, message) or _content(message, now)


def broken_tombstone(record: Tombstone) -> list[str]:
    """The laws of a record without a value: only what can expire or move may be taken back."""
    topic = TOPIC[record.topic]
    laws = [] if topic in EXPIRING else [f"a tombstone on {topic.name}"]
    return [*laws, *_key_text(record.key), *_headers(record, topic)]


def broken_form(record: OutputRecord) -> list[str]:
    """The laws that hold whatever the text says: schema, types, names, depth, key and headers.

    An article that somebody else wrote may break the others: its spans are its writer's word.
    """
    try:
        return _form(record, strict_json(record.value))
    except ValueError as error:
        return [f"no JSON: {error}"]


def _form(record: OutputRecord, value: Json) -> list[str]:
    topic = TOPIC[record.topic]
    nodes = walk(value)
    return [
        *(f"schema: {error.message[:200]}" for error in validator(topic).iter_errors(value)),
        *_types(topic, nodes),
        *_names(nodes),
        *_times(nodes),
        *(f"{path} is deeper than {DEEPEST}" for path, _ in nodes if path.count(".") > DEEPEST),
        *_key(record, topic, value),
        *_size(record, topic),
        *_headers(record, topic),
    ]


def _content(message: Json, now: datetime) -> list[str]:
    """Words beside every span, blank lines between blocks, nothing of what is hidden, sane time."""
    article = message.get("article", message)
    if "blocks" not in article:
        return []
    return [
        *_spans(message, article["text"]),
        *_blocks(article),
        *_shown(article),
        *_event_time(article, now),
    ]


def strict_json(data: bytes) -> Json:
    """What the bytes say, by RFC 8259 and I-JSON: no NaN, no name twice, no lone surrogate.

    Raises:
        ValueError: they are no such JSON.
    """

    def refuse(constant: str) -> None:
        raise ValueError(f"{constant} is not JSON")

    value = json.loads(data.decode("utf-8"), parse_constant=refuse, object_pairs_hook=_once)
    if b"\\u" in data:  # the one way to write a lone surrogate
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    return value


def _once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    if len({name for name, _ in pairs}) < len(pairs):
        raise ValueError("a name stands twice")
    return dict(pairs)


def walk(value: Json) -> list[Node]:
    """Every field and every element, and where it stands: `.article.blocks[].kind`."""
    found: list[Node] = []
    _walk(value, "", found)
    return found


def _walk(value: Json, path: str, found: list[Node]) -> None:
    found.append((path, value))
    if isinstance(value, dict):
        for name, inner in value.items():
            _walk(inner, f"{path}.{name}", found)
    elif isinstance(value, list):
        for inner in value:
            _walk(inner, f"{path}[]", found)


def json_type(value: Json) -> str:
    """JSON's word for it; `integer` for a number written without a fraction, `number` with one."""
    return WORDS[type(value)]


@cache
def validator(topic: Topic) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(json_schema(topic))


@cache
def published_types(topic: Topic, path: str) -> frozenset[str] | None:
    """The JSON types of a published field by its path in `walk`; None for what is no field."""
    plain = f"{topic.name}{path.replace('[]', '')}"
    field = next((one for one in properties(topic.name) if one.path == plain), None)
    return None if field is None or path.endswith("[]") else frozenset(types(field.schema))


def _types(topic: Topic, nodes: list[Node]) -> Iterator[str]:
    for path, value in nodes:
        expected = published_types(topic, path)
        if expected is None:
            continue
        if json_type(value) not in expected:
            yield f"{path} is written as {json_type(value)}, not as {', '.join(sorted(expected))}"
        if isinstance(value, int) and value not in INTEGERS:
            yield f"{path} does not fit into 64 bits"
        if value is None and "array" in expected:
            yield f"{path} is a list and null"


def _names(nodes: list[Node]) -> Iterator[str]:
    for name in dict.fromkeys(path.rsplit(".", 1)[-1] for path, _ in nodes):
        if name in RESERVED and name not in KEPT:
            yield f"{name} is reserved by SQL"


def _times(nodes: list[Node]) -> Iterator[str]:
    for path, value in nodes:
        name = path.rsplit(".", 1)[-1]
        if value is None or not (name.endswith("_at") or name == "instant"):
            continue
        if not isinstance(value, str) or TIME.fullmatch(value) is None:
            yield f"{path} is no whole second in UTC"
        elif _moment(value) is None:
            yield f"{path} is on no calendar"


def _moment(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written.removesuffix("Z")).replace(tzinfo=UTC)
    except ValueError:
        return None


def _key(record: OutputRecord, topic: Topic, value: Json) -> Iterator[str]:
    if record.key != str(value.get(topic.key)).encode():
        yield f"the key is not the message's {topic.key}"
    yield from _key_text(record.key)


def _key_text(key: bytes) -> Iterator[str]:
    try:
        if not key.decode("utf-8"):
            yield "an empty key"
    except UnicodeDecodeError:
        yield "the key is no UTF-8"


def _size(record: OutputRecord, topic: Topic) -> Iterator[str]:
    if len(record.value) > topic.max_message_bytes - BATCH_OVERHEAD:
        yield "larger than its topic takes"
    if not record.value:
        yield "no value: a tombstone"


def _headers(record: OutputRecord | Tombstone, topic: Topic) -> Iterator[str]:
    """Text, each name once; on the topics of others, what is documented and nothing else."""
    internal = topic.audience == "internal"
    documented = {} if internal else {header.name: header for header in message_headers(topic)}
    written: dict[str, str] = {}
    for name, data in record.headers:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            yield f"header {name} is no UTF-8"
            continue
        if name in written:
            yield f"header {name} stands twice"
        written[name] = text
        header = documented.get(name)
        if header is None:
            if not internal:
                yield f"header {name} is not documented"
        elif header.fixed and text != header.example:
            yield f"header {name} is not {header.example}"
        elif re.search(header.pattern or "", text) is None:
            yield f"header {name} does not match {header.pattern}"
    for name, header in documented.items():
        if header.always and name not in written:
            yield f"header {name} is missing"


def _spans(message: Json, text: str) -> Iterator[str]:
    """Code points: Python's own slices count them."""
    for path, node in walk(message):
        if not isinstance(node, dict) or "start_char" not in node:
            continue
        start, end = node["start_char"], node["end_char"]
        if not 0 <= start < end <= len(text):
            yield f"{path} is no stretch of the text"
        elif "text" in node and text[start:end] != node["text"]:
            yield f"{path} has other words beside it than in the text"


def _blocks(article: Json) -> Iterator[str]:
    text = article["text"]
    cut = [text[block["start_char"] : block["end_char"]] for block in article["blocks"]]
    if cut != (text.split("\n\n") if text else []):
        yield "the blocks are not the text, split at blank lines"


def _shown(article: Json) -> Iterator[str]:
    if article["access"] in ("withheld", "withdrawn"):
        for name in ("text", "blocks", "links", "images", "standfirst"):
            if article[name]:
                yield f"{name} shows something of what is {article['access']}"


def _event_time(article: Json, now: datetime) -> Iterator[str]:
    arrived = _moment(article["ingested_at"])
    if arrived is None or arrived > now:
        yield "ingested_at lies in the future"
        return
    dated = {name: article[name] for name in ("published_at", "modified_at")}
    claimed = {f"date_claims.{n}": c["instant"] for n, c in enumerate(article["date_claims"])}
    for name, written in {**dated, **claimed}.items():
        moment = _moment(written) if written else None
        if moment is not None and moment > arrived + BELIEVED:
            yield f"{name} lies more than a day ahead and is an instant"

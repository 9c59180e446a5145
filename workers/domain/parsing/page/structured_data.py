"""The JSON-LD of a page: schema.org's objects, wherever publishers nest them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pydantic import JsonValue

from schemas.codec import TooDeep, UnreadableJson, parse_json
from workers.domain.parsing.json_values import as_object, text_of
from workers.domain.parsing.page.comparing import squash

Node = Mapping[str, JsonValue]

_MOST_SCRIPTS: Final = 40
_LONGEST_SCRIPT: Final = 500_000
_MOST_NODES: Final = 500
_DEEPEST: Final = 7
_INNER: Final = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement")
_LISTS: Final = ("hasPart", "itemListElement")
_SHORTEST_TITLE: Final = 6
_LONGEST_TITLE: Final = 300
_BEFORE: Final = ("<!--", "//<![CDATA[", "// <![CDATA[", "<![CDATA[")
_AFTER: Final = (";", "-->", "//]]>", "// ]]>", "]]>")
_CONTROL: Final = re.compile(r"[\x00-\x1f]")
_LAST_COMMA: Final = re.compile(r",(?=\s*[}\]])")
_ARTICLE: Final = re.compile(
    r"(?:Article|Posting|Report|Review|HowTo|Recipe|MedicalWebPage|LearningResource|Story)$"
)


def read_json_ld(scripts: Iterable[str]) -> tuple[Node, ...]:
    """The objects of these scripts, outer before inner. A script that is no JSON tells nothing.

    Two faults are forgiven since publishers make them every day: line breaks inside strings and a
    comma after the last item.
    """
    found: list[Node] = []
    for number, script in enumerate(scripts):
        if number >= _MOST_SCRIPTS or len(script) > _LONGEST_SCRIPT:
            continue
        for node in _unfolded(_value(script), 0):
            if len(found) >= _MOST_NODES:
                break
            found.append(node)
    return tuple(found)


def _value(script: str) -> JsonValue:
    text = script.strip()
    for mark in _BEFORE:
        text = text.removeprefix(mark).lstrip()
    for mark in _AFTER:
        text = text.removesuffix(mark).rstrip()
    value = _parsed(text)
    return _parsed(_LAST_COMMA.sub("", _CONTROL.sub(" ", text))) if value is None else value


def _parsed(text: str) -> JsonValue:
    try:
        return parse_json(text.encode("utf-8", "surrogatepass"))
    except (UnreadableJson, TooDeep):
        return None


def _unfolded(value: JsonValue, depth: int) -> Iterator[Node]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _unfolded(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in _INNER:
            if isinstance(value.get(name), list | dict):
                yield from _unfolded(value[name], depth + 1)


def types_of(node: Node) -> tuple[str, ...]:
    """The `@type`s of an object, without the vocabulary's address."""
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return tuple(kind.rpartition("/")[2] for kind in listed if isinstance(kind, str))


def is_article(node: Node) -> bool:
    """Whether an object is about something that was written."""
    return any(_ARTICLE.search(kind) for kind in types_of(node))


def is_page(node: Node) -> bool:
    """Whether an object is about the page as such."""
    return any(kind.endswith("WebPage") for kind in types_of(node))


def own_articles(nodes: Iterable[Node], titles: Iterable[str]) -> tuple[Node, ...]:
    """The objects about the page's own story, those whose headline is one of the page's first.

    Pages also describe the stories that they point to. An object with another headline is one of
    those where a better one is there, and where it stands in a list of parts.
    """
    nodes = tuple(nodes)
    known = [words for title in titles if len(words := squash(title)) >= _SHORTEST_TITLE]
    listed = {id(part) for node in nodes for part in _parts(node)}
    own: list[Node] = []
    others: list[Node] = []
    for node in filter(is_article, nodes):
        headline = squash((text_of(node.get("headline")) or "")[:_LONGEST_TITLE])
        if any(headline in title or title in headline for title in known):
            own.append(node)
        elif id(node) not in listed:
            others.append(node)
    return tuple(own or others)


def _parts(node: Node) -> Iterator[JsonValue]:
    for name in _LISTS:
        value = node.get(name)
        yield from value if isinstance(value, list) else (value,)


def people_in(value: JsonValue, nodes: Iterable[Node], depth: int = 0) -> Iterator[Node]:
    """The persons and organizations of an `author` field, as objects; references followed once."""
    if depth > 3:
        return
    match value:
        case str() if not value.startswith(("http:", "https:", "#")):
            yield {"name": value}
        case list():
            for item in value[:50]:
                yield from people_in(item, nodes, depth + 1)
        case dict():
            name = value.get("name")
            if isinstance(name, list):
                yield from ({**value, "name": one} for one in name[:50])
            elif text_of(name) is not None:
                yield value
            elif (parts := _given_and_family(value)) is not None:
                yield {**value, "name": parts}
            elif (reference := text_of(value.get("@id"))) is not None:
                yield from (
                    as_object(dict(node))
                    for node in nodes
                    if node.get("@id") == reference and text_of(node.get("name")) is not None
                )
        case _:
            return


def _given_and_family(person: Node) -> str | None:
    given, family = text_of(person.get("givenName")), text_of(person.get("familyName"))
    return f"{given} {family}" if given and family else None

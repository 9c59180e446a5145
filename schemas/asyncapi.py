"""The AsyncAPI 3 document of the topics that others may write to or read.

python -m schemas.asyncapi          # writes docs/asyncapi.json
python -m schemas.asyncapi --check  # exit 1 when what stands there is stale
"""

import json
import sys
from pathlib import Path
from typing import Any

from .asyncapi_headers import Header, dead_letter_headers, message_headers
from .compatibility_releases import latest_version
from .json_schema import json_schema
from .shown_examples import Example, examples_of, shown
from .topics import RAW_POSTS, TOPICS, Topic

DOCUMENT = Path(__file__).parents[1] / "docs" / "asyncapi.json"
ASYNCAPI_VERSION = "3.1.0"
KAFKA_BINDING_VERSION = "0.5.0"

PUBLIC = tuple(topic for topic in TOPICS if topic.audience != "internal")
"""The topics that somebody else may rely on."""

_INFO = """Raw posts go in on `raw-posts`; typed, enriched articles come out, each exactly once.

Read with the isolation level `read_committed`. Keys are plain UTF-8 ids, partitioned as Kafka's
Java client does (murmur2). `docs/contract.md` says the rest in words."""

Json = dict[str, Any]


def document() -> Json:
    """The whole document."""
    schemas: Json = {}
    messages = {name: one for topic in PUBLIC for name, one in _messages(topic, schemas).items()}
    return {
        "asyncapi": ASYNCAPI_VERSION,
        "info": {
            "title": "Copydesk",
            "version": str(latest_version()),
            "description": _INFO,
            "license": {
                "name": "Apache-2.0",
                "url": "https://www.apache.org/licenses/LICENSE-2.0",
            },
        },
        "defaultContentType": "application/json",
        "servers": {
            "laptop": {
                "host": "127.0.0.1:9092",
                "protocol": "kafka",
                "description": "The embedded broker of `copydesk up`, on its own machine alone.",
            }
        },
        "channels": {topic.name: _channel(topic) for topic in PUBLIC},
        "operations": {_operation_name(topic): _operation(topic) for topic in PUBLIC},
        "components": {"messages": messages, "schemas": dict(sorted(schemas.items()))},
    }


def text() -> str:
    """The document as it stands in the repository."""
    return json.dumps(document(), indent=2, ensure_ascii=False) + "\n"


def _channel(topic: Topic) -> Json:
    configuration = {
        "cleanup.policy": topic.cleanup.split(","),
        "retention.ms": topic.retention_ms,
        "max.message.bytes": topic.max_message_bytes,
    }
    binding: Json = {"topic": topic.name, "topicConfiguration": configuration}
    if topic.partitions is not None:
        binding["partitions"] = topic.partitions
    return {
        "address": topic.name,
        "description": f"Key: {topic.key}. For {topic.audience}.",
        "servers": [{"$ref": "#/servers/laptop"}],
        "messages": {
            name: {"$ref": f"#/components/messages/{name}"} for name in _message_names(topic)
        },
        "bindings": {"kafka": {**binding, "bindingVersion": KAFKA_BINDING_VERSION}},
    }


def _operation(topic: Topic) -> Json:
    """What Copydesk itself does; those who use it do the opposite."""
    receives = topic.audience == "producers"
    others = "Anybody may write here." if receives else "Anybody may read here."
    return {
        "action": "receive" if receives else "send",
        "channel": {"$ref": f"#/channels/{topic.name}"},
        "summary": others if topic.audience != "operators" else "For operators to read.",
        "messages": [
            {"$ref": f"#/channels/{topic.name}/messages/{name}"} for name in _message_names(topic)
        ],
    }


def _operation_name(topic: Topic) -> str:
    verb = "receive" if topic.audience == "producers" else "send"
    return verb + "".join(word.capitalize() for word in topic.name.split("-"))


def _message_names(topic: Topic) -> tuple[str, ...]:
    if topic is RAW_POSTS:
        return ("RawPost", "BarePayload")
    if topic.message is None:
        return ("".join(word.capitalize() for word in topic.name.split("-")),)
    return (topic.message.__name__,)


def _messages(topic: Topic, schemas: Json) -> dict[str, Json]:
    """The topic's messages by name; what they refer to is added to `schemas`."""
    if topic is RAW_POSTS:
        return _raw_posts(schemas)
    name = _message_names(topic)[0]
    if topic.message is None:
        return {name: _dead_letter(topic)}
    _define(name, json_schema(topic), schemas)
    meaning = (topic.message.__doc__ or "").split("\n", 1)[0]
    example = shown(topic.name)
    message: Json = {
        "name": name,
        "title": meaning,
        "contentType": "application/json",
        "headers": _headers_schema(message_headers(topic)),
        "correlationId": {"location": "$message.header#/root-record"},
        "payload": {"$ref": f"#/components/schemas/{name}"},
        "bindings": _message_binding(topic),
    }
    if example is not None:
        message["examples"] = [_example(example, _headers_example(message_headers(topic)))]
    return {name: message}


def _raw_posts(schemas: Json) -> dict[str, Json]:
    _define("RawPost", json_schema(RAW_POSTS), schemas)
    envelopes: list[Json] = []
    bare: list[Json] = []
    for example in examples_of(RAW_POSTS.name):
        enveloped = isinstance(example.value, dict) and "kind" in example.value
        (envelopes if enveloped else bare).append(_example(example, {}))
    return {
        "RawPost": {
            "name": "RawPost",
            "title": "A raw post in an envelope that says what it is.",
            "contentType": "application/json",
            "payload": {"$ref": "#/components/schemas/RawPost"},
            "bindings": _message_binding(RAW_POSTS),
            **({"examples": envelopes[:1]} if envelopes else {}),
        },
        "BarePayload": {
            "name": "BarePayload",
            "title": "A raw post just as its source gave it.",
            "description": "A WordPress post object, a list of them, or plain text. Any bytes get "
            "one outcome: what cannot be read goes to `raw-posts-dlq`.",
            "contentType": "application/octet-stream",
            "bindings": _message_binding(RAW_POSTS),
            **({"examples": bare[:1]} if bare else {}),
        },
    }


def _dead_letter(topic: Topic) -> Json:
    example = shown(topic.name)
    return {
        "name": _message_names(topic)[0],
        "title": f"A record of `{topic.name.removesuffix('-dlq')}` that could not go on.",
        "description": "Key, value, headers and timestamp are those of the record, byte for byte; "
        "the headers named here follow its own.",
        "headers": _headers_schema(dead_letter_headers()),
        "bindings": _message_binding(topic),
        **({"examples": [{"name": example.name, "headers": example.value}]} if example else {}),
    }


def _message_binding(topic: Topic) -> Json:
    key = f"The message's `{topic.key}`." if topic.message else f"{topic.key.capitalize()}."
    return {
        "kafka": {
            "key": {"type": "string", "description": key},
            "bindingVersion": KAFKA_BINDING_VERSION,
        }
    }


def _headers_schema(headers: tuple[Header, ...]) -> Json:
    return {
        "type": "object",
        "properties": {
            header.name: {
                "type": "string",
                "description": header.meaning,
                **({"const": header.example} if header.fixed else {}),
                **({"pattern": header.pattern} if header.pattern else {}),
            }
            for header in headers
        },
        "required": [header.name for header in headers if header.always],
    }


def _headers_example(headers: tuple[Header, ...]) -> dict[str, str]:
    return {header.name: header.example for header in headers if header.always}


def _example(example: Example, headers: dict[str, str]) -> Json:
    return {
        "name": example.name,
        "payload": example.value,
        **({"headers": headers} if headers else {}),
    }


def _define(name: str, schema: Json, schemas: Json) -> None:
    """Adds a schema and its definitions to the document's own, which references must name."""
    definitions = {key: _rebased(one) for key, one in schema.get("$defs", {}).items()}
    body = {key: one for key, one in schema.items() if key not in ("$defs", "$schema", "$id")}
    for key, one in {**definitions, name: _rebased(body)}.items():
        if schemas.setdefault(key, one) != one:
            raise ValueError(f"two different schemas are called {key}")


def _rebased(node: Any) -> Any:
    match node:
        case {"$ref": reference}:
            # beside a reference, other keywords are ignored by AsyncAPI: the description goes
            return {"$ref": reference.replace("#/$defs/", "#/components/schemas/")}
        case dict():
            # a discriminator is only a hint, and AsyncAPI's has another form than OpenAPI's
            return {key: _rebased(one) for key, one in node.items() if key != "discriminator"}
        case list():
            return [_rebased(one) for one in node]
        case _:
            return node


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        fresh = DOCUMENT.exists() and DOCUMENT.read_text("utf-8") == text()
        sys.exit(0 if fresh else f"stale: {DOCUMENT.name}; run `python -m schemas.asyncapi`")
    DOCUMENT.write_text(text(), "utf-8")

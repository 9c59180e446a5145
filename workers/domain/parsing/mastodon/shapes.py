"""Telling statuses of Mastodon, and activities and objects of ActivityPub, from everything else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import JsonValue

ACTIVITIES: Final = frozenset(("Create", "Update", "Announce", "Delete"))
"""The activities that bring a post, or take it back."""
OTHER_ACTIVITIES: Final = frozenset(
    "Accept Add Arrive Block Dislike Flag Follow Ignore Invite Join Leave Like Listen Move Offer"
    " Question.vote Read Reject Remove TentativeAccept TentativeReject Travel Undo View".split()
)
OBJECTS: Final = frozenset("Note Article Page Question Event Video Audio Image".split())
ACTORS: Final = frozenset("Application Group Organization Person Service".split())
_KNOWN: Final = ACTIVITIES | OTHER_ACTIVITIES | OBJECTS | ACTORS | {"Tombstone"}
_COLLECTIONS: Final = {
    "OrderedCollection": "orderedItems",
    "OrderedCollectionPage": "orderedItems",
    "Collection": "items",
    "CollectionPage": "items",
}
_SIGNS: Final = ("@context", "actor", "attributedTo", "formerType")


@dataclass(frozen=True, slots=True)
class Status:
    """A status of Mastodon's REST API, or an activity or object of ActivityPub, as it came."""

    value: Mapping[str, JsonValue]


def is_rest_status(value: Mapping[str, JsonValue]) -> bool:
    """Whether an object is a status as Mastodon's REST API gives it."""
    return isinstance(value.get("account"), dict) and ("uri" in value or "reblog" in value)


def is_status(value: Mapping[str, JsonValue]) -> bool:
    """Whether an object is a status, an activity, or an object of ActivityPub."""
    if is_rest_status(value):
        return True
    kind = value.get("type")
    return isinstance(kind, str) and kind in _KNOWN and any(sign in value for sign in _SIGNS)


def collection_key(value: Mapping[str, JsonValue]) -> str | None:
    """The member of a collection of ActivityPub, such as an outbox, that holds its items."""
    kind = value.get("type")
    return _COLLECTIONS.get(kind) if isinstance(kind, str) and "@context" in value else None

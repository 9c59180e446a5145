"""One request as the handlers see it, and what they give back."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .wire import Fields


@dataclass(frozen=True, slots=True)
class Peer:
    """Who asks, and which address of ours they reached."""

    client_id: str
    host: str
    our_host: str
    our_port: int


@dataclass(frozen=True, slots=True)
class Request:
    """A request of some version; its body has the fields that this version has."""

    version: int
    body: Fields
    peer: Peer


# Field names and values, for the superset of versions; None where no answer is wanted.
Answer = Mapping[str, Any]
Handler = Callable[[Request], Awaitable[Answer | None]]

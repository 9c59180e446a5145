"""Telling our schemas to a registry that speaks Confluent's REST interface.

Nothing of ours needs a registry: values are plain JSON, without its five-byte prefix. It is for
those whose tools look schemas up. Subjects are `<topic>-value` (TopicNameStrategy).
"""

import base64
import json
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any, Literal
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import Request, urlopen

from .compatibility_releases import current

CompatibilityLevel = Literal[
    "NONE",
    "BACKWARD",
    "BACKWARD_TRANSITIVE",
    "FORWARD",
    "FORWARD_TRANSITIVE",
    "FULL",
    "FULL_TRANSITIVE",
]

_CONTENT_TYPE = "application/vnd.schemaregistry.v1+json"
_TIMEOUT_SECONDS = 15.0
_NOTHING_THERE = (40401, 40403)  # the registry's own codes: no such subject, no such schema


class RegistryError(Exception):
    """The registry could not be told; the text is one line that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Registered:
    """One schema as the registry holds it."""

    subject: str
    schema_id: int
    """The registry's own number for it."""
    added: bool
    """Whether it was new there."""


class Registry:
    """A schema registry. A user and a password may stand in its URL; they are never shown."""

    def __init__(self, url: str, timeout_seconds: float = _TIMEOUT_SECONDS) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise RegistryError("expected the registry's URL, such as http://registry:8081")
        host = parts.netloc.rpartition("@")[2]
        self.url = urlunsplit((parts.scheme, host, parts.path.rstrip("/"), "", ""))
        """The address, without user and password."""
        self._timeout_seconds = timeout_seconds
        self._headers = {"Content-Type": _CONTENT_TYPE, "Accept": _CONTENT_TYPE}
        if parts.username is not None:
            pair = f"{parts.username}:{parts.password or ''}".encode()
            self._headers["Authorization"] = "Basic " + base64.b64encode(pair).decode("ascii")

    def register(self, topic: str, schema: dict[str, Any]) -> Registered:
        """Registers a topic's schema; one that is there already stays as it is.

        Raises:
            RegistryError: the registry refuses it, or cannot be reached.
        """
        subject = f"{topic}-value"
        path = f"/subjects/{quote(subject, safe='')}"
        body = {"schemaType": "JSON", "schema": json.dumps(schema, sort_keys=True)}
        standing = self._call("POST", path, body, absent_is_none=True)
        if standing is not None:
            return Registered(subject, standing["id"], added=False)
        answer = self._call("POST", f"{path}/versions", body)
        assert answer is not None
        return Registered(subject, answer["id"], added=True)

    def set_compatibility(self, topic: str, level: CompatibilityLevel) -> None:
        """Sets which changes to a topic's schema the registry lets pass.

        Raises:
            RegistryError: the registry refuses it, or cannot be reached.
        """
        path = f"/config/{quote(f'{topic}-value', safe='')}"
        self._call("PUT", path, {"compatibility": level})

    def _call(
        self, method: str, path: str, body: dict[str, str], absent_is_none: bool = False
    ) -> dict[str, Any] | None:
        data = json.dumps(body).encode()
        # the scheme was checked above: nothing but http and https is opened
        request = Request(self.url + path, data, self._headers, method=method)  # noqa: S310
        try:
            with urlopen(request, timeout=self._timeout_seconds) as response:  # noqa: S310
                answer = json.loads(response.read())
        except HTTPError as error:
            said = _said(error)
            if absent_is_none and said.get("error_code") in _NOTHING_THERE:
                return None
            raise RegistryError(_refusal(self.url + path, error, said)) from None
        except (URLError, HTTPException, TimeoutError, ConnectionError) as error:
            reason = getattr(error, "reason", error)
            raise RegistryError(f"cannot reach the registry at {self.url}: {reason}") from None
        except ValueError:
            raise RegistryError(f"{self.url} answers no JSON: is it a schema registry?") from None
        if not isinstance(answer, dict):
            raise RegistryError(f"{self.url} answers like no schema registry")
        return answer


def register_all(
    registry: Registry, compatibility: CompatibilityLevel | None = None
) -> tuple[Registered, ...]:
    """Registers today's schema of every topic; sets the compatibility first where one is given.

    Raises:
        RegistryError: at the first that is refused; those before it are registered.
    """
    registered = []
    for topic, schema in current().items():
        if compatibility is not None:
            registry.set_compatibility(topic, compatibility)
        registered.append(registry.register(topic, schema))
    return tuple(registered)


def _said(error: HTTPError) -> dict[str, Any]:
    """The registry's own `error_code` and `message`; empty where somebody else answers."""
    try:
        answer = json.loads(error.read())
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _refusal(url: str, error: HTTPError, said: dict[str, Any]) -> str:
    words = " ".join(str(said.get("message") or error.reason).split())[:200]
    line = f"{url}: {error.code} {words}"
    match error.code:
        case 409:
            return (
                f"{line}. Most registries count any new field of an open schema as incompatible; "
                "`copydesk schema check` is our judge: --compatibility NONE makes this one agree"
            )
        case 401 | 403:
            return f"{line}. Put the user and the password into the URL: https://user:password@host"
        case _:
            return line

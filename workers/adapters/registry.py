"""Telling our schemas to a registry that speaks Confluent's REST interface.

Nothing of ours needs a registry: values are plain JSON, without its five-byte prefix. It is for
those whose tools look schemas up. Subjects are `<topic>-value` (TopicNameStrategy).
"""

import json
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import quote, urlsplit, urlunsplit

from aiohttp import ClientError, ClientSession, ClientTimeout, encode_basic_auth
from yarl import URL

from schemas.compatibility_releases import current

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
        self._timeout = ClientTimeout(total=timeout_seconds)
        self._headers = {"Content-Type": _CONTENT_TYPE, "Accept": _CONTENT_TYPE}
        if parts.username is not None:
            self._headers["Authorization"] = encode_basic_auth(parts.username, parts.password or "")

    async def register(self, topic: str, schema: dict[str, Any]) -> Registered:
        """Registers a topic's schema; one that is there already stays as it is.

        Raises:
            RegistryError: the registry refuses it, or cannot be reached.
        """
        subject = f"{topic}-value"
        path = f"/subjects/{quote(subject, safe='')}"
        body = {"schemaType": "JSON", "schema": json.dumps(schema, sort_keys=True)}
        standing = await self._call("POST", path, body, absent_is_none=True)
        if standing is not None:
            return Registered(subject, standing["id"], added=False)
        answer = await self._call("POST", f"{path}/versions", body)
        assert answer is not None
        return Registered(subject, answer["id"], added=True)

    async def set_compatibility(self, topic: str, level: CompatibilityLevel) -> None:
        """Sets which changes to a topic's schema the registry lets pass.

        Raises:
            RegistryError: the registry refuses it, or cannot be reached.
        """
        path = f"/config/{quote(f'{topic}-value', safe='')}"
        await self._call("PUT", path, {"compatibility": level})

    async def _call(
        self, method: str, path: str, body: dict[str, str], absent_is_none: bool = False
    ) -> dict[str, Any] | None:
        url = URL(self.url + path, encoded=True)
        try:
            async with (
                ClientSession(timeout=self._timeout, headers=self._headers) as session,
                session.request(method, url, data=json.dumps(body).encode()) as response,
            ):
                status, reason, data = response.status, response.reason, await response.read()
        except (ClientError, TimeoutError) as error:
            why = str(error) or "no answer in time"
            raise RegistryError(f"cannot reach the registry at {self.url}: {why}") from None
        said = _said(data)
        if status >= 400:
            if absent_is_none and (said or {}).get("error_code") in _NOTHING_THERE:
                return None
            words = str((said or {}).get("message") or reason)
            raise RegistryError(_refusal(f"{self.url}{path}", status, words))
        if said is None:
            raise RegistryError(f"{self.url} answers no JSON object: is it a schema registry?")
        return said


async def register_all(
    registry: Registry, compatibility: CompatibilityLevel | None = None
) -> tuple[Registered, ...]:
    """Registers today's schema of every topic; sets the compatibility first where one is given.

    Raises:
        RegistryError: at the first that is refused; those before it are registered.
    """
    registered = []
    for topic, schema in current().items():
        if compatibility is not None:
            await registry.set_compatibility(topic, compatibility)
        registered.append(await registry.register(topic, schema))
    return tuple(registered)


def _said(data: bytes) -> dict[str, Any] | None:
    """The JSON object of an answer; None where somebody else answers."""
    try:
        answer = json.loads(data)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None


def _refusal(url: str, status: int, said: str) -> str:
    line = f"{url}: {status} {' '.join(said.split())[:200]}"
    match status:
        case 409:
            return (
                f"{line}. Most registries count any new field of an open schema as incompatible; "
                "`copydesk schema check` is our judge: --compatibility NONE makes this one agree"
            )
        case 401 | 403:
            return f"{line}. Put the user and the password into the URL: https://user:password@host"
        case _:
            return line

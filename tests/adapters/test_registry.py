"""A registry is told every schema, once, and says in one line what is wrong when it is not."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from schemas.compatibility_releases import current
from workers.adapters.registry import Registry, RegistryError, register_all


@dataclass
class FakeRegistry:
    """The part of Confluent's REST interface that registering needs."""

    url: str = ""
    subjects: dict[str, list[str]] = field(default_factory=dict)
    config: dict[str, str] = field(default_factory=dict)
    authorization: str | None = None
    refuse: tuple[int, bytes] | None = None

    def answer(self, method: str, path: str, body: Any) -> tuple[int, Any]:
        match method, path.strip("/").split("/"):
            case "POST", ["subjects", subject]:
                return self._look_up(subject, body)
            case "POST", ["subjects", subject, "versions"]:
                return self._register(subject, body)
            case "PUT", ["config", subject]:
                self.config[subject] = body["compatibility"]
                return 200, body
            case _:
                return 404, {"error_code": 404, "message": "HTTP 404 Not Found"}

    def _look_up(self, subject: str, body: Any) -> tuple[int, Any]:
        if subject not in self.subjects:
            return 404, {"error_code": 40401, "message": f"Subject '{subject}' not found."}
        if body["schema"] not in self.subjects[subject]:
            return 404, {"error_code": 40403, "message": "Schema not found"}
        return 200, {"subject": subject, "id": self._id(body["schema"])}

    def _register(self, subject: str, body: Any) -> tuple[int, Any]:
        if body["schemaType"] != "JSON" or not json.loads(body["schema"])["$id"]:
            return 422, {"error_code": 42201, "message": "Invalid schema"}
        if self.subjects.get(subject) and self.config.get(subject) != "NONE":
            return 409, {"error_code": 409, "message": "Schema being registered is incompatible\nx"}
        self.subjects.setdefault(subject, []).append(body["schema"])
        return 200, {"id": self._id(body["schema"])}

    def _id(self, schema: str) -> int:
        every = [one for schemas in self.subjects.values() for one in schemas]
        return every.index(schema) + 1


@pytest.fixture
def fake() -> Iterator[FakeRegistry]:
    registry = FakeRegistry()

    class Handler(BaseHTTPRequestHandler):
        def handle_one(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            registry.authorization = self.headers["Authorization"]
            if registry.refuse is not None:
                status, data = registry.refuse
            else:
                status, answer = registry.answer(self.command, self.path, body)
                data = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_POST = do_PUT = handle_one  # noqa: N815  # the names that http.server calls

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        registry.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield registry
        server.shutdown()
        thread.join()


async def test_every_topic_with_a_schema_becomes_a_subject(fake: FakeRegistry) -> None:
    registered = await register_all(Registry(fake.url))
    assert [one.subject for one in registered] == [f"{topic}-value" for topic in current()]
    assert all(one.added for one in registered)
    assert json.loads(fake.subjects["articles-value"][0]) == current()["articles"]


async def test_what_is_registered_already_stays_as_it_is(fake: FakeRegistry) -> None:
    first = await register_all(Registry(fake.url))
    second = await register_all(Registry(fake.url))
    assert [one.schema_id for one in second] == [one.schema_id for one in first]
    assert not any(one.added for one in second)
    assert all(len(schemas) == 1 for schemas in fake.subjects.values())


async def test_a_schema_that_the_registry_finds_incompatible_is_refused_with_advice(
    fake: FakeRegistry,
) -> None:
    fake.subjects["articles-value"] = ['{"$id": "older"}']
    with pytest.raises(RegistryError, match=r"409 .* incompatible x\. .*--compatibility NONE"):
        await Registry(fake.url).register("articles", current()["articles"])


async def test_the_compatibility_level_is_set_before_the_schema(fake: FakeRegistry) -> None:
    fake.subjects["articles-value"] = ['{"$id": "older"}']
    await register_all(Registry(fake.url), "NONE")
    assert len(fake.subjects["articles-value"]) == 2
    assert set(fake.config.values()) == {"NONE"}


async def test_a_user_in_the_url_is_sent_and_never_shown(fake: FakeRegistry) -> None:
    registry = Registry(fake.url.replace("//", "//ada:secret@"))
    await registry.register("articles", current()["articles"])
    assert fake.authorization == "Basic YWRhOnNlY3JldA=="
    fake.refuse = (401, b'{"error_code": 401, "message": "Unauthorized"}')
    with pytest.raises(RegistryError, match="401 Unauthorized") as caught:
        await registry.register("articles", {})
    assert "secret" not in registry.url + str(caught.value)


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        ((404, b"<html>nothing here</html>"), "404 Not Found"),
        ((404, b'{"error_code": 404, "message": "HTTP 404 Not Found"}'), "404 HTTP 404 Not Found"),
        ((500, b'{"error_code": 50001, "message": "store is down"}'), "500 store is down"),
        ((200, b"<html>hello</html>"), "is it a schema registry?"),
        ((200, b"[]"), "is it a schema registry?"),
    ],
)
async def test_an_answer_that_is_no_registry_s_is_told_in_one_line(
    fake: FakeRegistry, refusal: tuple[int, bytes], said: str
) -> None:
    fake.refuse = refusal
    with pytest.raises(RegistryError, match=said.replace("?", r"\?")) as caught:
        await Registry(fake.url).register("articles", {})
    assert "\n" not in str(caught.value)


async def test_a_registry_that_is_not_there_is_named() -> None:
    registry = Registry("http://127.0.0.1:9")
    with pytest.raises(RegistryError, match=r"cannot reach the registry at http://127\.0\.0\.1:9:"):
        await registry.register("articles", {})


@pytest.mark.parametrize("url", ["", "registry:8081", "file:///etc/passwd", "http://"])
def test_what_is_no_url_of_a_registry_is_refused(url: str) -> None:
    with pytest.raises(RegistryError, match="expected the registry's URL"):
        Registry(url)

"""Topics, doctor and the broker alone, where the set-up is not (yet) as it must be."""

import json
import re
import signal
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from schemas.topics import TOPICS
from tests.broker.running import EmbeddedBrokerProcess, free_port
from tests.cli.running import run, started


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Settings for a broker that holds nothing."""
    with EmbeddedBrokerProcess(tmp_path_factory.mktemp("bare")) as broker:
        yield {"COPYDESK_BROKER": f"kafka://{broker.bootstrap}"}


@pytest.fixture
def nobody() -> dict[str, str]:
    """Settings for a broker that is not there."""
    return {"COPYDESK_BROKER": f"kafka://127.0.0.1:{free_port()}"}


@pytest.mark.broker
def test_missing_topics_are_named_then_made_and_then_in_order(
    bare: dict[str, str], tmp_path: Path
) -> None:
    missing = run("topics", "--json", folder=tmp_path, settings=bare)
    assert missing.returncode == 1
    assert missing.stderr == (
        f"copydesk: {len(TOPICS)} topics missing; make them with: copydesk topics --apply\n"
    )
    assert all(json.loads(line)["partitions"] is None for line in missing.stdout.splitlines())
    checked = run("doctor", folder=tmp_path, settings=bare)
    assert checked.returncode == 1
    assert "✗ topics" in checked.stdout
    for arguments in (("topics", "--apply"), ("topics",), ("topics", "--apply")):
        assert run(*arguments, folder=tmp_path, settings=bare).returncode == 0


@pytest.mark.broker
def test_publishing_without_the_topic_says_how_to_make_it(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (tmp_path / "post.json").write_text("{}")
    with EmbeddedBrokerProcess(tmp_path_factory.mktemp("empty")) as broker:
        settings = {"COPYDESK_BROKER": f"kafka://{broker.bootstrap}"}
        published = run("publish", "post.json", folder=tmp_path, settings=settings)
    assert published.returncode == 1
    assert published.stderr.count("\n") == 1
    assert "copydesk topics --apply" in published.stderr


@pytest.mark.parametrize(
    "arguments",
    [("topics",), ("publish", "post.json"), ("tail", "articles"), ("audit",), ("up",)],
    ids=lambda arguments: str(arguments[0]),
)
def test_an_unreachable_broker_is_one_line_that_names_it(
    arguments: tuple[str, ...], nobody: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "post.json").write_text("{}")
    done = run(*arguments, folder=tmp_path, settings=nobody)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("copydesk: no Kafka broker answers at 127.0.0.1")
    assert "Traceback" not in done.stderr


def test_without_the_embedded_broker_the_line_says_how_to_start_it(tmp_path: Path) -> None:
    settings = {"COPYDESK_EMBEDDED_PORT": str(free_port())}
    done = run("tail", "articles", folder=tmp_path, settings=settings)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.endswith("start it with: copydesk up\n")


def test_doctor_says_whether_the_stages_are_native_code(tmp_path: Path) -> None:
    settings = {"COPYDESK_EMBEDDED_PORT": str(free_port())}
    checked = run("doctor", folder=tmp_path, settings=settings)
    native = find_spec("workers.stages.normalize")
    assert native is not None
    plain = str(native.origin).endswith(".py")
    assert ("· stages    plain Python" in checked.stdout) is plain
    assert ("✓ stages    native code" in checked.stdout) is not plain


def test_doctor_says_what_is_wrong_with_each_setting(tmp_path: Path) -> None:
    settings = {"COPYDESK_PARTITIONS": "zero", "COPYDESK_LOG_LEVEL": "loud"}
    checked = run("doctor", folder=tmp_path, settings=settings)
    assert checked.returncode == 1
    assert checked.stdout.count("✗ settings") == 2
    assert checked.stderr == "copydesk: 2 things to put right, marked ✗ above\n"


def test_doctor_before_the_first_start_finds_nothing_wrong(tmp_path: Path) -> None:
    settings = {"COPYDESK_EMBEDDED_PORT": str(free_port())}
    checked = run("doctor", folder=tmp_path, settings=settings)
    assert checked.returncode == 0, checked.stdout
    assert "copydesk up starts it" in checked.stdout
    assert not (tmp_path / ".copydesk").exists()


def test_doctor_finds_a_database_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("these are notes, and no database at all")
    settings = {
        "COPYDESK_DATABASE": "sqlite:///notes.db",
        "COPYDESK_EMBEDDED_PORT": str(free_port()),
    }
    checked = run("doctor", folder=tmp_path, settings=settings)
    assert checked.returncode == 1
    assert "✗ database" in checked.stdout
    assert (tmp_path / "notes.db").read_text() == "these are notes, and no database at all"


def test_a_worker_of_an_unknown_stage_is_a_wrong_call(tmp_path: Path) -> None:
    done = run("worker", "proofread", folder=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


@pytest.mark.broker
def test_the_broker_alone_says_where_it_listens_and_stops_when_told(tmp_path: Path) -> None:
    with started("broker", "--port", "0", "--data", "here", folder=tmp_path) as broker:
        assert broker.stdout is not None
        said = broker.stdout.readline()
        place = re.match(r"broker on (127\.0\.0\.1:\d+), data in here/broker", said)
        assert place, said
        settings = {"COPYDESK_BROKER": f"kafka://{place[1]}"}
        assert run("topics", "--apply", folder=tmp_path, settings=settings).returncode == 0
        broker.send_signal(signal.SIGTERM)
        assert broker.wait(20) == 0

"""The contract is a package of its own, for consumers that never install the workers."""

import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from schemas.compatibility_releases import latest_version
from tests.broker.running import EmbeddedBrokerProcess
from tests.chaos.line import LineUnderTest
from tests.consumers.arithmetic import articles
from tests.consumers.feed import invented_feed
from tests.consumers.publishing import publish

SCHEMAS = Path(__file__).parents[2] / "schemas"
CONSUMER = SCHEMAS.parent / "deploy" / "consumers" / "python" / "consumer.py"
CONSTRAINTS = SCHEMAS.parent / "constraints.txt"

PROGRAM = """
import importlib.util, json, sys
from pathlib import Path
from schemas import EnrichedArticle, decode
import schemas
for name in ("faust", "aiokafka", "workers", "sqlalchemy"):
    assert importlib.util.find_spec(name) is None, name
try:
    decode(EnrichedArticle, b"{}")
except schemas.DecodeError as error:
    refused = str(error)
folder = Path(schemas.__file__).parent
print(json.dumps({
    "refused": refused,
    "files": sorted(str(path.relative_to(folder)) for path in folder.rglob("*.json")),
    "typed": (folder / "py.typed").exists(),
}))
"""


def run(*command: str | Path, **environment: str) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        encoding="utf-8",
        timeout=200,
        env={**os.environ, **environment},
    )
    if done.returncode and "No matching distribution" in done.stderr and not os.environ.get("CI"):
        pytest.skip("no package index within reach: the package cannot be installed on its own")
    assert done.returncode == 0, done.stdout[-2_000:] + done.stderr[-2_000:]
    return done.stdout


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python that has the contract's own wheel, and what that needs."""
    folder = tmp_path_factory.mktemp("alone")
    # building leaves files beside the sources: build from a copy
    leave = shutil.ignore_patterns("__pycache__", "*.egg-info", "build")
    copy = shutil.copytree(SCHEMAS, folder / "schemas", ignore=leave)
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", folder, copy)
    wheel = folder / f"copydesk_schemas-{latest_version()}-py3-none-any.whl"
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "-c", CONSTRAINTS, wheel)
    return python


@pytest.fixture(scope="module")
def aiokafka(python: Path) -> Path:
    """A folder with aiokafka for that Python: the example's one other dependency."""
    folder = python.parents[2] / "aiokafka"
    pip = (python, "-m", "pip", "install", "--quiet", "-c", CONSTRAINTS)
    run(*pip, "--target", folder, "aiokafka")
    return folder


def test_the_package_works_with_nothing_but_its_own_dependencies(python: Path) -> None:
    told = json.loads(run(python, "-I", "-c", PROGRAM))
    assert told["refused"].startswith("not a EnrichedArticle: article_id: Field required")
    assert "generated/articles.v1.json" in told["files"]
    assert f"released/articles/v{latest_version()}.json" in told["files"]
    assert told["typed"]


def test_the_example_consumer_is_typed_from_end_to_end(python: Path, tmp_path: Path) -> None:
    """By the wheel's own types: a field that it lacks is an error."""
    wrong = tmp_path / "wrong.py"
    wrong.write_text(CONSUMER.read_text("utf-8").replace("article.title", "article.headline"))
    mypy = (sys.executable, "-m", "mypy", "--strict", "--config-file=", "--python-executable")
    ignore = "--disable-error-code=import-untyped"  # aiokafka has no types
    run(*mypy, python, ignore, "--disable-error-code=import-not-found", CONSUMER)
    with pytest.raises(AssertionError, match=r'"Article" has no attribute "headline"'):
        run(*mypy, python, ignore, "--disable-error-code=import-not-found", wrong)


@pytest.mark.broker
async def test_the_example_consumer_prints_what_was_committed(
    python: Path, aiokafka: Path, tmp_path: Path
) -> None:
    feed = invented_feed()
    with EmbeddedBrokerProcess(tmp_path / "broker") as broker:
        await LineUnderTest(broker, tmp_path).make_topics()
        await publish(broker.bootstrap, feed)
        # from another folder, where no `schemas` lies but the one that is installed
        program = shutil.copy(CONSUMER, tmp_path)
        command = (python, program, broker.bootstrap, "--to-end")
        printed = run(*command, PYTHONPATH=str(aiokafka)).splitlines()
    titles = sorted(enriched.article.title or "(no title)" for enriched in articles(feed.committed))
    assert len(printed) == len(titles)
    assert sorted(line.split("  ", 3)[3] for line in printed) == titles


def test_the_example_consumer_imports_nothing_of_ours_but_the_contract() -> None:
    code = f"import sys; sys.argv = ['x', '--help']; exec(open({str(CONSUMER)!r}).read())"
    imported = "import sys, atexit; atexit.register(lambda: print(*sorted(sys.modules)))"
    output = run(sys.executable, "-c", f"{imported}; {code}")
    modules = set(output.split())
    assert {"aiokafka", "schemas"} <= modules
    assert not {name for name in modules if name.split(".")[0] in ("workers", "faust")}

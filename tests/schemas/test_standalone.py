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


def run(*command: str | Path) -> str:
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, encoding="utf-8", timeout=200
    )
    if done.returncode and "No matching distribution" in done.stderr and not os.environ.get("CI"):
        pytest.skip("no package index within reach: the package cannot be installed on its own")
    assert done.returncode == 0, done.stderr[-2_000:]
    return done.stdout


def test_the_package_works_with_nothing_but_its_own_dependencies(tmp_path: Path) -> None:
    # building leaves files beside the sources: build from a copy
    leave = shutil.ignore_patterns("__pycache__", "*.egg-info", "build")
    copy = shutil.copytree(SCHEMAS, tmp_path / "schemas", ignore=leave)
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", tmp_path, copy)
    wheel = tmp_path / f"copydesk_schemas-{latest_version()}-py3-none-any.whl"
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "-c", CONSTRAINTS, wheel)
    told = json.loads(run(python, "-I", "-c", PROGRAM))
    assert told["refused"].startswith("not a EnrichedArticle: article_id: Field required")
    assert "generated/articles.v1.json" in told["files"]
    assert f"released/articles/v{latest_version()}.json" in told["files"]
    assert told["typed"]


def test_the_example_consumer_imports_nothing_of_ours_but_the_contract() -> None:
    code = f"import sys; sys.argv = ['x', '--help']; exec(open({str(CONSUMER)!r}).read())"
    imported = "import sys, atexit; atexit.register(lambda: print(*sorted(sys.modules)))"
    output = run(sys.executable, "-c", f"{imported}; {code}")
    modules = set(output.split())
    assert {"aiokafka", "schemas"} <= modules
    assert not {name for name in modules if name.split(".")[0] in ("workers", "faust")}

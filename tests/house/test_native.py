"""What pyproject.toml lists as native code is there, and is native where it was made so."""

import os
import tomllib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LISTED = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["copydesk"]["native"]


def _listed() -> Iterator[str]:
    for place in map(ROOT.joinpath, LISTED):
        for path in [place] if place.is_file() else place.rglob("*.py"):
            if path.name != "__init__.py":
                yield ".".join(path.relative_to(ROOT).with_suffix("").parts)


LISTED_MODULES = sorted(_listed())


def test_every_place_of_the_list_exists() -> None:
    assert [place for place in LISTED if not (ROOT / place).exists()] == []


@pytest.mark.skipif(
    os.environ.get("COPYDESK_NATIVE") != "1", reason="`make test-native` runs it on native code"
)
def test_every_module_of_the_list_is_native_code() -> None:
    specs = {name: find_spec(name) for name in LISTED_MODULES}
    plain = [
        name for name, spec in specs.items() if spec is None or str(spec.origin).endswith(".py")
    ]
    assert specs
    assert plain == []


@pytest.mark.parametrize("name", LISTED_MODULES)
def test_native_code_works_nothing_out_anew_at_every_look(name: str) -> None:
    # mypyc reads `cached_property` as `property`: what it saves in plain Python is lost
    source = ROOT.joinpath(*name.split(".")).with_suffix(".py").read_text("utf-8")
    assert "cached_property" not in source

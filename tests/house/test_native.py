"""What pyproject.toml lists as native code is there, and is native where it was made so."""

import ast
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


@pytest.mark.parametrize("name", LISTED_MODULES)
def test_a_module_is_native_code_where_that_is_tested_and_plain_elsewhere(name: str) -> None:
    spec = find_spec(name)
    assert spec is not None
    # `make test-native` says so; a checkout has no native code that would hide an edited source
    asked_for = os.environ.get("COPYDESK_NATIVE") == "1"
    assert str(spec.origin).endswith(".py") is not asked_for


@pytest.mark.parametrize("name", LISTED_MODULES)
def test_native_code_works_nothing_out_anew_at_every_look(name: str) -> None:
    # mypyc reads `cached_property` as `property`: what it saves in plain Python is lost
    source = ROOT.joinpath(*name.split(".")).with_suffix(".py").read_text("utf-8")
    assert "cached_property" not in source


@pytest.mark.parametrize("name", LISTED_MODULES)
def test_what_a_module_names_in_capitals_is_final(name: str) -> None:
    # native code knows where a Final stands, and looks any other name up each time it is used
    source = ROOT.joinpath(*name.split(".")).with_suffix(".py").read_text("utf-8")
    loose = [
        node.targets[0].id
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    ]
    annotated = [
        node.target.id
        for node in ast.parse(source).body
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and "Final" not in ast.unparse(node.annotation)
    ]
    assert [one for one in (*loose, *annotated) if one.isupper() and len(one) > 1] == []

"""The laws of the house that no linter knows."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted(
    path
    for room in ("schemas", "workers", "tests", "benchmarks", "deploy")
    for path in (ROOT / room).rglob("*.py")
    if ".cache" not in path.parts
)
OURS = [path for path in SOURCES if path.is_relative_to(ROOT / "workers")]

every_file = pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
every_worker_file = pytest.mark.parametrize(
    "path", OURS, ids=lambda path: str(path.relative_to(ROOT))
)


@every_file
def test_no_file_is_longer_than_four_hundred_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


@every_file
def test_no_file_is_named_for_nothing(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "common", "core", "manager", "misc"}


@every_worker_file
def test_every_file_says_what_it_holds(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree) or not tree.body


@every_worker_file
def test_importing_a_module_makes_no_app(path: Path) -> None:
    for statement in ast.parse(path.read_text("utf-8")).body:
        assert "App(" not in ast.unparse(statement) or isinstance(
            statement, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef
        )


def test_nothing_swallows_every_exception_outside_the_shell() -> None:
    shell = {"workers/agents", "workers/cli", "workers/embedded_broker"}
    found = {
        f"{path.relative_to(ROOT)}:{handler.lineno}"
        for path in OURS
        for handler in _handlers(path)
        if _catches_everything(handler) and not _raises_again(handler)
    }
    assert {place for place in found if not place.startswith(tuple(shell))} == set()


def _handlers(path: Path) -> Iterator[ast.ExceptHandler]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            yield node


def _raises_again(handler: ast.ExceptHandler) -> bool:
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def _catches_everything(handler: ast.ExceptHandler) -> bool:
    names = {"Exception", "BaseException"}
    match handler.type:
        case None:
            return True
        case ast.Name(id=name):
            return name in names
        case ast.Tuple(elts=elements):
            return any(isinstance(e, ast.Name) and e.id in names for e in elements)
        case _:
            return False

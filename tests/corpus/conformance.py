"""What the conformance feeds expect, as far as it is about a field that we have.

Each file says in a comment at its head what `feedparser` reads of it, as an expression over that
library's result: `not bozo and entries[0]['title'] == 'Example'`. The expressions are taken apart,
never run, and each comparison with a constant becomes a question to whoever read the file.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

_EXPECT = re.compile(r"Expect:\s*(.*?)\s*-->", re.DOTALL)
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Expectation:
    """One field, and what it holds. `('bozo',)` is whether the file is well formed."""

    path: Path
    value: object


def expectations_of(text: str) -> Iterator[Expectation]:
    """The comparisons in the comment of a file; none where it has no comment."""
    found = _EXPECT.search(text)
    if found is None:
        return
    expression = " ".join(found[1].split())
    try:
        tree = ast.parse(expression, mode="eval").body
    except SyntaxError:
        return
    for node in _conjunction(tree):
        match node:
            case ast.Name(id="bozo"):
                yield Expectation(("bozo",), True)
            case ast.UnaryOp(op=ast.Not(), operand=ast.Name(id="bozo")):
                yield Expectation(("bozo",), False)
            case ast.Compare(left=left, ops=ops, comparators=right):
                terms = [left, *right]
                value = _constant(terms[-1])
                if value is None or not all(isinstance(op, ast.Eq) for op in ops):
                    continue
                for term in terms[:-1]:
                    if path := _path(term):
                        yield Expectation(path, value)
            case _:
                pass


def _conjunction(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
        for value in node.values:
            yield from _conjunction(value)
    else:
        yield node


def _constant(node: ast.expr) -> object:
    try:
        return ast.literal_eval(node)
    except ValueError:
        return None


def _path(node: ast.expr) -> Path:
    match node:
        case ast.Name(id=name):
            return (name,)
        case ast.Attribute(value=inner, attr=name):
            return (*_path(inner), name)
        case ast.Subscript(value=inner, slice=ast.Constant(value=str() | int() as key)):
            return (*_path(inner), key)
        case _:
            return ()

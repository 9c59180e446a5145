"""Where the real posts are. They belong to their publishers, and are no part of the repository."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("COPYDESK_CORPUS", ROOT.parent / "shared" / "corpus"))
"""The folder named by COPYDESK_CORPUS, else `../shared/corpus` beside the checkout."""


def corpus() -> Path:
    """The folder; a test that asks for it is skipped where it is not at hand."""
    return _present(CORPUS)


def seeds() -> Path:
    """The two seed posts, in the folder beside the corpus."""
    return _present(corpus().parent / "seeds")


def _present(folder: Path) -> Path:
    if not folder.is_dir():
        pytest.skip(f"no real posts at {folder}: set COPYDESK_CORPUS to their folder")
    return folder


def posts() -> Iterator[bytes]:
    """Each line of `wordpress/posts.ndjson`: one raw record."""
    with (corpus() / "wordpress" / "posts.ndjson").open("rb") as lines:
        yield from (line.rstrip(b"\n") for line in lines)

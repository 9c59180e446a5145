from collections.abc import Iterable
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: Iterable[pytest.Item]) -> None:
    """All of this folder reads real posts: a run of its own."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.corpus)

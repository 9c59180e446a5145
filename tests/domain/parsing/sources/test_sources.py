"""What docs/adding-a-source.md promises of every source."""

from pathlib import Path

import pytest

from tests.golden.examples import EXAMPLES, RAW
from workers.domain.parsing import sources as package

FOLDER = Path(package.__file__).parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")


@pytest.mark.parametrize("name", NAMES)
def test_a_source_is_one_file_and_one_golden(name: str) -> None:
    example = f"{name.replace('_', '-')}.json"
    assert (RAW / example).is_file()
    assert (EXAMPLES / "articles" / example).is_file()


def test_every_file_of_the_folder_is_a_source() -> None:
    assert len(package.sources()) == len(NAMES)
    for source in package.sources():
        assert source.recognises({}) is False

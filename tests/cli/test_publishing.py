"""Records that come in their own time."""

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from workers.adapters.sources import SourceError, SourceRecord
from workers.cli.publishing import AHEAD, as_they_come, known_bytes


def record(number: int) -> SourceRecord:
    return SourceRecord("-", number, None, b"{}")


async def test_a_record_is_passed_on_while_the_next_is_waited_for() -> None:
    more = threading.Event()

    def slowly() -> Iterator[SourceRecord]:
        yield record(0)
        more.wait(10)
        yield record(1)

    coming = as_they_come(slowly())
    assert (await asyncio.wait_for(anext(coming), 5)).index == 0
    more.set()
    assert [each.index async for each in coming] == [1]


async def test_every_record_comes_in_order() -> None:
    coming = as_they_come(record(number) for number in range(3 * AHEAD))
    assert [each.index async for each in coming] == list(range(3 * AHEAD))


async def test_a_source_that_fails_is_told_after_what_it_gave() -> None:
    def failing() -> Iterator[SourceRecord]:
        yield record(0)
        raise SourceError("line 2 is longer than 64 MiB")

    coming = as_they_come(failing())
    assert (await anext(coming)).index == 0
    with pytest.raises(SourceError, match="line 2"):
        await anext(coming)


def test_how_much_there_is_to_read_is_known_for_files_and_not_for_streams(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("12345")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "b.json").write_text("123")
    assert known_bytes([str(tmp_path / "a.json"), str(tmp_path)]) == 13
    assert known_bytes([str(tmp_path), "-"]) is None

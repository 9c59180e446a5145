"""How what a kit prints is read, and that a kit that fails is not taken for one that is done."""

import dataclasses
import sys
from pathlib import Path

import pytest

from . import kits
from .environments import Environment
from .kits import Kit, Rows, changelog_by, every, last_by
from .running import Answer, answer_of, run


def printing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str) -> Answer:
    """The answer of a kit that is this program; it should print `{"a": 1}`."""
    monkeypatch.setattr(kits, "FOLDER", tmp_path / "kits")
    (tmp_path / "kits" / "invented").mkdir(parents=True)
    command = (sys.executable, "-c", program)
    kit = Kit("invented", "none", command, lambda _: [{"a": 1}], every)
    return run(kit, Environment(tmp_path / "home", 0), "unused:9092", kit.expected(()))


def test_a_kit_that_prints_what_is_expected_and_ends_is_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = printing(tmp_path, monkeypatch, """print('hello'); print('{"a": 1}')""")
    assert answer.rows == [{"a": 1}]
    assert answer.failure is None


def test_a_kit_that_ends_with_an_error_has_failed_even_when_its_answer_is_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = printing(tmp_path, monkeypatch, """print('{"a": 1}'); raise SystemExit('broken')""")
    assert answer.failure is not None
    assert "exit 1" in answer.failure
    assert "broken" in answer.failure


def test_a_kit_that_prints_more_after_the_right_answer_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = """import time; print('{"a": 1}', flush=True); time.sleep(1); print('{"a": 2}')"""
    assert printing(tmp_path, monkeypatch, late).rows == [{"a": 1}, {"a": 2}]


def test_a_running_count_is_its_last_row_unless_that_says_it_is_gone() -> None:
    fold = last_by("who", gone=lambda row: row["n"] == 0)
    rows: Rows = [
        {"who": "a", "n": 1},
        {"who": "b", "n": 1},
        {"who": "a", "n": 2},
        {"who": "b", "n": 0},
    ]
    assert fold(rows) == [{"who": "a", "n": 2}]


def test_a_row_that_a_changelog_retracts_and_does_not_replace_is_gone() -> None:
    rows: Rows = [
        {"op": "+I", "id": "a", "n": 1},
        {"op": "+I", "id": "b", "n": 1},
        {"op": "-U", "id": "a", "n": 1},
        {"op": "+U", "id": "a", "n": 2},
        {"op": "-D", "id": "b", "n": 1},
    ]
    assert changelog_by("id")(rows) == [{"id": "a", "n": 2}]


def test_half_a_line_in_a_file_is_not_read_yet(tmp_path: Path) -> None:
    kit = dataclasses.replace(kits.KITS[0], files=("landed.txt",))
    (tmp_path / "landed.txt").write_bytes("whole\nŻó".encode()[:-1])
    assert [row["lines"] for row in answer_of(kit, tmp_path)] == [1]

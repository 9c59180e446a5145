"""What a running line shows of itself."""

from collections import Counter
from pathlib import Path

import pytest

from tests.cli.drawing import drawn
from workers.agents.supervisor import Change
from workers.cli.counters import Reading
from workers.cli.line import worker_command
from workers.cli.line_view import Places, counts_line, line_view
from workers.cli.logs import last_words
from workers.cli.places import hints
from workers.cli.stage_states import StageView
from workers.settings import Settings


def stages() -> dict[str, StageView]:
    normalize, sink = StageView(1), StageView(2)
    normalize.changed(Change("normalize", "running", pid=7, restarts=2))
    normalize.read(Reading(Counter(forwarded=1_190, buried=10), "running"), seconds=1.0)
    sink.read(Reading(Counter(stored=1_100), "halted"), seconds=1.0)
    return {"normalize": normalize, "sink": sink}


PLACES = Places("127.0.0.1:9092", "sqlite:///here.db", None, (("prove", "copydesk audit"),))


def test_each_stage_has_a_row_with_its_state_and_counts() -> None:
    shown = drawn(line_view(PLACES, stages()), 80)
    rows = [line.split() for line in shown.splitlines()]
    assert ["normalize", "running", "(2", "restarts)", "1,200", "1,190", "10", "600"] in rows
    assert ["sink", "halted", "1,100", "1,100", "0", "550"] in rows


def test_the_way_on_is_shown_with_the_counts() -> None:
    assert "prove     copydesk audit" in drawn(line_view(PLACES, stages()), 80)


@pytest.mark.parametrize("width", [40, 60, 80])
def test_the_view_fits_a_narrow_terminal(width: int) -> None:
    shown = drawn(line_view(PLACES, stages()), width)
    assert all(len(line) <= width for line in shown.splitlines())


def test_the_counts_of_a_log_are_one_line() -> None:
    assert counts_line(stages()) == "normalize 1,200 (10 buried), sink 1,100"


def test_hints_repeat_what_was_given_with_the_call() -> None:
    settings = Settings(embedded_port=19092, data=Path("a b"))
    given = dict(hints(settings, {"embedded_port": 0, "data": Path("a b")}))
    again = "COPYDESK_EMBEDDED_PORT=19092 COPYDESK_DATA='a b'"
    assert given["prove"] == f"{again} copydesk audit"
    assert dict(hints(settings, {}))["prove"] == "copydesk audit"


def test_a_worker_of_a_throw_away_line_is_told_to_touch_nothing_else(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, embedded_port=19092)
    command = worker_command(settings, "sink", 19093, tmp_path, throw_away=True)
    assert command[1:6] == ["-P", "-m", "workers.cli", "worker", "sink"]
    assert "--throw-away" in command
    assert command[command.index("--log-file") + 1] == str(tmp_path / "sink.log")
    assert command[command.index("--port") + 1] == "19092"


def test_a_worker_of_another_kafka_is_given_no_port(tmp_path: Path) -> None:
    settings = Settings(broker="kafka://kafka:9092", data=tmp_path)
    assert "--port" not in worker_command(settings, "sink", 19093, None, throw_away=False)


def test_when_a_stage_gives_up_its_log_has_the_last_word(tmp_path: Path) -> None:
    why = "sink ended 6 times as soon as it had started: its own last line says why"
    (tmp_path / "sink.log").write_text("first\nthe disk is gone\n")
    assert last_words(why, None) == why
    assert last_words(why, tmp_path) == (
        f"sink ended 6 times as soon as it had started\n{tmp_path}/sink.log ends: the disk is gone"
    )

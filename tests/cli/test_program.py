"""The program itself: help, version, wrong calls, and errors that nobody foresaw."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import call, environment, run
from workers.cli.failures import Failure
from workers.cli.program import SUMMARIES, Program


def failing_with(error: Exception) -> Program:
    def fail() -> None:
        raise error

    return Program("copydesk", callback=fail, invoke_without_command=True)


def test_called_without_arguments_it_shows_its_help() -> None:
    result = call()
    assert result.exit_code == 0
    assert all(name in result.stdout for name in SUMMARIES)


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_command_explains_itself(name: str) -> None:
    result = call(name, "--help")
    assert result.exit_code == 0
    assert f"Usage: copydesk {name}" in result.stdout


def test_an_unknown_command_is_a_wrong_call_and_the_nearest_one_is_named() -> None:
    result = call("previw")
    assert result.exit_code == 2
    assert result.stderr == (
        "copydesk: There is no command 'previw'; did you mean preview? See: copydesk --help\n"
    )


def test_an_unknown_option_is_a_wrong_call_in_one_line() -> None:
    result = call("settings", "--jason")
    assert result.exit_code == 2
    assert result.stderr.startswith("copydesk: No such option")
    assert result.stderr.endswith("See: copydesk settings --help\n")
    assert result.stderr.count("\n") == 1


def test_the_version_is_printed() -> None:
    assert call("--version").stdout.startswith("copydesk ")


def test_an_unforeseen_error_is_one_line_without_a_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COPYDESK_DEBUG", raising=False)
    with pytest.raises(SystemExit) as ended:
        failing_with(ZeroDivisionError("by what?")).main([])
    assert ended.value.code == 1
    error = capsys.readouterr().err
    assert error.startswith("copydesk: unexpected, please report: ZeroDivisionError: by what?")
    assert error.count("\n") == 1


def test_with_debug_on_an_unforeseen_error_shows_its_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPYDESK_DEBUG", "1")
    with pytest.raises(SystemExit):
        failing_with(ZeroDivisionError("by what?")).main([])
    assert "Traceback" in capsys.readouterr().err


def test_a_failure_is_told_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        failing_with(Failure("one\ntwo")).main([])
    assert ended.value.code == 1
    assert capsys.readouterr().err == "copydesk: one\ncopydesk: two\n"


def test_a_reader_that_has_seen_enough_is_no_failure(tmp_path: Path) -> None:
    command = f"{sys.executable} -P -m workers.cli settings | true"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"for n in 1 2 3 4 5; do {command} || exit 9; done"],
        cwd=tmp_path,
        env=environment({}),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_help_imports_no_kafka_client_and_draws_nothing(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from workers.cli.program import program\n"
        "try:\n"
        "    program.main(['--help'])\n"
        "except SystemExit:\n"
        "    print(sorted({'aiokafka', 'faust', 'rich', 'pydantic'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", script],
        cwd=tmp_path,
        env=environment({}),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_it_runs_as_a_module(tmp_path: Path) -> None:
    assert run("--help", folder=tmp_path).returncode == 0

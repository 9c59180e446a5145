"""Settings: what is in force, where it came from, and what is said of wrong ones."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.running import call

POLICIES = "'never', 'interval' or 'always'"
LEVELS = "'debug', 'info', 'warning' or 'error'"


@pytest.fixture(autouse=True)
def _an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def in_force(**environment: str) -> dict[str, dict[str, object]]:
    result = call("settings", "--json", stdin=None, **environment)
    assert result.exit_code == 0, result.stderr
    found: dict[str, dict[str, object]] = json.loads(result.stdout)
    return found


def test_the_environment_wins_over_the_file_and_that_over_the_default() -> None:
    Path("copydesk.toml").write_text("partitions = 3\nchunk_records = 7\n")
    found = in_force(COPYDESK_PARTITIONS="5")
    assert (found["partitions"]["value"], found["partitions"]["from"]) == (5, "environment")
    assert (found["chunk_records"]["value"], found["chunk_records"]["from"]) == (7, "file")
    assert (found["compression"]["value"], found["compression"]["from"]) == ("none", "default")


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://desk:hunter2@db.example:5433/articles",
        "postgresql://desk:hun@ter2@db.example/articles",
        "postgresql://desk:/hunter2@db.example/articles",
        "postgresql://db.example/articles?user=desk&password=hunter2&sslmode=require",
    ],
)
def test_a_postgresql_database_is_taken_and_its_password_never_shown(url: str) -> None:
    shown = str(in_force(COPYDESK_DATABASE=url)["database"]["value"])
    assert "ter2" not in shown
    assert "db.example" in shown


def test_a_database_of_another_kind_is_refused_and_not_shown() -> None:
    result = call("settings", COPYDESK_DATABASE="mysql://desk:hunter2@db.example/articles")
    assert result.exit_code == 1
    assert "expected sqlite:///path or postgresql://user:password@host/database" in result.stderr
    assert "hunter2" not in result.output


def test_a_secret_is_never_shown() -> None:
    result = call("settings", COPYDESK_SASL_PASSWORD="hunter2", COPYDESK_SASL_USERNAME="me")
    assert "hunter2" not in result.output
    assert in_force(COPYDESK_SASL_PASSWORD="hunter2")["sasl_password"]["value"] == (
        "(set; not shown)"
    )


def test_a_wrong_secret_is_not_shown_either() -> None:
    result = call("settings", COPYDESK_DATABASE="oracle://me:hunter2@db")
    assert result.exit_code == 1
    assert "hunter2" not in result.output
    assert "COPYDESK_DATABASE: got a value that is not shown, expected" in result.stderr


def test_each_wrong_setting_gets_its_line_with_what_was_got_and_expected() -> None:
    result = call(
        "settings",
        COPYDESK_PARTITIONS="zero",
        COPYDESK_CHUNK_SECONDS="-1",
        COPYDESK_LOG_LEVEL="loud",
        COPYDESK_BROKER="kafka:/x",
        COPYDESK_EMBEDDED_FSYNC="si",
        COPYDESK_METRICS_PORT="70000",
    )
    assert result.exit_code == 1
    assert set(result.stderr.splitlines()) == {
        "copydesk: COPYDESK_PARTITIONS: got 'zero', expected a whole number from 1 to 1000",
        "copydesk: COPYDESK_CHUNK_SECONDS: got '-1', expected a number above 0 to 10",
        f"copydesk: COPYDESK_LOG_LEVEL: got 'loud', expected one of {LEVELS}",
        "copydesk: COPYDESK_BROKER: got 'kafka:/x', expected kafka://host:port,host:port",
        f"copydesk: COPYDESK_EMBEDDED_FSYNC: got 'si', expected one of {POLICIES}",
        "copydesk: COPYDESK_METRICS_PORT: got '70000', expected a whole number from 0 to 65535",
    }


@pytest.mark.parametrize(("before", "now"), [("true", "always"), ("0", "never")])
def test_a_fsync_of_yes_or_no_still_means_what_it_did(before: str, now: str) -> None:
    result = call("settings", COPYDESK_EMBEDDED_FSYNC=before)
    assert re.search(rf"embedded_fsync\s.*{now}", result.output)


def test_a_wrong_value_in_the_file_is_named_as_the_files() -> None:
    Path("copydesk.toml").write_text("chunk_records = 0\n")
    assert call("settings").stderr == (
        "copydesk: chunk_records in copydesk.toml: got 0, expected a whole number from 1 to 10000\n"
    )


def test_an_unknown_key_in_the_file_is_an_error_that_names_the_nearest() -> None:
    Path("copydesk.toml").write_text("partitons = 3\n")
    result = call("settings")
    assert result.exit_code == 1
    assert result.stderr == (
        "copydesk: copydesk.toml: partitons is not a setting; did you mean partitions?\n"
    )


def test_a_file_that_is_no_toml_is_one_line() -> None:
    Path("copydesk.toml").write_text("partitions = \n")
    result = call("settings")
    assert result.exit_code == 1
    assert result.stderr.startswith("copydesk: copydesk.toml: not TOML: ")
    assert result.stderr.count("\n") == 1


def test_an_unknown_variable_is_a_warning_that_names_the_nearest() -> None:
    result = call("settings", COPYDESK_PARTITION="3")
    assert result.exit_code == 0
    assert result.stderr == (
        "copydesk: warning: COPYDESK_PARTITION is not a setting; "
        "did you mean COPYDESK_PARTITIONS?\n"
    )


def test_the_table_shows_every_setting() -> None:
    found, table = in_force(), call("settings").stdout
    assert all(name in table for name in found)

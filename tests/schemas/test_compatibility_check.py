"""The gate: what today's models change against what was released, told to a person and to CI."""

import copy
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from schemas import compatibility_releases as releases
from schemas.compatibility_releases import (
    ReleaseRefused,
    Version,
    check,
    current,
    earlier,
    main,
    release,
    released,
)
from workers.cli.schema import command

Schema = dict[str, Any]


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty shelf of released schemas, in place of the repository's own."""
    monkeypatch.setattr(releases, "RELEASED", tmp_path)
    monkeypatch.setattr(releases, "VERSION_FILE", tmp_path / "VERSION")
    return tmp_path


def without_title(schema: Schema) -> Schema:
    """The articles schema of a time before `title`: against it, `title` is new and required."""
    older = copy.deepcopy(schema)
    del older["properties"]["title"]
    older["required"].remove("title")
    return older


def with_a_teaser(schema: Schema) -> Schema:
    """The articles schema of a time that had `teaser`: against it, that is gone."""
    older = copy.deepcopy(schema)
    older["properties"]["teaser"] = {"type": "string"}
    return older


def stand(folder: Path, schema: Schema, name: str = "articles/v1.0.json") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(schema), "utf-8")
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def test_full_transitive_holds_against_every_released_version() -> None:
    broken = [
        f"{one.topic} against {one.against}: {change.path} {change.what}"
        for one in check(released())
        for change in one.changes
        if change.kind != "harmless"
    ]
    assert broken == [], "a released contract was broken: `copydesk schema check` says for whom"


def test_every_topic_with_a_schema_was_released() -> None:
    assert {one.topic for one in released()} == set(current())


def test_a_release_keeps_only_what_changed_since_the_last(shelf: Path) -> None:
    first = release(Version(1, 0))
    assert {path.parent.name for path in first} == set(current())
    assert release(Version(1, 1)) == ()
    assert (shelf / "VERSION").read_text("utf-8") == "1.1\n"


def test_a_release_that_breaks_an_earlier_one_is_refused(shelf: Path) -> None:
    stand(shelf, with_a_teaser(current()["articles"]))
    with pytest.raises(ReleaseRefused, match="articles: breaks"):
        release(Version(1, 1))


@pytest.mark.parametrize("version", [Version(1, 0), Version(0, 9), Version(2, 0)])
def test_a_release_goes_one_minor_version_up(shelf: Path, version: Version) -> None:
    release(Version(1, 0))
    with pytest.raises(ReleaseRefused):
        release(version)


def test_the_last_release_can_be_written_anew_before_anybody_saw_it(shelf: Path) -> None:
    release(Version(1, 0))
    stand(shelf, with_a_teaser(current()["articles"]))
    assert len(release(Version(1, 0), replace=True)) == len(current())
    assert all(not one.changes for one in check(released()))


def test_releasing_is_one_command(shelf: Path) -> None:
    assert main(["release", "1.0"]) == 0
    assert main(["release", "1.0"]) == "1.0 is not above 1.0, the last one that was released"
    assert main(["release", "one"]) == "'one' is no version: expected MAJOR.MINOR, such as 1.0"
    assert str(main([])).startswith("usage:")


def test_versions_are_ordered_by_number_and_not_by_letter() -> None:
    assert Version.parse("v1.10") > Version.parse("1.9")


def test_a_topic_that_is_gone_breaks_its_readers() -> None:
    gone = earlier(json.dumps({"$id": "urn:copydesk:schema:briefs:1"}), "v1.0")
    (compared,) = check([gone])
    assert [change.kind for change in compared.changes] == ["breaks_readers"]


def test_nothing_was_promised_across_major_versions() -> None:
    assert check([earlier(json.dumps({"$id": "urn:copydesk:schema:articles:9"}), "v9.0")]) == ()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"$id": 1}', '{"$id": "urn:other:schema:a:1"}'])
def test_a_file_that_is_no_schema_of_ours_is_named(text: str) -> None:
    with pytest.raises(ValueError, match=r"notes\.json is no schema of ours"):
        earlier(text, "notes.json")


def test_a_breaking_change_exits_1_and_says_who_is_broken(tmp_path: Path) -> None:
    stand(tmp_path, with_a_teaser(current()["articles"]))
    result = run("check", "--against", str(tmp_path))
    assert result.exit_code == 1
    assert "breaks readers  teaser: is gone" in result.output
    assert "roll out first: the consumers (readers)" in result.output
    assert "FULL_TRANSITIVE does not hold: articles." in result.output


def test_a_new_required_field_breaks_what_stands_in_the_topic(tmp_path: Path) -> None:
    path = stand(tmp_path, without_title(current()["articles"]))
    result = run("check", "--against", str(path))
    assert result.exit_code == 1
    assert "breaks writers  title: is new and required" in result.output
    assert "Copydesk (writers), and what stands in the topic must have expired" in result.output


def test_a_harmless_change_exits_0_and_says_so(tmp_path: Path) -> None:
    today = current()["raw-posts"]
    older = copy.deepcopy(today)
    del older["$defs"]["PlainText"]["properties"]["title"]
    result = run("check", "--against", str(stand(tmp_path, older)))
    assert result.exit_code == 0
    assert "harmless        title: is new and optional to read" in result.output
    assert "FULL_TRANSITIVE holds: 1 topics against 1 earlier schemas" in result.output


def test_programs_get_one_json_object_a_change(tmp_path: Path) -> None:
    path = stand(tmp_path, with_a_teaser(current()["articles"]))
    (line,) = run("check", "--json", "--against", str(path)).output.splitlines()
    change = json.loads(line)
    assert (change["topic"], change["kind"]) == ("articles", "breaks_readers")
    assert change["first"] == "readers"


def test_a_git_reference_is_compared_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schema = with_a_teaser(current()["articles"])
    stand(tmp_path, schema, "schemas/generated/articles.v1.json")
    stand(tmp_path, {}, "schemas/other.json")
    for line in ("init -q", "add .", "commit -q -m old"):
        identity = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
        subprocess.run(["git", *identity, *line.split()], cwd=tmp_path, check=True)
    monkeypatch.chdir(tmp_path)
    result = run("check", "--against", "HEAD")
    assert result.exit_code == 1
    assert "articles, against HEAD:schemas/generated/articles.v1.json" in result.output


@pytest.mark.parametrize("reference", ["no-such-reference", "--output=/tmp/x"])
def test_what_is_neither_file_nor_reference_is_told_in_one_line(reference: str) -> None:
    result = run("check", f"--against={reference}")
    assert result.exit_code == 1
    assert "is neither a file, nor a folder, nor a git reference here" in result.output


def test_a_folder_without_schemas_is_no_success(tmp_path: Path) -> None:
    result = run("check", "--against", str(tmp_path))
    assert result.exit_code == 1
    assert "nothing to compare with" in result.output


def test_what_is_exported_compares_as_unchanged(tmp_path: Path) -> None:
    assert run("export", str(tmp_path / "new")).exit_code == 0
    result = run("check", "--against", str(tmp_path / "new"))
    assert result.exit_code == 0
    assert f"{len(current())} earlier schemas: nothing changed." in result.output


def test_a_registry_that_is_not_there_exits_1() -> None:
    result = run("register", "http://127.0.0.1:9")
    assert result.exit_code == 1
    assert "cannot reach the registry" in result.output

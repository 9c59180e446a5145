"""Preview and explain: the pure stages over files, without a broker."""

import json
from pathlib import Path

import pytest

from tests.cli.running import call, run

POST = {
    "id": 11,
    "date_gmt": "2026-03-01T08:30:00",
    "modified_gmt": "2026-03-01T08:30:00",
    "guid": {"rendered": "https://coast.example/?p=11"},
    "link": "https://coast.example/lighthouse/",
    "status": "publish",
    "type": "post",
    "title": {"rendered": "Lighthouse to shine again"},
    "content": {"rendered": "<p>The old lighthouse will be lit again on Sunday.</p>"},
}
ERROR = {"code": "rest_forbidden", "message": "no", "data": {"status": 401}}
FIELDS = {"input", "index", "outcome", "reason", "detail", "article", "enriched"}


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    file = tmp_path / "posts.ndjson"
    values = [POST, ERROR, [POST | {"id": 12}, POST | {"id": 13}], POST | {"id": 14}]
    file.write_text("".join(json.dumps(value) + "\n" for value in values))
    return file


def previewed(*arguments: str, stdin: bytes | None = None) -> list[dict[str, object]]:
    result = call("preview", "--json", *arguments, stdin=stdin)
    assert (result.exit_code, result.stderr) == (0, "")
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_every_post_gets_one_line_in_the_order_of_the_input(posts: Path) -> None:
    lines = previewed(str(posts))
    assert [line["outcome"] for line in lines] == ["forward", "bury", *["forward"] * 3]
    assert [line["index"] for line in lines] == [0, 1, 2, 3, 4]
    assert all(set(line) == FIELDS for line in lines)
    assert {line["input"] for line in lines} == {str(posts)}


def test_a_buried_post_tells_its_reason_and_nothing_else(posts: Path) -> None:
    line = previewed(str(posts))[1]
    assert line["reason"] == "wordpress_error"
    assert line["detail"]
    assert (line["article"], line["enriched"]) == (None, None)


def test_enriched_holds_what_stands_beside_the_article(posts: Path) -> None:
    line = previewed(str(posts))[0]
    article, enriched = line["article"], line["enriched"]
    assert isinstance(article, dict)
    assert isinstance(enriched, dict)
    assert article["title"] == "Lighthouse to shine again"
    assert "article" not in enriched
    assert enriched["word_count"] == 9


def test_stopping_after_normalize_leaves_enriched_empty(posts: Path) -> None:
    lines = previewed("--stage", "normalize", str(posts))
    assert [line["enriched"] for line in lines] == [None] * 5
    assert lines[0]["article"] is not None


def test_counting_begins_anew_with_each_file(posts: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text(json.dumps(POST))
    lines = previewed(str(posts), str(other))
    assert (lines[-1]["input"], lines[-1]["index"]) == (str(other), 0)


def test_standard_input_is_read_as_lines_or_as_one_post() -> None:
    line = json.dumps(POST).encode()
    assert len(previewed("-", stdin=line + b"\n" + line)) == 2
    (text,) = previewed("-", stdin=b"A harbour wakes.\n\nThe boats went out at five.\n")
    assert (text["input"], text["outcome"]) == ("-", "forward")


@pytest.mark.parametrize(
    "value",
    [b"\xff\xfe\x00", b"[" * 100_000, b'{"a":"\\ud800"}', b"null", b"[]", b"\x00", b"{" * 9],
)
def test_any_bytes_are_a_result_and_not_an_error(value: bytes, tmp_path: Path) -> None:
    file = tmp_path / "hostile.txt"
    file.write_bytes(value)
    lines = previewed(str(file))
    assert lines
    assert all(line["outcome"] in {"forward", "bury"} for line in lines)


def test_people_are_shown_what_is_forwarded_and_why_the_rest_is_not(posts: Path) -> None:
    result = call("preview", str(posts))
    assert result.exit_code == 0
    assert "Lighthouse to shine again" in result.stdout
    assert "buried: wordpress_error" in result.stdout
    assert result.stdout.endswith("5 posts: 4 forwarded, 1 buried\n")


def test_a_file_that_is_not_there_is_one_line_and_exit_1() -> None:
    result = call("preview", "nowhere.json")
    assert result.exit_code == 1
    assert result.stderr.startswith("copydesk: ")
    assert "nowhere.json" in result.stderr
    assert result.stderr.count("\n") == 1


def test_what_was_read_before_a_missing_file_is_shown(posts: Path) -> None:
    result = call("preview", "--json", str(posts), "nowhere.json")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 5


def test_no_file_is_a_wrong_call() -> None:
    assert call("preview").exit_code == 2


def test_stories_add_to_each_article_where_it_belongs(posts: Path) -> None:
    result = call("preview", "--json", "--stories", str(posts))
    assert result.exit_code == 0
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [("story" in row) for row in rows] == [row["outcome"] == "forward" for row in rows]
    opened = next(row["story"] for row in rows if "story" in row)
    assert opened["story_id"]
    assert opened["near_duplicate_of"] is None


def test_stories_without_what_enrich_adds_are_a_wrong_call(posts: Path) -> None:
    result = call("preview", "--stories", "--stage", "normalize", str(posts))
    assert result.exit_code == 2
    assert "--stage" in result.stderr


def test_a_wrong_setting_is_told_before_anything_is_read(posts: Path) -> None:
    result = call("preview", str(posts), stdin=None, COPYDESK_MAX_POST_BYTES="huge")
    assert result.exit_code == 1
    assert result.stdout == ""


def test_the_size_limit_of_the_settings_is_kept(posts: Path) -> None:
    result = call("preview", "--json", str(posts), stdin=None, COPYDESK_MAX_POST_BYTES="1024")
    assert result.exit_code == 0
    big = posts.with_name("big.txt")
    big.write_text("word " * 400)
    result = call("preview", "--json", str(big), stdin=None, COPYDESK_MAX_POST_BYTES="1024")
    assert json.loads(result.stdout)["reason"] == "too_large"


def test_explain_shows_where_the_parts_came_from(posts: Path) -> None:
    result = call("explain", str(posts), "--post", "0")
    assert result.exit_code == 0
    assert "/date_gmt" in result.stdout
    assert "The old lighthouse will be lit again on Sunday." in result.stdout


def test_explain_tells_of_a_buried_post_why(posts: Path) -> None:
    result = call("explain", str(posts), "--post", "1")
    assert result.exit_code == 0
    assert "wordpress_error" in result.stdout


def test_explain_of_a_post_that_is_not_there_is_a_wrong_call(posts: Path) -> None:
    result = call("explain", str(posts), "--post", "9")
    assert result.exit_code == 2
    assert "holds 5 posts" in result.stderr


def test_without_colours_nothing_but_text_is_printed(posts: Path, tmp_path: Path) -> None:
    done = run("preview", str(posts), folder=tmp_path, settings={"NO_COLOR": "1"})
    assert "\x1b" not in done.stdout


def test_preview_imports_no_kafka_client(posts: Path, tmp_path: Path) -> None:
    traced = {"PYTHONPROFILEIMPORTTIME": "1"}
    done = run("preview", "--json", str(posts), folder=tmp_path, settings=traced)
    assert done.returncode == 0
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "workers.stages.normalize" in imported
    assert not {"aiokafka", "faust", "sqlalchemy", "rich"} & imported

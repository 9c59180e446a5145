"""The page says what the models say, and leaves nothing out."""

import json
import re
import shutil
import subprocess
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.asyncapi import PUBLIC
from schemas.contract_page import PAGE, page
from schemas.contract_page_flink import QUOTED, create_table
from schemas.contract_page_tables import message_tables, reasons_table, table
from schemas.dead_letter import Reason
from schemas.json_schema import json_schema
from schemas.topics import ENRICHED_ARTICLES, RAW_POSTS, STORIES, TOPICS, Topic
from tests.schemas.reserved_words import RESERVED
from tests.schemas.walking import properties
from workers.domain.versions import Version

MESSAGES = [topic for topic in PUBLIC if topic.message is not None]
PLACE = re.compile(r"<!-- (?!Made by)")


@pytest.fixture(scope="module")
def made() -> str:
    return page()


def test_the_page_in_the_repository_is_the_one_that_is_made(made: str) -> None:
    assert PAGE.read_text("utf-8") == made, "run `make contract` and read the difference"


def test_no_place_of_the_page_stays_empty(made: str) -> None:
    assert not PLACE.search(made)


def test_every_public_topic_stands_on_the_page_and_no_internal_one(made: str) -> None:
    for topic in TOPICS:
        assert (f"| `{topic.name}` |" in made) == (topic.audience != "internal")


@pytest.mark.parametrize("topic", MESSAGES, ids=lambda topic: topic.name)
def test_every_field_stands_on_the_page_with_its_description(made: str, topic: Topic) -> None:
    rows = {line for line in made.splitlines() if line.startswith("| `")}
    for field in properties(topic.name):
        description = field.schema["description"].replace("\n", " ").replace("|", "\\|")
        assert any(row.startswith(f"| `{field.name}` |") and description in row for row in rows)


def test_every_reason_for_burying_is_explained() -> None:
    lines = reasons_table().splitlines()
    assert len(lines) == 2 + len(Reason)
    assert "| `unreadable_date` | A date field holds something that is no date. |" in lines


def test_every_link_within_the_page_leads_to_a_heading(made: str) -> None:
    headings = {
        re.sub(r"[^\w\- ]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in made.splitlines()
        if line.startswith("#")
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", made)) <= headings


def test_every_link_into_the_repository_leads_to_a_file(made: str) -> None:
    for link in re.findall(r"\]\(((?!#|https)[^)]+)\)", made):
        assert (PAGE.parent / link).exists(), link


def test_every_json_example_can_be_read(made: str) -> None:
    for block in re.findall(r"```json\n(.*?)\n```", made, re.DOTALL):
        json.loads(block)


def test_a_field_that_may_be_missing_says_so() -> None:
    rows = message_tables(json_schema(RAW_POSTS), set()).splitlines()
    assert any(row.startswith("| `authors` |") and "as an empty list" in row for row in rows)
    assert any(row.startswith("| `title` |") and row.endswith("May be missing. |") for row in rows)
    assert any(row.startswith("| `post` |") and "missing" not in row for row in rows)


def test_a_bar_inside_a_cell_does_not_end_it() -> None:
    assert table(("a",), [("x|y\nz",)]).splitlines()[-1] == "| x\\|y z |"


@pytest.mark.parametrize("topic", MESSAGES, ids=lambda topic: topic.name)
def test_flink_s_table_names_every_field_and_quotes_what_sql_reserves(topic: Topic) -> None:
    statement = create_table(topic, "kafka")
    for field in properties(topic.name):
        assert field.name not in RESERVED or field.name in QUOTED
        written = f"`{field.name}`" if field.name in QUOTED else field.name
        assert re.search(rf"(?<![\w`]){written} [A-Z]", statement)


def test_flink_reads_times_as_instants_and_counts_as_long_integers() -> None:
    statement = create_table(ENRICHED_ARTICLES, "kafka")
    assert "published_at TIMESTAMP_LTZ(3)" in statement
    assert "word_count BIGINT" in statement
    assert "'json.timestamp-format.standard' = 'ISO-8601'" in statement


def test_flink_s_changing_table_has_the_record_s_key_as_its_own() -> None:
    statement = create_table(STORIES, "upsert-kafka")
    assert "PRIMARY KEY (story_id) NOT ENFORCED" in statement
    assert "'key.format' = 'raw'" in statement


def test_a_type_that_flink_lacks_is_no_silent_string() -> None:
    with pytest.raises(KeyError):
        create_table(RAW_POSTS, "kafka")


def test_the_consumer_on_the_page_compiles(made: str) -> None:
    (code,) = re.findall(r"```python\n(.*?)\n```", made, re.DOTALL)
    body = "\n".join(f"    {line}" for line in code.splitlines())
    names: dict[str, Any] = {}
    exec(compile(f"async def consume():\n{body}\n", "contract.md", "exec"), names)
    assert callable(names["consume"])


MOMENTS = st.integers(0, 3).map(lambda second: datetime(2026, 3, 1, 0, 0, second, tzinfo=UTC))
VERSIONS = st.builds(
    Version,
    access=st.sampled_from(["open", "truncated", "withheld", "withdrawn"]),
    published_at=st.none() | MOMENTS,
    modified_at=st.none() | MOMENTS,
    ingested_at=MOMENTS,
    partition=st.integers(0, 2),
    offset=st.integers(0, 3),
)


@given(VERSIONS, VERSIONS)
def test_the_order_on_the_page_is_the_one_that_our_own_sink_obeys(
    one: Version, other: Version
) -> None:
    assert one.supersedes(other) == (as_the_page_says(one) > as_the_page_says(other))


def as_the_page_says(record: Version) -> tuple[object, ...]:
    """The five, word for word."""
    withdrawn = record.ingested_at if record.access == "withdrawn" else None
    return (
        0 if record.access == "withheld" else 1,
        record.modified_at or record.published_at or withdrawn or datetime.min.replace(tzinfo=UTC),
        {"withdrawn": 3, "open": 2, "truncated": 1, "withheld": 0}[record.access],
        record.ingested_at,
        (record.offset, record.partition),
    )


def test_the_page_cuts_words_out_as_our_spans_are_meant(made: str) -> None:
    text, start_char, end_char = "🎏 Żółwin 👩‍🚒", 2, 8
    rows = dict(re.findall(r"^\| (Python|Go|JavaScript|Java) \| `(.+)` \|$", made, re.MULTILINE))
    assert set(rows) == {"Python", "Go", "JavaScript", "Java"}
    names = {"text": text, "start_char": start_char, "end_char": end_char}
    assert eval(rows["Python"], names) == "Żółwin"
    script = (
        f"const text={json.dumps(text)}, start_char=2, end_char=8;console.log({rows['JavaScript']})"
    )
    if shutil.which("node"):
        told = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True)
        assert told.stdout == "Żółwin\n"

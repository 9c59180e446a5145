"""What the kits are fed with, and that it can catch a reader."""

import json

import jsonschema
import pytest

from schemas.contract_page_flink import create_table
from schemas.json_schema import json_schema
from schemas.topics import ENRICHED_ARTICLES, Topic

from .arithmetic import articles
from .expectations import expected_text
from .feed import TOPICS, invented_feed
from .invented_articles import ARTICLES
from .kits import FOLDER, KITS, Kit
from .running import in_order

FEED = invented_feed()


def name_of(kit: Kit) -> str:
    return kit.name


@pytest.mark.parametrize("kit", KITS, ids=name_of)
def test_the_expected_answer_in_a_kit_is_the_arithmetic_over_the_invented_feed(kit: Kit) -> None:
    written = kit.expected_file.read_text("utf-8")
    assert written == expected_text(kit), "run `python -m tests.consumers --write`"


@pytest.mark.parametrize("kit", KITS, ids=name_of)
def test_a_kit_that_reads_aborted_records_gives_another_answer(kit: Kit) -> None:
    assert in_order(kit.expected(FEED.committed)) != in_order(kit.expected(FEED.published))


@pytest.mark.parametrize("kit", KITS, ids=name_of)
def test_a_kit_that_misses_the_second_half_gives_another_answer(kit: Kit) -> None:
    assert in_order(kit.expected(FEED.committed)) != in_order(kit.expected(FEED.first))


@pytest.mark.parametrize("kit", KITS, ids=name_of)
def test_a_kits_readme_says_how_it_is_run_and_how_it_reads_committed_records(kit: Kit) -> None:
    readme = (kit.folder / "README.md").read_text("utf-8").replace("'", "").replace("\\\n", " ")
    assert " ".join(kit.command) in " ".join(readme.split())
    assert "read_committed" in readme


@pytest.mark.parametrize("kit", KITS, ids=name_of)
def test_a_kit_pins_an_exact_version(kit: Kit) -> None:
    assert kit.version[0].isdigit()


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_every_message_of_the_feed_is_of_its_published_schema(topic: Topic) -> None:
    validator = jsonschema.Draft202012Validator(json_schema(topic))
    values = [m.value for m in FEED.published if m.topic == topic.name and m.value is not None]
    assert values
    for value in values:
        validator.validate(json.loads(value))


def test_no_two_messages_of_the_feed_are_the_same_event() -> None:
    events = [dict(message.headers)["ce_id"] for message in FEED.published]
    assert len(set(events)) == len(events)


def test_flink_reads_articles_with_the_table_that_stands_on_the_page() -> None:
    page = create_table(ENRICHED_ARTICLES, "kafka")
    bounded = "  'scan.bounded.mode' = 'latest-offset',\n  'format' = 'json'"
    table = page.replace("'kafka:9092'", "'${BROKER}'").replace("  'format' = 'json'", bounded)
    script = (FOLDER / "flink-sql" / "entities.sql").read_text("utf-8")
    assert table in script, f"entities.sql has another table than the page:\n{table}"


def test_most_spans_of_the_feed_would_be_cut_wrong_if_counted_in_utf_16() -> None:
    moved = [
        span
        for enriched in articles(FEED.committed)
        for entity in enriched.entities
        for span in entity.mentions
        if _utf_16_length(enriched.article.text[: span.start_char]) != span.start_char
    ]
    assert len(moved) > ARTICLES


def _utf_16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2

import pytest

from schemas import decode
from schemas.dead_letter import Reason
from schemas.enriched_article import EnrichedArticle
from tests.domain.parsing.posts import post, with_html
from tests.stages.records import ENRICH, NOW, buried, forwarded, normalized, read_again
from workers.stages.outcome import Drop, Record


def enriched(html: str) -> EnrichedArticle:
    (article,) = normalized(with_html(html))
    (outcome,) = ENRICH.run(read_again(forwarded(article)), NOW)
    return decode(EnrichedArticle, forwarded(outcome).value)


def test_an_article_goes_on_unchanged_with_its_language_and_length() -> None:
    (article,) = normalized(post())
    (outcome,) = ENRICH.run(read_again(forwarded(article)), NOW)
    output = forwarded(outcome)
    message = decode(EnrichedArticle, output.value)
    assert message.article.model_dump_json()
    assert (output.topic, output.key) == ("enriched-articles", message.article_id.encode())
    assert message.detected_language is not None
    assert (message.detected_language.code, message.word_count) == ("en", 7)


def test_only_what_was_looked_for_is_named() -> None:
    assert [part.name for part in enriched("<p>Eels.</p>").parts] == [
        "cited_sources",
        "detected_language",
        "entities",
        "keyphrases",
        "quotes",
        "summary",
        "word_count",
    ]


def test_who_said_what_is_in_the_article() -> None:
    message = enriched("<p>“The eels are back in the river,” warden Marta Olsen told us.</p>")
    (quote,) = message.quotes
    text = message.article.text
    assert text[quote.start_char : quote.end_char] == quote.text
    assert (quote.speaker, quote.cue) == ("Marta Olsen", "told")


def test_a_text_without_words_is_undetermined() -> None:
    message = enriched("<p>12 345 678 901 234</p>" * 20)
    assert message.detected_language is not None
    assert message.detected_language.code == "und"


@pytest.mark.parametrize("value", [b"", b"{}", b"not json", b'{"article_id": 7}', b"[]"])
def test_what_is_no_article_violates_the_contract(value: bytes) -> None:
    (outcome,) = ENRICH.run(Record("articles", 0, 0, b"k", value, (), 0), NOW)
    assert buried(outcome).reason is Reason.CONTRACT_VIOLATION


def test_a_field_of_a_newer_writer_does_not_stop_us() -> None:
    (article,) = normalized(post())
    output = forwarded(article)
    value = output.value.replace(b'{"access"', b'{"a_new_field":1,"access"')
    (outcome,) = ENRICH.run(Record("articles", 0, 0, output.key, value, (), 0), NOW)
    forwarded(outcome)


def test_a_tombstone_is_dropped() -> None:
    assert ENRICH.run(Record("articles", 0, 0, b"k", None, (), 0), NOW) == (Drop("tombstone"),)

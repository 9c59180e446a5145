"""What we write we can read, and what others write cannot hurt us."""

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from schemas import Article, DecodeError, decode, encode
from schemas.article import DateClaim, Publisher
from schemas.codec import TooDeep, UnreadableJson, encode_instant, encode_json, parse_json
from schemas.json_schema import json_schema
from schemas.topics import ARTICLES as ARTICLES_TOPIC
from tests.schemas.strategies import ARTICLES

VALIDATOR = jsonschema.Draft202012Validator(json_schema(ARTICLES_TOPIC))


@given(ARTICLES)
def test_what_we_write_we_can_read(article: Article) -> None:
    assert decode(Article, encode(article)) == article


@given(ARTICLES)
def test_a_moment_alone_is_written_as_in_a_message(article: Article) -> None:
    written = json.loads(encode(article))["ingested_at"]
    assert encode_instant(article.ingested_at) == written.encode()
    assert encode_json(written) == b'"%b"' % encode_instant(article.ingested_at)


@given(ARTICLES)
def test_the_same_message_is_always_the_same_bytes(article: Article) -> None:
    assert encode(decode(Article, encode(article))) == encode(article)


@given(ARTICLES)
def test_what_is_written_is_what_pydantic_itself_would_write(article: Article) -> None:
    assert json.loads(encode(article)) == article.model_dump(mode="json")


@given(ARTICLES)
def test_every_field_is_always_written(article: Article) -> None:
    written = json.loads(encode(article))
    assert written.keys() == Article.model_fields.keys()
    for claim in written["date_claims"]:
        assert claim.keys() == DateClaim.model_fields.keys()


@given(ARTICLES)
def test_what_we_write_obeys_the_published_schema(article: Article) -> None:
    VALIDATOR.validate(json.loads(encode(article)))


@given(ARTICLES, st.text(min_size=1))
def test_a_field_of_a_newer_writer_is_ignored(article: Article, name: str) -> None:
    newer = json.loads(encode(article))
    newer["new_" + name] = [{"anything": None}]
    assert decode(Article, json.dumps(newer).encode()) == article


def test_a_field_of_our_own_that_the_contract_lacks_is_refused() -> None:
    with pytest.raises(ValidationError):
        Publisher.model_validate({"name": "The Harbour Post", "domain": None, "founded": 1871})


@pytest.mark.parametrize(
    "moment",
    [
        datetime.fromisoformat("2026-03-01T08:30:00"),
        datetime(2026, 3, 1, 8, 30, tzinfo=timezone(timedelta(hours=1))),
        datetime(2026, 3, 1, 8, 30, 0, 5, tzinfo=UTC),
    ],
    ids=["naive", "another zone", "parts of a second"],
)
def test_an_instant_that_is_no_whole_utc_second_is_refused(moment: datetime) -> None:
    article = _article()
    with pytest.raises(ValidationError):
        Article.model_validate({**article.model_dump(), "published_at": moment})


def test_a_time_is_written_with_z() -> None:
    assert b'"ingested_at":"2026-03-01T08:30:00Z"' in encode(_article())


@given(st.binary())
def test_no_bytes_make_decoding_fail_in_another_way(data: bytes) -> None:
    with pytest.raises(DecodeError):
        decode(Article, data)


def test_the_error_names_the_field_and_not_what_stood_in_it() -> None:
    wrong = json.loads(encode(_article()))
    wrong["title"] = {"secret": "the text of the post"}
    with pytest.raises(DecodeError, match=r"not a Article: title") as caught:
        decode(Article, json.dumps(wrong).encode())
    assert "the text of the post" not in str(caught.value)


def test_a_lone_surrogate_becomes_a_replacement_character() -> None:
    assert parse_json(rb'{"t":"cut \ud83d"}') == {"t": "cut �"}


def test_a_true_pair_of_surrogates_is_kept_beside_a_lone_one() -> None:
    assert parse_json(rb'["\ud83d\ude00", "\ud83d"]') == ["😀", "�"]


@pytest.mark.parametrize(
    "data", [b"", b"{", b"nope", b"\xff\xfe", b"NaN", b'["\\ud83d", NaN]', b"[1,]"]
)
def test_what_is_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableJson):
        parse_json(data)


@pytest.mark.parametrize("data", [b"[" * 100_000, b"[" * 100_000 + b"]" * 100_000])
def test_json_that_is_too_deep_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableJson):
        parse_json(data)


def test_depth_is_named_where_it_is_the_reason() -> None:
    with pytest.raises(TooDeep):
        parse_json(b"[" * 2_000 + b"]" * 2_000)


@given(st.binary(max_size=200))
def test_any_bytes_are_json_or_refused(data: bytes) -> None:
    with suppress(UnreadableJson):
        parse_json(data)


def _article() -> Article:
    return Article(
        article_id="a",
        revision="r",
        kind="plain_text",
        url=None,
        canonical_url=None,
        title=None,
        standfirst=None,
        text="",
        blocks=(),
        authors=(),
        published_at=None,
        modified_at=None,
        ingested_at=datetime(2026, 3, 1, 8, 30, tzinfo=UTC),
        date_claims=(),
        publisher=None,
        origin=None,
        sections=(),
        tags=(),
        images=(),
        links=(),
        declared_language=None,
        access="open",
        claims=(),
        removed=(),
        source_record="raw-posts/0/0",
    )

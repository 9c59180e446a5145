"""The laws of the stages, over inputs that nobody thought of."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import JsonValue

from schemas import decode, encode
from schemas.article import Article
from schemas.enriched_article import EnrichedArticle
from tests.domain.parsing.posts import POST
from tests.stages.records import ENRICH, NOW, forwarded, normalized, read_again
from workers.stages.outcome import Bury, Forward, Outcome

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
)
json_values: st.SearchStrategy[JsonValue] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)
tags = st.sampled_from(
    "<p> </p> <a href='x'> </a> <br> <img src=y alt=z> <table> <tr> <td> </table> <li> <pre> </pre>"
    " <h2> <blockquote> <figure> <figcaption> </figure> <script> </script> <!-- --> &amp;#8217;"
    " &nbsp; [gallery] [/x] <span hidden> <sup> <iframe src=q> <form> <svg> <math>".split()
)
markup = st.lists(tags | st.text(max_size=12), max_size=30).map(" ".join)
fields = st.sampled_from(
    [
        *POST,
        *("class_list", "_embedded", "yoast_head_json", "yoast_head", "authors", "author", "kind"),
    ]
)
odd_posts = st.builds(
    lambda changes, html: {
        **POST,
        **({"content": {"rendered": html}} if html is not None else {}),
        **changes,
    },
    st.dictionaries(fields, json_values, max_size=4),
    st.none() | markup,
)
many = settings(max_examples=200)


def check(outcomes: tuple[Outcome, ...]) -> None:
    """Each is forwarded in a form that holds every law, or buried with a reason."""
    assert outcomes
    for outcome in outcomes:
        match outcome:
            case Forward():
                output = forwarded(outcome)
                article = decode(Article, output.value)
                assert encode(article) == output.value
                check_article(article, output.value)
                (enriched,) = ENRICH.run(read_again(output), NOW)
                message = decode(EnrichedArticle, forwarded(enriched).value)
                assert message.article == article
            case Bury():
                assert outcome.reason.value != "bug"
                assert "\n" not in outcome.detail
                assert len(outcome.detail) < 300
            case _:
                raise AssertionError(f"{outcome} of a record with a value")


def check_article(article: Article, value: bytes) -> None:
    assert [article.text[b.start_char : b.end_char] for b in article.blocks] == (
        article.text.split("\n\n") if article.text else []
    )
    for link in article.links:
        assert link.url.startswith(("http://", "https://", "mailto:"))
    for image in article.images:
        assert image.url.startswith(("http://", "https://"))
    assert article.ingested_at <= NOW
    assert depth(json.loads(value)) <= 4
    assert nulls_for_lists(article) == []


def depth(value: object) -> int:
    match value:
        case dict():
            return 1 + max(map(depth, value.values()), default=0)
        case list():
            return max(map(depth, value), default=0)
        case _:
            return 0


def nulls_for_lists(article: Article) -> list[str]:
    dumped = article.model_dump()
    return [
        name
        for name, info in Article.model_fields.items()
        if str(info.annotation).startswith("tuple") and not isinstance(dumped[name], tuple)
    ]


@many
@given(st.binary(max_size=200))
def test_any_bytes_get_an_outcome(value: bytes) -> None:
    check(normalized(value))


@many
@given(json_values)
def test_any_json_gets_an_outcome(value: JsonValue) -> None:
    check(normalized(value))


@many
@given(odd_posts)
def test_any_odd_post_gets_one_outcome(value: dict[str, JsonValue]) -> None:
    outcomes = normalized(value)
    assert len(outcomes) == 1
    check(outcomes)


@many
@given(st.lists(odd_posts, min_size=1, max_size=4))
def test_posts_in_are_outcomes_out(values: list[dict[str, JsonValue]]) -> None:
    outcomes = normalized(list(values))
    assert len(outcomes) == len(values)
    check(outcomes)


@many
@given(st.text(min_size=1))
def test_any_text_gets_one_outcome(text: str) -> None:
    outcomes = normalized({"kind": "plain_text", "text": text})
    assert len(outcomes) == 1
    check(outcomes)


@pytest.mark.parametrize("seeds", [("0", "4242")])
def test_the_same_posts_are_the_same_bytes_whatever_the_hash_seed(seeds: tuple[str, str]) -> None:
    root = Path(__file__).parents[2]
    program = "from tests.golden.examples import all_goldens; print(all_goldens())"
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=root,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
        for seed in seeds
    }
    assert len(printed) == 1

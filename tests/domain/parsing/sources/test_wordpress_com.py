import pytest
from pydantic import JsonValue

from schemas.dead_letter import Reason
from tests.domain.parsing.posts import post
from workers.domain.parsing.sources import source_of, sources
from workers.domain.parsing.sources.wordpress_com import parse
from workers.domain.rejection import PostRejected

POST: dict[str, JsonValue] = {
    "ID": 41,
    "site_ID": 7,
    "URL": "https://www.marshpost.example/2026/03/eels/",
    "title": "Eels &amp; otters",
    "content": "<p>They came up the river.</p>",
    "date": "2026-03-01T09:30:00+01:00",
    "status": "publish",
    "tags": [],
    "categories": {"Rivers": {"name": "Rivers", "slug": "rivers"}},
}


def test_it_is_told_by_its_fields_and_nothing_else_is() -> None:
    assert source_of(POST) is not None
    assert source_of(post()) is None
    assert len(sources()) >= 1


def test_the_same_post_by_either_api_is_one_article() -> None:
    assert parse(POST, "").identity == "wordpress:marshpost.example:41"


@pytest.mark.parametrize("status", ["draft", "private", "pending", "future"])
def test_what_is_not_published_is_private(status: str) -> None:
    with pytest.raises(PostRejected) as refused:
        parse({**POST, "status": status}, "")
    assert refused.value.reason is Reason.PRIVATE


@pytest.mark.parametrize(
    ("change", "hidden"), [({"password": "x"}, "withheld"), ({"status": "trash"}, "withdrawn")]
)
def test_what_is_hidden_shows_nothing(change: dict[str, JsonValue], hidden: str) -> None:
    parsed = parse({**POST, **change}, "")
    assert (parsed.hidden, parsed.blocks, parsed.images) == (hidden, (), ())


@pytest.mark.parametrize("odd", [None, True, 3, "x", [], [None, 1], {}, {"x": [1]}])
def test_fields_of_every_wrong_type_are_read_as_absent(odd: JsonValue) -> None:
    fields = ("title", "excerpt", "author", "tags", "categories", "featured_image", "lang", "ID")
    assert parse({**POST, **dict.fromkeys(fields, odd)}, "").blocks

from datetime import UTC, datetime, timedelta

import pytest
from pydantic import JsonValue

from schemas.article import Article
from schemas.dead_letter import Reason
from tests.domain.parsing.posts import post, with_html
from workers.domain.article import assemble
from workers.domain.parsing.wordpress import parse_wordpress
from workers.domain.rejection import PostRejected

ARRIVED = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def article(value: dict[str, JsonValue], ingested_at: datetime = ARRIVED) -> Article:
    return assemble(parse_wordpress(value, ""), "raw-posts/0/7", ingested_at)


def test_blocks_are_exact_places_in_the_text_parted_by_blank_lines() -> None:
    made = article(with_html("<h2>Eels</h2><p>They swim.</p><ul><li>At night 😀</li></ul>"))
    words = [made.text[block.start_char : block.end_char] for block in made.blocks]
    assert words == ["Eels", "They swim.", "At night 😀"] == made.text.split("\n\n")


def test_a_date_a_day_ahead_is_believed_and_a_later_one_fixes_no_moment() -> None:
    near = article(post(), ARRIVED - timedelta(hours=26))
    assert near.published_at is not None
    far = article(post(), ARRIVED - timedelta(days=2))
    assert (far.published_at, far.modified_at) == (None, None)
    (published, _) = far.date_claims
    assert (published.instant, published.doubt) == (None, "in_the_future")
    assert published.wall_time == "2026-03-01T09:30:00"


def test_a_post_with_nothing_to_read_is_empty() -> None:
    with pytest.raises(PostRejected) as refused:
        article(with_html("<p> </p>", title={"rendered": " "}))
    assert refused.value.reason is Reason.EMPTY


def test_a_title_alone_is_an_article() -> None:
    assert article(with_html("")).text == ""


@pytest.mark.parametrize(
    ("changes", "access"),
    [
        ({"content": {"rendered": "", "protected": True}}, "withheld"),
        ({"status": "trash"}, "withdrawn"),
        ({"content": {"rendered": "<p>The eels […]</p>"}}, "truncated"),
        ({"content": {"rendered": ""}, "excerpt": {"rendered": "<p>Eels.</p>"}}, "truncated"),
        ({}, "open"),
    ],
)
def test_access_says_how_much_was_shown(changes: dict[str, JsonValue], access: str) -> None:
    made = article(post(**changes))
    assert made.access == access
    if access in ("withheld", "withdrawn"):
        assert (made.text, made.blocks, made.links, made.images) == ("", (), (), ())
        assert made.title == "The eels are back"


@pytest.mark.parametrize(
    ("excerpt", "standfirst"),
    [
        ("<p>An editor wrote this about eels.</p>", "An editor wrote this about eels."),
        ("<p>They came up the river at night.</p>", None),
        ("<p>They came up the [&hellip;]</p>", None),
        ("<p>Cut from somewhere else [&hellip;]</p>", None),
        ("<p>The eels are back</p>", None),
        ("<p>The eels are back They came up the river at night.</p>", None),
        ("", None),
    ],
)
def test_a_standfirst_is_what_an_editor_wrote(excerpt: str, standfirst: str | None) -> None:
    assert article(post(excerpt={"rendered": excerpt})).standfirst == standfirst


def test_links_lead_where_a_reader_may_follow() -> None:
    html = (
        '<p><a href="/a">a</a> <a href="#b">b</a> <a href="javascript:c()">c</a>'
        ' <a href="mailto:d@marsh.example">d</a> <a href="/e.jpg"><img src="/e.jpg"></a></p>'
    )
    assert [(link.url, link.text) for link in article(with_html(html)).links] == [
        ("https://www.marshpost.example/a", "a"),
        ("mailto:d@marsh.example", "d"),
    ]


@pytest.mark.parametrize(
    ("changes", "seen"),
    [
        ({"title": {"rendered": "Other"}}, True),
        ({"content": {"rendered": "<p>Other.</p>"}}, True),
        ({"content": {"rendered": "<h2>They came up the river at night.</h2>"}}, True),
        ({"status": "trash"}, True),
        ({"date": "2026-03-01T09:31:00", "date_gmt": "2026-03-01T08:31:00"}, True),
        ({"class_list": ["category-rivers"]}, True),
        ({"modified_gmt": "2026-03-01T11:00:00"}, False),
        ({"comment_status": "open", "ping_status": "open"}, False),
        ({"content": {"rendered": "<div><p>They  came up the river at night.</p></div>"}}, False),
    ],
)
def test_a_revision_changes_when_and_only_when_a_reader_sees_a_change(
    changes: dict[str, JsonValue], seen: bool
) -> None:
    assert (article(post(**changes)).revision != article(post()).revision) is seen

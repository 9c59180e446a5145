import pytest
from pydantic import JsonValue

from schemas.article import Image, Publisher, Term
from schemas.dead_letter import Reason
from tests.domain.parsing.posts import ABSENT, post, with_html
from workers.domain.parsing.wordpress import parse_wordpress
from workers.domain.rejection import PostRejected


def refused(value: dict[str, JsonValue]) -> Reason:
    with pytest.raises(PostRejected) as rejected:
        parse_wordpress(value, "")
    return rejected.value.reason


def test_the_moment_comes_from_gmt_and_the_wall_time_from_the_sites_own_clock() -> None:
    published, modified = parse_wordpress(post(), "").dates
    assert published.instant is not None
    assert published.instant.isoformat() == "2026-03-01T08:30:00+00:00"
    assert (published.wall_time, published.source) == ("2026-03-01T09:30:00", "/date_gmt")
    assert (modified.role, modified.zone_known) == ("modified", True)


def test_a_date_without_its_gmt_twin_fixes_no_moment() -> None:
    published, _ = parse_wordpress(post(date_gmt=None), "").dates
    assert (published.instant, published.zone_known) == (None, False)
    assert published.wall_time == "2026-03-01T09:30:00"
    assert published.source == "/date"


@pytest.mark.parametrize("zero", [None, "0000-00-00T00:00:00", "-0001-11-30T00:00:00"])
def test_a_post_that_was_never_published_has_no_date(zero: str | None) -> None:
    parsed = parse_wordpress(post(date=zero, date_gmt=zero, modified=zero, modified_gmt=zero), "")
    assert parsed.dates == ()


@pytest.mark.parametrize("field", ["date", "date_gmt", "modified", "modified_gmt"])
@pytest.mark.parametrize("value", ["not a date", 20260301, "9999999-01-01T00:00:00", [1]])
def test_a_date_field_that_holds_no_date_is_unreadable(field: str, value: JsonValue) -> None:
    assert refused(post(**{field: value})) is Reason.UNREADABLE_DATE


@pytest.mark.parametrize("status", ["draft", "pending", "private", "future", "auto-draft", 7])
def test_what_is_not_published_is_private(status: JsonValue) -> None:
    assert refused(post(status=status)) is Reason.PRIVATE


def test_a_status_that_is_not_told_is_published() -> None:
    assert parse_wordpress(post(status=ABSENT), "").hidden is None


@pytest.mark.parametrize("rendered", ["", "<p>Shown to whoever knew the password.</p>"])
def test_a_post_behind_a_password_is_withheld_with_nothing_of_its_text(rendered: str) -> None:
    parsed = parse_wordpress(post(content={"rendered": rendered, "protected": True}), "")
    assert (parsed.hidden, parsed.blocks, parsed.markup) == ("withheld", (), None)


def test_a_post_in_the_trash_is_withdrawn() -> None:
    parsed = parse_wordpress(post(status="trash"), "")
    assert (parsed.hidden, parsed.blocks) == ("withdrawn", ())


def test_an_excerpt_stands_in_for_a_text_that_is_not_there() -> None:
    parsed = parse_wordpress(with_html("", excerpt={"rendered": "<p>Short. [&hellip;]</p>"}), "")
    assert [block.text for block in parsed.blocks] == ["Short."]
    assert parsed.blocks_source == "/excerpt/rendered"


def test_fields_of_every_wrong_type_are_read_as_absent() -> None:
    odd: dict[str, JsonValue] = dict.fromkeys(
        (
            *("link", "guid", "excerpt", "class_list", "_embedded", "_links", "categories"),
            *("yoast_head_json", "yoast_head", "jetpack_featured_media_url", "author", "id"),
        )
    )
    values: list[JsonValue] = [None, True, 3, 1.5, "", "x", [], [None, 1, "x", []], {}, {"x": [1]}]
    for value in values:
        parsed = parse_wordpress(post(**dict.fromkeys(odd, value)), "")
        assert parsed.blocks


def test_the_site_is_named_only_where_the_object_names_it() -> None:
    assert parse_wordpress(post(), "").publisher == Publisher(name=None, domain="marshpost.example")
    named = post(yoast_head_json={"og_site_name": "The Marsh &amp; Post"})
    publisher = parse_wordpress(named, "").publisher
    assert publisher == Publisher(name="The Marsh & Post", domain="marshpost.example")


def test_the_canonical_url_is_read_from_a_head_in_html_as_well() -> None:
    head = '<link rel="canonical" href="https://first.example/?a=1&amp;b=2" />'
    parsed = parse_wordpress(post(yoast_head=head), "/post")
    assert parsed.canonical_url == "https://first.example/?a=1&b=2"
    assert parsed.canonical_source == "/post/yoast_head"


def test_authors_come_from_what_names_them_and_accounts_are_no_authors() -> None:
    embedded: JsonValue = {
        "author": [
            {"name": "Ada Mirren", "link": "https://www.marshpost.example/author/ada/"},
            {"code": "rest_user_invalid_id", "message": "Invalid user ID."},
            {"name": "admin"},
        ]
    }
    parsed = parse_wordpress(post(_embedded=embedded), "")
    assert [author.name for author in parsed.authors] == ["Ada Mirren"]
    assert [removed.rule for removed in parsed.removed] == ["account_name"]
    assert parse_wordpress(post(author=3), "").authors == ()


def test_slugs_come_from_class_list_whether_php_made_it_a_list_or_an_object() -> None:
    names = ["post-41", "category-world-news", "tag-eels", "format-standard", "category-7"]
    as_list: JsonValue = list(names)
    as_object: JsonValue = {str(2 * place): name for place, name in enumerate(names)}
    for classes in (as_list, as_object):
        parsed = parse_wordpress(post(class_list=classes), "")
        assert parsed.sections == (Term(slug="world-news", name=None),)
        assert parsed.tags == (Term(slug="eels", name=None),)


def test_embedded_terms_give_the_names_and_are_not_listed_twice() -> None:
    embedded: JsonValue = {
        "wp:term": [
            [{"taxonomy": "category", "name": "Rivers &amp; seas", "slug": "rivers"}],
            {"code": "rest_forbidden"},
        ]
    }
    parsed = parse_wordpress(post(_embedded=embedded, class_list=["category-rivers"]), "")
    assert parsed.sections == (Term(slug="rivers", name="Rivers & seas"),)


def test_the_featured_picture_leads_and_sizes_of_it_are_the_same_picture() -> None:
    html = '<img src="/wp/eel-300x200.jpg" alt="An eel"><img src="javascript:alert(1)">'
    embedded: JsonValue = {
        "wp:featuredmedia": [{"source_url": "https://www.marshpost.example/wp/eel.jpg"}]
    }
    assert parse_wordpress(with_html(html, _embedded=embedded), "").images == (
        Image(url="https://www.marshpost.example/wp/eel.jpg", alt="An eel", caption=None),
    )

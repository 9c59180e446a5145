import pytest
from pydantic import JsonValue

from schemas.article import Author, Image, Publisher, Term
from schemas.dead_letter import Reason
from tests.domain.parsing.feeds.reading import article as entry_article
from tests.domain.parsing.feeds.reading import rss
from tests.domain.parsing.mastodon.statuses import (
    ADA,
    PUBLIC,
    activity,
    article,
    note,
    read,
    status,
)
from workers.domain.rejection import PostRejected


def refused(value: dict[str, JsonValue]) -> Reason:
    with pytest.raises(PostRejected) as rejected:
        read(value)
    return rejected.value.reason


def test_a_status_gives_every_field_that_it_has() -> None:
    got = article(status())
    assert (got.text, got.title, got.kind) == ("The eels are #back.", None, "mastodon_status")
    assert got.authors == (Author(name="Ada Mirren", url="https://fen.example/@ada"),)
    assert got.publisher == Publisher(name=None, domain="fen.example")
    assert got.tags == (Term(slug=None, name="back"),)
    assert (str(got.published_at), got.modified_at) == ("2026-03-01 08:30:00+00:00", None)
    assert got.declared_language == "en"


@pytest.mark.parametrize("visibility", ["private", "direct", "limited", "local", 7])
def test_what_is_not_for_everyone_is_private(visibility: JsonValue) -> None:
    assert refused(status(visibility=visibility)) is Reason.PRIVATE
    assert refused(status(reblog=status(visibility=visibility), content="")) is Reason.PRIVATE
    assert refused(status(reblog=status(), content="", visibility=visibility)) is Reason.PRIVATE


@pytest.mark.parametrize("visibility", ["public", "unlisted"])
def test_what_everyone_may_see_is_forwarded(visibility: str) -> None:
    assert read(status(visibility=visibility)).blocks


def test_a_boost_is_the_boosted_post_and_says_who_boosted_it() -> None:
    tom: JsonValue = {"acct": "tom", "display_name": "Tom", "url": "https://marsh.example/@tom"}
    boost = article(
        status(id="10", uri="u", account=tom, content="", reblog=status(), created_at="2026-03-05")
    )
    plain = article(status())
    assert boost.article_id == plain.article_id
    assert boost.revision == plain.revision
    assert boost.authors == plain.authors
    assert boost.date_claims[0].source == "/reblog/created_at"
    (removed,) = boost.removed
    assert (removed.rule, removed.text) == ("boosted_by", "Tom @tom https://marsh.example/@tom")


def test_an_edit_is_a_new_revision_of_the_same_article() -> None:
    before = article(status())
    after = article(status(content="<p>Gone.</p>", edited_at="2026-03-02T08:00:00.000Z"))
    assert after.article_id == before.article_id
    assert after.revision != before.revision
    assert str(after.modified_at) == "2026-03-02 08:00:00+00:00"


def test_a_content_warning_stands_above_the_text() -> None:
    got = article(status(spoiler_text="Snakes &amp; eels"))
    assert got.standfirst == "Snakes & eels"
    assert [claim.rule for claim in got.claims if claim.field == "standfirst"] == [
        "content_warning"
    ]
    assert article(status(spoiler_text="Eels", content="")).text == "Eels"


def test_a_poll_is_a_list_of_its_choices() -> None:
    poll: JsonValue = {"options": [{"title": "Eels", "votes_count": 3}, {"title": "Otters"}]}
    got = article(status(poll=poll))
    assert [got.text[block.start_char : block.end_char] for block in got.blocks] == [
        "The eels are #back.",
        "Eels",
        "Otters",
    ]
    assert [block.kind for block in got.blocks] == ["paragraph", "list_item", "list_item"]


def test_attachments_keep_what_describes_them() -> None:
    media: JsonValue = [
        {"type": "image", "url": "https://f.example/a.jpg", "description": "An  eel"},
        {
            "type": "video",
            "url": "https://f.example/v.mp4",
            "preview_url": "https://f.example/p.jpg",
        },
        {"type": "image", "url": None, "remote_url": "https://r.example/b.jpg"},
        {"type": "audio", "url": "https://f.example/a.mp3"},
    ]
    assert read(status(media_attachments=media)).images == (
        Image(url="https://f.example/a.jpg", alt="An eel", caption=None),
        Image(url="https://f.example/p.jpg", alt=None, caption=None),
        Image(url="https://r.example/b.jpg", alt=None, caption=None),
    )
    wordless = article(status(media_attachments=media, content=""))
    assert (wordless.text, wordless.blocks[0].kind) == ("An eel", "caption")


def test_a_quoted_post_is_kept_out_of_the_text_and_on_record() -> None:
    quote: JsonValue = {"state": "accepted", "quoted_status": status(content="<p>Eels?</p>")}
    (removed,) = article(status(quote=quote)).removed
    assert removed.rule == "quoted_post"
    assert "Eels?" in removed.text
    hidden: JsonValue = {"quoted_status": status(visibility="private")}
    assert article(status(quote=hidden)).removed == ()


def test_the_answer_to_a_deletion_takes_the_status_back() -> None:
    deleted = status(text="The eels are back")
    del deleted["content"]
    got = article(deleted)
    assert (got.access, got.text, got.article_id) == (
        "withdrawn",
        "",
        article(status()).article_id,
    )


def test_one_status_has_one_id_by_api_by_network_and_by_feed() -> None:
    item = "<link>https://fen.example/@ada/110000000000000001</link><description>x</description>"
    numbered = "https://fen.example/ap/users/7/statuses/110000000000000001"
    ids = {
        article(status()).article_id,
        article(status(uri=numbered)).article_id,
        article(note()).article_id,
        entry_article(rss(item)).article_id,
    }
    assert len(ids) == 1


@pytest.mark.parametrize("kind", ["Create", "Update"])
def test_an_activity_brings_the_post_that_it_carries(kind: str) -> None:
    got = article(activity(kind, note()))
    plain = article(note())
    assert (got.article_id, got.text, got.revision) == (
        plain.article_id,
        "The eels are #back.",
        plain.revision,
    )
    assert got.authors[0].name == "@ada"
    assert got.tags == (Term(slug=None, name="back"),)


def test_an_announcement_is_a_boost() -> None:
    got = article(activity("Announce", note()))
    assert got.article_id == article(note()).article_id
    assert [removed.text for removed in got.removed] == ["https://marsh.example/users/tom"]


def test_a_deletion_takes_the_post_back() -> None:
    address = note()["id"]
    for inner in (address, {"type": "Tombstone", "id": address}):
        got = article(activity("Delete", inner))
        assert (got.access, got.article_id) == ("withdrawn", article(note()).article_id)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (activity("Announce", "https://fen.example/1"), Reason.EMPTY),
        (activity("Like", "https://fen.example/1"), Reason.NOT_A_POST),
        (activity("Follow", "https://fen.example/users/ada"), Reason.NOT_A_POST),
        (activity("Undo", activity("Announce", note())), Reason.NOT_A_POST),
        (activity("Update", {"type": "Person", "id": "https://fen.example/users/ada"}),
         Reason.NOT_A_POST),
        (activity("Delete", {}), Reason.EMPTY),
        (note(type="Person"), Reason.NOT_A_POST),
        (activity("Create", note(type=["Note"])), Reason.NOT_A_POST),
        (activity("Create", note(type={})), Reason.NOT_A_POST),
        (note(to=["https://fen.example/users/ada/followers"], cc=[]), Reason.PRIVATE),
        (note(to=["https://marsh.example/users/tom"], cc=[]), Reason.PRIVATE),
        (note(to=[], cc=[]), Reason.PRIVATE),
        (activity("Create", note(), to=["https://marsh.example/users/tom"]), Reason.PRIVATE),
        (activity("Announce", note(to="https://marsh.example/users/tom", cc=None)),
         Reason.PRIVATE),
        (note(published="soon"), Reason.UNREADABLE_DATE),
    ],
)  # fmt: skip
def test_what_is_no_post_for_everyone_is_refused(
    value: dict[str, JsonValue], reason: Reason
) -> None:
    assert refused(value) is reason


@pytest.mark.parametrize("public", [PUBLIC, "as:Public", "Public"])
def test_everyone_has_three_names(public: str) -> None:
    assert read(note(to="https://fen.example/users/ada/followers", cc=public)).blocks


def test_a_long_article_of_the_network_has_its_title_its_pictures_and_its_choices() -> None:
    long = note(
        type="Question",
        name="Eels &amp; otters",
        summary="What to see",
        contentMap={"en": "<p>Where?</p>"},
        content=None,
        url=[{"type": "Link", "mediaType": "application/json", "href": "https://fen.example/1.json"},
             {"type": "Link", "mediaType": "text/html", "href": "https://fen.example/1"}],
        attributedTo=[{"type": "Person", "name": "Ada Mirren", "id": "https://fen.example/users/a"}],
        attachment=[{"type": "Document", "mediaType": "image/png",
                     "url": "https://fen.example/e.png", "name": "An eel"},
                    {"type": "Document", "mediaType": "video/mp4", "url": "https://f.example/v"}],
        image={"type": "Image", "url": "https://fen.example/lead.png"},
        oneOf=[{"type": "Note", "name": "Here"}, {"type": "Note", "name": "There"}],
    )  # fmt: skip
    got = article(long)
    assert (got.title, got.standfirst, got.text) == (
        "Eels & otters",
        "What to see",
        "Where?\n\nHere\n\nThere",
    )
    assert (got.url, got.declared_language) == ("https://fen.example/1", "en")
    assert got.authors == (Author(name="Ada Mirren", url="https://fen.example/users/a"),)
    assert [(image.url, image.alt) for image in got.images] == [
        ("https://fen.example/lead.png", None),
        ("https://fen.example/e.png", "An eel"),
    ]


@pytest.mark.parametrize("odd", [None, True, 3, 1.5, "x", [], [None, 1, "x", []], {}, {"x": [1]}])
def test_fields_of_every_wrong_type_are_read_as_absent(odd: JsonValue) -> None:
    fields = (
        *("spoiler_text", "poll", "media_attachments", "tags", "language", "quote", "url"),
        *("summary", "name", "attachment", "image", "tag", "contentMap", "oneOf", "attributedTo"),
    )
    for make in (status, note):
        for field in fields:
            assert read(make(**{field: odd})).blocks
    assert read(
        status(media_attachments=[{"type": odd, "url": "https://fen.example/e.png"}])
    ).blocks
    assert read(status(account={**ADA, "display_name": odd, "url": odd, "acct": odd})).blocks

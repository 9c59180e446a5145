import pytest

from schemas.article import Author, Publisher
from schemas.dead_letter import Reason
from schemas.raw_post import NamedPublisher, PlainText
from workers.domain.parsing.text.lines import blocks_of
from workers.domain.parsing.text.plain_text import parse_plain_text
from workers.domain.rejection import PostRejected

WRAPPED = (
    "The eels came up the river on the first warm night of\n"
    "the year, as they have for as long as anyone who lives\n"
    "beside it can say."
)


def texts(text: str) -> list[str]:
    return [block.text for block in blocks_of(text)]


def test_lines_without_blank_lines_between_them_are_paragraphs() -> None:
    text = "The eels are back, the warden said.\nNobody knows how many.\nThey swim at night."
    assert texts(text) == text.split("\n")


def test_blank_lines_part_paragraphs_and_lines_of_one_width_are_joined() -> None:
    assert texts(f"{WRAPPED}\n \n\nA second paragraph.") == [
        " ".join(WRAPPED.split("\n")),
        "A second paragraph.",
    ]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_of_any_system_are_line_ends(ending: str) -> None:
    assert texts(f"First one.{ending}{ending}Second one.") == ["First one.", "Second one."]


def test_a_list_keeps_its_items_and_loses_its_marks() -> None:
    assert [(block.kind, block.text) for block in blocks_of("- Bring boots.\n- Bring tea.")] == [
        ("list_item", "Bring boots."),
        ("list_item", "Bring tea."),
    ]


def test_a_dialogue_dash_is_no_list_mark() -> None:
    assert blocks_of("— Where are they? she asked.")[0].kind == "paragraph"


def test_no_title_is_made_up() -> None:
    assert (
        parse_plain_text(PlainText(kind="plain_text", text="A headline?\n\nText."), "").title
        is None
    )


def test_a_stamp_line_leaves_the_text_and_becomes_a_claim() -> None:
    text = "The eels are back.\nUpdated: March 04, 2026, 12:49 PM"
    parsed = parse_plain_text(PlainText(kind="plain_text", text=text), "/text")
    assert [block.text for block in parsed.blocks] == ["The eels are back."]
    assert [(claim.role, claim.source) for claim in parsed.dates] == [("modified", "/text")]
    assert [removed.rule for removed in parsed.removed] == ["stamp_line"]
    assert parsed.claims[0].field == "date_claims.0"


def test_a_stamp_in_the_middle_of_a_long_text_is_text() -> None:
    line = "Updated: March 04, 2026"
    lines = [f"Sentence number {number}." for number in range(20)]
    lines[10] = line
    parsed = parse_plain_text(PlainText(kind="plain_text", text="\n".join(lines)), "")
    assert line in [block.text for block in parsed.blocks]


def test_what_the_envelope_says_is_taken() -> None:
    envelope = PlainText(
        kind="plain_text",
        text="The eels are back.",
        title=" The  eels ",
        url="https://www.marshpost.example/eels",
        publisher=NamedPublisher(name="The Marsh Post"),
        authors=("Ada Mirren", " ", "Ada Mirren"),
        published_at="2026-03-01T09:30:00+01:00",
    )
    parsed = parse_plain_text(envelope, "/text")
    assert parsed.title == "The eels"
    assert parsed.publisher == Publisher(name="The Marsh Post", domain="marshpost.example")
    assert parsed.authors == (Author(name="Ada Mirren", url=None),)
    (claim,) = parsed.dates
    assert claim.instant is not None
    assert claim.instant.isoformat() == "2026-03-01T08:30:00+00:00"
    assert claim.source == "/published_at"


def test_a_published_at_that_is_no_date_is_unreadable() -> None:
    envelope = PlainText(kind="plain_text", text="Eels.", published_at="last week")
    with pytest.raises(PostRejected) as refused:
        parse_plain_text(envelope, "/text")
    assert refused.value.reason is Reason.UNREADABLE_DATE


@pytest.mark.parametrize("line", ["* so loud * it was", "- -- Wire", "* * that day"])
def test_a_sign_that_has_a_twin_is_no_bullet(line: str) -> None:
    blocks = blocks_of(f"One line.\n\n{line}\n\nAnother line.")
    assert (blocks[1].kind, blocks[1].text) == ("paragraph", line)

from hypothesis import example, given
from hypothesis import strategies as st

from schemas.article import BlockKind
from workers.domain.cleaning.blocks import clean_blocks
from workers.domain.cleaning.characters import tidy
from workers.domain.parsing.post import FoundBlock, FoundLink

KINDS: list[BlockKind] = ["paragraph", "heading", "list_item", "caption"]
pieces = st.sampled_from(
    [
        *("Rain.", "[vc_row]", "[…]", "…", "Continue reading", "[/vc_row]", "[sic]", "A title"),
        *("<!-- wp:more -->", '[gallery ids="1"]', "Read more", "[caption id=1]", "eels", "[", "]"),
    ]
)
blocks = st.lists(
    st.builds(
        FoundBlock,
        st.sampled_from(KINDS),
        st.lists(pieces, min_size=1, max_size=5).map(" ".join).map(tidy),
    ),
    max_size=5,
).map(tuple)


@example((FoundBlock("paragraph", "A title […]"),))
@given(blocks)
def test_cleaning_twice_is_cleaning_once(found: tuple[FoundBlock, ...]) -> None:
    once = clean_blocks(found, "A title")
    again = clean_blocks(once.blocks, "A title")
    assert again.blocks == once.blocks
    assert again.removed == ()


@given(blocks)
def test_no_block_is_left_empty(found: tuple[FoundBlock, ...]) -> None:
    assert all(block.text.strip() for block in clean_blocks(found, None).blocks)


def test_a_headline_that_opens_the_text_again_is_taken_out_once() -> None:
    found = (FoundBlock("heading", "The eels"), FoundBlock("paragraph", "They swim."))
    clean = clean_blocks(found, "The eels")
    assert [block.text for block in clean.blocks] == ["They swim."]
    assert [removed.rule for removed in clean.removed] == ["repeated_title"]


def test_a_cut_text_is_said_to_be_cut_and_loses_the_link_that_leads_on() -> None:
    last = FoundBlock("paragraph", "They swim… Read more", (FoundLink("/x", "Read more"),))
    clean = clean_blocks((last,), None)
    assert clean.truncated
    assert clean.blocks == (FoundBlock("paragraph", "They swim", ()),)
    assert clean.removed[0].text == "… Read more"


def test_shortcodes_in_program_text_stay() -> None:
    code = FoundBlock("code", "[vc_row]")
    assert clean_blocks((code,), None).blocks == (code,)


def test_a_caption_shortcode_makes_a_caption() -> None:
    found = FoundBlock("paragraph", '[caption id="a"] The quay[/caption]')
    assert clean_blocks((found,), None).blocks == (FoundBlock("caption", "The quay"),)

import pytest

from workers.domain.cleaning.shortcodes import without_block_comments, without_shortcodes


@pytest.mark.parametrize(
    "text",
    [
        "“[The treaty] holds,” she said.",
        "They was [sic] late [laughs].",
        "See note [1] and [ibid].",
        "Prices rose [more than] twice.",
        "[update] The bridge is open.",
    ],
)
def test_an_editors_brackets_stay(text: str) -> None:
    assert without_shortcodes(text) == (text, ())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("[vc_row][vc_column]Rain[/vc_column][/vc_row]", "Rain"),
        ('[gallery ids="1,2,3"]', ""),
        ("[gallery]", ""),
        ("[su_quote cite=“A. Mirren”]Eels![/su_quote]", "Eels!"),
        ("[box]Within[/box]", "Within"),
        ('[caption id="attachment_4" align="left"] The quay[/caption]', "The quay"),
        ("[et_pb_text admin_label=”Page” size=”18px” /]", ""),
    ],
)
def test_a_shortcode_goes_and_what_it_holds_stays(text: str, left: str) -> None:
    rest, taken = without_shortcodes(text)
    assert rest.strip() == left
    assert "".join(taken)


def test_the_editors_own_comments_go() -> None:
    text = '<!-- wp:paragraph {"align":"left"} -->Rain<!-- /wp:paragraph --> <!-- kept -->'
    rest, taken = without_block_comments(text)
    assert rest.split() == ["Rain", "<!--", "kept", "-->"]
    assert len(taken) == 2

import pytest

from workers.domain.cleaning.entities import decoded, decoded_again


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("Calloway&#8217;s", "Calloway’s"),
        ("a &#x2014; b", "a — b"),
        ("AT&amp;T", "AT&T"),
        ("R&D; and so on", "R&D; and so on"),
        ("&notit; &nosuchname;", "&notit; &nosuchname;"),
        ("&lt;b&gt; &#60; &#x3C;", "&lt;b&gt; &#60; &#x3C;"),
        ("&#xD800;", "\ufffd"),
        ("no reference", "no reference"),
    ],
)
def test_what_stood_encoded_in_a_text_is_decoded_but_never_into_markup(
    text: str, once: str
) -> None:
    assert decoded_again(text) == once


def test_references_are_decoded_at_most_twice() -> None:
    assert decoded("&amp;amp;#8217;") == "&#8217;"

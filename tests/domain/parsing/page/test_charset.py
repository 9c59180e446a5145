import pytest

from schemas.dead_letter import Reason
from workers.domain.parsing.page.charset import decode_page
from workers.domain.rejection import PostRejected

WORDS = "<p>Das Café am Hafen schließt – für immer</p>"


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1252", "utf-16", "no-such-thing", "zlib"])
def test_valid_utf_8_is_read_as_utf_8_whatever_the_page_claims(label: str) -> None:
    html = f'<meta charset="{label}">{WORDS}'
    assert decode_page(html.encode()) == html


def test_a_page_in_its_own_encoding_is_read_by_what_it_states() -> None:
    html = '<html><meta charset="shift_jis"><p>港の市場</p></html>'
    assert decode_page(html.encode("shift_jis")) == html
    russian = "<html><p>Паром вышел на линию</p></html>"
    body = russian.encode("cp1251")
    assert decode_page(body, "text/html; charset=windows-1251") == russian


def test_a_page_that_states_nothing_is_windows_1252_as_browsers_read_it() -> None:
    assert decode_page(WORDS.encode("cp1252")) == WORDS


def test_latin_1_means_windows_1252() -> None:
    html = f'<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">{WORDS}'
    assert decode_page(html.encode("cp1252")) == html


def test_a_byte_order_mark_outranks_all() -> None:
    assert decode_page(b"\xff\xfe" + WORDS.encode("utf-16-le"), "text/html; charset=big5") == WORDS


def test_bytes_that_the_stated_encoding_does_not_have_are_undecodable() -> None:
    with pytest.raises(PostRejected) as refused:
        decode_page(b'<meta charset="shift_jis"><p>\x85\xff\xff</p>')
    assert refused.value.reason is Reason.UNDECODABLE_TEXT


def test_python_codecs_that_are_no_charsets_are_never_called() -> None:
    assert decode_page(b'<meta charset="rot13"><p>caf\xe9</p>').endswith("<p>café</p>")

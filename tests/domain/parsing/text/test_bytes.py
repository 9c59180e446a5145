"""Texts that are not in UTF-8, and texts that somebody garbled."""

import pytest

from schemas import decode
from schemas.article import Article
from schemas.dead_letter import Reason
from tests.stages.records import buried, forwarded, normalized
from workers.domain.parsing.charsets import decode as decode_bytes

FRENCH = "Le maire a déclaré mardi que l’école fermera à la rentrée. Les élèves iront à pied."


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("cp1252", FRENCH),
        ("cp1251", "Мэр заявил во вторник, что школа закроется осенью. Родители недовольны."),
        ("koi8-r", "Мэр заявил во вторник, что школа закроется осенью. Родители недовольны."),
        ("shift_jis", "市長は昨日、学校を秋に閉鎖すると発表した。保護者は不満を述べている。"),
        ("euc_jp", "市長は昨日、学校を秋に閉鎖すると発表した。保護者は不満を述べている。"),
        ("gb18030", "市长昨天宣布学校将于秋季关闭。家长们对此表示不满。"),
        ("big5", "市長昨天宣布學校將於秋季關閉。家長們對此表示不滿。"),
        (
            "euc_kr",
            "시장은 어제 학교가 가을에 문을 닫을 것이라고 밝혔다.",
        ),
        ("cp1253", "Ο δήμαρχος ανακοίνωσε χθες ότι το σχολείο θα κλείσει το φθινόπωρο."),
        ("cp1250", "Burmistrz ogłosił, że szkoła zostanie zamknięta. Wśród rodziców wrze."),
        ("cp1255", "ראש העיר הודיע אתמול כי בית הספר ייסגר בסתיו. ההורים כועסים."),
        ("cp1256", "أعلن رئيس البلدية أمس أن المدرسة ستغلق في الخريف. الأهالي غاضبون."),
        ("utf-16", FRENCH),
        ("utf-16-be", FRENCH),
        ("utf-32", FRENCH),
    ],
)
def test_a_text_in_another_charset_is_read_and_said_so(charset: str, text: str) -> None:
    article = decode(Article, forwarded(normalized(text.encode(charset))[0]).value)
    assert article.text == text
    rules = {claim.rule for claim in article.claims}
    assert rules & {"charset_guessed", "charset_by_form"}


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "iso-8859-5"])
def test_a_charset_that_is_declared_is_believed(charset: str) -> None:
    headers = (("content-type", f"text/plain; charset={charset}".encode()),)
    article = decode(Article, forwarded(normalized("Дождь".encode(charset), headers)[0]).value)
    assert article.text == "Дождь"
    assert [claim.rule for claim in article.claims] == ["charset_declared"]


@pytest.mark.parametrize("body", [b"\xff" * 1_000, b"\x93\xff\x00\xfe\x8d", bytes(range(128, 256))])
def test_bytes_that_are_no_writing_are_refused(body: bytes) -> None:
    assert buried(normalized(body)[0]).reason is Reason.UNDECODABLE_TEXT


@pytest.mark.parametrize("name", ["idna", "punycode", "unicode_escape", "rot13", "zip", "x" * 99])
def test_a_name_that_is_no_charset_is_not_believed(name: str) -> None:
    decoded = decode_bytes(FRENCH.encode("cp1252"), name)
    assert (decoded.text, decoded.rule) == (FRENCH, "charset_guessed")


def test_utf_8_is_utf_8_whatever_is_declared() -> None:
    decoded = decode_bytes(FRENCH.encode(), "iso-8859-1")
    assert (decoded.text, decoded.rule) == (FRENCH, "charset_not_as_declared")
    assert decode_bytes(b"plain", "iso-8859-1").rule is None


def test_what_somebody_garbled_stays_garbled_and_is_said_to_be() -> None:
    garbled = FRENCH.encode().decode("cp1252", "replace")
    article = decode(Article, forwarded(normalized(garbled.encode())[0]).value)
    assert "Ã©lÃ¨ves" in article.text
    assert [claim.rule for claim in article.claims] == ["garbled_charset_kept"]
    clean = decode(Article, forwarded(normalized(FRENCH.encode())[0]).value)
    assert clean.claims == ()

from schemas.raw_post import PlainText
from tests.domain.parsing.posts import post
from workers.domain.identity import article_id_of, revision_of
from workers.domain.parsing.text.plain_text import parse_plain_text
from workers.domain.parsing.wordpress import parse_wordpress


def id_of(**fields: object) -> str:
    envelope = PlainText.model_validate({"kind": "plain_text", "text": "Eels.", **fields})
    return article_id_of(parse_plain_text(envelope, ""), "Eels.")


def test_a_post_keeps_its_id_when_its_words_and_its_address_change() -> None:
    before = parse_wordpress(post(), "")
    after = parse_wordpress(post(title={"rendered": "X"}, link="https://marshpost.example/x"), "")
    assert article_id_of(before, "a") == article_id_of(after, "b")


def test_without_a_number_the_page_names_the_article() -> None:
    one = id_of(url="https://www.marsh.example/eels/?utm_source=x")
    assert one == id_of(url="http://marsh.example/eels")
    assert one != id_of(url="http://marsh.example/other")


def test_without_an_address_the_text_names_the_article() -> None:
    assert id_of() == id_of()
    parsed = parse_plain_text(PlainText(kind="plain_text", text="Eels."), "")
    assert article_id_of(parsed, "Eels.") != article_id_of(parsed, "Other.")
    assert article_id_of(parsed, "Eels.") != article_id_of(parsed._replace(title="T"), "Eels.")


def test_ids_are_thirty_two_hexadecimal_digits() -> None:
    assert len(bytes.fromhex(id_of())) == 16


def test_parts_do_not_run_together() -> None:
    assert revision_of(("ab", "c")) != revision_of(("a", "bc"))

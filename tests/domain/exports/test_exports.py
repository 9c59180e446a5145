from pathlib import Path

import pytest

from schemas.article import Article, Evidence, Image, Origin
from schemas.codec import decode
from schemas.enriched_article import EnrichedArticle
from tests.domain.exports.forms import NEWS_ARTICLE, NINJS, faults
from tests.golden.examples import EXAMPLES
from workers.domain.exports.naming import uri_of
from workers.domain.exports.ninjs import ninjs
from workers.domain.exports.readable import readable
from workers.domain.exports.schema_org import news_article

FILES = sorted((EXAMPLES / "enriched-articles").glob("*.json"))


def enriched(path: Path) -> EnrichedArticle:
    return decode(EnrichedArticle, path.read_bytes())


def article(name: str) -> Article:
    return enriched(EXAMPLES / "enriched-articles" / f"{name}.json").article


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_example_is_sound_in_both_forms_with_and_without_enrichment(path: Path) -> None:
    found = enriched(path)
    for parts in (found, None):
        assert faults(ninjs(found.article, parts), NINJS) == []
        assert faults(news_article(found.article, parts), NEWS_ARTICLE) == []


def test_the_forms_can_tell_a_fault() -> None:
    sound = ninjs(article("plain-text"), None)
    assert faults({**sound, "urgency": 1}, NINJS)
    assert faults({**sound, "uri": "not a uri"}, NINJS)
    assert faults({**sound, "pubStatus": "cancelled"}, NINJS)
    assert faults({**sound, "firstCreated": "2026-02-25"}, NINJS)
    assert faults({name: value for name, value in sound.items() if name != "uri"}, NINJS)
    assert faults({"@type": "NewsArticle"}, NEWS_ARTICLE)


def test_the_first_publisher_is_an_origin_and_holds_the_copyright() -> None:
    origin = Origin(
        name="Fen Wire",
        domain="fenwire.example",
        evidence=(Evidence(kind="dateline", text="(Fen Wire)", source="/text"),),
        confidence=0.9,
    )
    copied = article("page-wordpress").model_copy(update={"origin": origin})
    sources = ninjs(copied, None)["infoSources"]
    assert sources == [
        {
            "name": "Lantern Bay Courier",
            "role": "publisher",
            "uri": "https://lanternbaycourier.example/",
        },
        {"name": "Fen Wire", "role": "origin", "uri": "https://fenwire.example/"},
    ]
    assert news_article(copied, None)["copyrightHolder"] == {
        "@type": "NewsMediaOrganization",
        "name": "Fen Wire",
        "url": "https://fenwire.example/",
    }


def test_a_protected_post_is_withheld_and_partial() -> None:
    hidden = ninjs(article("wordpress-protected"), None)
    assert (hidden["pubStatus"], hidden["representationType"]) == ("withheld", "partial")
    assert "bodies" not in hidden


def test_addresses_that_browsers_read_become_uris() -> None:
    odd = Image(url="https://x.example/a b/é[1].jpg?q=|#a#b", alt=None, caption=None)
    pictured = article("plain-text").model_copy(update={"images": (odd,)})
    assert faults(ninjs(pictured, None), NINJS) == []
    assert uri_of(odd.url) == "https://x.example/a%20b/%C3%A9%5B1%5D.jpg?q=%7C#a%23b"


def test_plain_text_begins_with_the_headline_and_ends_with_the_address() -> None:
    text = readable(article("page-envelope"))
    lines = text.split("\n")
    assert lines[0] == "Canneries to reopen as sardines return"
    assert lines[-1] == "https://www.selmledger.example/business/canneries-reopen"
    assert "By Ravi Ostrander and June Abelard" in text

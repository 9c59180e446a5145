import re
import time

import pytest
from pydantic import JsonValue

from schemas.article import Author
from tests.domain.parsing.posts import with_html
from workers.domain.cleaning.blocks import clean_blocks
from workers.domain.parsing.post import FoundBlock, TakenFrom
from workers.domain.parsing.wordpress import parse_wordpress
from workers.domain.provenance.attribution import ATTRIBUTIONS
from workers.domain.provenance.bylines import byline_of_authors
from workers.domain.provenance.origin import Provenance, trace_origin
from workers.domain.provenance.site import Site
from workers.domain.provenance.wordings_east import EASTERN
from workers.domain.provenance.wordings_english import ENGLISH
from workers.domain.provenance.wordings_north import NORTHERN
from workers.domain.provenance.wordings_romance import ROMANCE

BODY = "<p>They came up the river at night.</p>"


def trace(html: str, **changes: JsonValue) -> Provenance:
    parsed = parse_wordpress(with_html(BODY + html, **changes), "")
    return trace_origin(parsed, clean_blocks(parsed.blocks, parsed.title).blocks)


def named(html: str, **changes: JsonValue) -> tuple[str, str | None] | None:
    origin = trace(html, **changes).origin
    return None if origin is None else (origin.name, origin.domain)


def link(host: str, words: str) -> str:
    return f'<a href="https://{host}/x">{words}</a>'


def footer(before: str, between: str, after: str = "") -> str:
    """A feed's footer: the post's title and the site's name, both linked."""
    title, site = link("fen.example", "Eels?!"), link("www.fen.example", "The Fen Herald")
    return f"<p>{before} {title} {between} {site}{after}</p>"


FEN = ("The Fen Herald", "fen.example")


@pytest.mark.parametrize(
    ("html", "origin"),
    [
        ("<p>This story originally appeared on reuters.com.</p>", ("Reuters", "reuters.com")),
        ("This post appeared first on cnn.com", ("CNN", "cnn.com")),
        (
            (
                f"<p>This article is republished from {link('grist.org', 'Grist')} under a Creative"
                f" Commons license. Read the {link('grist.org', 'original')}.</p>"
            ),
            ("Grist", "grist.org"),
        ),
        ("<p>A column that first ran in The Guardian</p>", None),
        (
            "<p>A version of this column first ran in The Guardian</p>",
            ("The Guardian", "theguardian.com"),
        ),
        ("<p>Reprinted with permission from Grist.</p>", ("Grist", "grist.org")),
        (
            "<p>This essay was first published in Reedmace Quarterly.</p>",
            ("Reedmace Quarterly", None),
        ),
        ("<p>Source: Bloomberg</p>", ("Bloomberg", "bloomberg.com")),
        (f"<p>Source: {link('fen.example', 'fen.example')}</p>", ("fen.example", "fen.example")),
        (footer("The post", "appeared first on", "."), FEN),
        (footer("The post", "first appeared on"), FEN),
        (footer("La entrada", "se publicó primero en", "."), FEN),
        (footer("L’article", "est apparu en premier sur", "."), FEN),
        (footer("Der Beitrag", "erschien zuerst auf", "."), FEN),
        (footer("O post", "apareceu primeiro em", "."), FEN),
        (footer("L’articolo", "proviene da", "."), FEN),
        (footer("Het bericht", "verscheen eerst op", "."), FEN),
        (footer("Artikel", "pertama kali tampil di", "."), FEN),
        (footer("Запись", "впервые появилась", "."), FEN),
    ],
)
def test_an_attribution_names_the_origin(html: str, origin: tuple[str, str | None] | None) -> None:
    assert named(html) == origin


@pytest.mark.parametrize(
    "html",
    [
        "<p>First published at 9 am and updated at noon.</p>",
        "<p>This article was first published on 3 March 2026.</p>",
        "<p>This article first appeared in the March issue of our magazine.</p>",
        "<p>The book was originally published by Penguin in 1998.</p>",
        "<p>Source: Ministry of Health</p>",
        "<p>“This article was first published in The Times,” he said, waving the paper.</p>",
        "<p>She was first seen in The Guardian, and the case was reported on by CNN.</p>",
        "<p>Photo: Reuters</p>",
    ],
)
def test_a_line_that_only_sounds_like_one_names_none_and_stays(html: str) -> None:
    provenance = trace(html)
    assert provenance.origin is None
    assert provenance.removed == ()
    assert len(provenance.blocks) == 2


@pytest.mark.parametrize(
    "html",
    [
        (
            f"<p>The post {link('marshpost.example', 'T')} appeared first on "
            f"{link('www.marshpost.example', 'The Marsh Post')}.</p>"
        ),
        "<p>The post Eels appeared first on The Marsh Post.</p>",
        f"<p>Originally published at {link('blog.marshpost.example', 'our blog')}</p>",
    ],
)
def test_a_sites_own_footer_leaves_the_text_and_is_no_origin(html: str) -> None:
    provenance = trace(html, yoast_head_json={"og_site_name": "The Marsh Post"})
    assert provenance.origin is None
    assert [removed.rule for removed in provenance.removed] in (["own_footer"], [])
    if "our blog" not in html:
        assert len(provenance.blocks) == 1


def test_the_line_leaves_the_text_and_is_the_evidence() -> None:
    tail = "This story originally appeared on reuters.com."
    provenance = trace(f"<p>{tail}</p>")
    assert [block.text for block in provenance.blocks] == ["They came up the river at night."]
    assert [(removed.rule, removed.text) for removed in provenance.removed] == [
        ("attribution_tail", tail)
    ]
    assert provenance.origin is not None
    assert [(one.kind, one.text) for one in provenance.origin.evidence] == [
        ("attribution_tail", tail)
    ]


def test_a_last_sentence_is_cut_off_its_block_and_no_more() -> None:
    provenance = trace("<p>It rained. The post Eels appeared first on CNN.</p>")
    assert [block.text for block in provenance.blocks][-1] == "It rained."


def test_markup_of_a_publishers_own_system_is_evidence() -> None:
    html = '<p data-uri="cms.cnn.com/_components/paragraph/instances/q1@published">Eels.</p>'
    provenance = trace(html)
    assert provenance.origin is not None
    assert provenance.origin.domain == "cnn.com"
    (evidence,) = provenance.origin.evidence
    assert evidence.text.startswith('data-uri="cms.cnn.com/_components')
    assert evidence.source == "/content/rendered"


def test_two_witnesses_of_two_kinds_are_surer_than_one() -> None:
    mark = '<p data-uri="cms.cnn.com/x">Eels.</p>'
    tail = "<p>This post appeared first on cnn.com</p>"
    alone, both = trace(mark).origin, trace(mark + tail).origin
    assert alone is not None
    assert both is not None
    assert both.confidence > alone.confidence
    assert [one.kind for one in both.evidence] == ["attribution_tail", "cms_markup"]


def test_the_pixel_of_the_republication_tracker_names_its_site() -> None:
    html = '<img src="https://fenherald.org/?republication-pixel=true&amp;post=8" width="1">'
    assert named(html) == ("fenherald.org", "fenherald.org")


def test_a_canonical_address_at_another_publisher_is_evidence() -> None:
    head: JsonValue = {"canonical": "https://edition.cnn.com/2026/eels"}
    assert named("", yoast_head_json=head) == ("CNN", "cnn.com")


def test_a_site_without_a_name_is_known_by_its_host() -> None:
    provenance = trace("<p>The post Eels appeared first on Marsh Post.</p>")
    assert provenance.origin is None
    assert [removed.rule for removed in provenance.removed] == ["own_footer"]


@pytest.mark.parametrize(
    "canonical",
    [
        "https://www.marshpost.example/eels/",
        "https://marshpost.staging-host.com/eels/",
        "https://marshpost.co.uk/eels/",
        "http://10.0.0.7/eels/",
        "http://localhost/eels/",
    ],
)
def test_a_canonical_address_of_the_same_publisher_is_none(canonical: str) -> None:
    assert named("", yoast_head_json={"canonical": canonical}) is None


def test_an_author_who_is_called_like_an_agency_is_a_person() -> None:
    site = Site("marshpost.example", "The Marsh Post")
    for name in ("Petra Vance", "Petra", "Mint Reed", "Ada Fenwick"):
        assert byline_of_authors((Author(name=name, url=None),), site) is None


@pytest.mark.parametrize("name", ["Reuters", "Agencia EFE", "AP", "Rowan Pike, Associated Press"])
def test_an_agency_in_the_authors_place_is_the_origin(name: str) -> None:
    site = Site("marshpost.example", "The Marsh Post")
    assert byline_of_authors((Author(name=name, url=None),), site) is not None


def test_the_agency_is_the_origin_and_not_the_site_that_had_it_from_there() -> None:
    html = f"<p>This story first appeared on {link('heronherald.com', 'The Heron Herald')}.</p>"
    parsed = parse_wordpress(with_html(f"<p>LAGOS (Reuters) - Eels are back.</p>{html}"), "")
    origin = trace_origin(parsed, parsed.blocks).origin
    assert origin is not None
    assert origin.domain == "reuters.com"


def test_a_feed_that_names_its_source_names_the_origin() -> None:
    taken = TakenFrom("Heron Beat", "https://heronbeat.com/feed/", "/source", 0.9)
    parsed = parse_wordpress(with_html(BODY), "")._replace(taken_from=taken)
    origin = trace_origin(parsed, parsed.blocks).origin
    assert origin is not None
    assert (origin.name, origin.domain) == ("Heron Beat", "heronbeat.com")
    assert origin.evidence[0].kind == "feed_source"


def test_a_feed_that_names_the_site_itself_names_no_origin() -> None:
    taken = TakenFrom("The Marsh Post", "https://marshpost.example/feed/", "/source", 0.9)
    parsed = parse_wordpress(with_html(BODY), "")._replace(taken_from=taken)
    assert trace_origin(parsed, parsed.blocks).origin is None


def test_a_line_that_thanks_for_material_stays_in_the_text() -> None:
    provenance = trace("<p>(Con información de EFE)</p>")
    assert provenance.origin is None
    assert provenance.blocks[-1].text == "(Con información de EFE)"


def test_a_source_that_the_text_itself_speaks_of_is_no_origin() -> None:
    html = "<p>Three are hurt, according to Bloomberg.</p><p>Source: Bloomberg</p>"
    assert trace(html).origin is None


@pytest.mark.parametrize(
    "unit",
    [
        "This article was first published ",
        "(Reuters) - ",
        "Source: ",
        "was originally published on 3 ",
        "“",
        "A",
        "A. ",
        "© 2026 ",
        "この記事は",
        "转载自",
        "first published in the ",
        "/PRNewswire/ ",
        "ilk olarak ",
    ],
)
def test_hostile_lines_take_time_in_step_with_their_length(unit: str) -> None:
    parsed = parse_wordpress(with_html(BODY), "")

    def seconds(size: int) -> float:
        blocks = tuple(
            FoundBlock("paragraph", (unit * (size // len(unit)))[:size].strip()) for _ in range(6)
        )
        blocks += tuple(FoundBlock("paragraph", block.text[:399]) for block in blocks)
        best = 9.0
        for _ in range(3):
            began = time.process_time()
            trace_origin(parsed, blocks)
            best = min(best, time.process_time() - began)
        return best

    short, long = seconds(20_000), seconds(80_000)
    assert long < 12 * short + 0.05
    assert long < 0.25


@pytest.mark.parametrize(
    ("host", "name", "sign", "own"),
    [
        ("abc7fen.com", "ABC7 Fen", "WABC", True),
        ("fox9.example", "KFEN FOX 9", "KFEN", True),
        ("marshpost.example", "The Marsh Post", "WFEN", False),
    ],
)
def test_a_station_is_not_the_origin_on_its_own_site(
    host: str, name: str, sign: str, own: bool
) -> None:
    assert Site(host, name).may_be_station(sign) is own


def test_who_wrote_a_text_is_no_publisher() -> None:
    assert named("<p>This article was originally written by Jamie Johnson.</p>") is None
    assert named("<p>This article was originally written by The Fen Times.</p>") is not None


def test_the_workshop_of_a_site_is_the_site() -> None:
    assert Site("marshpost.example", None).is_at("staging-marshpost.wpengine.com")
    assert not Site("marshpost.example", None).is_at("news-heronpost.wpengine.com")


def test_what_attributions_say_is_written_in_small_letters() -> None:
    says = [say for row in (*ENGLISH, *ROMANCE, *NORTHERN, *EASTERN) for say in row.says]
    assert says
    for say in says:
        plain = re.sub(r"\\.", "", say)
        assert plain == plain.lower()


@pytest.mark.parametrize(
    "line",
    [
        "THIS STORY ORIGINALLY APPEARED ON REUTERS.COM.",
        "Publié INITIALEMENT sur reuters.com",
        "ПЕРВОНАЧАЛЬНО опубликовано на reuters.com",
        "Első KÖZLÉS: eredetileg megjelent: reuters.com",
    ],
)
def test_an_attribution_may_stand_in_capitals(line: str) -> None:
    assert ATTRIBUTIONS.of(line) == ATTRIBUTIONS.of(line.lower()) != ()

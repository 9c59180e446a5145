"""Invented pages, the fifth round: when a page was published, in the many forms of saying so."""

# ruff: noqa: E501  # a page reads best on one line

from tests.domain.parsing.page.probe import Probe, page
from tests.domain.parsing.page.probes_four import MORE, data
from tests.domain.parsing.page.probes_one import STORY

DAY = "2021-03-09"


def published(
    name: str,
    said: str,
    day: str | None = DAY,
    head: str = "",
    below: str = "",
    lang: str = "en",
    path: str = "n/lighthouse",
) -> Probe:
    """A story with `said` under its headline and `below` under its text."""
    title = "Lighthouse sold to its keeper"
    return Probe(
        name,
        f"https://www.capepost.example/{path}",
        page(
            f"<title>{title} | Cape Post</title><meta property='og:site_name' content='Cape Post'>{head}",
            f"<main><h1>{title}</h1>{said}{STORY}{below}</main>{MORE}",
            lang,
        ),
        title=title,
        date=day,
    )


AUTOMATIC = '{"@type":"Article","datePublished":"2025-11-29T17:28:31Z","dateModified":"2025-11-29T17:28:31Z"}'

ROUND_FIVE = (
    published(
        "JSON-LD with a second of its own zone",
        "",
        head=data('{"@type":"Report","datePublished":"2021-03-09T08:15:22.123+02:00"}'),
    ),
    published(
        "JSON-LD dateCreated alone",
        "",
        head=data('{"@type":"NewsArticle","dateCreated":"2021-03-09T08:15:22Z"}'),
    ),
    published(
        "JSON-LD of related stories alone",
        "",
        None,
        head=data(
            '{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"NewsArticle","url":"https://www.capepost.example/n/ferry","headline":"Ferry late again","datePublished":"2019-02-02"}}]}'
        ),
    ),
    published(
        "JSON-LD of a related story before the own one",
        "",
        head=data(
            '[{"@type":"NewsArticle","url":"https://www.capepost.example/n/ferry","headline":"Ferry late again","datePublished":"2019-02-02"},{"@type":"NewsArticle","url":"https://www.capepost.example/n/lighthouse","headline":"Lighthouse sold to its keeper","datePublished":"2021-03-09"}]'
        ),
    ),
    published(
        "JSON-LD made anew with each build, a time element beside the headline",
        f"<time datetime='{DAY}'>March 9, 2021</time>",
        head=data(AUTOMATIC),
    ),
    published(
        "JSON-LD made anew with each build, the day shown",
        "<p>Published March 9, 2021</p>",
        head=data(AUTOMATIC),
    ),
    published(
        "JSON-LD made anew with each build, the day in the address",
        "",
        head=data(AUTOMATIC),
        path="2021/03/09/lighthouse",
    ),
    published(
        "JSON-LD whose two moments are one, and nothing else",
        "",
        "2025-11-29",
        head=data(AUTOMATIC),
    ),
    published(
        "an evening's stamp that no zone makes the day shown",
        "<span class='date'>March 9, 2021</span>",
        head=data(
            '{"@type":"Article","datePublished":"2021-03-10T22:02:58Z","dateModified":"2021-03-10T22:02:45Z"}'
        ),
    ),
    published(
        "an evening's stamp that a zone makes the day shown",
        "<span class='date'>March 9, 2021</span>",
        "2021-03-10",
        head=data('{"@type":"Article","datePublished":"2021-03-10T02:02:58Z"}'),
    ),
    published(
        "RDFa with prefix",
        "<span property='schema:datePublished' content='2021-03-09T08:00:00Z'>on Tuesday</span>",
    ),
    published(
        "RDFa of Drupal",
        "<span property='dc:date dc:created' content='2021-03-09T08:00:00+00:00' datatype='xsd:dateTime'>Tue, 03/09/2021 - 08:00</span>",
    ),
    published(
        "microdata in a meta of the body", "<meta itemprop='datePublished' content='2021-03-09'>"
    ),
    published(
        "microdata with a time element",
        "<time itemprop='datePublished' datetime='2021-03-09T08:00:00Z'>last Tuesday</time>",
    ),
    published("pubdate", "<time pubdate datetime='2021-03-09T08:00'>last Tuesday</time>"),
    published(
        "hAtom's abbreviation",
        "<abbr class='published' title='2021-03-09T08:00:00Z'>last Tuesday</abbr>",
    ),
    published(
        "h-entry", "<time class='dt-published' datetime='2021-03-09T08:00:00Z'>last Tuesday</time>"
    ),
    published(
        "two time elements, published and updated",
        "<time class='updated' datetime='2021-04-01'>April 1, 2021</time><time class='entry-date published' datetime='2021-03-09'>March 9, 2021</time>",
    ),
    published(
        "updated alone in a time element's class",
        "<time class='updated' datetime='2021-04-01'>April 1, 2021</time>",
        None,
    ),
    published(
        "seconds since 1970 in an attribute",
        "<span class='timestamp' data-timestamp='1615276800'>yesterday</span>",
    ),
    published(
        "milliseconds since 1970 in a meta",
        "",
        head="<meta property='article:published_time' content='1615276800000'>",
    ),
    published(
        "the form of JavaScript in a meta",
        "",
        head="<meta name='date' content='Tue Mar 09 2021 08:00:00 GMT+0000 (Coordinated Universal Time)'>",
    ),
    published(
        "citation date with slashes",
        "",
        head="<meta name='citation_publication_date' content='2021/03/09'>",
    ),
    published("DC.date.issued", "", head="<meta name='DC.date.issued' content='2021-03-09'>"),
    published(
        "a meta of a paper's own name",
        "",
        head="<meta name='article_date_original' content='Tuesday, March 09, 2021, 8:00:00 AM'>",
    ),
    published("a digest of eight digits", "", head="<meta name='pubdate' content='20210309'>"),
    published("a digest with the time", "", head="<meta name='pubdate' content='20210309080000'>"),
    published(
        "day, month and year in parts",
        "<div class='date'><span class='day'>9</span><span class='month'>Mar</span><span class='year'>2021</span></div>",
    ),
    published(
        "day, month and year on lines of their own",
        "<div class='date'><div>9</div><div>March</div><div>2021</div></div>",
    ),
    published("abbreviated month with a dot", "<p>Posted on Mar. 9, 2021 by admin</p>"),
    published("day, short month, year with dashes", "<p>09-Mar-2021</p>"),
    published(
        "first published, last updated",
        "<p>First published on Tue 9 Mar 2021 08.15 GMT</p><p>Last modified on Wed 10 Mar 2021</p>",
    ),
    published(
        "updated shown first without a verb for the other",
        "<p>Updated March 12, 2021</p><p>March 9, 2021</p>",
    ),
    published(
        "originally published",
        "<p>Updated: March 12, 2021 (originally published March 9, 2021)</p>",
    ),
    published("under the text, with its word", "", below="<p>Published: March 9, 2021</p>"),
    published(
        "under the text, in the box of the entry",
        "",
        below="<footer class='entry-footer'>This entry was posted on March 9, 2021 in Coast</footer>",
    ),
    published(
        "a comment's day",
        "",
        None,
        below="<ol class='comment-list'><li class='comment'><time datetime='2021-03-09'>March 9, 2021</time> Nice.</li></ol>",
    ),
    published(
        "the day of a concert",
        "<p>The concert is on March 9, 2021 at the lighthouse, and everybody who lives on the cape is invited to come.</p>",
        None,
    ),
    published(
        "a leaflet of the firm",
        "",
        None,
        head=data('{"@type":"WebPage","datePublished":"2013-08-22","dateModified":"2024-01-02"}'),
    ),
    published("German with the weekday", "<p>Dienstag, 9. März 2021, 8:15 Uhr</p>", lang="de"),
    published(
        "French with hour",
        "<p>Publié le 09 mars 2021 à 08h15, mis à jour le 10 mars 2021</p>",
        lang="fr",
    ),
    published("Spanish with points", "<p>09.03.2021 | 08:15 h</p>", lang="es"),
    published("Catalan", "<p>9 de març del 2021</p>", lang="ca"),
    published("Polish, short month", "<p>9 mar 2021, 8:15</p>", lang="pl"),
    published("Hungarian", "<p>2021. március 9. 8:15</p>", lang="hu"),
    published("Greek", "<p>Τρίτη, 9 Μαρτίου 2021</p>", lang="el"),
    published("Arabic", "<p>9 مارس 2021</p>", lang="ar"),
    published("Norwegian", "<p>Publisert 9. mars 2021 kl. 08.15</p>", lang="nb"),
    published("Croatian", "<p>9. ožujka 2021.</p>", lang="hr"),
    published("Bulgarian", "<p>9 март 2021</p>", lang="bg"),
    published("Serbian numbers", "<p>09.03.2021. 08:15</p>", lang="sr"),
    published("Vietnamese", "<p>Thứ ba, 09/03/2021, 08:15 (GMT+7)</p>", lang="vi"),
    published("Hindi", "<p>9 मार्च 2021</p>", lang="hi"),
)

"""Invented pages, the third round."""

# ruff: noqa: E501  # a page reads best on one line

from tests.domain.parsing.page.probe import Probe, page
from tests.domain.parsing.page.probes_one import STORY

ROUND_THREE = (
    Probe(
        "em dash without the site named anywhere else",
        "https://www.rivertribune.example/x/1",
        page("<title>Locks to close for winter — River Tribune</title>", f"<main>{STORY}</main>"),
        title="Locks to close for winter",
    ),
    Probe(
        "slogan after the site",
        "https://www.rivertribune.example/x/2",
        page(
            "<title>Locks reopen | River Tribune | News you can float on</title><meta property='og:title' content='Locks reopen'>",
            f"<h1>Locks reopen</h1>{STORY}",
        ),
        title="Locks reopen",
    ),
    Probe(
        "live tag before the title in the head",
        "https://www.rivertribune.example/x/3",
        page(
            "<title>LIVE: Flood peaks at noon - River Tribune</title>",
            f"<h1>Flood peaks at noon</h1>{STORY}",
        ),
        title="Flood peaks at noon",
    ),
    Probe(
        "title in capitals in the heading",
        "https://www.rivertribune.example/x/4",
        page(
            "<title>Weir keeper retires | River Tribune</title>",
            f"<h1>WEIR KEEPER RETIRES</h1>{STORY}",
        ),
        title="WEIR KEEPER RETIRES",
    ),
    Probe(
        "number title",
        "https://www.rivertribune.example/x/5",
        page(
            "<title>1984 | River Tribune</title><meta property='og:site_name' content='River Tribune'>",
            f"<h1>1984</h1>{STORY}",
        ),
        title="1984",
    ),
    Probe(
        "question with a bar in it",
        "https://www.rivertribune.example/x/6",
        page(
            "<title>Boat | barge: which is it? | River Tribune</title>",
            f"<h1>Boat | barge: which is it?</h1>{STORY}",
        ),
        title="Boat | barge: which is it?",
    ),
    Probe(
        "Swedish",
        "https://hamnbladet.example/n/1",
        page(
            "<title>Färjan åter i trafik - Hamnbladet</title>",
            f"<h1>Färjan åter i trafik</h1><p>Av Linnea Ek</p><p>Publicerad 14 maj 2021</p>{STORY}",
            lang="sv",
        ),
        title="Färjan åter i trafik",
        authors=("Linnea Ek",),
        date="2021-05-14",
    ),
    Probe(
        "Danish",
        "https://havneposten.example/n/1",
        page(
            "<title>Broen lukker | Havneposten</title>",
            f"<h1>Broen lukker</h1><p>Af Mette Friis</p><p>3. marts 2022</p>{STORY}",
            lang="da",
        ),
        title="Broen lukker",
        authors=("Mette Friis",),
        date="2022-03-03",
    ),
    Probe(
        "Finnish",
        "https://satama.example/n/1",
        page(
            "<title>Silta suljetaan – Satamalehti</title>",
            f"<h1>Silta suljetaan</h1><p>12. kesäkuuta 2021</p>{STORY}",
            lang="fi",
        ),
        title="Silta suljetaan",
        date="2021-06-12",
    ),
    Probe(
        "Czech",
        "https://pristav.example/n/1",
        page(
            "<title>Most se uzavře | Přístav</title>",
            f"<h1>Most se uzavře</h1><p>5. září 2022</p>{STORY}",
            lang="cs",
        ),
        title="Most se uzavře",
        date="2022-09-05",
    ),
    Probe(
        "Ukrainian",
        "https://prystan.example/n/1",
        page(
            "<title>Пором повернувся — Пристань</title>",
            f"<h1>Пором повернувся</h1><p>7 листопада 2022, 10:15</p>{STORY}",
            lang="uk",
        ),
        title="Пором повернувся",
        date="2022-11-07",
    ),
    Probe(
        "byline in two lines",
        "https://www.rivertribune.example/x/7",
        page(
            "",
            f"<h1>Eel ladder built</h1><div class='byline'><span>By</span><br><a href='/staff/una'>Una Garrick</a></div>{STORY}",
        ),
        title="Eel ladder built",
        authors=("Una Garrick",),
    ),
    Probe(
        "name with an apostrophe and a hyphen",
        "https://www.rivertribune.example/x/8",
        page("<meta name='author' content=\"Siobhán O’Dea-Quill\">", f"<h1>Bell rung</h1>{STORY}"),
        title="Bell rung",
        authors=("Siobhán O’Dea-Quill",),
    ),
    Probe(
        "three authors with commas",
        "https://www.rivertribune.example/x/9",
        page("", f"<h1>Bells</h1><p class='byline'>By Ann Teller, Bo Marsh and Cy Reed</p>{STORY}"),
        title="Bells",
        authors=("Ann Teller", "Bo Marsh", "Cy Reed"),
    ),
    Probe(
        "agency in the byline",
        "https://www.rivertribune.example/x/10",
        page("", f"<h1>Tide tables</h1><p class='byline'>By Ann Teller for Fen Wire</p>{STORY}"),
        title="Tide tables",
        authors=("Ann Teller",),
    ),
    Probe(
        "JSON-LD author with a mail address",
        "https://www.rivertribune.example/x/11",
        page(
            '<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":"Dry dock","author":{"@type":"Person","name":"desk@rivertribune.example"}}</script>',
            f"<h1>Dry dock</h1><p>By Ola Brandt</p>{STORY}",
        ),
        title="Dry dock",
        authors=("Ola Brandt",),
    ),
    Probe(
        "JSON-LD in an array with a breadcrumb first",
        "https://www.rivertribune.example/x/12",
        page(
            '<script type=\'application/ld+json\'>[{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","name":"News"}]},{"@type":"ReportageNewsArticle","headline":"Sluice jammed","author":[{"@type":"Person","name":"Kit Loam"}],"datePublished":"2023-01-09T06:00:00Z"}]</script>',
            f"<h1>Sluice jammed</h1>{STORY}",
        ),
        title="Sluice jammed",
        authors=("Kit Loam",),
        date="2023-01-09",
    ),
    Probe(
        "relative time beside a stamp",
        "https://www.rivertribune.example/x/13",
        page(
            "",
            f"<h1>Pump fails</h1><time datetime='2023-02-10T05:00:00Z'>3 hours ago</time>{STORY}",
        ),
        title="Pump fails",
        date="2023-02-10",
    ),
    Probe(
        "unix time in the time element",
        "https://www.rivertribune.example/x/14",
        page("", f"<h1>Pump fixed</h1><time datetime='1676005200'>10 February 2023</time>{STORY}"),
        title="Pump fixed",
        date="2023-02-10",
    ),
    Probe(
        "weekday in front and time behind",
        "https://www.rivertribune.example/x/15",
        page(
            "", f"<h1>Pump sold</h1><div class='timestamp'>Fri 10 Feb 2023 14.05 GMT</div>{STORY}"
        ),
        title="Pump sold",
        date="2023-02-10",
    ),
    Probe(
        "two digit year is no day",
        "https://www.rivertribune.example/x/16",
        page("", f"<h1>Pump lore</h1><p>10/02/23</p>{STORY}"),
        title="Pump lore",
        date=None,
    ),
    Probe(
        "recipe of a household blog",
        "https://kitchenquay.example/fish-pie",
        page(
            '<title>Fish pie - Kitchen Quay</title><script type=\'application/ld+json\'>{"@type":"Recipe","name":"Fish pie","author":{"@type":"Person","name":"Nell"},"datePublished":"2019-10-01"}</script>',
            f"<h1>Fish pie</h1>{STORY}",
        ),
        title="Fish pie",
        authors=("Nell",),
        date="2019-10-01",
    ),
    Probe(
        "a forum's question",
        "https://boats.example/q/44",
        page(
            "<title>sealing - How do I stop a leak? - Boat Exchange</title><meta property='og:title' content='How do I stop a leak?'>",
            f"<h1>How do I stop a leak?</h1>{STORY}",
        ),
        title="How do I stop a leak?",
    ),
    Probe(
        "press release with place and date",
        "https://www.hartleypumps.example/news/1",
        page(
            "<title>Hartley Pumps opens plant | Hartley Pumps</title>",
            f"<h1>Hartley Pumps opens plant</h1><p>LARKMOUTH, March 3, 2022 — Hartley Pumps, a maker of pumps, today opened a plant in the docks that will make four thousand pumps a year and employ ninety people.</p>{STORY}",
        ),
        title="Hartley Pumps opens plant",
    ),
    Probe(
        "heading twice, for screens and for print",
        "https://www.rivertribune.example/x/17",
        page(
            "<title>Ice on the cut | River Tribune</title>",
            f"<h1 class='mobile'>Ice on the cut</h1><h1 class='desktop'>Ice on the cut</h1>{STORY}",
        ),
        title="Ice on the cut",
    ),
    Probe(
        "photographer and writer in one byline",
        "https://www.rivertribune.example/x/18",
        page(
            "",
            f"<h1>Swan census</h1><p class='byline'>Story by Ann Teller; photos by Bo Marsh</p>{STORY}",
        ),
        title="Swan census",
        authors=("Ann Teller",),
    ),
)

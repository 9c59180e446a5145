"""Invented pages, and what a careful reader would write down of them: the first round."""

# ruff: noqa: E501  # a page reads best on one line

from tests.domain.parsing.page.probe import Probe, page

STORY = (
    "<p>The harbour board of Larkmouth voted on Tuesday night to close the old fish market, ending"
    " a dispute that had run for eleven years and through four mayors.</p><p>Traders were told"
    " that they may stay until the spring. Nobody at the meeting, which lasted until midnight,"
    " could say where they would go after that.</p><p>The board will meet again in June.</p>"
)

ROUND_ONE = (
    Probe(
        "pipe and site in title, same in og",
        "https://www.larkmouthherald.example/news/fish-market-closes",
        page(
            "<title>Fish market to close after vote | Larkmouth Herald</title>"
            '<meta property="og:title" content="Fish market to close after vote | Larkmouth Herald">'
            '<meta property="og:site_name" content="Larkmouth Herald">',
            f"<article><h1>Fish market to close after vote</h1>{STORY}</article>",
        ),
        title="Fish market to close after vote",
    ),
    Probe(
        "dash and site, no h1 at all",
        "https://www.quietcoastnews.example/2023/harbour",
        page(
            "<title>Harbour dredging begins in March - Quiet Coast News</title>",
            f"<div>{STORY}</div>",
        ),
        title="Harbour dredging begins in March",
    ),
    Probe(
        "h1 is the site's name, the title an h2",
        "https://tidewater-notes.example/p/41",
        page(
            "<title>Why I stopped counting boats – Tidewater Notes</title>",
            f"<h1><a href='/'>Tidewater Notes</a></h1><h2>Why I stopped counting boats</h2>{STORY}",
        ),
        title="Why I stopped counting boats",
    ),
    Probe(
        "site first, then the title",
        "https://gorsehill.example/blog/beehives",
        page(
            "<title>Gorse Hill: Beehives on the roof</title>",
            f"<h1>Beehives on the roof</h1>{STORY}",
        ),
        title="Beehives on the roof",
    ),
    Probe(
        "a dash that belongs to the title",
        "https://www.dailyfen.example/a/9",
        page(
            "<title>Sluice gates – a short history | The Daily Fen</title>",
            f"<h1>Sluice gates – a short history</h1>{STORY}",
        ),
        title="Sluice gates – a short history",
    ),
    Probe(
        "a dash that belongs to the title, no heading to say so",
        "https://www.dailyfen.example/a/10",
        page("<title>Peat cutters - the last season - Daily Fen</title>", f"<div>{STORY}</div>"),
        title="Peat cutters - the last season",
    ),
    Probe(
        "section and site behind the title",
        "https://www.ostwindblatt.example/lokales/deich.html",
        page(
            "<title>Deichbruch bei Holmsiel: Anwohner kehren zurück | Lokales | Ostwind-Blatt</title>"
            '<meta property="og:site_name" content="Ostwind-Blatt">',
            f"<h1>Deichbruch bei Holmsiel: Anwohner kehren zurück</h1>{STORY}",
        ),
        title="Deichbruch bei Holmsiel: Anwohner kehren zurück",
    ),
    Probe(
        "section and site behind the title, heading nowhere",
        "https://www.ostwindblatt.example/lokales/deich2.html",
        page(
            "<title>Neue Fähre fährt ab Mai | Lokales | Ostwind-Blatt</title>"
            '<meta property="og:site_name" content="Ostwind-Blatt">'
            '<meta property="og:title" content="Neue Fähre fährt ab Mai">',
            f"<div>{STORY}</div>",
        ),
        title="Neue Fähre fährt ab Mai",
    ),
    Probe(
        "JSON-LD headline differs from the heading by case only",
        "https://news.example/x",
        page(
            "<title>CITY TO BUY TRAMS - News</title>"
            '<script type="application/ld+json">{"@type":"NewsArticle","headline":"City to buy trams",'
            '"author":{"@type":"Person","name":"Maud Ferrin"},"datePublished":"2023-04-05T08:00:00+02:00"}</script>',
            f"<h1>City to Buy Trams</h1>{STORY}",
        ),
        title="City to Buy Trams",
        authors=("Maud Ferrin",),
        date="2023-04-05",
    ),
    Probe(
        "JSON-LD in a graph, author by reference",
        "https://blog.example/trams",
        page(
            "<title>Trams again - A Blog</title>"
            '<script type="application/ld+json">{"@context":"https://schema.org","@graph":['
            '{"@type":"Article","headline":"Trams again","author":{"@id":"#p"},"datePublished":"2022-11-02T22:15:00+00:00",'
            '"dateModified":"2022-12-01T10:00:00+00:00"},'
            '{"@type":"Person","@id":"#p","name":"Ines Calder"}]}</script>',
            f"<article><h1>Trams again</h1>{STORY}</article>",
        ),
        title="Trams again",
        authors=("Ines Calder",),
        date="2022-11-02",
    ),
    Probe(
        "two authors in JSON-LD",
        "https://blog.example/two",
        page(
            '<script type="application/ld+json">{"@type":"BlogPosting","headline":"Two hands","author":['
            '{"@type":"Person","name":"Ada Pell"},{"@type":"Person","name":"Tom Orrick"}]}</script>',
            f"<h1>Two hands</h1>{STORY}",
        ),
        title="Two hands",
        authors=("Ada Pell", "Tom Orrick"),
    ),
    Probe(
        "author is the organisation in JSON-LD, the byline names a person",
        "https://fenradio.example/n/3",
        page(
            '<meta property="og:site_name" content="Fen Radio">'
            '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Lock keepers strike",'
            '"author":{"@type":"Organization","name":"Fen Radio"},"datePublished":"2021-02-03"}</script>',
            f"<h1>Lock keepers strike</h1><p class='byline'>By Greta Olm</p>{STORY}",
        ),
        title="Lock keepers strike",
        authors=("Greta Olm",),
        date="2021-02-03",
    ),
    Probe(
        "byline with role and date in one line",
        "https://press.example/b",
        page(
            "",
            f"<h1>Rope works reopens</h1><div class='meta'>By Colm Ardagh, Staff Writer | March 9, 2020</div>{STORY}",
        ),
        title="Rope works reopens",
        authors=("Colm Ardagh",),
        date="2020-03-09",
    ),
    Probe(
        "meta author and article:published_time",
        "https://press.example/c",
        page(
            '<meta name="author" content="Rhea Talbot"><meta property="article:published_time" content="2019-07-01T06:30:00Z">',
            f"<h1>Kelp is back</h1>{STORY}",
        ),
        title="Kelp is back",
        authors=("Rhea Talbot",),
        date="2019-07-01",
    ),
    Probe(
        "meta author is the site",
        "https://www.marshpost.example/c",
        page(
            '<meta name="author" content="Marsh Post"><title>Eel count falls | Marsh Post</title>',
            f"<h1>Eel count falls</h1>{STORY}",
        ),
        title="Eel count falls",
        authors=("Marsh Post",),
    ),
    Probe(
        "meta author admin",
        "https://www.marshpost.example/d",
        page('<meta name="author" content="admin">', f"<h1>Eel count rises</h1>{STORY}"),
        title="Eel count rises",
        authors=(),
    ),
    Probe(
        "rel author link",
        "https://villageblog.example/2018/05/06/fete/",
        page(
            "",
            f"<h1>The fête</h1><p>Posted on <time datetime='2018-05-06'>6 May 2018</time> by <a rel='author' href='/author/joan'>Joan Whitlow</a></p>{STORY}",
        ),
        title="The fête",
        authors=("Joan Whitlow",),
        date="2018-05-06",
    ),
    Probe(
        "author box at the end only",
        "https://villageblog.example/ducks/",
        page(
            "",
            f"<article><h1>Ducks</h1>{STORY}<footer class='entry-footer'><span class='author vcard'><a class='fn' href='/author/pia'>Pia Lund</a></span></footer></article>",
        ),
        title="Ducks",
        authors=("Pia Lund",),
    ),
    Probe(
        "commenter is no author",
        "https://villageblog.example/geese/",
        page(
            "",
            f"<article><h1>Geese</h1>{STORY}</article><div id='comments'><div class='comment'><span class='author fn'>Angry Reader</span><time datetime='2020-01-02'>2 Jan 2020</time></div></div>",
        ),
        title="Geese",
        authors=(),
        date=None,
    ),
    Probe(
        "dates of other stories in the sidebar only",
        "https://villageblog.example/swans/",
        page(
            "",
            f"<article><h1>Swans</h1>{STORY}</article><aside class='sidebar'><h3>Latest</h3><ul><li>Ducks <time datetime='2020-02-02'>2 Feb 2020</time></li></ul></aside>",
        ),
        title="Swans",
        date=None,
    ),
    Probe(
        "a date in the address alone",
        "https://paper.example/2017/09/23/well-dry",
        page("", f"<h1>The well ran dry</h1>{STORY}"),
        title="The well ran dry",
        date="2017-09-23",
    ),
    Probe(
        "the footer's year is no date",
        "https://paper.example/about-wells",
        page(
            "",
            f"<h1>About our wells</h1>{STORY}<footer>© 2024 Paper Ltd. All rights reserved.</footer>",
        ),
        title="About our wells",
        date=None,
    ),
    Probe(
        "microdata",
        "https://paper.example/micro",
        page(
            "",
            f"<div itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline'>Micro mills</h1><span itemprop='author' itemscope itemtype='https://schema.org/Person'><span itemprop='name'>Hal Denby</span></span><meta itemprop='datePublished' content='2016-10-11T12:00:00Z'><div itemprop='articleBody'>{STORY}</div></div>",
        ),
        title="Micro mills",
        authors=("Hal Denby",),
        date="2016-10-11",
    ),
    Probe(
        "French byline and date shown",
        "https://www.lacote.example/article/phare",
        page(
            "<title>Le phare rallumé - La Côte</title>",
            f"<h1>Le phare rallumé</h1><p class='signature'>Par Odile Marchant</p><p>Publié le 12 février 2021 à 08h30</p>{STORY}",
            lang="fr",
        ),
        title="Le phare rallumé",
        authors=("Odile Marchant",),
        date="2021-02-12",
    ),
    Probe(
        "German byline and date shown",
        "https://www.ostwindblatt.example/a1",
        page(
            "<title>Möwen im Winter | Ostwind-Blatt</title>",
            f"<h1>Möwen im Winter</h1><div class='autor'>Von Jörg Hansen</div><div>Stand: 3. Januar 2022, 14:05 Uhr</div>{STORY}",
            lang="de",
        ),
        title="Möwen im Winter",
        authors=("Jörg Hansen",),
        date=None,
    ),
    Probe(
        "Spanish byline and date shown",
        "https://www.elfaro.example/n/7",
        page(
            "<title>Vuelve el tranvía | El Faro</title>",
            f"<h1>Vuelve el tranvía</h1><p>Por Lucía Barros</p><p>8 de octubre de 2020</p>{STORY}",
            lang="es",
        ),
        title="Vuelve el tranvía",
        authors=("Lucía Barros",),
        date="2020-10-08",
    ),
    Probe(
        "Japanese page",
        "https://shinbun.example/k/5",
        page(
            "<title>港の市場が閉鎖へ｜みなと新聞</title><meta property='og:site_name' content='みなと新聞'>",
            f"<h1>港の市場が閉鎖へ</h1><p>2022年3月4日 10時00分</p>{STORY}",
            lang="ja",
        ),
        title="港の市場が閉鎖へ",
        date="2022-03-04",
    ),
    Probe(
        "stamp in UTC of the day before: the moment is the stamp's",
        "https://paper.example/utc",
        page(
            '<meta property="article:published_time" content="2021-06-30T23:30:00Z">',
            f"<h1>Late ferry</h1><p class='date'>July 1, 2021</p>{STORY}",
        ),
        title="Late ferry",
        date="2021-06-30",
    ),
    Probe(
        "updated and published both shown",
        "https://paper.example/upd",
        page(
            "", f"<h1>Bridge open</h1><p>Updated 5 May 2022</p><p>Published 1 May 2022</p>{STORY}"
        ),
        title="Bridge open",
        date="2022-05-01",
    ),
    Probe(
        "heading holds a counter",
        "https://paper.example/count",
        page(
            "<title>Bakers fear flour tax - The Paper</title><meta property='og:title' content='Bakers fear flour tax'>",
            f"<h1>Bakers fear flour tax <span class='count'>12 comments</span></h1>{STORY}",
        ),
        title="Bakers fear flour tax",
    ),
    Probe(
        "logo h1 with the site's name in an image, title in second h1",
        "https://www.bellweather.example/story",
        page(
            "<title>Storm takes pier | Bellweather</title>",
            f"<header><h1 class='logo'><a href='/'>Bellweather</a></h1></header><main><h1>Storm takes pier</h1>{STORY}</main>",
        ),
        title="Storm takes pier",
    ),
    Probe(
        "social title is another title",
        "https://www.bellweather.example/story2",
        page(
            "<title>Council backs wind farm | Bellweather</title><meta property='og:title' content='You will not believe what the council did'>",
            f"<h1>Council backs wind farm</h1>{STORY}",
        ),
        title="Council backs wind farm",
    ),
    Probe(
        "newsletter h1 before the story's",
        "https://www.bellweather.example/story3",
        page(
            "<title>Otters return to the Lea - Bellweather</title>",
            f"<div class='signup'><h1>Get our newsletter</h1></div><article><h1>Otters return to the Lea</h1>{STORY}</article>",
        ),
        title="Otters return to the Lea",
    ),
    Probe(
        "entities in the title",
        "https://www.bellweather.example/story4",
        page(
            "<title>Salt &amp; Sons&#8217; last day &raquo; Bellweather</title>",
            f"<h1>Salt &amp; Sons&#8217; last day</h1>{STORY}",
        ),
        title="Salt & Sons’ last day",
    ),
    Probe(
        "author with three given names and a particle",
        "https://www.bellweather.example/story5",
        page(
            "", f"<h1>Dykes</h1><div class='post-author'>by Anna Maria van der Velde</div>{STORY}"
        ),
        title="Dykes",
        authors=("Anna Maria van der Velde",),
    ),
    Probe(
        "authors joined by and",
        "https://www.bellweather.example/story6",
        page(
            "",
            f"<h1>Mills</h1><div class='byline'>By <a href='/staff/a'>Ana Brook</a> and <a href='/staff/b'>Ned Carrow</a></div>{STORY}",
        ),
        title="Mills",
        authors=("Ana Brook", "Ned Carrow"),
    ),
    Probe(
        "last modified is no publication",
        "https://docs.example/guide/setup",
        page(
            "<title>Setting up the pump — Pump docs</title>",
            f"<h1>Setting up the pump</h1>{STORY}<p>Last updated on Feb 3, 2023</p>",
        ),
        title="Setting up the pump",
        authors=(),
    ),
    Probe(
        "the article's own date in the running text is no publication",
        "https://history.example/fire",
        page(
            "",
            f"<h1>The great fire</h1><p>On 4 March 1921 the great fire of Larkmouth began in a bakery, and by the next morning it had taken forty houses and the old church with them.</p>{STORY}",
        ),
        title="The great fire",
        date=None,
    ),
)

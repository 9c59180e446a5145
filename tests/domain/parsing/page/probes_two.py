"""Invented pages, the second round: written after the first had been answered."""

# ruff: noqa: E501  # a page reads best on one line

from tests.domain.parsing.page.probe import Probe, page
from tests.domain.parsing.page.probes_one import STORY

CARDS = (
    "<section class='related-posts'><h3>More</h3><div class='card'><a href='/x'>Gulls</a>"
    "<span class='date'>June 3, 2024</span><span class='author'>Bob Trask</span></div>"
    "<div class='card'><a href='/y'>Terns</a><span class='date'>June 2, 2024</span></div></section>"
)

ROUND_TWO = (
    Probe(
        "layout class has the word sidebar, and the story is inside",
        "https://saltmarsh.example/n/1",
        page(
            "<title>Ferry sold for scrap | Salt Marsh Times</title>",
            f"<div class='has-sidebar comments-open widget-area'><h1>Ferry sold for scrap</h1><div class='entry-meta'><span class='byline'>by Noor Vance</span> <time datetime='2021-03-02T09:00:00+01:00'>2 March 2021</time></div>{STORY}</div>",
        ),
        title="Ferry sold for scrap",
        authors=("Noor Vance",),
        date="2021-03-02",
    ),
    Probe(
        "cards below hold other dates and names",
        "https://saltmarsh.example/n/2",
        page(
            "",
            f"<h1>Lighthouse lamp stolen</h1><p>By Sela Wick</p><p>May 30, 2024</p>{STORY}{CARDS}",
        ),
        title="Lighthouse lamp stolen",
        authors=("Sela Wick",),
        date="2024-05-30",
    ),
    Probe(
        "cards alone hold dates",
        "https://saltmarsh.example/n/3",
        page("", f"<h1>Lighthouse lamp found</h1>{STORY}{CARDS}"),
        title="Lighthouse lamp found",
        authors=(),
        date=None,
    ),
    Probe(
        "site name with a colon in front, in og only",
        "https://www.oaktreepost.example/a",
        page(
            "<meta property='og:site_name' content='The Oak Tree Post'><meta property='og:title' content='The Oak Tree Post: Night buses return'><title>Night buses return - The Oak Tree Post</title>",
            f"<div>{STORY}</div>",
        ),
        title="Night buses return",
    ),
    Probe(
        "initials of the site",
        "https://www.nln.example/a",
        page(
            "<title>Sewer works halted | NLN</title><meta property='og:site_name' content='North Larkmouth News'>",
            f"<p>x</p><div>{STORY}</div>",
        ),
        title="Sewer works halted",
    ),
    Probe(
        "site in the middle of three parts",
        "https://www.oaktreepost.example/b",
        page(
            "<title>Snow closes pass | The Oak Tree Post | Weather</title><meta property='og:site_name' content='The Oak Tree Post'>",
            f"<h1>Snow closes pass</h1>{STORY}",
        ),
        title="Snow closes pass",
    ),
    Probe(
        "the title itself ends in a colon part",
        "https://www.oaktreepost.example/c",
        page(
            "<title>Budget: what changes in April | The Oak Tree Post</title>",
            f"<h1>Budget: what changes in April</h1>{STORY}",
        ),
        title="Budget: what changes in April",
    ),
    Probe(
        "interview title with a dash and a person",
        "https://www.oaktreepost.example/d",
        page(
            "<title>‘I never left the valley’ – Ada Thorne | The Oak Tree Post</title><meta property='og:title' content='‘I never left the valley’ – Ada Thorne'>",
            f"<h1>‘I never left the valley’ – Ada Thorne</h1>{STORY}",
        ),
        title="‘I never left the valley’ – Ada Thorne",
    ),
    Probe(
        "a heading with an invisible anchor sign",
        "https://docs.example/valves",
        page(
            "<title>Valves - Pump manual</title>",
            f"<h1>Valves and how they fail<a class='headerlink' href='#valves'>¶</a></h1>{STORY}",
        ),
        title="Valves and how they fail",
    ),
    Probe(
        "the name of the site in the host alone, run together",
        "https://thegreatlake.example/2020/01/fog",
        page("<title>Fog stops traffic – The Great Lake</title>", f"<div>{STORY}</div>"),
        title="Fog stops traffic",
    ),
    Probe(
        "Portuguese",
        "https://www.orio.example/cidade/ponte",
        page(
            "<title>Ponte reabre após reforma - O Rio</title>",
            f"<h1>Ponte reabre após reforma</h1><p>Por João Teles</p><p>Publicado em 14 de agosto de 2023, às 10h</p>{STORY}",
            lang="pt-BR",
        ),
        title="Ponte reabre após reforma",
        authors=("João Teles",),
        date="2023-08-14",
    ),
    Probe(
        "Italian",
        "https://www.ilmolo.example/cronaca/1",
        page(
            "<title>Sequestrato il molo vecchio | Il Molo</title>",
            f"<h1>Sequestrato il molo vecchio</h1><div class='autore'>di Carla Rinaldi</div><div>7 settembre 2022</div>{STORY}",
            lang="it",
        ),
        title="Sequestrato il molo vecchio",
        authors=("Carla Rinaldi",),
        date="2022-09-07",
    ),
    Probe(
        "Dutch",
        "https://www.dedijk.example/nieuws/9",
        page(
            "<title>Dijk verzakt na regen - De Dijk</title>",
            f"<h1>Dijk verzakt na regen</h1><p>Door Anouk de Wit</p><p>19 maart 2021</p>{STORY}",
            lang="nl",
        ),
        title="Dijk verzakt na regen",
        authors=("Anouk de Wit",),
        date="2021-03-19",
    ),
    Probe(
        "Russian",
        "https://pristan.example/n/5",
        page(
            "<title>Паром вышел на линию — Пристань</title><meta property='og:site_name' content='Пристань'>",
            f"<h1>Паром вышел на линию</h1><p>Автор: Ирина Лосева</p><p>5 мая 2022</p>{STORY}",
            lang="ru",
        ),
        title="Паром вышел на линию",
        authors=("Ирина Лосева",),
        date="2022-05-05",
    ),
    Probe(
        "Indonesian",
        "https://pelabuhan.example/n/6",
        page(
            "<title>Kapal feri kembali beroperasi - Pelabuhan</title>",
            f"<h1>Kapal feri kembali beroperasi</h1><p>Oleh Dewi Lestari</p><p>Senin, 12 Desember 2022 10:00 WIB</p>{STORY}",
            lang="id",
        ),
        title="Kapal feri kembali beroperasi",
        authors=("Dewi Lestari",),
        date="2022-12-12",
    ),
    Probe(
        "Polish date",
        "https://nabrzeze.example/n/7",
        page(
            "<title>Most zamknięty do wiosny | Nabrzeże</title>",
            f"<h1>Most zamknięty do wiosny</h1><p>3 października 2021</p>{STORY}",
            lang="pl",
        ),
        title="Most zamknięty do wiosny",
        date="2021-10-03",
    ),
    Probe(
        "British numeric date",
        "https://canal.example/n/8",
        page("", f"<h1>Lock gates replaced</h1><p>Published: 04/07/2021</p>{STORY}", lang="en-GB"),
        title="Lock gates replaced",
        date="2021-07-04",
    ),
    Probe(
        "German numeric date",
        "https://kanal.example/n/8",
        page("", f"<h1>Schleuse erneuert</h1><p>04.07.2021</p>{STORY}", lang="de"),
        title="Schleuse erneuert",
        date="2021-07-04",
    ),
    Probe(
        "RFC 5322 in a meta",
        "https://canal.example/n/9",
        page(
            "<meta name='pubdate' content='Thu, 05 Nov 2020 06:07:08 GMT'>",
            f"<h1>Weir repaired</h1>{STORY}",
        ),
        title="Weir repaired",
        date="2020-11-05",
    ),
    Probe(
        "an impossible stamp and a sound one",
        "https://canal.example/n/10",
        page(
            "<meta property='article:published_time' content='0000-00-00T00:00:00Z'>",
            f"<h1>Mill race cleared</h1><time datetime='2020-04-04'>4 April 2020</time>{STORY}",
        ),
        title="Mill race cleared",
        date="2020-04-04",
    ),
    Probe(
        "today's date in the page's head",
        "https://canal.example/n/11",
        page(
            "",
            f"<header><div class='today-date'>Friday, 27 November 2026</div><nav><ul><li>Home</li><li>News</li><li>Sport</li><li>Weather</li><li>Jobs</li><li>Contact</li></ul></nav></header><h1>Towpath reopened</h1><p>By Ike Dunmore</p><p>2 April 2024</p>{STORY}",
        ),
        title="Towpath reopened",
        authors=("Ike Dunmore",),
        date="2024-04-02",
    ),
    Probe(
        "an event's date in the text",
        "https://canal.example/n/12",
        page(
            "",
            f"<h1>Boat fair announced</h1><p>The fair will be held on June 14, 2025 at the upper basin, the trust said.</p>{STORY}",
        ),
        title="Boat fair announced",
        date=None,
    ),
    Probe(
        "the owner's own site",
        "https://www.idafenwick.example/posts/soil",
        page(
            "<title>Notes on soil - Ida Fenwick</title>",
            f"<header><a href='/'>Ida Fenwick</a></header><main><h1>Notes on soil</h1><p>March 1, 2020</p>{STORY}</main><footer>© 2020 Ida Fenwick</footer>",
        ),
        title="Notes on soil",
        authors=("Ida Fenwick",),
        date="2020-03-01",
    ),
    Probe(
        "possessive blog name",
        "https://soilnotes.example/posts/soil",
        page("<title>Notes on clay | Ida Fenwick's blog</title>", f"<h1>Notes on clay</h1>{STORY}"),
        title="Notes on clay",
        authors=("Ida Fenwick",),
    ),
    Probe(
        "a company's copyright is nobody's byline",
        "https://www.hartleypumps.example/blog/valves",
        page(
            "<title>Choosing valves | Hartley Pumps</title>",
            f"<h1>Choosing valves</h1>{STORY}<footer>© 2023 Hartley Pumps Ltd.</footer>",
        ),
        title="Choosing valves",
        authors=(),
    ),
    Probe(
        "JSON-LD author as plain text with role",
        "https://canal.example/n/13",
        page(
            '<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":"Barge sunk","author":"By Lena Hart, Staff Reporter"}</script>',
            f"<h1>Barge sunk</h1>{STORY}",
        ),
        title="Barge sunk",
        authors=("Lena Hart",),
    ),
    Probe(
        "JSON-LD with a trailing comma and a line break in a string",
        "https://canal.example/n/14",
        page(
            '<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":"Barge\nraised","datePublished":"2020-02-02T10:00:00Z",}</script>',
            f"<h1>Barge raised</h1>{STORY}",
        ),
        title="Barge raised",
        date="2020-02-02",
    ),
    Probe(
        "author and date in one meta line with bullets",
        "https://canal.example/n/15",
        page(
            "",
            f"<h1>Dredger arrives</h1><div class='post-meta'>Mona Sefton • 12 Jan 2023 • 4 min read</div>{STORY}",
        ),
        title="Dredger arrives",
        authors=("Mona Sefton",),
        date="2023-01-12",
    ),
    Probe(
        "photographer is not the author",
        "https://canal.example/n/16",
        page(
            "",
            f"<h1>Heron hatch</h1><figure><img src='a.jpg'><figcaption>Photo by Bill Sands</figcaption></figure><p class='byline'>Words by Cora Finch</p>{STORY}",
        ),
        title="Heron hatch",
        authors=("Cora Finch",),
    ),
    Probe(
        "tweet inside the story with its date",
        "https://canal.example/n/17",
        page(
            "",
            f"<h1>Mayor quits</h1>{STORY}<blockquote class='twitter-tweet'><p>I quit.</p>— Mayor (@mayor) <a href='#'>May 6, 2021</a></blockquote>{STORY}",
        ),
        title="Mayor quits",
        date=None,
    ),
    Probe(
        "reviewed by is not the author",
        "https://health.example/knees",
        page(
            "",
            f"<h1>Knees</h1><p>Written by Paul Ashdown</p><p>Medically reviewed by Dr Gail Moor, MD</p>{STORY}",
        ),
        title="Knees",
        authors=("Paul Ashdown",),
    ),
    Probe(
        "updated first, published in the same line",
        "https://health.example/elbows",
        page(
            "",
            f"<h1>Elbows</h1><p>Last updated: March 8, 2024 | Published: January 3, 2023</p>{STORY}",
        ),
        title="Elbows",
        date="2023-01-03",
    ),
    Probe(
        "no title anywhere",
        "https://bare.example/x",
        page("", STORY),
        title=None,
        authors=(),
        date=None,
    ),
    Probe(
        "stamp with zone whose UTC day is another",
        "https://west.example/late",
        page(
            '<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":"Late vote","datePublished":"2021-05-05T12:30:00-07:00"}</script>',
            f"<h1>Late vote</h1>{STORY}",
        ),
        title="Late vote",
        date="2021-05-05",
    ),
    Probe(
        "Chinese with full-width bar",
        "https://gangkou.example/a",
        page(
            "<title>港口市场关闭｜港口日报</title><meta property='og:site_name' content='港口日报'>",
            f"<h1>港口市场关闭</h1><p>2021-06-09 08:30　来源：港口日报</p>{STORY}",
            lang="zh",
        ),
        title="港口市场关闭",
        date="2021-06-09",
    ),
    Probe(
        "Korean",
        "https://hangu.example/a",
        page(
            "<title>항구 시장 폐쇄 - 항구일보</title><meta property='og:site_name' content='항구일보'>",
            f"<h1>항구 시장 폐쇄</h1><p>입력 2022년 8월 3일</p>{STORY}",
            lang="ko",
        ),
        title="항구 시장 폐쇄",
        date="2022-08-03",
    ),
    Probe(
        "Turkish",
        "https://iskele.example/a",
        page(
            "<title>Vapur seferleri başladı | İskele Gazetesi</title>",
            f"<h1>Vapur seferleri başladı</h1><p>11 Şubat 2023</p>{STORY}",
            lang="tr",
        ),
        title="Vapur seferleri başladı",
        date="2023-02-11",
    ),
    Probe(
        "title in a header that is a cookie wall's sibling",
        "https://lake.example/a",
        page(
            "<title>Swimmers warned of algae | Lake Gazette</title>",
            f"<div class='cookie-modal'><h1>We value your privacy</h1></div><h1>Swimmers warned of algae</h1>{STORY}",
        ),
        title="Swimmers warned of algae",
    ),
    Probe(
        "kicker inside the heading",
        "https://lake.example/b",
        page(
            "<title>Pike record broken - Lake Gazette</title><meta property='og:title' content='Pike record broken'>",
            f"<h1><span class='kicker'>Fishing</span> Pike record broken</h1>{STORY}",
        ),
        title="Pike record broken",
    ),
)

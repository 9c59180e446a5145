"""Invented pages, the fourth round: who wrote a page, in the many forms of saying so."""

# ruff: noqa: E501  # a page reads best on one line

from tests.domain.parsing.page.probe import Probe, page
from tests.domain.parsing.page.probes_one import STORY

MORE = (
    "<aside class='related'><a href='/x'>Ferry late again</a> <span class='author'>Ida Voss</span>"
    " <time datetime='2019-02-02'>2 February 2019</time></aside>"
)


def written(
    name: str, said: str, *authors: str, head: str = "", below: str = "", lang: str = "en"
) -> Probe:
    """A story with `said` under its headline and `below` under its text."""
    title = "Lighthouse sold to its keeper"
    return Probe(
        name,
        "https://www.capepost.example/n/lighthouse",
        page(
            f"<title>{title} | Cape Post</title><meta property='og:site_name' content='Cape Post'>{head}",
            f"<main><h1>{title}</h1>{said}{STORY}{below}</main>{MORE}",
            lang,
        ),
        title=title,
        authors=authors,
    )


def data(script: str) -> str:
    return f'<script type="application/ld+json">{script}</script>'


ROUND_FOUR = (
    written(
        "JSON-LD authors by reference, two of them",
        "",
        "Marta Ellery",
        "Jon Pike",
        head=data(
            '{"@graph":[{"@type":["Article","NewsArticle"],"author":[{"@id":"#a"},{"@id":"#b"}]},'
            '{"@type":"Person","@id":"#a","name":"Marta Ellery"},{"@type":"Person","@id":"#b","name":"Jon Pike"}]}'
        ),
    ),
    written(
        "JSON-LD creator in place of author",
        "",
        "Marta Ellery",
        head=data('{"@type":"NewsArticle","creator":["Marta Ellery"]}'),
    ),
    written(
        "JSON-LD author that says By",
        "",
        "Marta Ellery",
        head=data('{"@type":"BlogPosting","author":{"@type":"Person","name":"By Marta Ellery"}}'),
    ),
    written(
        "JSON-LD author is the site, the byline a person",
        "<div class='meta'>By Marta Ellery</div>",
        "Marta Ellery",
        head=data('{"@type":"NewsArticle","author":{"@type":"Organization","name":"Cape Post"}}'),
    ),
    written(
        "JSON-LD author is the site, and so is the byline",
        "<div class='byline'>By Cape Post</div>",
        "Cape Post",
        head=data('{"@type":"NewsArticle","author":{"@type":"Organization","name":"Cape Post"}}'),
    ),
    written(
        "JSON-LD author is an address, the byline a person",
        "<p class='byline'>By <a href='/people/marta'>Marta Ellery</a></p>",
        "Marta Ellery",
        head=data('{"@type":"NewsArticle","author":"https://www.facebook.com/marta.ellery"}'),
    ),
    written(
        "JSON-LD given and family name",
        "",
        "Marta Ellery",
        head=data(
            '{"@type":"NewsArticle","author":{"@type":"Person","givenName":"Marta","familyName":"Ellery"}}'
        ),
    ),
    written(
        "JSON-LD of another story's author comes with the list of related ones",
        "<p>By Marta Ellery</p>",
        "Marta Ellery",
        head=data(
            '{"@type":"WebPage","hasPart":[{"@type":"NewsArticle","headline":"Ferry late again",'
            '"url":"https://www.capepost.example/n/ferry","author":{"@type":"Person","name":"Ida Voss"}}]}'
        ),
    ),
    written(
        "JSON-LD account, byline person",
        "<span class='author vcard'><a class='url fn n' href='/author/mell'>Marta Ellery</a></span>",
        "Marta Ellery",
        head=data('{"@type":"Article","author":{"@type":"Person","name":"mellery82"}}'),
    ),
    written(
        "JSON-LD is no article, but names the page's author",
        "",
        "Marta Ellery",
        head=data('{"@type":"WebPage","author":{"@type":"Person","name":"Marta Ellery"}}'),
    ),
    written(
        "microdata with a name inside",
        "<span itemprop='author' itemscope itemtype='https://schema.org/Person'>by <span itemprop='name'>Marta Ellery</span>, <span itemprop='jobTitle'>Coast Editor</span></span>",
        "Marta Ellery",
    ),
    written(
        "microdata in a meta of the body",
        "<div itemprop='author' itemscope itemtype='https://schema.org/Person'><meta itemprop='name' content='Marta Ellery'></div>",
        "Marta Ellery",
    ),
    written(
        "RDFa with prefix",
        "<div property='schema:author' typeof='schema:Person'><span property='schema:name'>Marta Ellery</span></div>",
        "Marta Ellery",
    ),
    written(
        "RDFa Lite",
        "<p><span property='author' typeof='Person'>Marta Ellery</span> reporting</p>",
        "Marta Ellery",
    ),
    written(
        "Dublin Core in RDFa",
        "<span property='dc:creator'>Marta Ellery</span>",
        "Marta Ellery",
    ),
    written(
        "h-entry",
        "<a class='p-author h-card' href='/about'>Marta Ellery</a>",
        "Marta Ellery",
    ),
    written(
        "address element", "<address>By <a href='/m'>Marta Ellery</a></address>", "Marta Ellery"
    ),
    written(
        "author link beside another's card",
        "<p>by <a rel='author' href='/authors/marta-ellery'>Marta Ellery</a></p>",
        "Marta Ellery",
        below="<div class='card'><a rel='author' href='/authors/ida-voss'>Ida Voss</a></div>",
    ),
    written(
        "class names made by a machine",
        "<div class='Byline_root__x8Yz1'><a class='Byline_authorName__9Qd'>Marta Ellery</a><span>Coast Editor</span></div>",
        "Marta Ellery",
    ),
    written(
        "class names of styled components",
        "<div class='sc-1f2 styles__AuthorName-sc-1abc'>Marta Ellery</div>",
        "Marta Ellery",
    ),
    written(
        "data attribute for the tests of the site",
        "<span data-testid='byline-name'>Marta Ellery</span> <time datetime='2021-03-03'>3 March 2021</time>",
        "Marta Ellery",
    ),
    written("byline in capitals", "<p>BY MARTA ELLERY</p>", "MARTA ELLERY"),
    written(
        "written and reviewed",
        "<div>Written by Marta Ellery</div><div>Medically reviewed by Dr. Jan Moss</div>",
        "Marta Ellery",
    ),
    written(
        "words and pictures",
        "<p>Words by Marta Ellery, photographs by Jan Moss</p>",
        "Marta Ellery",
    ),
    written(
        "three authors and an and",
        "<p>By Marta Ellery, Jon Pike and Jan Moss</p>",
        "Marta Ellery",
        "Jon Pike",
        "Jan Moss",
    ),
    written(
        "byline, desk and stamp in one line",
        "<p>By Marta Ellery, Coast Correspondent · 3 March 2021 · 4 min read</p>",
        "Marta Ellery",
    ),
    written(
        "twitter's second label",
        "",
        "Marta Ellery",
        head="<meta name='twitter:label1' content='Est. reading time'><meta name='twitter:data1' content='4 minutes'>"
        "<meta name='twitter:label2' content='Written by'><meta name='twitter:data2' content='Marta Ellery'>",
    ),
    written(
        "meta author holds two",
        "",
        "Marta Ellery",
        "Jon Pike",
        head="<meta name='author' content='Marta Ellery and Jon Pike'>",
    ),
    written(
        "meta author is the firm behind the site",
        "<p class='by'>By Marta Ellery</p>",
        "Marta Ellery",
        head="<meta name='author' content='Cape Post Media Ltd'>",
    ),
    written(
        "meta article:author is an address",
        "<p>By Marta Ellery</p>",
        "Marta Ellery",
        head="<meta property='article:author' content='https://www.facebook.com/capepost'>",
    ),
    written(
        "box at the end with a heading",
        "",
        "Marta Ellery",
        below="<div class='author-box'><h3>About the author</h3><h4 class='author-box__name'>Marta Ellery</h4><p>Marta writes about the coast.</p></div>",
    ),
    written(
        "signed at the end",
        "",
        "Marta Ellery",
        below="<p>— Marta Ellery</p>",
    ),
    written("nobody", "<p>3 March 2021</p>"),
    written(
        "share buttons and a section are nobody",
        "<div class='meta'><span>Coast News</span> <span>Share on Facebook</span> <span>3 March 2021</span></div>",
    ),
    written(
        "French, two", "<p>Par Luc Morel et Anne Petit</p>", "Luc Morel", "Anne Petit", lang="fr"
    ),
    written(
        "French, published by", "<p>Publié le 3 mars 2021 par Luc Morel</p>", "Luc Morel", lang="fr"
    ),
    written(
        "German, a byline's von",
        "<p>Von Vera Lund und Kai Busch</p>",
        "Vera Lund",
        "Kai Busch",
        lang="de",
    ),
    written("German, text by", "<p>Text: Vera Lund</p>", "Vera Lund", lang="de"),
    written("Spanish", "<p>Por Luisa Vega y Juan Mora</p>", "Luisa Vega", "Juan Mora", lang="es"),
    written("Hungarian", "<p>Szerző: Nagy Éva</p>", "Nagy Éva", lang="hu"),
    written("Polish", "<p>Autor: Ewa Lis</p>", "Ewa Lis", lang="pl"),
    written("Arabic", "<p>بقلم: سمير حداد</p>", "سمير حداد", lang="ar"),
    written("Romanian", "<p>Autor: Ioana Pop</p><p>3 martie 2021</p>", "Ioana Pop", lang="ro"),
    written("Norwegian", "<p>Av Kari Dahl</p>", "Kari Dahl", lang="nb"),
    written("Chinese", "<p>作者：王小明</p>", "王小明", lang="zh"),
    written("Japanese", "<p>文・山田太郎</p>", "山田太郎", lang="ja"),
    written("Vietnamese", "<p>Tác giả: Lê Minh</p>", "Lê Minh", lang="vi"),
)

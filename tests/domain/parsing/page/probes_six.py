"""Invented pages, the sixth round: authors and days once more."""

# ruff: noqa: E501  # a page reads best on one line

from tests.domain.parsing.page.probes_five import published
from tests.domain.parsing.page.probes_four import data, written

BYLINES = (
    written("report by", "<p>Report by Marta Ellery</p>", "Marta Ellery"),
    written(
        "posted by, on a day, in a section",
        "<p>Posted by Marta Ellery on March 9, 2021 in Coast</p>",
        "Marta Ellery",
    ),
    written("guest post by", "<p>Guest post by Marta Ellery</p>", "Marta Ellery"),
    written("contributed by", "<p>Contributed by Marta Ellery</p>", "Marta Ellery"),
    written("words with a colon", "<p>Words: Marta Ellery | Photos: Jan Moss</p>", "Marta Ellery"),
    written("name, bar, paper", "<p class='byline'>Marta Ellery | Cape Post</p>", "Marta Ellery"),
    written("name, comma, paper", "<p class='byline'>Marta Ellery, Cape Post</p>", "Marta Ellery"),
    written(
        "special to the paper",
        "<p class='byline'>By Marta Ellery Special to the Cape Post</p>",
        "Marta Ellery",
    ),
    written(
        "lower case byline", "<p>by <a href='/author/marta'>marta ellery</a></p>", "marta ellery"
    ),
    written("initials", "<p>By J. R. Moss</p>", "J. R. Moss"),
    written("a team", "<p>By The Harbour Team</p>", "The Harbour Team"),
    written(
        "label and name in two elements",
        "<div><span>Author</span><span> </span><a href='/team/marta'>Marta Ellery</a></div>",
        "Marta Ellery",
    ),
    written(
        "label and name in two lines",
        "<div><div>Author</div><div>Marta Ellery</div></div>",
        "Marta Ellery",
    ),
    written(
        "label with a colon and name in two lines",
        "<dl><dt>Written by:</dt><dd>Marta Ellery</dd><dt>Date:</dt><dd>9 March 2021</dd></dl>",
        "Marta Ellery",
    ),
    written(
        "avatar's alternative text beside the name",
        "<div class='author'><img alt='Photo of Marta Ellery' src='a.jpg'><span class='author__name'>Marta Ellery</span></div>",
        "Marta Ellery",
    ),
    written(
        "name twice, for screens and phones",
        "<div class='byline d-none'>By Marta Ellery</div><div class='byline'>By Marta Ellery</div>",
        "Marta Ellery",
    ),
    written(
        "JSON-LD name with a job",
        "",
        "Marta Ellery",
        head=data(
            '{"@type":"NewsArticle","author":{"@type":"Person","name":"Marta Ellery, Coast Editor"}}'
        ),
    ),
    written(
        "JSON-LD two names in one text",
        "",
        "Marta Ellery",
        "Jon Pike",
        head=data('{"@type":"NewsArticle","author":"Marta Ellery; Jon Pike"}'),
    ),
    written(
        "JSON-LD person and firm",
        "",
        "Marta Ellery",
        head=data(
            '{"@type":"NewsArticle","author":[{"@type":"Person","name":"Marta Ellery"},{"@type":"Organization","name":"Cape Post"}]}'
        ),
    ),
    written(
        "JSON-LD person that is the site, byline a person",
        "<p>By Marta Ellery</p>",
        "Marta Ellery",
        head=data('{"@type":"NewsArticle","author":{"@type":"Person","name":"Cape Post"}}'),
    ),
    written(
        "JSON-LD person that is the staff of the site",
        "",
        "Cape Post Staff",
        head=data('{"@type":"NewsArticle","author":{"@type":"Person","name":"Cape Post Staff"}}'),
    ),
    written(
        "JSON-LD empty name, byline a person",
        "<p>By Marta Ellery</p>",
        "Marta Ellery",
        head=data('{"@type":"NewsArticle","author":{"@type":"Person","name":""}}'),
    ),
    written(
        "JSON-LD names one of two",
        "<p class='byline'>By Marta Ellery and Jon Pike</p>",
        "Marta Ellery",
        "Jon Pike",
        head=data('{"@type":"NewsArticle","author":{"@type":"Person","name":"Marta Ellery"}}'),
    ),
    written(
        "a life in one sentence under the text",
        "",
        "Marta Ellery",
        below="<p><em>Marta Ellery is a freelance writer who lives on the cape.</em></p>",
    ),
    written(
        "name and trade under the text, then the life",
        "",
        "Marta Ellery",
        below="<p>Marta Ellery Coast writer &amp; sailor</p><p>Marta writes about harbours, and has done so for twenty years.</p>",
    ),
    written(
        "a fisherman's life in the last sentence",
        "",
        below="<p>Jon Pike is a fisherman who has sold his catch there for forty years.</p>",
    ),
    written(
        "a life, but another's, under a byline",
        "<p>By Marta Ellery</p>",
        "Marta Ellery",
        below="<p>Jon Pike is a journalist and took the pictures.</p>",
    ),
    written(
        "an account of a network is nobody",
        "",
        head="<meta name='twitter:creator' content='@capepost'>",
    ),
    written(
        "quoted persons are nobody's byline", "<p>Harbour master Jon Pike says it is fine.</p>"
    ),
    written(
        "comments are nobody's byline",
        "",
        below="<section id='comments'><h3>Comments</h3><div class='comment'><b class='fn'>Jon Pike</b> <time datetime='2021-03-09'>9 March</time> Nice.</div></section>",
    ),
)
STAMPS = (
    published(
        "a list of terms", "<dl><dt>Date</dt><dd>9 March 2021</dd><dt>Topic</dt><dd>Coast</dd></dl>"
    ),
    published(
        "two terms, updated first",
        "<dl><dt>Last updated</dt><dd>12 March 2021</dd><dt>Published</dt><dd>9 March 2021</dd></dl>",
    ),
    published(
        "time element with words for machines", "<time datetime='March 9, 2021'>last week</time>"
    ),
    published("time element without its attribute", "<time>9 Mar 2021</time>"),
    published("weekday and day in a heading", "<h4>Tuesday, 9 March 2021</h4>"),
    published("place and day at the end", "", below="<p>Larkmouth, 9 March 2021</p>"),
    published(
        "a wire's line",
        "<p>LARKMOUTH, March 9, 2021 /Wire/ -- The board has sold the lighthouse to the man who kept it.</p>",
    ),
    published(
        "a question asked",
        "<div>Asked <time datetime='2021-03-09T08:00:00'>3 years ago</time></div><div>Modified <time datetime='2022-01-02'>2 years ago</time></div>",
    ),
    published("submitted on", "<div>[Submitted on 9 Mar 2021]</div>"),
    published(
        "only the change is known",
        "",
        None,
        head="<meta property='og:updated_time' content='2021-03-09T08:00:00Z'>",
    ),
    published(
        "stamp with a blank and UTC",
        "",
        head="<meta property='article:published_time' content='2021-03-09 08:00:00 UTC'>",
    ),
    published(
        "stamp with thousandths and a bare zone",
        "",
        head="<meta property='article:published_time' content='2021-03-09T08:00:00.000+0000'>",
    ),
    published(
        "JSON-LD in words", "", head=data('{"@type":"Article","datePublished":"March 9, 2021"}')
    ),
    published(
        "JSON-LD in the form of mail",
        "",
        head=data('{"@type":"Article","datePublished":"Tue, 09 Mar 2021 08:00:00 +0000"}'),
    ),
    published(
        "JSON-LD with a blank",
        "",
        head=data('{"@type":"Article","datePublished":"2021-03-09 08:00:00"}'),
    ),
    published(
        "JSON-LD with hours of twelve",
        "",
        head=data('{"@type":"Article","datePublished":"2021-03-09 8:00 AM"}'),
    ),
    published(
        "JSON-LD of a recipe",
        "",
        head=data('{"@type":["Recipe"],"datePublished":"2021-03-09T08:00:00+00:00"}'),
    ),
    published(
        "JSON-LD in a list in a graph",
        "",
        head=data(
            '[{"@graph":[{"@type":"WebSite"},{"@type":"TechArticle","datePublished":"2021-03-09"}]}]'
        ),
    ),
    published(
        "JSON-LD with an empty day, and the day shown",
        "<p>9 March 2021</p>",
        head=data('{"@type":"Article","datePublished":""}'),
    ),
    published("reading time, bullet, day", "<div>5 min read • Mar 9, 2021</div>"),
    published("day, bullet, views", "<div>Mar 9, 2021 • 1,204 views • 12 comments</div>"),
    published("day and hour in brackets", "<p>Coast (09/03/2021 08:15)</p>", lang="en-GB"),
    published("American numbers", "<p>3/9/2021 8:15 AM</p>", lang="en-US"),
    published(
        "range of days of a fair", "<p>The fair runs from March 9, 2021 to March 12, 2021</p>", None
    ),
    published("a page of law in force since", "<p>Effective since March 9, 2021</p>", None),
)
ROUND_SIX = (*BYLINES, *STAMPS)

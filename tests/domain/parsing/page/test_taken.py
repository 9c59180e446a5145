import pytest

from tests.domain.parsing.page.reading import article_of

URL = "https://fenpost.example/eels"
STORY = "".join(f"<p>{'The eels came up the river at night. ' * 4}</p>" for _ in range(3))
BASED = "https://heronbeat.com/eels"


def origin_of(head: str, lines: str = "") -> tuple[str, str] | None:
    html = f"<head><title>Eels</title>{head}</head><body><h1>Eels</h1>{lines}<article>{STORY}"
    origin = article_of(html, URL).origin
    return None if origin is None else (origin.name, origin.evidence[0].kind)


def script(article: str) -> str:
    return f'<script type="application/ld+json">{article}</script>'


@pytest.mark.parametrize(
    "head",
    [
        f'<meta name="original-source" content="{BASED}">',
        f'<meta name="syndication-source" content="{BASED}">',
        script(f'{{"@type": "NewsArticle", "headline": "Eels", "isBasedOn": "{BASED}"}}'),
        script(
            f'{{"@type": "NewsArticle", "isBasedOn": {{"@type": "NewsArticle", "url": "{BASED}"}}}}'
        ),
    ],
)
def test_what_the_head_calls_its_source_is_the_origin(head: str) -> None:
    assert origin_of(head) == ("heronbeat.com", "structured_data")


@pytest.mark.parametrize(
    "head",
    [
        f'<meta name="original-source" content="{URL}">',
        '<meta name="original-source" content="the minister">',
        script(
            f'{{"@type": "NewsArticle", "isBasedOn": {{"@type": "Dataset", "url": "{BASED}"}}}}'
        ),
    ],
)
def test_the_page_itself_words_and_data_are_no_origin(head: str) -> None:
    assert origin_of(head) is None


def provided(name: str, url: str, field: str = "provider") -> str:
    work = f'{{"@type": "Organization", "name": "{name}", "url": "{url}"}}'
    return script(f'{{"@type": "NewsArticle", "headline": "Eels", "{field}": {work}}}')


@pytest.mark.parametrize("field", ["provider", "sourceOrganization"])
def test_the_outlet_that_provides_a_portal_with_the_article_is_the_origin(field: str) -> None:
    head = provided("The Heron Herald", "https://www.heronherald.com/", field)
    assert origin_of(head) == ("The Heron Herald", "structured_data")


@pytest.mark.parametrize(
    "head",
    [
        provided("Fen Cloud", "https://fencloud.com/"),
        provided("The Fen Post", "https://www.fenpost.example/"),
        script('{"@type": "NewsArticle", "provider": {"name": "The Heron Herald"}}'),
    ],
)
def test_a_workshop_the_site_itself_and_a_bare_name_provide_no_origin(head: str) -> None:
    assert origin_of(head) is None


def test_the_byline_under_the_headline_tells_the_origin_though_the_text_lacks_it() -> None:
    byline = "<div>By Ada Fenwick | The Heron Herald March 3, 2026</div>"
    assert origin_of("", byline) == ("The Heron Herald", "byline")


def test_a_note_under_the_headline_tells_the_origin_though_the_text_lacks_it() -> None:
    note = "<div>This story originally appeared in The Guardian.</div>"
    assert origin_of("", note) == ("The Guardian", "attribution_tail")


def test_a_caption_that_credits_an_agency_is_no_dateline() -> None:
    assert origin_of("", "<div>A ferry leaves the harbour on Aug. 31, 2019. (AP)</div>") is None

"""Pages as the parser and the stage read them."""

from datetime import UTC, datetime

from schemas.article import Article
from schemas.raw_post import HtmlPage
from workers.domain.article import assemble
from workers.domain.parsing.page.parse import parse_page

ARRIVED = datetime(2026, 2, 25, 12, 30, tzinfo=UTC)


def article_of(html: str, url: str = "") -> Article:
    """The article on a page that was found at `url`; empty for a page that came bare."""
    page = HtmlPage(kind="html_page", html=html, url=url)
    return assemble(parse_page(page, "/html"), "raw-posts/0/0", ARRIVED)


def rules_of(article: Article, field: str) -> list[str]:
    """The rules that claim a field."""
    return [claim.rule for claim in article.claims if claim.field == field]


def day_of(article: Article) -> str | None:
    """The day of publication as a reader would write it down."""
    if article.published_at is not None:
        return article.published_at.date().isoformat()
    days = (
        claim.wall_time[:10]
        for claim in article.date_claims
        if claim.role == "published" and claim.wall_time
    )
    return next(days, None)

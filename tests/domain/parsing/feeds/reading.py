"""Invented feeds, read to their end."""

from datetime import UTC, datetime

from schemas.article import Article
from workers.domain.article import assemble
from workers.domain.parsing.feeds.entry_post import parse_entry
from workers.domain.parsing.feeds.feed import Feed
from workers.domain.parsing.feeds.xml_feed import read_xml_feed
from workers.domain.parsing.post import ParsedPost

ARRIVED = datetime(2026, 3, 10, tzinfo=UTC)
SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"'
    ' xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"'
)


def rss(item: str, channel: str = "") -> bytes:
    head = channel or (
        "<title>The Fen Herald</title><link>https://fenherald.example/</link>"
        "<language>en-gb</language>"
    )
    return (
        f'<rss version="2.0" {SPACES}><channel>{head}<item>{item}</item></channel></rss>'.encode()
    )


def atom(entry: str, feed: str = "", attributes: str = "") -> bytes:
    head = feed or (
        "<title>The Fen Herald</title><id>tag:fenherald.example,2026:feed</id>"
        '<link href="https://fenherald.example/"/>'
    )
    body = f"{head}<entry>{entry}</entry>"
    return f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}>{body}</feed>'.encode()


def first(feed: bytes | Feed) -> ParsedPost:
    read = read_xml_feed(feed) if isinstance(feed, bytes) else feed
    return parse_entry(read.entry(0), read.facts)


def article(feed: bytes | Feed) -> Article:
    return assemble(first(feed), "raw-posts/0/0#0", ARRIVED)


def rules(post: ParsedPost | Article, field: str) -> list[str]:
    return [claim.rule for claim in post.claims if claim.field == field]

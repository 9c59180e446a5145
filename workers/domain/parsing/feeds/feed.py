"""A feed of any form, and what one of its entries is to the rest of the line."""

from dataclasses import dataclass

from workers.domain.parsing.feeds.entry import Entry, FeedFacts
from workers.domain.parsing.feeds.json_feed import JsonFeed
from workers.domain.parsing.feeds.xml_feed import XmlFeed

Feed = XmlFeed | JsonFeed
"""A document with entries: `len()` of it, `entry(index)`, and `letter(index)`, its own bytes."""


@dataclass(frozen=True, slots=True)
class FeedPost:
    """One entry, with what its feed says of itself."""

    entry: Entry
    feed: FeedFacts


def post_of(feed: Feed, index: int) -> FeedPost:
    """The entry of this number."""
    return FeedPost(feed.entry(index), feed.facts)

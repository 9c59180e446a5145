"""Prints every article that was first published by one outlet, whoever carries it."""

import logging
import os

from faststream import FastStream
from faststream.kafka import KafkaBroker
from pydantic import BaseModel

OUTLET = os.environ.get("OUTLET", "harbour-post.example")


class Origin(BaseModel):
    """The publisher a text was first published by."""

    name: str
    domain: str | None


class Article(BaseModel):
    """The few fields that we need; pydantic leaves the others alone."""

    article_id: str
    title: str | None
    origin: Origin | None


class EnrichedArticle(BaseModel):
    """The value of `enriched-articles`."""

    article: Article


class Followed(BaseModel):
    """One line that we print."""

    article_id: str
    title: str | None
    outlet: str


broker = KafkaBroker(os.environ["BROKER"], log_level=logging.DEBUG)  # only errors are shown
app = FastStream(broker)


@broker.subscriber(
    "enriched-articles",
    group_id="kit-faststream",
    auto_offset_reset="earliest",
    isolation_level="read_committed",
)
async def follow(enriched: EnrichedArticle) -> None:
    """Prints the article when its origin is the outlet that we follow."""
    article = enriched.article
    if article.origin and article.origin.domain == OUTLET:
        line = Followed(
            article_id=article.article_id, title=article.title, outlet=article.origin.name
        )
        print(line.model_dump_json(), flush=True)

"""Our own line on the broker: real workers make records of the shipped raw posts."""

import asyncio
import html
import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from pydantic import JsonValue

from schemas.topics import ENRICHED_ARTICLES, RAW_POSTS, STORY_ARTICLES
from tests.broker.running import RunningBroker
from tests.chaos.line import LineUnderTest
from tests.chaos.posts import RawRecord
from tests.delivery.reading import Seen, read_committed
from tests.schemas.line import Line
from tests.schemas.many import examples
from workers.stages.outcome import Record

from .feed import INVENTED, TOPICS, Message
from .invented_articles import OUTLETS, invented_article

STAGES = ("normalize", "enrich", "stories")
"""The workers that write what the kits read."""
COUNTED = (ENRICHED_ARTICLES, STORY_ARTICLES)
"""Topics with one record for each article that names its source, or a tombstone that does."""
INVENTED_POSTS = 120
PATIENCE_SECONDS = 90.0


class LineTooSlow(Exception):
    """The workers did not write what the pure stages say they should; tells what they wrote."""


async def run_line(broker: RunningBroker) -> tuple[Message, ...]:
    """What the workers wrote for the kits, read back with another client."""
    with tempfile.TemporaryDirectory() as folder:
        line = LineUnderTest(broker, Path(folder), line="real")
        sent = list(_raw_records())
        await line.publish(sent)
        for stage in STAGES:
            line.start(stage)
        try:
            seen = await _written(broker, expected(sent))
        finally:
            await asyncio.to_thread(line.stop)
    return tuple(
        Message(one.topic, one.key or b"", one.value, tuple((n, v or b"") for n, v in one.headers))
        for one in seen
    )


def expected(sent: list[RawRecord]) -> Counter[str]:
    """How many records that name their source each counted topic gets, by the pure line."""
    line, wanted = Line(), {topic.name for topic in COUNTED}
    counts: Counter[str] = Counter()
    for raw in sent:
        record = Record(RAW_POSTS.name, 0, raw.number, raw.key, raw.value, (), raw.timestamp_ms)
        answers = line.written(record, datetime.now(UTC)).answers
        counts.update(topic for topic in answers if topic in wanted)
    return counts


def _raw_records() -> Iterator[RawRecord]:
    """Every shipped raw post, and invented ones: half of them carry another outlet's text."""
    now_ms = int(time.time() * 1_000)
    invented = (json.dumps(_wordpress_post(number)).encode() for number in range(INVENTED_POSTS))
    for number, value in enumerate((*examples(RAW_POSTS.name), *invented)):
        yield RawRecord(number, b"raw-%d" % number, value, (), now_ms, poisoned=False)


def _wordpress_post(number: int) -> dict[str, JsonValue]:
    article = invented_article(number).article
    link = f"https://{OUTLETS[-1][1]}/{number}/"
    name, domain = OUTLETS[number // 2 % (len(OUTLETS) - 1)]
    paragraphs = "".join(f"<p>{html.escape(text)}</p>" for text in article.text.split("\n\n"))
    tail = (
        f'<p>The post <a href="https://{domain}/{number}/">{html.escape(article.title or "")}</a> '
        f'appeared first on <a href="https://{domain}">{name}</a>.</p>'
    )
    return {
        "id": number,
        "date_gmt": "2026-03-01T08:30:00",
        "modified_gmt": "2026-03-01T08:30:00",
        "link": link,
        "type": "post",
        "status": "publish",
        "title": {"rendered": html.escape(article.title or "")},
        "content": {"rendered": paragraphs + (tail if number % 2 else ""), "protected": False},
        "_links": {"self": [{"href": f"{link}wp-json/wp/v2/posts/{number}"}]},
    }


async def _written(broker: RunningBroker, counts: Counter[str]) -> list[Seen]:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        topics = [topic.name for topic in TOPICS]
        every = await asyncio.to_thread(read_committed, broker.bootstrap, topics)
        seen = [one for one in every if one.header("ce_source") != INVENTED.encode()]
        answers = Counter(one.topic for one in seen if one.is_answer and one.topic in counts)
        if answers == counts:
            return seen
        if time.monotonic() > deadline:
            raise LineTooSlow(f"{answers} of {counts}")
        await asyncio.sleep(0.5)

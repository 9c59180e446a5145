"""One kit against a broker: its answer, and the answer it should give."""

import asyncio
import json
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from tests.broker.running import RunningBroker
from tests.chaos.line import LineUnderTest

from .environments import InstallFailed, installed
from .feed import Feed, invented_feed
from .kits import Kit, Rows
from .line import run_line
from .publishing import publish
from .running import in_order, run

SHOWN = 6
"""Rows of each side that an explanation shows."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one kit did."""

    kit: Kit
    install_seconds: float
    run_seconds: float
    rows: int
    explanation: str | None
    """What was different, or why it failed; None when all is as it should be."""

    @property
    def ok(self) -> bool:
        return self.explanation is None

    @property
    def word(self) -> str:
        return "ok" if self.ok else "different"


def serve(broker: RunningBroker) -> Feed:
    """Everything that a kit reads: the topics are made, the invented feed is put on them, and our
    own workers write what becomes of the shipped raw posts.
    """
    return asyncio.run(_serve(broker))


async def _serve(broker: RunningBroker) -> Feed:
    feed = invented_feed()
    with tempfile.TemporaryDirectory() as folder:
        await LineUnderTest(broker, Path(folder)).make_topics()
    await publish(broker.bootstrap, feed)
    return replace(feed, second=(*feed.second, *await run_line(broker)))


def compare(kit: Kit, bootstrap: str, feed: Feed) -> Verdict:
    """What the kit says about the feed that stands on this broker, judged."""
    try:
        environment = installed(kit)
    except InstallFailed as error:
        return Verdict(kit, 0, 0, 0, str(error))
    expected = in_order(kit.expected(feed.committed))
    answer = run(kit, environment, bootstrap, expected)
    explanation = answer.failure
    if explanation is None and answer.rows != expected:
        explanation = _difference(expected, answer.rows)
    return Verdict(kit, environment.cold_seconds, answer.seconds, len(answer.rows), explanation)


def _difference(expected: Rows, got: Rows) -> str:
    wanted, seen = (
        [json.dumps(row, ensure_ascii=False) for row in rows] for rows in (expected, got)
    )
    absent = [line for line in wanted if line not in seen]
    surplus = [line for line in seen if line not in wanted]
    return "\n".join(
        [
            f"{len(expected)} rows expected, {len(got)} seen",
            *(f"  missing  {line}" for line in absent[:SHOWN]),
            *(f"  too many {line}" for line in surplus[:SHOWN]),
        ]
    )

"""One run: publish, strike, wait until the line has mended, and count at the end."""

import asyncio
import contextlib
import random
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.broker.running import ApacheKafka, EmbeddedBrokerProcess, RunningBroker
from tests.postgres.server import PostgresServer

from .counter import count
from .databases import Database, PostgresDatabase, SqliteFile
from .faults import FAULTS, Scene
from .line import LineUnderTest
from .plan import Plan, Result, Struck
from .posts import RawRecord, article_of, raw_record, title_of
from .uninterrupted import differences
from .volume import Volume

STAGES = ("normalize", "enrich", "stories", "sink")
SUPERVISE_SECONDS = 0.25
PAUSE_SECONDS = 0.15
"""Between a few posts and a few more: 60 of them take two seconds, full of work."""
INTO_THE_WORK_SECONDS = (0.2, 1.8)
AFTER_THE_LAST_SECONDS = (0.0, 0.6)
STREAM_MS = 1_000_000
"""So many posts before now the stream began, a millisecond each: no stamp is of the future."""
HASTE = 0.2
"""How many faults come while the one before is still mending."""


@dataclass
class _Run:
    plan: Plan
    scene: Scene
    say: Callable[[str], None]
    began_ms: int
    sent: list[RawRecord] = field(default_factory=list)
    struck: list[Struck] = field(default_factory=list)

    @property
    def line(self) -> LineUnderTest:
        return self.scene.line

    async def work(self) -> None:
        """Everything that the plan says, until the last post is a row and has its story."""
        await self.publish(self.plan.posts)
        await self.mended()
        for name in self.plan.deal(self.scene.chance):
            await self.strike(name)
        await self.mended()
        await self.line.wait_for_stories(self.plan.patience_seconds)

    async def publish(self, posts: int, pause_seconds: float = 0.0) -> None:
        """The next posts of the stream."""
        first = len(self.sent)
        fresh = [raw_record(number, self.began_ms) for number in range(first, first + posts)]
        self.sent += fresh
        await self.line.publish(fresh, pause_seconds)

    async def strike(self, name: str) -> None:
        """The fault, in the middle of work, while posts arrive as long as the broker takes them."""
        fault, chance = FAULTS[name], self.scene.chance
        before, began = len(self.line.exits), time.monotonic()
        if fault.takes_broker:
            half = self.plan.posts // 2
            await self.publish(half, PAUSE_SECONDS)
            await asyncio.sleep(chance.uniform(*AFTER_THE_LAST_SECONDS))
            await fault.strike(self.scene)
            await self.publish(self.plan.posts - half, PAUSE_SECONDS)
        else:
            publishing = asyncio.create_task(self.publish(self.plan.posts, PAUSE_SECONDS))
            await asyncio.sleep(chance.uniform(*INTO_THE_WORK_SECONDS))
            await fault.strike(self.scene)
            await publishing
        hasty = chance.random() < HASTE
        mended = None if hasty else await self.mended()
        exits = tuple(self.line.exits[before:])
        self.struck.append(Struck(name, mended, not hasty and mended is None, exits))
        self.say(_told(len(self.struck), self.struck[-1], time.monotonic() - began))
        await self._fewer()

    async def mended(self) -> float | None:
        """Seconds until every article's last version so far is a row and has its story; or None."""
        began = time.monotonic()
        wanted = self._last_titles()
        while time.monotonic() - began < self.plan.patience_seconds:
            if await asyncio.to_thread(self._are_rows, wanted):
                return time.monotonic() - began
            await asyncio.sleep(SUPERVISE_SECONDS)
        return None

    def _are_rows(self, titles: set[str]) -> bool:
        ask = self.line.store.ask
        stored = {title for (title,) in ask("select title from articles")}
        if not titles <= stored:
            return False
        placed = ask("select count(*) from story_articles")
        return bool(placed) and int(placed[0][0]) >= len(titles)

    def _last_titles(self) -> set[str]:
        good = [record.number for record in self.sent if not record.poisoned]
        return {title_of(number) for number in {article_of(n): n for n in good}.values()}

    async def _fewer(self) -> None:
        """As many workers a stage as the plan says, whatever a fault has added."""
        for name in list(self.line.workers):
            if int(name.rpartition("-")[2]) >= self.plan.copies:
                await asyncio.to_thread(self.line.retire, name)


def _told(number: int, struck: Struck, seconds: float) -> str:
    mended = "in haste"
    if struck.mended_seconds is not None:
        mended = f"mended in {struck.mended_seconds:.1f} s"
    elif struck.gave_up:
        mended = "NOT MENDED in time"
    exits = f", exits {list(struck.exits)}" if struck.exits else ""
    return f"{number:>4} {struck.fault:<16} {seconds:5.1f} s, {mended}{exits}"


async def chaos(plan: Plan, folder: Path, say: Callable[[str], None] = lambda _: None) -> Result:
    """Runs the plan in a folder and counts; `say` hears of each fault when it is over."""
    chance = random.Random(plan.seed)
    broker = _broker(plan, folder)
    with _database(plan, folder) as store:
        line = LineUnderTest(broker, folder, "real", store)
        scene = Scene(line, broker, chance, STAGES, plan.copies, plan.outage_seconds)
        run = _Run(plan, scene, say, int(time.time() * 1000) - STREAM_MS)
        began = time.monotonic()
        try:
            await asyncio.to_thread(broker.start)
            await line.make_topics()
            for stage in STAGES:
                for slot in range(plan.copies):
                    line.start(stage, slot)
            async with _supervised(line):
                await run.work()
            seconds = time.monotonic() - began
            exits = line.stop()
            steps = await count(broker.bootstrap, store, run.sent, real=True)
            steps[-1].wrong += await differences(broker.bootstrap)
            audit_holds, audit = await asyncio.to_thread(line.audited)
        finally:
            line.stop()
            broker.stop()
    return Result(plan, run.struck, steps, seconds, exits, audit_holds, audit)


def _broker(plan: Plan, folder: Path) -> RunningBroker:
    if plan.broker == "kafka":
        return ApacheKafka(folder / "broker")
    return EmbeddedBrokerProcess(folder / "broker")


@contextlib.contextmanager
def _database(plan: Plan, folder: Path) -> Iterator[Database]:
    if plan.database == "postgresql":
        # in its own folder: the server runs under another name than we do
        with PostgresServer() as server, Volume(server.folder / "volume") as volume:
            yield PostgresDatabase(server, volume)
    else:
        with Volume(folder / "volume") as volume:
            desk = volume.folder / "desk"
            desk.mkdir()
            yield SqliteFile(desk / "articles.db", volume)


@contextlib.asynccontextmanager
async def _supervised(line: LineUnderTest) -> AsyncIterator[None]:
    """Starts again whoever ends, while the block runs."""

    async def keep() -> None:
        while True:
            line.start_again()
            await asyncio.sleep(SUPERVISE_SECONDS)

    keeping = asyncio.create_task(keep())
    try:
        yield
    finally:
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)

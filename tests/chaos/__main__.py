"""Kill, count, tell: `python -m tests.chaos --broker kafka --posts 20000 --kills 10 --seed 1`."""

import argparse
import asyncio
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from tests.broker.running import ApacheKafka, EmbeddedBrokerProcess, RunningBroker

from .counter import Step, count
from .line import Line, LineUnderTest
from .posts import raw_record
from .uninterrupted import differences

Fault = Literal["kill", "freeze", "term", "broker"]
STAGES = {
    "real": ("normalize", "enrich", "stories", "sink"),
    "trivial": ("normalize", "enrich", "sink"),
}
FREEZE_SECONDS = (7.0, 10.0)  # the session timeout under test is 6


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done to the line."""

    broker: Literal["embedded", "kafka"]
    posts: int
    kills: int
    seed: int
    line: Line = "real"
    copies: int = 1
    faults: tuple[Fault, ...] = ("kill",)
    within_seconds: float = 120.0


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it."""

    plan: Plan
    steps: list[Step]
    faults: dict[str, int]
    seconds: float
    exits: dict[str, int]
    audit_holds: bool
    audit: str
    """What `copydesk audit` printed."""

    @property
    def clean(self) -> bool:
        return self.audit_holds and all(step.clean for step in self.steps)


async def chaos(plan: Plan, folder: Path) -> Result:
    """Runs the plan in a folder and counts."""
    chance = random.Random(plan.seed)
    broker = _broker(plan, folder)
    broker.start()
    line = LineUnderTest(broker, folder, plan.line)
    began = time.monotonic()
    done: dict[str, int] = {}
    try:
        await line.make_topics()
        began_ms = int(time.time() * 1000) - plan.posts
        sent = [raw_record(number, began_ms) for number in range(plan.posts)]
        for stage in STAGES[plan.line]:
            for slot in range(plan.copies):
                line.start(stage, slot)
        portion = -(-plan.posts // (plan.kills + 1))
        for first in range(0, plan.posts, portion):
            await line.publish(sent[first : first + portion])
            await asyncio.sleep(chance.uniform(0.3, 3.0))
            if sum(done.values()) < plan.kills:
                fault = chance.choice(plan.faults)
                await _strike(fault, line, broker, chance)
                done[fault] = done.get(fault, 0) + 1
            line.start_again()
        good = sum(not record.poisoned for record in sent)
        await asyncio.to_thread(line.wait_for_rows, good, plan.within_seconds)
        if plan.line == "real":
            await line.wait_for_stories(plan.within_seconds)
        seconds = time.monotonic() - began
        exits = line.stop()
        steps = await count(broker.bootstrap, line.database, sent, stories=plan.line == "real")
        if plan.line == "real":
            steps[-1].wrong += await differences(broker.bootstrap)
        audit_holds, audit = await asyncio.to_thread(line.audited)
    finally:
        line.stop()
        broker.stop()
    return Result(plan, steps, done, seconds, exits, audit_holds, audit)


def _broker(plan: Plan, folder: Path) -> RunningBroker:
    if plan.broker == "kafka":
        return ApacheKafka(folder / "broker")
    return EmbeddedBrokerProcess(folder / "broker")


async def _strike(
    fault: Fault, line: LineUnderTest, broker: RunningBroker, chance: random.Random
) -> None:
    worker = chance.choice(list(line.workers.values()))
    match fault:
        case "kill":
            worker.kill()
        case "term":
            worker.signal(signal.SIGTERM)
        case "freeze":
            worker.signal(signal.SIGSTOP)
            await asyncio.sleep(chance.uniform(*FREEZE_SECONDS))
            worker.signal(signal.SIGCONT)
        case "broker":
            broker.kill()
            await asyncio.sleep(chance.uniform(0.2, 1.5))
            broker.start()


def table(result: Result) -> str:
    """The result for a person."""
    plan = result.plan
    faults = ", ".join(f"{times} × {fault}" for fault, times in result.faults.items()) or "none"
    lines = [
        f"{plan.broker}: {plan.posts} posts, faults: {faults}",
        f"seed {plan.seed}, {plan.copies} worker(s) a stage, {result.seconds:.0f} s",
        "\nindependent count",
        f"{'stage':<12}{'in':>8}{'out':>8}{'lost':>8}{'doubled':>9}{'wrong':>8}",
    ]
    for step in result.steps:
        lines.append(
            f"{step.name:<12}{step.went_in:>8}{step.came_out.total():>8}"
            f"{len(step.lost):>8}{len(step.doubled):>9}{len(step.wrong):>8}"
        )
        for word, names in (("lost", step.lost), ("doubled", step.doubled), ("wrong", step.wrong)):
            if names:
                lines.append(f"  {word}: {', '.join(names[:10])}")
    lines.append(f"exit codes on SIGTERM: {sorted(result.exits.values())}")
    lines.append(f"\ncopydesk audit\n{result.audit}")
    return "\n".join(lines)


def main() -> int:
    """1 when anything was lost, doubled or wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--broker", choices=("embedded", "kafka"), default="embedded")
    parser.add_argument("--posts", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--line", choices=get_args(Line), default="real")
    parser.add_argument("--copies", type=int, default=1, help="workers of each stage")
    parser.add_argument("--faults", nargs="+", choices=get_args(Fault), default=["kill"])
    parser.add_argument("--keep", action="store_true", help="keep logs and data")
    chosen = parser.parse_args()
    keep = chosen.keep
    del chosen.keep
    chosen.faults = tuple(chosen.faults)
    # ended from outside, it takes its broker and its workers along
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    folder = Path(tempfile.mkdtemp(prefix="copydesk-chaos-"))
    result = asyncio.run(chaos(Plan(**vars(chosen)), folder))
    print(table(result))
    if keep or not result.clean:
        print(f"logs and data: {folder}")
    return 0 if result.clean else 1


if __name__ == "__main__":
    sys.exit(main())

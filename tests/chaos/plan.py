"""What is done to the line, and what came of it."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from .counter import Step

Broker = Literal["embedded", "kafka"]
DatabaseName = Literal["sqlite", "postgresql"]


@dataclass(frozen=True, slots=True)
class Plan:
    """One run: everything random in it comes from the seed."""

    broker: Broker
    faults: tuple[str, ...]
    times: int
    """How many faults."""
    seed: int
    database: DatabaseName = "sqlite"
    posts: int = 60
    """Posts a fault."""
    copies: int = 1
    """Workers of each stage."""
    outage_seconds: float = 90.0
    patience_seconds: float = 120.0

    def deal(self, chance: random.Random) -> Iterator[str]:
        """The faults in their order: each kind as often as the others, give or take one."""
        dealt: list[str] = []
        while len(dealt) < self.times:
            hand = list(self.faults)
            chance.shuffle(hand)
            dealt += hand
        yield from dealt[: self.times]

    def turn_of(self, number: int) -> int:
        """The fault around which a post was sent: those before the first count as the first's."""
        return max(number // self.posts - 1, 0)


@dataclass(frozen=True, slots=True)
class Struck:
    """One fault, and how the line took it."""

    fault: str
    mended_seconds: float | None
    """From when it was over and its posts were sent until each of them was a row and had its story;
    None when the next fault came before that."""
    gave_up: bool
    """Not every post was a row in time."""
    exits: tuple[int, ...]
    """How workers ended meanwhile that nobody had killed or told to."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a plan."""

    plan: Plan
    struck: list[Struck]
    steps: list[Step]
    seconds: float
    exits: dict[str, int]
    """How each worker ended when it was told to, at the end."""
    audit_holds: bool
    audit: str
    """What `copydesk audit` printed."""

    @property
    def clean(self) -> bool:
        return self.audit_holds and all(step.clean for step in self.steps)

    def of(self, fault: str) -> "Toll":
        """What one kind of fault has cost."""
        toll = Toll()
        for turn, struck in enumerate(self.struck):
            if struck.fault != fault:
                continue
            toll.times += 1
            toll.exits.update(struck.exits)
            toll.stuck += struck.gave_up
            if struck.mended_seconds is not None:
                toll.mended.append(struck.mended_seconds)
            for step in self.steps:
                toll.lost += self._within(step, step.lost, turn)
                toll.doubled += self._within(step, step.doubled, turn)
                toll.wrong += self._within(step, step.wrong + step.disordered, turn)
        return toll

    def _within(self, step: Step, names: list[str], turn: int) -> int:
        """How many of these were sent around that fault."""
        return sum(
            name in step.numbers and self.plan.turn_of(step.numbers[name]) == turn for name in names
        )


@dataclass(slots=True)
class Toll:
    """What a kind of fault has cost, over all runs."""

    times: int = 0
    lost: int = 0
    doubled: int = 0
    wrong: int = 0
    stuck: int = 0
    mended: list[float] = field(default_factory=list)
    exits: Counter[int] = field(default_factory=Counter)

    def add(self, other: "Toll") -> None:
        self.times += other.times
        self.lost += other.lost
        self.doubled += other.doubled
        self.wrong += other.wrong
        self.stuck += other.stuck
        self.mended += other.mended
        self.exits += other.exits

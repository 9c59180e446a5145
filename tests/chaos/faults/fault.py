"""What a fault is, and what it may lay hands on."""

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.broker.running import RunningBroker
from tests.chaos.line import LineUnderTest


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a fault may injure."""

    line: LineUnderTest
    broker: RunningBroker
    chance: random.Random
    stages: tuple[str, ...]
    copies: int
    outage_seconds: float


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of injury."""

    name: str
    what: str
    """For the table."""
    strike: Callable[[Scene], Awaitable[None]]
    """Returns when the cause is over; the line may still be mending."""
    takes_broker: bool = False
    """Whether nothing can be published meanwhile."""
    needs_disk: bool = False
    """Whether the database must lie on a file system of its own."""

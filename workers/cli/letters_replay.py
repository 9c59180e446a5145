"""Putting dead letters back, or trying what would become of them: what a call sees of it."""

import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import click
from pydantic import JsonValue

from schemas.codec import encode_json
from workers.adapters.kafka.letters import Marks, read_letters, read_marks
from workers.adapters.kafka.replayer import Replayer
from workers.cli.letters_chosen import Chosen
from workers.cli.letters_trial import Trial, Trials
from workers.cli.output import console, json_line, on_terminal, say
from workers.cli.stopping import told_to_stop
from workers.cli.wording import plural, printable
from workers.domain.letters.letter import Letter
from workers.settings import Settings

CHUNK_LETTERS = 200
CHUNK_BYTES = 4 << 20
"""The most of one transaction: enough that its 75 ms are little, short enough to be stopped."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which letters to put back."""

    chosen: Chosen
    again: bool
    parked: bool
    limit: int | None


@dataclass(slots=True)
class Told:
    """What was done, and what was left alone."""

    done: Counter[str] = field(default_factory=Counter)
    """Letters by the topic that they were put back onto."""
    left: Counter[str] = field(default_factory=Counter)
    """Letters that were not, by their state."""

    def words(self, verb: str, seconds: float) -> str:
        """One line."""
        onto = " and ".join(f"{count:,} onto {topic}" for topic, count in sorted(self.done.items()))
        line = f"{verb} {plural(self.done.total(), 'letter')}"
        line += f" ({onto}) in {seconds:.1f} s" if onto else ""
        hints = {"replayed": "replayed before (--again)", "parked": "parked (--parked)"}
        kept = [f"{self.left[state]:,} {hint}" for state, hint in hints.items() if self.left[state]]
        return line + (f"; left alone: {', '.join(kept)}" if kept else "")


async def replay_letters(settings: Settings, wish: Wish, *, as_json: bool) -> None:
    """Puts the letters back, a transaction at a time, and says how many."""
    told, began, stop = Told(), time.monotonic(), told_to_stop()
    with progress_on_terminal("replaying") as progress:
        async with Replayer(settings.kafka, settings.transaction_timeout_seconds) as replayer:
            due = _due(settings, wish, replayer.marks, told)
            async for chunk in _chunks(due):
                if stop.is_set():
                    break
                await replayer.put_back(chunk)
                told.done.update(letter.topic for letter in chunk)
                progress(len(chunk))
    if as_json:
        by_topic: dict[str, JsonValue] = dict(told.done)
        left: dict[str, JsonValue] = dict(told.left)
        json_line(encode_json({"replayed": by_topic, "left_alone": left, "stopped": stop.is_set()}))
    else:
        say(("stopped: " if stop.is_set() else "") + told.words("replayed", _since(began)))


async def try_letters(settings: Settings, wish: Wish, *, as_json: bool) -> None:
    """Says what today's stages would make of each letter; writes nothing."""
    told, trials = Told(), Trials(settings)
    would: Counter[str] = Counter()
    marks = await read_marks(settings.kafka)
    async for letter in _due(settings, wish, marks, told):
        trial = trials.of(letter)
        would[trial.would] += 1
        if as_json:
            json_line(encode_json(_trial_json(letter, trial)))
        else:
            console().print(_trial_line(letter, trial), soft_wrap=True, markup=False)
    if as_json:
        return
    words = {"forward": "would go on", "bury": "would be buried again", "drop": "would be dropped"}
    parts = [f"{would[each]:,} {word}" for each, word in words.items() if would[each]]
    tried = plural(would.total(), "letter")
    say(f"{tried} tried, nothing written: {', '.join(parts)}" if parts else "no letters to replay")


async def _due(settings: Settings, wish: Wish, marks: Marks, told: Told) -> AsyncIterator[Letter]:
    """The letters to put back, in order; counts those that are left alone."""
    found = 0
    chosen = wish.chosen
    async for letter in read_letters(settings.kafka, chosen.topics, on_unseen=_warn):
        if not chosen.selection.takes(letter):
            continue
        replayed = marks.has(letter)
        if replayed and not wish.again:
            told.left["replayed"] += 1
        elif letter.state(replayed=False) == "parked" and not wish.parked:
            told.left["parked"] += 1
        else:
            found += 1
            yield letter
            if found == wish.limit:
                return


async def _chunks(letters: AsyncIterator[Letter]) -> AsyncIterator[list[Letter]]:
    chunk: list[Letter] = []
    size = 0
    async for letter in letters:
        chunk.append(letter)
        size += len(letter.value or b"") + len(letter.key or b"")
        if len(chunk) >= CHUNK_LETTERS or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _trial_line(letter: Letter, trial: Trial) -> str:
    match trial.would:
        case "forward":
            what = f"would go on ({plural(trial.goes_on, 'post')})"
        case "drop":
            what = "would be dropped"
        case _:
            what = f"would be buried again as {trial.reason}: {printable(trial.detail or '')}"
    return f"{letter.place}  {printable(letter.reason)}  {what}"


def _trial_json(letter: Letter, trial: Trial) -> JsonValue:
    return {
        "letter": letter.place,
        "source_record": letter.source,
        "buried_as": letter.reason,
        "would": trial.would,
        "reason": trial.reason,
        "detail": trial.detail,
    }


@contextmanager
def progress_on_terminal(word: str) -> Iterator[Callable[[int], None]]:
    """A count that grows where somebody watches, nothing elsewhere."""
    if not on_terminal():
        yield lambda _: None
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn(word),
        TextColumn("{task.completed:,.0f} letters"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console(), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda count: bar.update(task, advance=count)


def _since(began: float) -> float:
    return time.monotonic() - began


def _warn(unseen: object) -> None:
    click.echo(f"copydesk: warning: {unseen}", err=True)

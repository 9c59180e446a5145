"""`copydesk dead-letters`: look at what was buried, and put it back after a fix."""

import asyncio
import sys
from collections.abc import AsyncIterator

import click

from schemas.codec import encode_json
from schemas.topics import dead_letters_of
from workers.adapters.kafka.letters import read_letters, read_marks
from workers.adapters.kafka.reader import Unseen
from workers.cli.configuration import load_settings
from workers.cli.examples import examples
from workers.cli.failures import Failure, kafka_told_plainly
from workers.cli.letters_chosen import TOPICS, Chosen, choosing
from workers.cli.letters_numbers import Numbers
from workers.cli.letters_replay import Wish, replay_letters, try_letters
from workers.cli.letters_view import (
    Told,
    counted,
    letter_card,
    letter_json,
    letter_line,
)
from workers.cli.output import console, json_line, on_terminal, say
from workers.domain.letters.letter import LetterState
from workers.domain.letters.selection import Selection
from workers.settings import Settings


@click.group()
def command() -> None:
    """Look at what was buried and why, and put it back onto the line after a fix.

    A letter is waiting, replayed (put back once), or parked (it came back three times).
    """


@command.command(
    name="list",
    short_help="One line a letter.",
    epilog=examples(
        "copydesk dead-letters list --reason unreadable_date --since 2d",
        "copydesk dead-letters list --site example.com --where 'date_gmt'",
        "copydesk dead-letters list --state parked --json | jq .letter",
    ),
)
@choosing
@click.option("--state", "states", multiple=True,
              type=click.Choice(["waiting", "replayed", "parked"]), metavar="STATE",
              help="Only waiting, replayed or parked ones.")  # fmt: skip
@click.option("--limit", type=click.IntRange(min=1), help="End after so many.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a letter.")
def list_command(
    chosen: Chosen, states: tuple[LetterState, ...], limit: int | None, as_json: bool
) -> None:
    """The letters that are kept, one a line: place, time, reason, stage, site, detail."""
    settings = load_settings()

    async def work() -> None:
        shown: list[LetterState] = []
        async for letter, state in _told(settings, chosen):
            if states and state not in states:
                continue
            if as_json:
                json_line(encode_json(letter_json(letter, state)))
            elif on_terminal():
                console().print(
                    letter_line(letter, state), no_wrap=True, overflow="ellipsis", crop=True
                )
            else:
                console().print(letter_line(letter, state), soft_wrap=True)
            shown.append(state)
            if len(shown) == limit:
                break
        if not as_json:
            say(counted(shown))

    with kafka_told_plainly(settings):
        asyncio.run(work())


@command.command(
    short_help="One letter in full.",
    epilog=examples(
        "copydesk dead-letters show raw-posts-dlq/2/17",
        "copydesk dead-letters show raw-posts-dlq/2/17 --value | copydesk explain -",
    ),
)
@click.argument("name", metavar="LETTER")
@click.option("--value", "value_alone", is_flag=True, help="The buried value alone, its own bytes.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, the record in base64.")
def show(name: str, value_alone: bool, as_json: bool) -> None:
    """One letter in full: why, where from, and the record that was buried.

    LETTER is its place as `list` shows it, raw-posts-dlq/2/17; or the record's, raw-posts/2/4711.
    """
    settings = load_settings()
    with kafka_told_plainly(settings):
        letter, state = asyncio.run(_found(settings, name))
    if value_alone:
        sys.stdout.buffer.write(letter.value or b"")
    elif as_json:
        json_line(encode_json(letter_json(letter, state, whole=True)))
    else:
        console().print(letter_card(letter, state))


@command.command(
    name="stats",
    short_help="How many, of which kind, from where.",
    epilog=examples("copydesk dead-letters stats", "copydesk dead-letters stats --since 1h --json"),
)
@choosing
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def stats(chosen: Chosen, as_json: bool) -> None:
    """How many letters there are by topic, stage and reason, and which sites they came from."""
    settings = load_settings()
    numbers = Numbers()

    async def work() -> None:
        async for letter, state in _told(settings, chosen):
            numbers.add(letter, state)

    with kafka_told_plainly(settings):
        asyncio.run(work())
    if as_json:
        json_line(encode_json(numbers.json()))
    elif numbers.rows:
        console().print(numbers.table())
    else:
        say("no dead letters")


@command.command(
    name="replay",
    short_help="Put letters back onto their topic, each exactly once.",
    epilog=examples(
        "copydesk dead-letters replay --reason unreadable_date --dry-run",
        "copydesk dead-letters replay --reason unreadable_date --limit 10",
        "copydesk dead-letters replay --site example.com --since 2d",
    ),
)
@choosing
@click.option("--dry-run", is_flag=True, help="Say what today's stages would make of them.")
@click.option("--again", is_flag=True, help="Also those that were put back before.")
@click.option("--parked", is_flag=True, help="Also those that came back three times.")
@click.option("--limit", type=click.IntRange(min=1), help="End after so many.")
@click.option("--json", "as_json", is_flag=True, help="JSON for programs.")
def replay(
    chosen: Chosen, dry_run: bool, again: bool, parked: bool, limit: int | None, as_json: bool
) -> None:
    """Put letters back onto the topic that they came from, each exactly once.

    With its own key, value, headers and time; a header copydesk-replays counts. A letter is put
    back once, unless --again. It may be stopped or killed at any moment and called once more.
    """
    settings = load_settings()
    wish = Wish(chosen, again=again, parked=parked, limit=limit)
    with kafka_told_plainly(settings):
        if dry_run:
            asyncio.run(try_letters(settings, wish, as_json=as_json))
        else:
            asyncio.run(replay_letters(settings, wish, as_json=as_json))


async def _told(settings: Settings, chosen: Chosen) -> AsyncIterator[Told]:
    marks = await read_marks(settings.kafka)
    async for letter in read_letters(settings.kafka, chosen.topics, on_unseen=_warn):
        if chosen.selection.takes(letter):
            yield letter, letter.state(replayed=marks.has(letter))


async def _found(settings: Settings, name: str) -> Told:
    topic = name.partition("/")[0]
    topics = tuple(each for each in TOPICS if topic in (each, dead_letters_of(each).name))
    if not topics:
        known = f"{dead_letters_of(TOPICS[0]).name}/2/17"
        raise click.UsageError(f"got {name!r}, expected a letter such as {known}")
    found: Told | None = None
    async for letter, state in _told(settings, Chosen(topics, Selection())):
        if name in (letter.place, letter.source):
            found = letter, state
            if name == letter.place:
                break
    if found is None:
        raise Failure(f"there is no dead letter {name}; see: copydesk dead-letters list")
    return found


def _warn(unseen: Unseen) -> None:
    click.echo(f"copydesk: warning: {unseen}", err=True)

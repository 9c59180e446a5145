"""`copydesk stories`: which events are reported, by whom, and by how many on their own."""

import asyncio
from datetime import UTC, datetime

import click

from schemas.codec import encode
from schemas.story import Story
from schemas.topics import STORIES
from workers.adapters.kafka.reader import read_topic
from workers.cli.configuration import load_settings
from workers.cli.examples import examples
from workers.cli.failures import Failure, kafka_told_plainly
from workers.cli.output import console, json_line, on_terminal, say
from workers.cli.stopping import until_stopped
from workers.cli.told_stories import StoryTable, stories_now, told
from workers.settings import Settings

ROWS = 30


@click.group(
    invoke_without_command=True,
    epilog=examples(
        "copydesk stories",
        "copydesk stories --follow",
        "copydesk stories show c0aa9246",
        "copydesk stories --json | jq 'select(.independent_origins > 2) | .title'",
    ),
)
@click.option("-n", "count", type=click.IntRange(min=1), default=ROWS, show_default=True)
@click.option("--follow", is_flag=True, help="Keep the list true until Ctrl-C.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a story, all of them.")
@click.pass_context
def command(ctx: click.Context, count: int, follow: bool, as_json: bool) -> None:
    """The stories that live now, the latest first.

    A story is a cluster of articles about one event. Independent origins are those that did not
    merely copy another article of the story.
    """
    if ctx.invoked_subcommand is not None:
        return
    if follow and (as_json or not on_terminal()):
        raise click.UsageError("--follow needs a terminal; for programs: copydesk tail stories")
    settings = load_settings()
    with kafka_told_plainly(settings):
        if follow:
            asyncio.run(until_stopped(_follow(settings, count)))
            return
        living = asyncio.run(stories_now(settings.kafka)).living()
    if as_json:
        for story in living:
            json_line(encode(story))
    else:
        _list(living, count)


@command.command(epilog=examples("copydesk stories show c0aa9246"))
@click.argument("story_id", metavar="ID")
def show(story_id: str) -> None:
    """One story: its articles in order, who copied whom, and who said what.

    ID is a story's id or its beginning. One that was merged shows what it was merged into.
    """
    from workers.cli.story_view import story_view

    settings = load_settings()
    with kafka_told_plainly(settings):
        found = asyncio.run(stories_now(settings.kafka)).named(story_id)
        if len(found) != 1:
            raise Failure(_not_one(story_id, found))
        console().print(story_view(asyncio.run(told(settings.kafka, found[0]))))


def _list(living: list[Story], count: int) -> None:
    from workers.cli.story_view import stories_table

    if not living:
        say("no stories yet; they come with the first articles")
        return
    console().print(stories_table(living[:count], datetime.now(UTC)))
    if len(living) > count:
        say(f"and {len(living) - count:,} more; all of them: -n {len(living)}")


async def _follow(settings: Settings, count: int) -> None:
    from rich.live import Live

    from workers.cli.story_view import stories_table

    table = StoryTable()
    with Live(
        console=console(),
        get_renderable=lambda: stories_table(table.living()[:count], datetime.now(UTC)),
        refresh_per_second=1,
    ):
        async for record in read_topic(settings.kafka, STORIES.name, follow=True):
            table.take(record)


def _not_one(story_id: str, found: list[Story]) -> str:
    if not found:
        return f"no story's id begins with {story_id!r}; those that live: copydesk stories"
    ids = ", ".join(story.story_id for story in found[:5])
    return f"{len(found)} stories' ids begin with {story_id!r}: {ids}; give more of it"

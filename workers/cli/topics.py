"""`copydesk topics`: what should exist and what does."""

import asyncio
from collections.abc import Sequence

import click

from schemas.codec import encode_json
from schemas.topics import TOPICS
from workers.adapters.kafka.topics import TopicState, ensure_topics
from workers.cli.configuration import load_settings
from workers.cli.examples import examples
from workers.cli.failures import Failure, kafka_told_plainly
from workers.cli.output import console, json_line
from workers.cli.wording import plural


@click.command(epilog=examples("copydesk topics", "copydesk topics --apply"))
@click.option("--apply", "make", is_flag=True, help="Make the missing ones.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a topic.")
def command(make: bool, as_json: bool) -> None:
    """The topics that should exist, and those that do.

    --apply makes the missing ones and never deletes or changes one. Exits with 1 while a topic is
    missing or is not as it should be.
    """
    settings = load_settings()
    with kafka_told_plainly(settings):
        states = asyncio.run(
            ensure_topics(
                settings.kafka,
                TOPICS,
                settings.partitions,
                settings.replication_factor,
                apply=make,
            )
        )
    if as_json:
        for state in states:
            json_line(_json(state))
    else:
        _draw(states)
    if faults := topic_faults(states):
        raise Failure("\n".join(faults))


def topic_faults(states: Sequence[TopicState]) -> list[str]:
    """A line for what is missing, and one for each topic that differs; each says what to do."""
    faults = []
    if missing := [state.name for state in states if state.partitions is None]:
        many = len(missing) > 3
        names = plural(len(missing), "topic") if many else " and ".join(missing)
        faults.append(f"{names} missing; make them with: copydesk topics --apply")
    faults.extend(
        f"topic {state.name}: {'; '.join(state.differences)}; change the topic or the setting"
        for state in states
        if state.differences
    )
    return faults


def _json(state: TopicState) -> bytes:
    return encode_json(
        {
            "topic": state.name,
            "partitions": state.partitions,
            "wanted_partitions": state.wanted_partitions,
            "differences": list(state.differences),
            "created": state.created,
        }
    )


def _draw(states: Sequence[TopicState]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    meant = {topic.name: topic for topic in TOPICS}
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("topic", no_wrap=True)
    table.add_column("state", no_wrap=True)
    table.add_column("partitions", justify="right")
    table.add_column("key")
    table.add_column("cleanup", no_wrap=True)
    table.add_column("for")
    for state in states:
        topic = meant[state.name]
        partitions = state.wanted_partitions if state.partitions is None else state.partitions
        table.add_row(
            state.name,
            Text(*_words(state)),
            str(partitions),
            topic.key,
            topic.cleanup,
            topic.audience,
        )
    console().print(table)


def _words(state: TopicState) -> tuple[str, str]:
    if state.partitions is None:
        return ("missing", "yellow")
    if state.differences:
        return ("differs", "yellow")
    return ("made now" if state.created else "ok", "green")

"""`copydesk doctor`: checks this set-up and says what to do."""

import asyncio
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from schemas.topics import TOPICS
from workers.adapters.kafka.errors import BrokerUnreachable, KafkaProblem
from workers.adapters.kafka.topics import ensure_topics
from workers.adapters.stores import open_store
from workers.cli.configuration import load_settings, settings_in_force, without_password
from workers.cli.examples import examples
from workers.cli.failures import Failure
from workers.cli.health import Finding, disk, packages, python, stages
from workers.cli.output import console
from workers.cli.topics import topic_faults
from workers.cli.wording import plural
from workers.domain.rows import StoreError
from workers.settings import Settings

_MARKS = {"ok": ("✓", "green"), "note": ("·", "dim"), "wrong": ("✗", "bold red")}
SQLITE = "sqlite:///"


@click.command(
    epilog=examples("copydesk doctor", "COPYDESK_BROKER=kafka://kafka:9092 copydesk doctor")
)
def command() -> None:
    """Check this set-up and say what to do.

    Looks at Python, packages, settings, disk, database, broker and topics; changes nothing. Exits
    with 1 when something is wrong.
    """
    wrong = 0
    for finding in _findings():
        wrong += finding.verdict == "wrong"
        console().print(_line(finding))
    if wrong:
        raise Failure(f"{plural(wrong, 'thing')} to put right, marked ✗ above")


def _line(finding: Finding) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, width=9)
    table.add_column(overflow="fold")
    table.add_row(Text(*_MARKS[finding.verdict]), finding.what, finding.found)
    return table


def _findings() -> Iterator[Finding]:
    yield python()
    yield stages()
    yield from packages()
    try:
        settings = load_settings()
    except Failure as failure:
        for line in failure.message.splitlines():
            yield Finding("wrong", "settings", line)
        return
    changed = [each for each in settings_in_force(settings, {}) if each.came_from != "default"]
    named = f": {', '.join(each.name for each in changed)}" if changed else ""
    yield Finding("ok", "settings", f"{plural(len(changed), 'setting')} changed{named}")
    yield disk(settings.data)
    yield _database(settings)
    yield from asyncio.run(_broker(settings))


def _database(settings: Settings) -> Finding:
    url = settings.database_url
    path = Path(url.removeprefix(SQLITE))
    if not url.startswith(SQLITE):
        return asyncio.run(_looked_into(url))
    if path.exists():
        return asyncio.run(_opened(url))
    standing = next(place for place in path.absolute().parents if place.exists())
    if not os.access(standing, os.W_OK):
        return Finding("wrong", "database", f"{standing} may not be written; check its rights")
    return Finding("ok", "database", f"{url} (will be made)")


async def _looked_into(url: str) -> Finding:
    """A server's database, as it is: the sink makes its tables, and not we."""
    try:
        standing = await open_store(url).standing_revision()
    except StoreError as error:
        return Finding("wrong", "database", str(error))
    tables = "no tables yet: the sink makes them" if standing is None else f"tables {standing}"
    return Finding("ok", "database", f"{without_password(url)} ({tables})")


async def _opened(url: str) -> Finding:
    try:
        store = open_store(url)
        try:
            await store.open()
        finally:
            await store.close()
    except StoreError as error:
        return Finding("wrong", "database", str(error))
    return Finding("ok", "database", without_password(url))


async def _broker(settings: Settings) -> tuple[Finding, ...]:
    kind = "embedded" if settings.embedded else "Kafka"
    if settings.embedded and not _listens(settings.embedded_port):
        port = settings.embedded_port
        return (
            Finding("note", "broker", f"embedded, not running; copydesk up starts it on {port}"),
            Finding("note", "topics", "known once the broker runs"),
        )
    try:
        states = await ensure_topics(
            settings.kafka, TOPICS, settings.partitions, settings.replication_factor, apply=False
        )
    except BrokerUnreachable as error:
        return (Finding("wrong", "broker", str(error)),)
    except KafkaProblem as error:
        return (Finding("wrong", "topics", str(error)),)
    broker = Finding("ok", "broker", f"{kind}, at {settings.bootstrap_servers}")
    faults = topic_faults(states)
    if not faults:
        return (broker, Finding("ok", "topics", f"all {len(states)} as they should be"))
    return (broker, *(Finding("wrong", "topics", fault) for fault in faults))


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1.0)
        return probe.connect_ex(("127.0.0.1", port)) == 0

"""The options by which dead letters are chosen, and what they mean."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import reduce, update_wrapper
from typing import Any

import click

from schemas import topics
from schemas.dead_letter import Reason
from workers.domain.letters.selection import Selection

_SUFFIX = topics.dead_letters_of("").name
TOPICS = tuple(
    topic.name.removesuffix(_SUFFIX) for topic in topics.TOPICS if topic.name.endswith(_SUFFIX)
)
_REASONS = [reason.value for reason in Reason]
STAGES = ("normalize", "enrich", "stories", "sink")

_AGO = re.compile(r"(\d{1,5})([mhd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a call asks for."""

    topics: tuple[str, ...]
    """The topics whose dead letters are read."""
    selection: Selection


class Moment(click.ParamType):
    """`2026-03-01`, `2026-03-01T08:30`, with or without a zone (then UTC); or `2h`: so long ago."""

    name = "TIME"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """The moment that is meant."""
        if isinstance(value, datetime):
            return value
        if ago := _AGO.fullmatch(value):
            return datetime.now(UTC) - timedelta(**{_UNITS[ago[2]]: int(ago[1])})
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(
                f"got {value!r}, expected a time such as 2026-03-01T08:30 or 2h (ago)", param, ctx
            )
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.option("--topic", "chosen_topics", multiple=True, type=click.Choice(TOPICS),
                 metavar="TOPIC", help=f"Letters of this topic: {', '.join(TOPICS)}."),
    click.option("--reason", "reasons", multiple=True, type=click.Choice(_REASONS),
                 metavar="REASON", help="Buried for this reason, such as unreadable_json."),
    click.option("--stage", "stages", multiple=True, type=click.Choice(STAGES), metavar="STAGE",
                 help="Buried by this stage."),
    click.option("--since", type=Moment(), help="From this time on (the record's own), or 2h ago."),
    click.option("--until", type=Moment(), help="Before this time."),
    click.option("--site", metavar="HOST", help="From this site, or one below it."),
    click.option("--key", metavar="KEY", help="With just this key."),
    click.option("--where", "text", metavar="TEXT",
                 help="With this text in the record or in the detail, whatever its case."),
)  # fmt: skip


def choosing(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command these options, and calls it with one `Chosen`."""

    def chosen_first(
        *,
        chosen_topics: tuple[str, ...],
        reasons: tuple[str, ...],
        stages: tuple[str, ...],
        since: datetime | None,
        until: datetime | None,
        site: str | None,
        key: str | None,
        text: str | None,
        **others: Any,
    ) -> None:
        selection = Selection(
            reasons=frozenset(reasons),
            stages=frozenset(stages),
            since=since,
            until=until,
            site=site,
            key=None if key is None else key.encode("utf-8", "surrogateescape"),
            text=text,
        )
        command(Chosen(chosen_topics or TOPICS, selection), **others)

    update_wrapper(chosen_first, command)  # with the options that the command has itself
    return reduce(lambda made, option: option(made), reversed(_OPTIONS), chosen_first)

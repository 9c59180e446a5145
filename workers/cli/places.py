"""Where a person finds what a running line reads and writes, and how to go on."""

import shlex
from collections.abc import Mapping
from pathlib import Path

from workers.cli.configuration import PREFIX, without_password
from workers.cli.embedded import broker_folder
from workers.cli.line_view import Places
from workers.settings import Settings

SQLITE = "sqlite:///"
TITLES = "SELECT title, origin_name FROM articles"


def places_of(settings: Settings, logs: Path | None, options: Mapping[str, object]) -> Places:
    """The places of this line. Other calls must repeat this one's `options`."""
    where = (
        f"{settings.bootstrap_servers}  embedded, its data in {broker_folder(settings)}"
        if settings.embedded
        else settings.bootstrap_servers
    )
    return Places(
        broker=where,
        database=without_password(settings.database_url),
        logs=None if logs is None else str(logs),
        hints=hints(settings, options),
    )


def hints(settings: Settings, options: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """What to do in another terminal while the line runs."""
    again = "".join(
        f"{PREFIX}{name.upper()}={shlex.quote(str(getattr(settings, name)))} " for name in options
    )
    found = [
        ("publish", f"{again}copydesk publish FILE…"),
        ("watch", f"{again}copydesk tail enriched-articles --from-beginning"),
        ("prove", f"{again}copydesk audit"),
    ]
    url = settings.database_url
    if url.startswith(SQLITE):
        found.append(("query", f"sqlite3 {shlex.quote(url.removeprefix(SQLITE))} '{TITLES}'"))
    else:
        found.append(("query", f"psql \"$COPYDESK_DATABASE\" -c '{TITLES}'"))
    return tuple(found)

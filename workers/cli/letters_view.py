"""Dead letters on a screen: one a line, or one in full; and as JSON."""

import base64
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

from pydantic import JsonValue
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from schemas.dead_letter import Reason
from workers.cli.raw_view import raw_view
from workers.cli.wording import plural, printable, shortened, size
from workers.domain.letters.letter import Letter, LetterState
from workers.domain.letters.site import site_of

_REASON_WIDTH = max(map(len, Reason))
_PLACE_WIDTH = len("raw-posts-dlq/0/00000")
STYLES: dict[LetterState, str] = {"waiting": "", "replayed": "green", "parked": "magenta"}

Told = tuple[Letter, LetterState]


def letter_line(letter: Letter, state: LetterState) -> Text:
    """Place, time, reason, stage, site and detail; and where it is not waiting, its state."""
    return Text.assemble(
        (f"{letter.place:<{_PLACE_WIDTH}} ", "dim"),
        (f" {minute(letter.timestamp_ms)}  ", "dim"),
        (f"{printable(letter.reason):<{_REASON_WIDTH}}", "bold yellow"),
        f"  {printable(letter.stage):<9}",
        (f"  {printable(site_of(letter.value) or '—')}", "cyan"),
        f"  {printable(letter.detail)}",
        (f"  {state_words(letter, state)}" if state != "waiting" else "", STYLES[state]),
    )


def state_words(letter: Letter, state: LetterState) -> str:
    """`waiting`, `replayed`, `parked (came back 3 times)`."""
    came_back = f" (came back {plural(letter.replays, 'time')})" if letter.replays else ""
    return state + came_back


def letter_card(letter: Letter, state: LetterState) -> RenderableType:
    """Everything about one letter, and the beginning of what was buried."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, text in (
        (
            "buried as",
            Text.assemble((letter.reason, "bold yellow"), f": {printable(letter.detail)}"),
        ),
        ("by", Text(f"{letter.stage}, version {letter.version}")),
        ("state", Text(state_words(letter, state), STYLES[state])),
        ("record", Text(letter.source)),
        ("time", Text(moment(letter.timestamp_ms))),
        ("site", Text(printable(site_of(letter.value) or "—"))),
        ("key", Text(_words(letter.key))),
        ("value", Text(size(len(letter.value or b"")))),
        *((f"header {printable(name)}", Text(_words(text))) for name, text in letter.headers),
    ):
        grid.add_row(name, text)
    shown = Padding(raw_view(letter.value or b""), (1, 0, 0, 2))
    return Group(Text(letter.place, "bold"), Padding(grid, (0, 0, 0, 2)), shown)


def letter_json(letter: Letter, state: LetterState, *, whole: bool = False) -> JsonValue:
    """One letter for a program; `whole` adds the record that was buried, in base64."""
    told: dict[str, JsonValue] = {
        "letter": letter.place,
        "source_record": letter.source,
        "state": state,
        "replays": letter.replays,
        "reason": letter.reason,
        "detail": letter.detail,
        "stage": letter.stage,
        "version": letter.version,
        "timestamp": moment(letter.timestamp_ms),
        "site": site_of(letter.value),
        "key": None if letter.key is None else letter.key.decode("utf-8", "replace"),
        "value_bytes": len(letter.value or b""),
    }
    if whole:
        told["record"] = {
            "key": _base64(letter.key),
            "value": _base64(letter.value),
            "headers": [[name, _base64(value)] for name, value in letter.headers],
            "timestamp_ms": letter.timestamp_ms,
        }
    return told


def counted(states: Iterable[LetterState]) -> str:
    """`12 letters: 9 waiting, 3 replayed`."""
    found = Counter(states)
    parts = [f"{found[state]:,} {state}" for state in STYLES if found[state]]
    return plural(found.total(), "letter") + (f": {', '.join(parts)}" if parts else "")


def minute(timestamp_ms: int) -> str:
    """`2026-03-01 08:30`, in UTC."""
    return moment(timestamp_ms)[:16].replace("T", " ")


def moment(timestamp_ms: int) -> str:
    """`2026-03-01T08:30:00.123Z`; Kafka's -1 is no time."""
    if timestamp_ms < 0:
        return "no time"
    found = datetime.fromtimestamp(timestamp_ms / 1000, UTC)
    return found.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _words(value: bytes | None) -> str:
    return "(none)" if value is None else shortened(value.decode("utf-8", "replace"), 200)


def _base64(value: bytes | None) -> JsonValue:
    return None if value is None else base64.b64encode(value).decode()

"""A raw post as it came, cut to what fits a screen."""

from pydantic import JsonValue
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from schemas.codec import UnreadableJson, encode_json, parse_json
from workers.cli.wording import plural, printable

MOST_FIELDS = 8
TELLING = ("kind", "date_gmt", "link", "url", "title", "content", "text", "publisher", "class_list")
"""Of the 30 or so fields of a WordPress object or an envelope, those that say what it is."""
MOST_CHARACTERS = 220


def raw_view(value: bytes) -> RenderableType:
    """The telling fields of a JSON object, one a line; of anything else its first characters."""
    try:
        content = parse_json(value)
    except UnreadableJson:
        content = None
    if not isinstance(content, dict):
        return Text(middle_cut(value.decode("utf-8", "replace"), MOST_CHARACTERS), "dim")
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    shown = [name for name in content if name in TELLING] or list(content)[:MOST_FIELDS]
    for name in shown:
        grid.add_row(printable(name), middle_cut(_as_it_came(content[name]), MOST_CHARACTERS))
    if len(content) > len(shown):
        more = plural(len(content) - len(shown), "more field")
        grid.add_row("…", Text(f"and {more}", "dim"))
    return grid


def _as_it_came(value: JsonValue) -> str:
    """JSON text with an object's fields in their own order; our codec sorts them."""
    if not isinstance(value, dict):
        return encode_json(value).decode()
    fields = (f"{encode_json(name).decode()}:{_as_it_came(value[name])}" for name in value)
    return "{" + ",".join(fields) + "}"


def middle_cut(text: str, characters: int) -> str:
    """The text on one line; where it is too long, its beginning and its end."""
    text = printable(text)
    if len(text) <= characters:
        return text
    half = (characters - 5) // 2
    return f"{text[:half].rstrip()} … {text[-half:].lstrip()}"

"""`copydesk settings`: what is in force, and where it came from."""

import click

from schemas.codec import encode_json
from workers.cli.configuration import FILE, SettingInForce, load_settings, settings_in_force
from workers.cli.examples import examples
from workers.cli.output import console, json_line


@click.command(
    epilog=examples("copydesk settings", "COPYDESK_BROKER=kafka://kafka:9092 copydesk settings")
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
def command(as_json: bool) -> None:
    """The settings in force, and where each came from.

    Environment variables win over copydesk.toml in the current folder, and that over the defaults.
    Secrets are never shown.
    """
    found = settings_in_force(load_settings(), {})
    if as_json:
        json_line(
            encode_json(
                {
                    setting.name: {
                        "value": setting.value,
                        "from": setting.came_from,
                        "variable": setting.variable,
                    }
                    for setting in found
                }
            )
        )
    else:
        _draw(found)


def _draw(found: list[SettingInForce]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("setting", no_wrap=True)
    table.add_column("value", overflow="fold", ratio=2)
    table.add_column("from", no_wrap=True)
    table.add_column("what it is", ratio=3, style="dim")
    for setting in found:
        changed = setting.came_from != "default"
        where = FILE.name if setting.came_from == "file" else setting.came_from
        table.add_row(
            setting.name,
            Text(_words(setting.value), "bold" if changed else ""),
            Text(where, "bold" if changed else "dim"),
            Text(setting.meaning.replace("`", "")),
        )
    console().print(table)
    console().print(
        Text("Set one by COPYDESK_<NAME> in the environment, or <name> in copydesk.toml.", "dim")
    )


def _words(value: str | float | None) -> str:
    match value:
        case None:
            return "(unset)"
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)

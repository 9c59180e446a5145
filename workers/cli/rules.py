"""`copydesk rules`: every rule that a claim or a removal may name."""

import click

from workers.cli.examples import examples
from workers.cli.output import console, say
from workers.domain.rules import RULES, rules_page


@click.command(
    epilog=examples("copydesk rules", "copydesk rules heading", "copydesk rules --markdown")
)
@click.argument("part", required=False, default="")
@click.option("--markdown", is_flag=True, help="The page docs/rules.md.")
def command(part: str, markdown: bool) -> None:
    """Every rule by which a field is claimed or a piece is removed, and what it does.

    PART shows only rules whose names hold it.
    """
    if markdown:
        say(rules_page().rstrip("\n"))
        return
    _draw(part.lower())


def _draw(part: str) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column(overflow="fold")
    for name, rules in RULES.items():
        found = {rule: words for rule, words in rules.items() if part in rule}
        if found:
            table.add_row()
            table.add_row(Text(name, "bold"))
        for rule, words in found.items():
            table.add_row(f"  {rule}", words)
    if not table.row_count:
        raise click.UsageError(f"no rule has {part!r} in its name: copydesk rules lists them all.")
    console().print(table)

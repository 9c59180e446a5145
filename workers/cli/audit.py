"""`copydesk audit`: proves the ledger."""

import asyncio

import click

from schemas.codec import encode_json
from workers.adapters.kafka.audit import audit
from workers.cli.audit_view import faults, ledger_json, ledger_table, verdict
from workers.cli.configuration import load_settings
from workers.cli.examples import examples
from workers.cli.failures import Failure, kafka_told_plainly
from workers.cli.output import console, json_line, say
from workers.domain.rows import StoreError


@click.command(
    epilog=examples(
        "copydesk audit",
        "copydesk audit --no-database",
        "copydesk audit --json | jq .holds",
    )
)
@click.option("--no-database", is_flag=True, help="Only the topics: the database is elsewhere.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
def command(no_database: bool, as_json: bool) -> None:
    """Prove that nothing was lost and nothing doubled, from raw post to row.

    Reads the topics (read committed) and the database, and accounts for every post at every stage.
    It may run while the line runs: what is on its way counts as waiting. Exits with 1 when anything
    is lost, doubled or made up.
    """
    settings = load_settings()
    with kafka_told_plainly(settings, StoreError):
        ledger = asyncio.run(audit(settings.kafka, None if no_database else settings.database_url))
    if as_json:
        json_line(encode_json(ledger_json(ledger)))
    else:
        console().print(ledger_table(ledger))
        for note in ledger.notes:
            say(f"note: {note}")
        say(verdict(ledger))
    if not ledger.holds:
        raise Failure("\n".join(faults(ledger)))

"""Brings a database's tables to this version's form, and refuses one from the future."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from workers.adapters.stores.instants import POSTGRESQL
from workers.adapters.stores.tables import HEAD
from workers.domain.rows import StoreError

UPGRADE_LOCK = 0x636F7079  # any number that no other program takes: "copy"
MIGRATIONS = Path(__file__).with_name("migrations")


def standing_revision(connection: Connection) -> str | None:
    """The revision that the database's tables have; None where there are none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def upgrade(connection: Connection) -> None:
    """Applies every missing migration within the connection's open transaction.

    Raises:
        StoreError: a later version of Copydesk made the tables.
    """
    if standing_revision(connection) == HEAD:
        return
    if connection.dialect.name == POSTGRESQL:
        # two processes that find a new database take turns; SQLite's transactions do that anyway
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": UPGRADE_LOCK})
    standing = standing_revision(connection)
    if standing == HEAD:
        return
    # Imported here: most starts need no migration, and Alembic takes a quarter of a second to load
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, HEAD)
    except CommandError:
        raise StoreError(
            f"the database has tables of a later version of Copydesk (revision {standing}, "
            f"this one knows up to {HEAD}); upgrade Copydesk or choose another database"
        ) from None

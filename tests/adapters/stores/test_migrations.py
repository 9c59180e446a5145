import asyncio
import sqlite3
import sys
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from workers.adapters.stores import open_store
from workers.adapters.stores.schema_versions import MIGRATIONS
from workers.adapters.stores.tables import HEAD, METADATA

OPEN = """
import asyncio, sys
from workers.adapters.stores import open_store

async def main():
    store = open_store(sys.argv[1])
    await store.open()
    await store.close()

asyncio.run(main())
"""


def test_the_newest_migration_is_the_one_that_the_tables_name() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


async def test_the_migrations_make_the_tables_that_the_code_describes(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'a.db'}")
    await store.open()
    await store.close()
    engine = create_engine(f"sqlite:///{tmp_path / 'a.db'}")
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)
    engine.dispose()
    assert [each for each in differences if each[0] != "remove_index"] == []


async def test_processes_that_open_a_new_database_at_once_do_not_collide(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", OPEN, url, stderr=asyncio.subprocess.PIPE
        )
        for _ in range(5)
    ]
    outputs = await asyncio.gather(*(each.communicate() for each in processes))
    assert [each.returncode for each in processes] == [0] * 5, outputs
    connection = sqlite3.connect(tmp_path / "a.db")
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
    connection.close()

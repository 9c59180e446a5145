"""Alembic's entry: runs the migrations on the connection that it is handed.

The connection is already inside the transaction that `schema_versions` opened, so two processes
that open a new database at the same time take turns.
"""

from alembic import context

from workers.adapters.stores.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
)
context.run_migrations()

"""The history of the sink's tables, one file a change, applied by Alembic when a store opens."""

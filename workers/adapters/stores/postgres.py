"""PostgreSQL: how to connect, and what its errors mean."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import create_async_engine

from workers.adapters.stores.transactions import LoopTransactions, Transactions
from workers.domain.rows import StoreError, StoreUnavailable

CONNECT_SECONDS = 10.0
STATEMENT_SECONDS = 60.0
"""How long one statement may take before the server is taken for gone."""
LOCK_SECONDS = 5
"""How long one statement waits for another's lock before `StoreUnavailable`."""
CONNECTIONS = 4
"""At most, a process: partitions write side by side."""

_SERVER_SETTINGS = {
    "application_name": "copydesk",
    "lock_timeout": f"{LOCK_SECONDS}s",
    # a frozen process must not keep its locks for ever
    "idle_in_transaction_session_timeout": "60s",
}

# https://www.postgresql.org/docs/current/errcodes-appendix.html
_PASSES: Mapping[str, str] = {
    "40001": "another transaction was in the way",
    "40P01": "another transaction was in the way",
    "23505": "another process wrote the same row first",
    "55P03": "the rows are locked by another transaction",
    "57014": "a statement took too long",
    "57P01": "the server is going down",
    "57P02": "the server crashed",
    "57P03": "the server is starting or stopping",
    "53300": "it has no connection to spare",
    "25006": "the server is read only, perhaps a standby",
    "53100": "no disk space left: free some",
    "25P03": "the transaction was idle for too long",
}
_FOR_A_PERSON: Mapping[str, str] = {
    "28P01": "refuses the user name or the password",
    "28000": "refuses the user; see its pg_hba.conf",
    "3D000": "has no such database; make it, or correct the name",
    "42501": "does not let this user write; grant it the rights on the schema",
    "42P07": "already has tables of these names that are not ours; choose another database",
    "42P01": "lacks a table that should be there; choose another database or restore it",
}


@dataclass(frozen=True, slots=True)
class Postgres:
    """One database of a PostgreSQL server, through asyncpg."""

    url: URL = field(repr=False)
    driver: ModuleType = field(repr=False)
    """asyncpg, which only those install who use it."""

    @property
    def name(self) -> str:
        """`host:5432/database`: fit to be shown."""
        host = self.url.host or self.url.query.get("host") or "localhost"
        return f"{host}:{self.url.port or 5432}/{self.url.database or ''}"

    @property
    def failures(self) -> tuple[type[Exception], ...]:
        """What using it may raise."""
        driver = self.driver
        return (DBAPIError, PoolTimeout, OSError, driver.PostgresError, driver.InterfaceError)

    def exists(self) -> bool:
        """Always: whether there are tables in it, a look into it tells."""
        return True

    def writing(self) -> Transactions:
        """Transactions that see what others committed, and wait a little for their locks."""
        return self._transactions("READ COMMITTED")

    def reading(self) -> Transactions:
        """Transactions that see one moment."""
        return self._transactions("REPEATABLE READ")

    def explain(self, error: Exception, *, opened: bool) -> StoreError:  # noqa: ARG002
        """What a failure means to a person."""
        cause = getattr(error, "orig", None) or error
        state = getattr(cause, "sqlstate", None) or ""
        if state in _PASSES:
            return StoreUnavailable(f"the database {self.name}: {_PASSES[state]}")
        if state in _FOR_A_PERSON:
            return StoreError(f"the database {self.name} {_FOR_A_PERSON[state]}")
        if state.startswith("08") or self._is_away(error, cause):
            why = f" ({cause.strerror})" if isinstance(cause, OSError) and cause.strerror else ""
            return StoreUnavailable(f"the database {self.name} does not answer{why}")
        # the server's own words may quote a row
        kind = type(cause).__name__
        return StoreError(f"the database {self.name} failed: {kind} {state}".rstrip())

    def _is_away(self, error: Exception, cause: object) -> bool:
        if isinstance(error, DBAPIError) and error.connection_invalidated:
            return True
        # a connection that breaks while it is used is told in several ways
        gone = re.search(r"connection (is|was) closed|another operation|is closing", str(cause))
        return isinstance(cause, OSError | TimeoutError | PoolTimeout) or gone is not None

    def _transactions(self, isolation: str) -> Transactions:
        dsn = self.url.set(drivername="postgresql").render_as_string(hide_password=False)

        async def connect() -> Any:
            return await self.driver.connect(
                dsn,
                timeout=CONNECT_SECONDS,
                command_timeout=STATEMENT_SECONDS,
                server_settings=_SERVER_SETTINGS,
            )

        engine = create_async_engine(
            "postgresql+asyncpg://",
            async_creator=connect,
            isolation_level=isolation,
            pool_size=CONNECTIONS,
            max_overflow=0,
            pool_timeout=STATEMENT_SECONDS,
        )
        return LoopTransactions(engine)

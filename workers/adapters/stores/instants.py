"""How a moment, and words, stand in a column of each database."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Dialect, String, Text
from sqlalchemy.dialects.postgresql import TIMESTAMP
from sqlalchemy.types import TypeDecorator, TypeEngine

_FORM = "%Y-%m-%dT%H:%M:%SZ"
POSTGRESQL = "postgresql"


class Instant(TypeDecorator[datetime]):
    """A moment in whole seconds: PostgreSQL's own type, else `YYYY-MM-DDTHH:MM:SSZ`.

    SQLite has no type for moments, and SQLAlchemy's own text for it forgets the zone. The
    contract's form sorts as it reads.
    """

    impl = String(20)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The column's own type."""
        if dialect.name == POSTGRESQL:
            return dialect.type_descriptor(TIMESTAMP(timezone=True))
        return dialect.type_descriptor(String(20))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """The moment as the driver takes it."""
        if value is None:
            return None
        moment = value.astimezone(UTC).replace(microsecond=0)
        if dialect.name == POSTGRESQL:
            return moment
        return moment.isoformat().replace("+00:00", "Z")

    def process_result_value(self, value: Any | None, _dialect: Dialect) -> datetime | None:
        """What the driver gives as a moment in UTC."""
        match value:
            case None:
                return None
            case datetime():
                return value.astimezone(UTC)
            case _:
                return datetime.strptime(value, _FORM).replace(tzinfo=UTC)


class Words(TypeDecorator[str]):
    """Text as it is, but for NUL, which PostgreSQL takes in no text: there it is U+FFFD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text as the driver takes it."""
        if value is None or dialect.name != POSTGRESQL:
            return value
        return value.replace("\0", "\N{REPLACEMENT CHARACTER}")

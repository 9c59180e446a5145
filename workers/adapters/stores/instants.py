"""How a moment stands in a text column."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Dialect, String
from sqlalchemy.types import TypeDecorator

_FORM = "%Y-%m-%dT%H:%M:%SZ"


class InstantText(TypeDecorator[datetime]):
    """A moment as `YYYY-MM-DDTHH:MM:SSZ`, the contract's own form: it sorts as it reads.

    SQLite has no type for moments, and SQLAlchemy's own text for it forgets the zone.
    """

    impl = String(20)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """The moment as text."""
        if value is None:
            return None
        return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """The text as a moment."""
        return None if value is None else datetime.strptime(value, _FORM).replace(tzinfo=UTC)

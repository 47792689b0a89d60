"""What every row of the main database has."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import DateTime
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

from storage.engine.clock import utc


class Moment(TypeDecorator[datetime]):
    """A moment in UTC on both databases; SQLite keeps no zone of its own."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Gives the database UTC."""
        return value if value is None else utc(value)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Takes UTC out of it."""
        return value if value is None else utc(value)


class Row(SQLModel):
    """Every table leads with its partnership, and has no hidden row number on SQLite."""

    __table_args__: ClassVar[Any] = {"sqlite_with_rowid": False}

    partnership_id: str = Field(primary_key=True, max_length=64)


class ThreadRow(Row):
    """A row that belongs to a thread."""

    thread_id: str = Field(primary_key=True, max_length=32)

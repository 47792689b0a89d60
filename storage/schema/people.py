"""The main database: threads, messages, timers, the outbox. Nothing here is a function of the
identity of an anonymous person; days, not times, stand on their rows, and ids are random."""

from datetime import date

from sqlalchemy import MetaData
from sqlmodel import Field, SQLModel

from storage.engine.rows import Row

main_metadata: MetaData = SQLModel.metadata
"""The schema of the main database."""


class Member(Row, table=True):
    """Somebody the bot can reach: written at onboarding, never when somebody first speaks up."""

    person: str = Field(primary_key=True, max_length=200)
    agency: str | None = Field(default=None, max_length=64)
    name: str
    language: str = Field(max_length=8)
    chosen_language: str | None = Field(default=None, max_length=8)
    timezone: str | None = Field(default=None, max_length=64)
    """Where their platform says they are; otherwise their agency's."""
    address: str


class StandIn(Row, table=True):
    """Who stands in for a lead who is away, first and last day included."""

    __tablename__ = "stand_in"
    person: str = Field(primary_key=True, max_length=200)
    stand_in: str = Field(max_length=200)
    first: date
    last: date

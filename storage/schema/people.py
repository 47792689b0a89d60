"""Tables of people whom the bot can reach, and of who stands in for whom."""

from datetime import date

from sqlmodel import Field

from storage.engine.rows import Row


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

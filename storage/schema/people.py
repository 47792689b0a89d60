"""Tables of people whom the bot can reach, of who left, and of who stands in for whom."""

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


class Departed(Row, table=True):
    """Somebody who left an agency, or the directory, until what they held has moved on.

    Written with the directory's own changes, never in or beside what somebody does.
    """

    person: str = Field(primary_key=True, max_length=200)
    agency_before: str = Field(primary_key=True, max_length=64)
    """Whose person they were; '' for nobody's, who may have held a role all the same."""


class SessionMark(Row, table=True):
    """What sessions in a browser are begun under by somebody who signed out everywhere, or who was
    taken out. Random, and without a time; nobody else has a row, however often they sign in.
    """

    __tablename__ = "session_mark"
    person: str = Field(primary_key=True, max_length=200)
    mark: str = Field(max_length=32)


class SessionOver(Row, table=True):
    """A session that was ended by signing out. The row names nobody: the session's own name was
    random, and only its digest is here, until the day on which it would have ended at the latest.
    """

    __tablename__ = "session_over"
    digest: str = Field(primary_key=True, max_length=32)
    until: date


class StandIn(Row, table=True):
    """Who stands in for a lead who is away, first and last day included."""

    __tablename__ = "stand_in"
    person: str = Field(primary_key=True, max_length=200)
    stand_in: str = Field(max_length=200)
    first: date
    last: date

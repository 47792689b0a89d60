"""Tables of second opinions: what was asked, of whom, and who has answered."""

from datetime import date, datetime

from sqlmodel import Field

from storage.engine.rows import Moment, ThreadRow
from storage.schema.values import AskedRole, Soon, one_of


class Opinion(ThreadRow, table=True):
    """A second opinion that somebody asked for: of how many, from where, and by when."""

    wanted: int
    agency: str | None = Field(default=None, max_length=64)
    """The one agency to ask; any, when it is None."""
    role: AskedRole = Field(sa_type=one_of(AskedRole, 16))
    soon: Soon = Field(sa_type=one_of(Soon, 8))
    due_at: datetime | None = Field(default=None, sa_type=Moment)
    """When everything is shown; None before anybody is asked, and once all is shown."""


class Reviewer(ThreadRow, table=True):
    """Somebody who was asked for a second opinion, in their role, and what became of it."""

    person: str = Field(primary_key=True, max_length=200, index=True)
    agency: str = Field(max_length=64)
    place: int
    declined: bool = False
    message: int | None = None
    """The number of what they said; sealed, and held until all are shown."""
    day: date

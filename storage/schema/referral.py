"""Tables of referrals: who owns each, by when it is due, and the mornings that were sent."""

from datetime import date, datetime

from sqlmodel import Field

from storage.engine.rows import Moment, Row, ThreadRow
from storage.schema.values import AskedRole, HeardBack, one_of


class Referral(ThreadRow, table=True):
    """Something one agency asked of another, who owns it, and by when it is due."""

    kind: str = Field(max_length=40)
    began: datetime = Field(sa_type=Moment)
    """From when its limit runs."""
    due_at: datetime = Field(sa_type=Moment)
    answer_by: datetime = Field(sa_type=Moment)
    """By when whoever has it now is asked to act; on the first level that is `due_at`."""
    rules: str = Field(max_length=16)
    """Fingerprint of the limit and the calendar that gave `due_at`: a change moves it."""
    role: AskedRole = Field(sa_type=one_of(AskedRole, 16))
    """Who is asked while nobody owns it."""
    owner: str | None = Field(default=None, max_length=200)
    owner_name: str | None = None
    news: bool = False
    """The owner has said something since they were last asked."""
    level: int = 0
    """0 is the owner; from 1 on, the partnership's roles in the order of its stages."""
    asked: int = 0
    """How often whoever has it now was asked; never more than five times."""
    heard: HeardBack | None = Field(default=None, sa_type=one_of(HeardBack, 8))
    """None before they were asked."""


class Morning(Row, table=True):
    """On this day an agency's leads were sent what waits for them: once, whoever sent it."""

    agency: str = Field(primary_key=True, max_length=64)
    day: date = Field(primary_key=True)

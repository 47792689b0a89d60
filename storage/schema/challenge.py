"""Tables of challenges: who must answer, break glass, and how raisers fared."""

from datetime import date

from sqlalchemy import LargeBinary
from sqlmodel import Field

from storage.engine.rows import Row, ThreadRow
from storage.schema.values import ChallengeLevel, ThreadRole, one_of


class Challenge(ThreadRow, table=True):
    """Who must answer a challenged decision now, and how far the challenge has come."""

    level: ChallengeLevel = Field(sa_type=one_of(ChallengeLevel, 16))
    owner: str | None = Field(default=None, max_length=200, index=True)
    owner_name: str | None = None
    step: ThreadRole = Field(default=ThreadRole.OWNER, sa_type=one_of(ThreadRole, 16))
    """Who answers it now."""
    stage: int = 0
    """The partnership's own stage it has reached, from 1; 0 before any."""
    released: date | None = None
    stage_day: date | None = None
    """When the present stage began, and below it the one before: limits run from either."""
    before_day: date | None = None
    rounds: int = 0
    adopted_by: str | None = Field(default=None, max_length=200)
    adopted_name: str | None = None
    diverted_after: int | None = None
    """What the challenger says after this message goes to the reviewer instead of the owner."""
    reviewer: str | None = Field(default=None, max_length=200)
    due: date | None = None


class BreakGlass(ThreadRow, table=True):
    """A request to learn the name behind a thread in confidence: two named people, and why."""

    __tablename__ = "break_glass"
    asked_by: str = Field(max_length=200)
    asked_name: str
    sealed_why: bytes = Field(sa_type=LargeBinary)
    tell: bool
    agreed_by: str | None = Field(default=None, max_length=200)
    agreed_name: str | None = None
    day: date


class DetrimentAnswers(Row, table=True):
    """How raisers fared, 30 and 90 days on: counts only, tied to no thread and nobody.

    Written once a quarter is over, from five answers on. `all` in one answer: whatever that was; in
    both, how many answered at all, with which nothing of that quarter is counted any more.
    """

    __tablename__ = "afterwards"
    quarter: str = Field(primary_key=True, max_length=7)
    days: int = Field(primary_key=True)
    worse: str = Field(primary_key=True, max_length=8)
    again: str = Field(primary_key=True, max_length=8)
    count: int

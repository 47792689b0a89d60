"""The main database: threads, messages, timers, the outbox. Nothing here is a function of the
identity of an anonymous person; days, not times, stand on their rows, and ids are random."""

from datetime import date, datetime

from sqlalchemy import Index, LargeBinary, MetaData, text
from sqlmodel import Field, SQLModel

from storage.pause_tables import Pause, PauseRoom, Room
from storage.rows import Moment, Row

__all__ = ["Pause", "PauseRoom", "Room"]

main_metadata: MetaData = SQLModel.metadata
"""The schema of the main database."""


def _due(name: str, *then: str) -> Index:
    """What is due is found in the order in which it is taken, however much isn't due yet."""
    columns = ("partnership_id", "due_at", *then)
    return Index(f"{name}_due", *columns, postgresql_where=text("due_at IS NOT NULL"))


def _failing() -> Index:
    """What fails again and again is found among whatever else waits; hardly anything does."""
    often = text("attempts >= 9")
    columns = ("partnership_id", "attempts")
    return Index("step_failing", *columns, postgresql_where=often, sqlite_where=often)


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


class Thread(Row, table=True):
    """One concern and its way through people's hands."""

    id: str = Field(primary_key=True, max_length=32)
    command: str = Field(max_length=32)
    how: str = Field(max_length=16)
    about: str = Field(max_length=32)
    topic: str = Field(max_length=32)
    danger: bool
    agency: str = Field(max_length=64)
    told_agency: str | None = Field(default=None, max_length=64)
    return_ref: str = Field(max_length=32, index=True)
    raiser: str | None = Field(default=None, max_length=200)
    raiser_name: str | None = None
    name_goes: bool = True
    release: str = Field(max_length=8)
    state: str = Field(max_length=16)
    picked_by: str | None = Field(default=None, max_length=200)
    picked_name: str | None = None
    keeps: bool = False
    """The way back outlives the closing, for two later questions: by the raiser's own choice."""
    hold: bool = False
    """Legal hold: it is not deleted until somebody lifts it."""
    day: date


class Challenge(Row, table=True):
    """Who must answer a challenged decision now, and how far the challenge has come."""

    thread_id: str = Field(primary_key=True, max_length=32)
    level: str = Field(max_length=16)
    owner: str | None = Field(default=None, max_length=200, index=True)
    owner_name: str | None = None
    rung: str = Field(default="owner", max_length=8)
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


class Referral(Row, table=True):
    """Something one agency asked of another, who owns it, and by when it is due."""

    thread_id: str = Field(primary_key=True, max_length=32)
    kind: str = Field(max_length=40)
    began: datetime = Field(sa_type=Moment)
    """From when its limit runs."""
    due_at: datetime = Field(sa_type=Moment)
    answer_by: datetime = Field(sa_type=Moment)
    """By when whoever has it now is asked to act; on the first level that is `due_at`."""
    rules: str = Field(max_length=16)
    """Fingerprint of the limit and the calendar that gave `due_at`: a change moves it."""
    role: str = Field(max_length=16)
    """Who is asked while nobody owns it."""
    owner: str | None = Field(default=None, max_length=200)
    owner_name: str | None = None
    news: bool = False
    """The owner has said something since they were last asked."""
    level: int = 0
    """0 is the owner; from 1 on, the partnership's roles in the order of its stages."""
    asked: int = 0
    """How often whoever has it now was asked; never more than five times."""
    heard: str = Field(default="", max_length=8)


class Opinion(Row, table=True):
    """A second opinion that somebody asked for: of how many, from where, and by when."""

    thread_id: str = Field(primary_key=True, max_length=32)
    wanted: int
    agency: str | None = Field(default=None, max_length=64)
    """The one agency to ask; any, when it is None."""
    role: str = Field(max_length=16)
    soon: str = Field(max_length=8)
    due_at: datetime | None = Field(default=None, sa_type=Moment)
    """When everything is shown; None before anybody is asked, and once all is shown."""


class Reviewer(Row, table=True):
    """Somebody who was asked for a second opinion, in their role, and what became of it."""

    thread_id: str = Field(primary_key=True, max_length=32)
    person: str = Field(primary_key=True, max_length=200, index=True)
    agency: str = Field(max_length=64)
    place: int
    declined: bool = False
    message: int | None = None
    """The number of what they said; sealed, and held until all are shown."""
    day: date


class ThreadKey(Row, table=True):
    """The wrapped content key of a thread; deleting it shreds the thread's text."""

    __tablename__ = "thread_key"
    thread_id: str = Field(primary_key=True, max_length=32)
    wrapped: bytes = Field(sa_type=LargeBinary)


class Message(Row, table=True):
    """One thing said in a thread, sealed. `held` until its release."""

    thread_id: str = Field(primary_key=True, max_length=32)
    number: int = Field(primary_key=True)
    side: str = Field(max_length=8)
    kind: str = Field(max_length=32)
    sealed: bytes = Field(sa_type=LargeBinary)
    held: bool = False
    day: date


class Audience(Row, table=True):
    """A lead (or stand-in, or fallback) before whom a thread lies."""

    thread_id: str = Field(primary_key=True, max_length=32)
    person: str = Field(primary_key=True, max_length=200)
    role: str = Field(max_length=16)


class CardSent(Row, table=True):
    """Where a lead's card stands, so that it can be updated. Never a raiser's message."""

    __tablename__ = "card_sent"
    id: str = Field(primary_key=True, max_length=32)
    key: str = Field(max_length=32, index=True)
    person: str = Field(max_length=200)
    ref: str


class Outbox(Row, table=True):
    """A message on its way: to a person in their role, or to a sealed return address."""

    __table_args__ = (_due("outbox"), {"sqlite_with_rowid": False})
    id: str = Field(primary_key=True, max_length=32)
    person: str | None = Field(default=None, max_length=200)
    return_ref: str | None = Field(default=None, max_length=32)
    action: str = Field(max_length=8)
    key: str = Field(default="", max_length=32)
    card: str
    due_at: datetime | None = Field(default=None, sa_type=Moment)
    leased_until: datetime | None = Field(default=None, sa_type=Moment)
    attempts: int = 0
    dead: str | None = Field(default=None, max_length=32)


class Step(Row, table=True):
    """Something that falls due in a thread."""

    __table_args__ = (_due("step", "arg"), _failing(), {"sqlite_with_rowid": False})
    id: str = Field(primary_key=True, max_length=32)
    thread_id: str = Field(max_length=32, index=True)
    command: str = Field(max_length=32)
    name: str = Field(max_length=16)
    arg: str = Field(default="", max_length=32)
    due_at: datetime | None = Field(default=None, sa_type=Moment)
    attempts: int = 0


class Morning(Row, table=True):
    """On this day an agency's leads were sent what waits for them: once, whoever sent it."""

    agency: str = Field(primary_key=True, max_length=64)
    day: date = Field(primary_key=True)


class Submission(Row, table=True):
    """A form that was taken, by the keyed hash of its random token, and what was answered."""

    tag: str = Field(primary_key=True, max_length=64)
    reply: str
    day: date


class SeenEvent(Row, table=True):
    """A platform's event id as a keyed hash, for ten minutes."""

    __tablename__ = "seen_event"
    tag: str = Field(primary_key=True, max_length=64)
    until: datetime = Field(sa_type=Moment)


class StandIn(Row, table=True):
    """Who stands in for a lead who is away, first and last day included."""

    __tablename__ = "stand_in"
    person: str = Field(primary_key=True, max_length=200)
    stand_in: str = Field(max_length=200)
    first: date
    last: date


class Audit(Row, table=True):
    """What was done to a thread, by the day: one hash chain a thread. Nobody is named in it."""

    thread_id: str = Field(primary_key=True, max_length=32)
    number: int = Field(primary_key=True)
    day: date
    what: str = Field(max_length=32)
    sealed_by: bytes | None = Field(default=None, sa_type=LargeBinary)
    """Who did it in their role, sealed with the thread's own key and shredded with it."""
    link: bytes = Field(sa_type=LargeBinary)


class AuditDay(Row, table=True):
    """The heads of the chains that grew on a day, randomly sorted, and one root over them."""

    __tablename__ = "audit_day"
    day: date = Field(primary_key=True)
    root: bytes = Field(sa_type=LargeBinary)
    heads: bytes = Field(sa_type=LargeBinary)


class BreakGlass(Row, table=True):
    """A request to learn the name behind a thread in confidence: two named people, and why."""

    __tablename__ = "break_glass"
    thread_id: str = Field(primary_key=True, max_length=32)
    asked_by: str = Field(max_length=200)
    asked_name: str
    sealed_why: bytes = Field(sa_type=LargeBinary)
    tell: bool
    agreed_by: str | None = Field(default=None, max_length=200)
    agreed_name: str | None = None
    day: date


class Afterwards(Row, table=True):
    """How raisers fared, 30 and 90 days on: counts only, tied to no thread and nobody."""

    quarter: str = Field(primary_key=True, max_length=7)
    days: int = Field(primary_key=True)
    worse: str = Field(primary_key=True, max_length=8)
    again: str = Field(primary_key=True, max_length=8)
    count: int

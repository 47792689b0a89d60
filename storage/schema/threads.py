"""Tables of threads: what was raised, what was said in it, and before whom it lies."""

from datetime import date, datetime

from sqlalchemy import Index, LargeBinary, text
from sqlmodel import Field

from storage.engine.rows import Moment, Row
from storage.schema.values import How, Release, State, ThreadRole, one_of


def due_index(name: str, *then: str) -> Index:
    """What is due is found in the order in which it is taken, however much isn't due yet."""
    columns = ("partnership_id", "due_at", *then)
    return Index(f"{name}_due", *columns, postgresql_where=text("due_at IS NOT NULL"))


class Thread(Row, table=True):
    """One concern and its way through people's hands."""

    id: str = Field(primary_key=True, max_length=32)
    command: str = Field(max_length=32)
    how: How = Field(sa_type=one_of(How, 16))
    about: str = Field(max_length=32)
    topic: str = Field(max_length=32)
    danger: bool
    agency: str = Field(max_length=64)
    told_agency: str | None = Field(default=None, max_length=64)
    return_ref: str = Field(max_length=32, index=True)
    raiser: str | None = Field(default=None, max_length=200)
    raiser_name: str | None = None
    name_goes: bool = True
    release: Release = Field(sa_type=one_of(Release, 8))
    state: State = Field(sa_type=one_of(State, 16))
    picked_by: str | None = Field(default=None, max_length=200)
    picked_name: str | None = None
    keeps: bool = False
    """The way back outlives the closing, for two later questions: by the raiser's own choice."""
    hold: bool = False
    """Legal hold: it is not deleted until somebody lifts it."""
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
    role: ThreadRole = Field(sa_type=one_of(ThreadRole, 16))


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

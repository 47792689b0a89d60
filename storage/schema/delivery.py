"""Tables of what is on its way: steps that fall due, messages, and cards that stand."""

from datetime import date, datetime

from sqlalchemy import Index, String, text
from sqlmodel import Field

from storage.engine.rows import Moment, Row, ThreadRow
from storage.partnership.turns import Name
from storage.schema.threads import due_index
from storage.schema.values import CardAction, ThreadCommand, one_of


def _failing() -> Index:
    """What fails again and again is found among whatever else waits; hardly anything does."""
    often = text("attempts >= 9")
    columns = ("partnership_id", "attempts")
    return Index("step_failing", *columns, postgresql_where=often, sqlite_where=often)


class CardSent(Row, table=True):
    """Where a lead's card stands, so that it can be updated. Never a raiser's message."""

    __tablename__ = "card_sent"
    id: str = Field(primary_key=True, max_length=32)
    key: str = Field(max_length=32, index=True)
    person: str = Field(max_length=200)
    ref: str


class Mailbox(Row, table=True):
    """When somebody may be sent an e-mail that something waits. Nothing in it is of a thread.

    A row goes once it says nothing any more.
    """

    person: str = Field(primary_key=True, max_length=200)
    off: bool = False
    """They want none, but in danger."""
    next_at: datetime | None = Field(default=None, sa_type=Moment)
    """The next goes no sooner, but in danger: to five minutes, since half an hour before it one
    went."""
    leased_until: datetime | None = Field(default=None, sa_type=Moment)
    """By the clock of leases: until then one server is sending one, or none tries again."""


class Outbox(Row, table=True):
    """A message on its way: to a person in their role, or to a sealed return address."""

    __table_args__ = (due_index("outbox"), {"sqlite_with_rowid": False})
    id: str = Field(primary_key=True, max_length=32)
    person: str | None = Field(default=None, max_length=200)
    return_ref: str | None = Field(default=None, max_length=32)
    action: CardAction = Field(sa_type=one_of(CardAction, 8))
    key: str = Field(default="", max_length=32)
    card: str
    due_at: datetime | None = Field(default=None, sa_type=Moment)
    leased_until: datetime | None = Field(default=None, sa_type=Moment)
    attempts: int = 0
    dead: str | None = Field(default=None, max_length=32)
    thread_id: str | None = Field(default=None, max_length=32)
    """The thread that it is about. To hidden people nothing says more than their return address:
    these three columns are empty."""
    since: datetime | None = Field(default=None, sa_type=Moment)
    why: str | None = Field(default=None, max_length=32)
    """Why it hasn't arrived yet."""
    urgent: bool = False
    perhaps: int = 0
    """So often was it sent without an answer: it may have arrived."""
    moved: bool = False
    """Its thread was moved on without this person."""


class WebMessage(Row, table=True):
    """A message on somebody's own page, until they clear it. Who that is stands in no row, and when
    it came only as a day; nothing that goes to hidden people is here.
    """

    __tablename__ = "web_message"
    id: str = Field(primary_key=True, max_length=32)
    box: str = Field(max_length=32, index=True)
    """A keyed hash of whose box it lies in."""
    day: date
    sealed: bytes


class Step(ThreadRow, table=True):
    """Something that falls due in a thread."""

    __table_args__ = (due_index("step", "last", "number"), _failing(), {"sqlite_with_rowid": False})
    id: str = Field(primary_key=True, max_length=32)
    thread_id: str = Field(max_length=32, index=True)
    command: ThreadCommand = Field(sa_type=String(32))
    name: str = Field(max_length=16)
    number: int = 0
    """Which of its kind it is about: a message, a round, somebody asked, days; 0 of only one."""
    last: bool = False
    """At one moment it comes after all others; those go by their number, as things were said."""
    again: bool = False
    """A referral's turn that was put off after it was due: that happens once."""
    kept_rules: str | None = Field(default=None, max_length=16)
    """What a referral's turn was before new rules moved it: by which rules, what, and when."""
    kept_name: Name | None = Field(default=None, sa_type=one_of(Name, 16))
    kept_at: datetime | None = Field(default=None, sa_type=Moment)
    due_at: datetime | None = Field(default=None, sa_type=Moment)
    attempts: int = 0

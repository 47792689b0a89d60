"""Tables of threads: what was raised, what was said in it, and before whom it lies."""

from datetime import date, datetime

from sqlalchemy import Index, LargeBinary, String, text
from sqlmodel import Field

from storage.engine.rows import Moment, Row, ThreadRow
from storage.partnership import AgencyId
from storage.schema.values import How, Release, Side, State, ThreadCommand, ThreadRole, one_of


def due_index(name: str, *then: str) -> Index:
    """Makes the index by which what is due is found in its order, however much isn't due."""
    columns = ("partnership_id", "due_at", *then)
    return Index(f"{name}_due", *columns, postgresql_where=text("due_at IS NOT NULL"))


def _raised() -> Index:
    """Whoever raised something in their own name finds it; nobody else has a name to find."""
    named = text("raiser IS NOT NULL")
    columns = ("partnership_id", "raiser")
    return Index("thread_raiser", *columns, postgresql_where=named, sqlite_where=named)


def _live() -> Index:
    """What goes on, or is kept for two later questions, is found by its state, page by page."""
    columns = ("partnership_id", "state", "agency", "id")
    live = "state <> 'closed' OR keeps IS"  # SQLite uses it where a query says it word by word
    return Index(
        "thread_live",
        *columns,
        postgresql_where=text(f"{live} TRUE"),
        sqlite_where=text(f"{live} 1"),
    )


def _back() -> Index:
    """A way back is found only while it leads somewhere: of what is closed nothing stands here,
    so that its code isn't found any faster or slower than one that never was.
    """
    live = "state <> 'closed' OR keeps IS"
    return Index(
        "thread_back",
        "partnership_id",
        "return_ref",
        postgresql_where=text(f"{live} TRUE"),
        sqlite_where=text(f"{live} 1"),
    )


class Thread(Row, table=True):
    """One concern and its way from person to person."""

    __table_args__ = (_raised(), _live(), _back(), {"sqlite_with_rowid": False})
    id: str = Field(primary_key=True, max_length=32)
    command: ThreadCommand = Field(sa_type=String(32))
    how: How = Field(sa_type=one_of(How, 16))
    about: str | None = Field(default=None, max_length=32)
    topic: str | None = Field(default=None, max_length=32)
    """Both are asked where something is raised; a referral or a pause has neither."""
    danger: bool
    agency: str | None = Field(default=None, max_length=64)
    """Before whose people it lies; None where somebody of no agency asks for a pause."""
    told_agency: str | None = Field(default=None, max_length=64)
    return_ref: str | None = Field(default=None, max_length=32)
    """By what the keyring knows the way back; None where it is always in somebody's own name."""
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

    @property
    def home(self) -> AgencyId:
        """The agency before whose people it lies, and on whose clock. Raises LookupError."""
        if self.agency is None:
            raise LookupError("Whoever asked for this pause belongs to no agency.")
        return AgencyId(self.agency)

    @property
    def way_back(self) -> str:
        """The return reference of something raised. Raises LookupError where there is none."""
        if self.return_ref is None:
            raise LookupError("What is always in somebody's own name has no way back.")
        return self.return_ref


class ThreadKey(ThreadRow, table=True):
    """The wrapped content key of a thread; deleting it shreds the thread's text."""

    __tablename__ = "thread_key"
    wrapped: bytes = Field(sa_type=LargeBinary)


class Message(ThreadRow, table=True):
    """One thing said in a thread, sealed. `held` until its release."""

    number: int = Field(primary_key=True)
    side: Side = Field(sa_type=one_of(Side, 8))
    kind: str = Field(max_length=32)
    sealed: bytes = Field(sa_type=LargeBinary)
    held: bool = False
    day: date


def _before() -> Index:
    """What lies before somebody, without what they had a part in once."""
    mine = text("role <> 'past'")
    columns = ("partnership_id", "person", "thread_id")
    return Index("audience_person", *columns, postgresql_where=mine, sqlite_where=mine)


class Audience(ThreadRow, table=True):
    """A lead (or stand-in, or fallback) before whom a thread lies."""

    __table_args__ = (_before(), {"sqlite_with_rowid": False})
    person: str = Field(primary_key=True, max_length=200)
    role: ThreadRole = Field(sa_type=one_of(ThreadRole, 16))


class Unreached(ThreadRow, table=True):
    """Somebody who was asked about a thread, and whom their platform couldn't reach: others were.

    They keep their part in it, for they may see it all the same.
    """

    person: str = Field(primary_key=True, max_length=200, index=True)
    day: date


class Submission(Row, table=True):
    """A form that was taken, by the keyed hash of its random token, and what was answered."""

    tag: str = Field(primary_key=True, max_length=64)
    reply: str
    """Sealed with the form's own token, in few lengths; plain JSON of forms before it was."""
    words: str | None = Field(default=None, max_length=64)
    """Knows the answers again, by a keyed hash with the token; None of forms before revision 12."""
    began: bytes | None = Field(default=None, sa_type=LargeBinary)
    """The thread that it began, or nothing, in equal length: sealed with the form's own token."""
    day: date


class SeenEvent(Row, table=True):
    """A platform's event id as a keyed hash, for ten minutes."""

    __tablename__ = "seen_event"
    tag: str = Field(primary_key=True, max_length=64)
    until: datetime = Field(sa_type=Moment)

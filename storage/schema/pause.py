"""Tables of the main database for meetings that pause. Nothing here says who answered, or what."""

from datetime import datetime

from sqlmodel import Field

from storage.engine.rows import Moment, Row, ThreadRow
from storage.schema.values import Decision, PauseKind, one_of


class Pause(ThreadRow, table=True):
    """A meeting that stops to think, or looks back: its rounds, and never who answered what."""

    kind: PauseKind = Field(sa_type=one_of(PauseKind, 16))
    by_name: bool = False
    many: int = 0
    """How many are in the room, where a round is by name and so ends once all have answered."""
    minutes: int
    round: int = 1
    ballot: str | None = Field(default=None, max_length=16)
    """The ballot box of the round that is open."""
    keeper: str = Field(max_length=32)
    """Where the keyring keeps what belongs to this pause, until it ends."""
    began_at: datetime | None = Field(default=None, sa_type=Moment)
    closes_at: datetime | None = Field(default=None, sa_type=Moment)
    longer: int = 0
    asked_longer: bool = False
    questions: str = Field(default="", max_length=32)
    codes: int = 0
    """How many codes the chair has handed out to people without a platform."""
    counting: int = 0
    """How many of them have a voice in the round that is open: those handed out before it."""
    word: str = Field(default="", max_length=16, index=True)
    """What somebody types to bring another room in."""
    decided: Decision | None = Field(default=None, sa_type=one_of(Decision, 8))
    debriefed: bool = False
    """A debrief has been offered: once, not again."""


class Room(Row, table=True):
    """A conversation in which meetings pause."""

    id: str = Field(primary_key=True, max_length=32)
    place: str = Field(max_length=300, index=True)
    address: str
    language: str = Field(max_length=8)


class PauseRoom(ThreadRow, table=True):
    """A room that takes part in a pause."""

    __tablename__ = "pause_room"
    room: str = Field(primary_key=True, max_length=64, index=True)

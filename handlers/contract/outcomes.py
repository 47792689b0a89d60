"""What a handler gives back: outcomes as values. Nothing here sends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from prompts.shapes import Answers, Card, Form
from prompts.words import Words, say
from storage.directory.meetings import RoomId
from storage.partnership import PersonId


@dataclass(frozen=True)
class Ask:
    """Show this form (or page) to the person who acted."""

    form: Form
    name_of: str = ""
    """Thread whose raiser's name goes on top: only for the lead who picked it up in confidence."""


@dataclass(frozen=True)
class Open:
    """Show the form with which this verb begins, with these answers in it already."""

    verb: str
    answers: Answers = field(default_factory=dict, repr=False)
    subject: str = ""


@dataclass(frozen=True)
class Refuse:
    """Say what is wrong, kindly, by field name ("" for the whole), and change nothing."""

    errors: Mapping[str, Words]


@dataclass(frozen=True)
class ToPerson:
    """A person in their role, such as a lead."""

    person: PersonId


@dataclass(frozen=True)
class ToRaiser:
    """Whoever raised the thread, known by name or only by a sealed reply."""

    thread: str


@dataclass(frozen=True)
class ToRoom:
    """Everybody in a meeting's conversation."""

    room: RoomId


@dataclass(frozen=True)
class Send:
    """Send this card, now or at a time. `key` names the card, so that it can be updated."""

    to: ToPerson | ToRaiser | ToRoom
    card: Card
    at: datetime | None = None
    key: str = ""
    """Thread id for cards that are updated later; empty for messages that stand."""
    thread: str = ""
    """The thread that it is about, where neither its key nor its address says so: while that is
    open it is tried, and somebody else is asked if this person can't be reached."""


@dataclass(frozen=True)
class Update:
    """Change the cards already sent to this person, or room, under this key."""

    person: PersonId | RoomId
    key: str
    card: Card


@dataclass(frozen=True)
class CastAnswer:
    """Put this answer into a round's ballot box: one for each person, and nobody learns whose."""

    keeper: str
    ballot: str
    answer: Mapping[str, str] = field(repr=False)
    by_name: bool = False
    """The room has chosen a round by name: theirs is shown with it, once all is shown."""
    full_at: int = 0
    """The round ends as soon as there are so many answers; 0: when its time is up."""
    thread: str = ""
    alarms: bool = False
    """It asks to stop. By a code it lasts, whatever is answered by that code later."""
    size: Literal["line", "page"] = "line"
    """How much room each answer takes, whatever is in it."""


@dataclass(frozen=True)
class SayFared:
    """Keep how somebody fared, to be counted with others': once, and tied to nothing."""

    way_back: str = field(repr=False)
    days: int
    """After how many days they were asked."""
    quarter: str
    worse: str = field(repr=False)
    again: str = field(repr=False)


@dataclass(frozen=True)
class LetGo:
    """Destroy who is behind this way back, at once, and change nothing that others could see."""

    way_back: str = field(repr=False)


Outcome = Ask | Open | Refuse | Send | Update | CastAnswer | SayFared | LetGo
Outcomes = Sequence[Outcome]


def no(words: str) -> Outcomes:
    """Refuses the whole, kindly: nothing changes."""
    return [Refuse({"": say(words)})]

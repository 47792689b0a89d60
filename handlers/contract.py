"""What a handler takes and gives. Nothing here can reach a platform, and nothing here sends.

A handler is an async function of (who, event, repository) that returns outcomes as values.
`Anonymous` and `InConfidence` carry no person: the type checker refuses to hand one over.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

from prompts.shapes import Answers, Card, Form
from prompts.words import Words, say
from storage.directory.meetings import RoomId
from storage.partnership import AgencyId, PersonId


@dataclass(frozen=True)
class Named:
    """A person who speaks, or acts, in their own name."""

    person: PersonId
    name: str = field(repr=False)
    agency: AgencyId | None


@dataclass(frozen=True)
class InConfidence:
    """Somebody whose name only the lead who picks the concern up will learn."""

    reply: str
    agency: AgencyId | None


@dataclass(frozen=True)
class Anonymous:
    """Somebody. `reply` is an opaque return reference; `agency` is there only if they let it be."""

    reply: str
    agency: AgencyId | None


@dataclass(frozen=True)
class Visitor:
    """Somebody who asked for a form or a page and has said nothing yet: an agency, no person."""

    agency: AgencyId | None


@dataclass(frozen=True)
class Participant:
    """Somebody in the room who answers for themself: no person, and no name."""

    coded: bool = False
    """They showed one of the codes that the chair hands out."""


@dataclass(frozen=True)
class ReferenceHolder:
    """Whoever holds these return references: the way to one's own anonymous threads."""

    replies: tuple[str, ...]


RECEIPT: Final = "RECEIPT-CODE"
"""Stands in a page where the dispatcher shows the receipt's code. The code is kept nowhere."""

Raiser = Named | InConfidence | Anonymous
Who = Named | InConfidence | Anonymous | Visitor | Participant | ReferenceHolder


@dataclass(frozen=True)
class Place:
    """The conversation of a meeting in which something was done, as its platform knows it."""

    id: str = field(repr=False)
    """The same for everybody there, such as slack:T01:C01, teams:19:x@thread.v2, web:meeting."""
    address: str = field(repr=False)
    """Where a card is sent: text that only its platform's client reads."""


@dataclass(frozen=True)
class Event:
    """What was done, free of who did it."""

    verb: str
    subject: str = ""
    answers: Answers = field(default_factory=dict, repr=False)
    link: str = field(default="", repr=False)
    """Address of a flagged message."""
    link_tells: bool = False
    """The flagged message stands in a direct or tiny conversation, so its link names people."""
    place: Place | None = field(default=None, repr=False)
    """The meeting in which it was done; none in a conversation with the bot alone."""

    def one(self, name: str) -> str:
        """The single answer to a question, stripped; empty when there is none."""
        value = self.answers.get(name, "")
        # Half a surrogate pair can be typed into a payload, and can't be shown to anyone.
        sound = value.encode(errors="replace").decode() if isinstance(value, str) else ""
        return sound.strip()

    def several(self, name: str) -> tuple[str, ...]:
        """All answers to a question that takes several."""
        value = self.answers.get(name, ())
        return (value,) if isinstance(value, str) and value else tuple(value)


@dataclass(frozen=True)
class Ask:
    """Show this form (or page) to the person who acted."""

    form: Form
    name_of: str = ""
    """Thread whose raiser's name goes on top: only for the lead who picked it up in confidence."""


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


@dataclass(frozen=True)
class Update:
    """Change the cards already sent to this person, or room, under this key."""

    person: PersonId | RoomId
    key: str
    card: Card


@dataclass(frozen=True)
class CastAnswer:
    """Put this answer into a round's ballot box: one voice each, and whose it is nobody learns."""

    keeper: str
    ballot: str
    answer: Mapping[str, str] = field(repr=False)
    by_name: bool = False
    """The room has chosen a round by name: theirs is shown with it, once all is shown."""
    full_at: int = 0
    """The round ends as soon as there are so many answers; 0: when its time is up."""
    thread: str = ""
    chair: str = field(default="", repr=False)
    """Who chairs: their own answer doesn't count towards what may be shown."""
    size: Literal["line", "page"] = "line"
    """How much room each answer takes, whatever is in it."""


Outcome = Ask | Refuse | Send | Update | CastAnswer
Outcomes = Sequence[Outcome]


def no(words: str) -> Outcomes:
    """A kind refusal of the whole: nothing changes."""
    return [Refuse({"": say(words)})]


By = Literal["anyone", "raising", "raiser", "person", "holder", "code", "voice"]
"""Who may: anyone asking (Visitor); a submission that raises something (Raiser, by their
choice in the field `how`); whoever raised the thread (Raiser); a person in their own name
(Named: the handler then checks that the thread is theirs to act on); whoever holds return
references (Holder); whoever shows a receipt's code (Anonymous: it is the thread's); somebody in
the room (Voice: one of the partnership's people, or with a code that the chair handed out)."""


@dataclass(frozen=True)
class Verb:
    """One thing that can be done, by whom, and the function that decides it."""

    by: By
    handle: Callable[..., Awaitable[Outcomes]]


@dataclass(frozen=True)
class Command:
    """A command people type, with the verbs it answers to. Found by its module's `COMMAND`."""

    name: str
    verbs: Mapping[str, Verb]
    typed: bool = True
    """Whether people can type it; otherwise it is only pressed."""
    steps: Mapping[str, Callable[..., Awaitable[Outcomes]]] = field(default_factory=dict)
    """What falls due by the clock: name of the step -> handler of (thread id, repository)."""

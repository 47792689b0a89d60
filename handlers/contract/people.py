"""Who acts, as a handler may know them, and what they did.

`Anonymous` and `InConfidence` carry no person: the type checker refuses to hand one over.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from prompts.shapes import Answers
from storage.partnership import AgencyId, PersonId
from storage.typed.cleaning import clean


@dataclass(frozen=True)
class Named:
    """A person who speaks, or acts, in their own name."""

    person: PersonId
    name: str = field(repr=False)
    agency: AgencyId | None
    account: PersonId = field(default=PersonId(""), repr=False, compare=False)
    """The account with which they act, where it matters which of theirs that is."""


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
    leads: bool = False
    """They are a lead of some agency, and are shown what only leads can choose."""


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

    def __post_init__(self) -> None:
        # The one place through which everything passes that people type, on any platform.
        answers = {name: _cleaned(value) for name, value in self.answers.items()}
        object.__setattr__(self, "answers", answers)

    def one(self, name: str) -> str:
        """Finds the single answer to a question; empty when there is none that can be seen."""
        value = self.answers.get(name, "")
        return value if isinstance(value, str) else ""

    def several(self, name: str) -> tuple[str, ...]:
        """Finds all answers to a question that takes several."""
        value = self.answers.get(name, ())
        return (value,) if isinstance(value, str) and value else tuple(value)


def _cleaned(value: str | Sequence[str]) -> str | tuple[str, ...]:
    return clean(value) if isinstance(value, str) else tuple(map(clean, value))

"""What may stand in columns that hold one of a few words."""

from enum import StrEnum
from typing import Literal

from sqlalchemy import Enum


class State(StrEnum):
    """How far a thread has come."""

    WAITING = "waiting"
    """For its release: nobody but whoever raised it knows of it."""
    OPEN = "open"
    PICKED = "picked"
    ANSWERED = "answered"
    CLOSED = "closed"


class How(StrEnum):
    """The way in which something was raised."""

    NAMED = "named"
    CONFIDENCE = "confidence"
    ANONYMOUS = "anonymous"


class Release(StrEnum):
    """When something raised goes out."""

    NOW = "now"
    SOON = "soon"
    """At a random moment within the partnership's own bounds."""
    SLOT = "slot"
    """With whatever else goes out at the agency's next hour for it."""


class ThreadRole(StrEnum):
    """The part somebody has in a thread that they may open."""

    LEAD = "lead"
    SECOND = "second"
    FALLBACK = "fallback"
    OWNER = "owner"
    """Of a decision that is challenged."""
    READER = "reader"
    ADOPT = "adopt"
    """Asked to carry a hidden challenge on."""
    ADOPTER = "adopter"
    STAGE = "stage"
    PERSON = "person"
    MODERATOR = "moderator"
    REVIEWER = "reviewer"
    ASKED = "asked"
    HELPER = "helper"
    PAST = "past"
    """They may still read it, and have nothing more to do with it."""


ChallengeStep = Literal[
    ThreadRole.OWNER, ThreadRole.READER, ThreadRole.ADOPT, ThreadRole.STAGE, ThreadRole.PERSON
]
"""Who answers a challenge, one after the other, until it is settled."""


def one_of(kind: type[StrEnum], length: int) -> Enum:
    """Makes the type of a column that holds one of these words, as text of that length."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=length,
        values_callable=lambda members: [member.value for member in members],
    )

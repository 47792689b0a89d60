"""What may stand in columns that hold one of a few words."""

from enum import StrEnum
from typing import Final, Literal, NewType, get_args

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


ThreadCommand = NewType("ThreadCommand", str)
"""Which kind of thread it is: one that a command begins, and not for storage to list."""

Side = Literal["raiser", "lead", "bot", "reviewer", "room", "note"]
"""Who says something in a thread. A note is said among those who answer it, and to nobody else."""


class CardAction(StrEnum):
    """What a message on its way does when it arrives."""

    SEND = "send"
    UPDATE = "update"


class PauseKind(StrEnum):
    """What a meeting stops for."""

    VOICES = "voices"
    PREMORTEM = "premortem"
    DEBRIEF = "debrief"
    PRACTICE = "practice"


class Decision(StrEnum):
    """What the chair records at the end of a pause."""

    GO = "go"
    CHANGE = "change"
    STOP = "stop"
    DONE = "done"
    """The end of a debrief or of practice, in which nothing is decided."""


class ChallengeLevel(StrEnum):
    """How strongly a decision is challenged."""

    PROBE = "probe"
    ALERT = "alert"
    CHALLENGE = "challenge"
    ESCALATE = "escalate"


class AskedRole(StrEnum):
    """In which role people are asked for a second opinion, or to take a referral."""

    REVIEWER = "reviewer"
    LEAD = "lead"
    MANAGER = "manager"


class Soon(StrEnum):
    """How soon a second opinion is needed."""

    HOURS = "hours"
    DAY = "day"
    DAYS = "days"
    WEEK = "week"


class HeardBack(StrEnum):
    """Whether whoever made a referral has heard what came of it."""

    ASKED = "asked"
    YES = "yes"
    NO = "no"
    WITHDREW = "withdrew"
    """They wanted it no more."""


UNMET: Final = "not introduced yet"
"""Why a message waits that is for somebody whom the bot hasn't met."""


def one_of(kind: object, length: int) -> Enum:
    """Makes the type of a column that holds one of these words, as text of that length.

    The words are an enum's, or a Literal's.
    """
    words = [kind] if isinstance(kind, type) else get_args(kind)
    return Enum(
        *words,
        native_enum=False,
        create_constraint=False,
        length=length,
        values_callable=lambda members: [member.value for member in members],
    )

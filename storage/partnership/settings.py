"""The kinds of referral that a partnership follows, each with the limit its nation or policy sets.

Limits differ by nation, and some have no national value: those are agreed locally. deploy/timers/
has each nation's to start from.
"""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from storage.partnership.base import Frozen, Nation, Words
from storage.partnership.values import KindWithin

OTHER = "other"
"""No kind of the file's: something else, due on a day of its own."""

KindId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]


class ReferralKind(Frozen):
    """One kind of referral, and how long an answer to it may take."""

    id: KindId
    name: Words
    within: KindWithin
    """Counted from when it was recorded, on the clock of the agency that is asked."""
    nations: tuple[Nation, ...] = ()
    """Where this limit holds; everywhere when empty."""
    source: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)] = ""

    @model_validator(mode="before")
    @classmethod
    def _a_limit_left_out(cls, written: object) -> object:
        """A missing line and an empty one are fixed alike."""
        return {"within": None, **written} if isinstance(written, Mapping) else written


Kinds = Annotated[tuple[ReferralKind, ...], Field(max_length=60)]


class PauseSettings(Frozen):
    """What the partnership has agreed about pauses."""

    questions: Annotated[tuple[Words, ...], Field(max_length=60)] = ()
    """Three of these are put in each pause; ours, when there are none."""
    minutes: Annotated[int, Field(ge=1, le=15)] = 2
    """How long a silent round lasts unless the chair chooses otherwise."""

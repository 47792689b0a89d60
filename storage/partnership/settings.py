"""What a partnership has set itself: its times, its kinds of referral, and how its meetings pause.

A referral's limits differ by nation, and some have no national value: those are agreed locally.
deploy/timers/ has each nation's to start from.
"""

from collections.abc import Mapping
from datetime import time, timedelta
from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from storage.partnership.base import Frozen, Nation, Words
from storage.partnership.values import (
    Clock,
    ClockWithin,
    Duration,
    Elapsed,
    KindWithin,
    Limit,
    Within,
    wrong,
)

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


class Times(Frozen):
    """How long until someone is asked again; danger ignores working hours."""

    nudge: Duration = timedelta(hours=2)
    second: Duration = timedelta(hours=4)
    fallback: Duration = timedelta(hours=8)
    danger_nudge: Elapsed = timedelta(minutes=5)
    danger_second: Elapsed = timedelta(minutes=10)
    danger_fallback: Elapsed = timedelta(minutes=15)
    answer: Within = Limit(2, "working day")
    """How long the owner of a decision has to answer a challenge to it."""
    danger_answer: ClockWithin = Limit(2, "hour")
    """The same when somebody is in danger: by the clock, day and night."""
    soon_min: Elapsed = timedelta(minutes=2)
    soon_max: Elapsed = timedelta(minutes=20)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        usual = (timedelta(0), self.nudge, self.second, self.fallback)
        danger = (timedelta(0), self.danger_nudge, self.danger_second, self.danger_fallback)
        for name, steps in (("", usual), ("danger_", danger)):
            if not all(a < b for a, b in pairwise(steps)):
                raise wrong(
                    f"{name}nudge, {name}second and {name}fallback are not in order",
                    "make each later than the one before, starting above 0 minutes",
                )
        if not self.soon_min < self.soon_max:
            raise wrong(
                "soon_min is not shorter than soon_max", "leave some minutes between, for cover"
            )
        return self


class Slots(Frozen):
    """The times of day at which what was anonymous is released together."""

    times: Annotated[tuple[Clock, ...], Field(min_length=1, max_length=6)] = (
        time(10),
        time(13),
        time(16),
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if list(self.times) != sorted(set(self.times)):
            raise wrong("the slots are not in order", "list each once, the earliest first")
        return self


class Thresholds(Frozen):
    """How few is too few."""

    could_have_sent: Annotated[int, Field(ge=2, le=1000)] = 5
    """An anonymous raiser is warned when fewer others than this could have sent it."""
    picture_from: Annotated[int, Field(ge=5, le=50)] = 5
    """So many answers, not counting the chair's, before a round is shown as a picture."""
    views_from: Annotated[int, Field(ge=3, le=50)] = 3
    """So many before it is even said whether views differ."""
    reported_from: Annotated[int, Field(ge=5, le=100)] = 8
    """What happened less often in a quarter isn't shown in the partnership's numbers."""
    raised_an_hour: Annotated[int, Field(ge=5, le=1_000_000)] = 30
    """How much one person may raise within an hour; danger is never held up."""


class Retention(Frozen):
    """How long a closed thread is kept; the last question to its raiser comes at 90 days."""

    days_after_closing: Annotated[int, Field(ge=90, le=3650)] = 120

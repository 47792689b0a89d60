"""Whom to ring, and when somebody answers there."""

from datetime import time
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from storage.partnership.base import Frozen, Text, Words, by_language
from storage.partnership.values import (
    Clock,
    DateOnly,
    Dates,
    Weekdays,
    quoted_number,
    web_address,
    wrong,
)

EMERGENCY = ("999", "112", "18000")
"""Numbers that answer day and night, everywhere in the United Kingdom; the last is by text."""
_DIGITS = r"^\+?[0-9][0-9 ()-]{1,18}[0-9]$"
_Number = Annotated[str, BeforeValidator(quoted_number), StringConstraints(pattern=_DIGITS)]
_MaybeWords = Annotated[dict[str, Text], BeforeValidator(by_language)]
RouteKind = Literal["advice", "allegation", "whistleblowing", "reporting"]


class Hours(Frozen):
    """When an agency works, on its own wall clock; bank holidays come from its nation."""

    days: Annotated[Weekdays, Field(min_length=1)] = (0, 1, 2, 3, 4)
    opens: Clock = time(9)
    closes: Clock = time(17)
    """00:00 is the midnight that ends the day."""
    closed: Dates = ()
    open_on_bank_holidays: bool = False

    @model_validator(mode="after")
    def _closes_later(self) -> Self:
        if self.closes != time(0) and self.closes <= self.opens:
            raise wrong(
                "it closes before it opens",
                'make closes later than opens; "00:00" is the midnight that ends the day',
            )
        return self

    def include(self, moment: time) -> bool:
        """Tells whether it is open at this time of a day on which it works."""
        return self.opens <= moment and (self.closes == time(0) or moment < self.closes)


class Route(Frozen):
    """A number to ring, when a message isn't the right way."""

    name: Words
    number: _Number
    note: _MaybeWords = Field(default_factory=dict)
    purpose: _MaybeWords = Field(default_factory=dict)
    """What to ring it for."""
    answered_by: _MaybeWords = Field(default_factory=dict)
    """Who answers there, such as a social worker or a switchboard."""
    protection: _MaybeWords = Field(default_factory=dict)
    """What protection somebody has who turns to it, and what isn't promised."""
    checked: DateOnly | None = None
    """The day on which somebody last made sure that all this is right."""
    hours: Hours | None = None
    """When somebody answers; day and night if neither this nor `outside` is given."""
    outside: Hours | None = None
    """Hours outside which somebody answers: a duty team's, for nights and weekends."""

    @model_validator(mode="after")
    def _one_or_always(self) -> Self:
        if self.hours and self.outside:
            raise wrong("both hours and outside are given", "keep one of the two")
        if self.number in EMERGENCY and (self.hours or self.outside):
            raise wrong("an emergency number answers day and night", "take its hours away")
        return self


class OtherRoute(Route):
    """A number outside the agencies, and what kind of help it is."""

    kind: RouteKind = "advice"


class Policy(Frozen):
    """One of the partnership's own policies, where to read it, and when that was looked at."""

    name: Words
    link: Annotated[str, BeforeValidator(web_address)]
    checked: DateOnly

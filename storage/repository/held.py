"""A concern that is held until others have seen the same: what is the same, how many, until when.

It lies sealed with the concern, in what waits: no row, index or count says it to anybody.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from random import SystemRandom
from typing import Any, Final, Self

from storage.typed.names import letters

APART: Final = "apart"
"""Stands sealed beside "together" where a lead is kept out of one of them: leads don't read it."""
FEWEST, MOST = 2, 5
"""So many people, whoever raised it among them, a raiser may wait for."""
COUNTS_AFTER: Final = (timedelta(days=1), timedelta(days=5))
"""It counts from a random moment within these on, so that the day on which the last one came
isn't the day before they all go out; and nobody tries one thing after the other in an hour."""
ASKED_AFTER: Final = timedelta(days=90)
ASKED_AGAIN_AFTER: Final = timedelta(days=113)
DROPPED_AFTER: Final = timedelta(days=120)

_chance = SystemRandom()


@dataclass(frozen=True)
class Held:
    """What whoever raised it chose."""

    same: tuple[str, ...] = field(repr=False)
    """What it is about, as chosen from lists: others with the very same have seen it too."""
    many: int
    two: bool
    """They are to be of two agencies at least."""
    since: datetime
    counts_from: datetime
    asked: int = 0
    """How often they were asked whether to hold it any longer."""

    @classmethod
    def from_now(cls, same: tuple[str, ...], many: int, two: bool, now: datetime) -> Self:
        """Begins to hold something."""
        first, last = COUNTS_AFTER
        wait = first + (last - first) * _chance.random()
        return cls(same, many, two, _day_of(now), now + wait)

    @property
    def alike(self) -> tuple[str, ...]:
        """What it is about, however it was spelled."""
        *chosen, what = self.same
        return *chosen, letters(what)

    @property
    def until(self) -> datetime:
        """When it is deleted, unless whoever raised it says otherwise."""
        return self.since + DROPPED_AFTER

    @property
    def asked_on(self) -> datetime:
        """When they are asked first whether to hold it any longer."""
        return self.since + ASKED_AFTER

    def counts(self, now: datetime) -> bool:
        """Tells whether it counts by now, for others too."""
        return self.counts_from <= now < self.until

    def anew(self, now: datetime) -> Self:
        """Holds it for as long again."""
        return replace(self, since=_day_of(now), asked=0)

    def once_more(self) -> Self:
        """Notes that they were asked."""
        return replace(self, asked=self.asked + 1)

    def to_be_asked(self, now: datetime) -> bool:
        """Tells whether it is time to ask them."""
        moments = (self.asked_on, self.since + ASKED_AGAIN_AFTER)
        return self.asked < len(moments) and now >= moments[self.asked]

    def spelled(self) -> dict[str, Any]:
        """Spells it as JSON takes it."""
        moments = {"since": self.since.isoformat(), "counts_from": self.counts_from.isoformat()}
        return {**asdict(self), "same": list(self.same), **moments}

    @classmethod
    def read(cls, spelled: Mapping[str, Any]) -> Self:
        """Reads it again."""
        moments = {n: datetime.fromisoformat(spelled[n]) for n in ("since", "counts_from")}
        return cls(**{**spelled, "same": tuple(spelled["same"]), **moments})


def _day_of(now: datetime) -> datetime:
    # By the day: a moment would be one more thing to know of who wrote it.
    return datetime.combine(now.astimezone(UTC).date(), time(), UTC)

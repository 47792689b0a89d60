"""What 60 people do on 200 days, drawn from a seed: all of it, to the second, before it begins.

Nothing depends on when chance releases something, so what an insider could at best make of these
days is counted from the plan alone, for every moment at which chance might have released it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import count
from random import Random
from typing import Literal

from storage.partnership import AgencyId, Partnership, WebMember
from storage.partnership.calendar import WorkingTime
from storage.schema.values import Release
from tests.core.anytown import MONDAY, example

What = Literal["looks", "opens", "sends", "names", "picks", "reads", "adds", "answers", "settles"]
PEOPLE = tuple(f"p{number:02}" for number in range(60))
LEADS = ("grace", "daniel")
AGENCY = AgencyId("childrens-social-care")
BEGINS, OPENS, CLOSES = MONDAY.date() + timedelta(days=1), 8.5, 17.5
LOOKS, LOOKS_OFF_DUTY = 0.6, 0.04
"""How likely somebody looks in on a working day, and on another."""
FILLING_IN = timedelta(minutes=3)
"""From opening a form to sending it, or to giving it up."""
CHOICES = (Release.SOON, Release.SLOT, Release.NOW, Release.SLOT, Release.SOON, None)
WORKING_DAYS = 5
"""From what is raised to the last that is done in it."""


@dataclass(frozen=True)
class Story:
    """Something raised; named, it has no release."""

    number: int
    who: str
    release: Release | None


@dataclass(frozen=True)
class Deed:
    """What somebody does, and when; most of them look, or begin a form and give it up."""

    at: datetime
    who: str
    what: What
    story: Story | None = None

    @property
    def hidden(self) -> bool:
        """Whether nobody may learn who did it, nor when."""
        return self.who not in LEADS and self.what != "names" and not self.at_once

    @property
    def at_once(self) -> bool:
        """Whether they chose that everybody learns when."""
        acts = self.what in ("sends", "adds", "settles")
        return acts and self.story is not None and self.story.release == Release.NOW


@cache
def sixty() -> Partnership:
    """Anytown with 60 people who might have raised something."""
    known = example()
    agencies = [agency.id for agency in known.agencies]
    title = {"en": "Social worker", "cy": "Gweithiwr cymdeithasol"}
    more = (
        WebMember.model_validate(
            {
                "id": f"web:{who}-x",
                "agency": agencies[number % len(agencies)],
                "name": f"Sam {who.upper()}",
                "title": title,
            }
        )
        for number, who in enumerate(PEOPLE)
    )
    return known.model_copy(update={"members": (*known.members, *more)})


@cache
def plan(seed: int, days: int) -> Sequence[Deed]:
    """Everything that is done on so many days, in its order."""
    coin = Random(seed)
    calendar = [BEGINS + timedelta(days=n) for n in range(days)]
    working = WorkingTime(sixty().agency(AGENCY)).works_on
    on_duty = [day for day in calendar if working(day)]
    deeds: list[Deed] = []
    numbers = count()
    for day in calendar:
        deeds += _looks(day, coin, LOOKS if working(day) else LOOKS_OFF_DUTY)
        for _ in range(coin.choice((2, 2, 3)) if working(day) else coin.random() < 0.2):
            after = [later for later in on_duty if later > day][:WORKING_DAYS]
            if len(after) == WORKING_DAYS:
                deeds += _story(day, after, next(numbers), coin)
    return sorted(deeds, key=lambda deed: deed.at)


def _looks(day: date, coin: Random, chance: float) -> Iterator[Deed]:
    for who in PEOPLE:
        if coin.random() < chance:
            at = _sometime(day, coin)
            yield Deed(at, who, "looks")
            if coin.random() < 0.5:  # they begin to write, and think better of it
                yield Deed(at + FILLING_IN, who, "opens")


def _story(day: date, after: Sequence[date], number: int, coin: Random) -> Iterator[Deed]:
    release = CHOICES[number % len(CHOICES)]
    story = Story(number, coin.choice(PEOPLE), release)
    sent, lead = _sometime(day, coin), coin.choice(LEADS)
    yield Deed(sent - FILLING_IN, story.who, "opens")
    yield Deed(sent, story.who, "sends" if release else "names", story)
    yield Deed(_morning(after[0], coin), lead, "picks", story)
    if release and coin.random() < 0.7:
        read = _sometime(after[1], coin)
        yield Deed(read, story.who, "reads", story)
        yield Deed(read + FILLING_IN, story.who, "adds", story)
    yield Deed(_morning(after[2], coin), lead, "answers", story)
    if release:
        yield Deed(_sometime(after[4], coin), story.who, "settles", story)


def _sometime(day: date, coin: Random) -> datetime:
    return _at(day, coin.uniform(OPENS, CLOSES))


def _morning(day: date, coin: Random) -> datetime:
    """When leads answer: what waited overnight has come by then."""
    return _at(day, coin.uniform(10.6, 12.4))


def _at(day: date, hour: float) -> datetime:
    return datetime.combine(day, time(), UTC) + timedelta(seconds=round(hour * 3600))

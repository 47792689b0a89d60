"""When whoever has a referral is asked: three quarters on, when it is due, a working day over.

Pure functions of a limit and a calendar, so that they can be held against a slow, obvious model.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final, Literal

from storage.partnership import Agency, Limit, WorkingTime, due, nudge_at

Name = Literal["nudge", "due", "over"]
BY_THE_CLOCK = ("minute", "hour")
"""In these units it is about danger, which doesn't wait for anybody's working hours."""
OVER = Limit(1, "working day")
_UNITS: Final = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "working hour": timedelta(hours=1),
}


@dataclass(frozen=True)
class Turn:
    """What is done next, and when."""

    name: Name
    at: datetime


def least_notice(limit: Limit) -> timedelta:
    """Tells how long somebody who was asked has at least before the next turn comes."""
    unit = _UNITS.get(limit.unit)
    return timedelta(hours=1) if unit is None else unit * limit.amount / 8


def first_turn(
    limit: Limit, hours: Agency, now: datetime, by: datetime, home: Agency | None = None
) -> Turn:
    """Finds what comes first for whoever is asked now, in their hours, to act until `by`.

    That is once three quarters of the time have gone. They aren't asked twice in a moment: a turn
    that would come right after another is left out. It goes up by the clock at the agency's home.
    """
    falls_due, leave = in_working_time(max(now, by), limit, hours), least_notice(limit)
    if now < by:
        at = max(now, in_working_time(nudge_at(limit, hours, now, by), limit, hours))
        if now + leave <= at <= falls_due - leave:
            return Turn("nudge", at)
    if now + leave <= falls_due:
        return Turn("due", falls_due)
    return Turn("over", escalates(limit, home or hours, by, now))


def after(
    name: Name, limit: Limit, hours: Agency, now: datetime, by: datetime, home: Agency
) -> Turn:
    """Finds what follows a turn; after the last, a role further up has a turn of its own."""
    if name == "nudge":
        return Turn("due", in_working_time(max(now, by), limit, hours))
    return Turn("over", escalates(limit, home, by, now))


def escalates(limit: Limit, home: Agency, by: datetime, asked: datetime) -> datetime:
    """Finds when it escalates, if they are asked then that it is due: a working day over.

    By the clock, a quarter of the limit over. Whoever is asked late, since nothing ran, has until
    the next working day begins all the same.
    """
    if limit.unit in BY_THE_CLOCK:
        return max(by + (due(limit, home, by) - by) / 4, asked + least_notice(limit))
    working = WorkingTime(home)
    return max(working.next_opening(due(OVER, home, by)), working.next_working_day(asked))


@dataclass(frozen=True)
class Forecast:
    """What becomes of it if nobody says or does anything more."""

    lapses: datetime | None
    """When it is unassigned again; None where it is so already, or escalates before."""
    up: datetime
    """When those further up are asked."""


def forecast(
    turn: Turn, limit: Limit, hours: Agency, by: datetime, home: Agency, *, owned: bool, news: bool
) -> Forecast:
    """Foresees what comes after this turn, and after that."""
    asked = turn.at if turn.name == "due" else in_working_time(max(by, turn.at), limit, hours)
    up = turn.at if turn.name == "over" else escalates(limit, home, by, asked)
    if not owned or (news and turn.name == "over"):
        return Forecast(None, up)
    if not news:
        return Forecast(turn.at, up)
    return Forecast(asked if turn.name == "nudge" else up, up)


def in_working_time(at: datetime, limit: Limit, hours: Agency) -> datetime:
    """Gives that moment, or when they next work; a limit by the clock ignores working hours."""
    return at if limit.unit in BY_THE_CLOCK else WorkingTime(hours).next_opening(at)


def rules_of(limit: Limit, agency: Agency) -> str:
    """Takes a fingerprint of all that moves a deadline: another one means that it moved."""
    hours = agency.hours.model_dump_json()
    said = f"{limit.amount} {limit.unit} {agency.nation} {agency.timezone} {hours}"
    return sha256(said.encode()).hexdigest()[:16]

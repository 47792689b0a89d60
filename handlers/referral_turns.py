"""When whoever has a referral is asked: three quarters on, when it is due, a working day over.

Pure functions of a limit and a calendar, so that they can be held against a slow, obvious model.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Literal

from storage.partnership import Agency, Limit, WorkingTime, due, nudge_at

Name = Literal["nudge", "due", "over"]
BY_THE_CLOCK = ("minute", "hour")
"""In these units it is about danger, which doesn't wait for anybody's working hours."""
OVER = Limit(1, "working day")


@dataclass(frozen=True)
class Turn:
    """What is done next, and when."""

    name: Name
    at: datetime


def first_turn(limit: Limit, hours: Agency, now: datetime, by: datetime) -> Turn:
    """From now on until `by`: asked once three quarters of the time have gone."""
    if by <= now:
        return after("nudge", limit, hours, now, by)
    return Turn("nudge", max(now, awake(nudge_at(limit, hours, now, by), limit, hours)))


def after(name: Name, limit: Limit, hours: Agency, now: datetime, by: datetime) -> Turn:
    """What follows a turn; after the last, a role further up is asked in a turn of its own."""
    if name == "nudge":
        return Turn("due", max(now, awake(by, limit, hours)))
    over = by + (by - now if by > now else due(limit, hours, by) - by) / 4
    if limit.unit not in BY_THE_CLOCK:
        over = awake(due(OVER, hours, by), limit, hours)
    return Turn("over", max(now, over))


def awake(at: datetime, limit: Limit, hours: Agency) -> datetime:
    """That moment, or when they next work; a limit by the clock ignores working hours."""
    return at if limit.unit in BY_THE_CLOCK else WorkingTime(hours).next_opening(at)


def rules_of(limit: Limit, agency: Agency) -> str:
    """A fingerprint of everything that moves a deadline: another one means that it moved."""
    hours = agency.hours.model_dump_json()
    said = f"{limit.amount} {limit.unit} {agency.nation} {agency.timezone} {hours}"
    return sha256(said.encode()).hexdigest()[:16]

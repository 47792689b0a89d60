"""The slow, obvious model of working time: it looks at every minute on the clock on the wall."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from storage.partnership import Agency, Hours, Limit, Nation
from storage.partnership.calendar import bank_holidays

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
LONG = 800
"""So many days on, the model gives up."""


class ClosedError(Exception):
    """Nobody opens for longer than the model looks ahead."""


@lru_cache(maxsize=20_000)
def _open_minutes(hours: Hours, nation: Nation, zone: str, day: date) -> tuple[bool, ...]:
    """For every minute of a day (in UTC), whether somebody is there."""
    begins = datetime.combine(day, time(0), UTC)
    found: list[bool] = []
    for quarter in range(96):  # clocks change at a quarter of an hour, never in between
        shown = (begins + quarter * 15 * MINUTE).astimezone(ZoneInfo(zone))
        if not _works(hours, nation, shown.date()):
            found += [False] * 15
            continue
        first = shown.hour * 60 + shown.minute
        opens, closes = (t.hour * 60 + t.minute for t in (hours.opens, hours.closes))
        found += [opens <= minute < (closes or 1440) for minute in range(first, first + 15)]
    return tuple(found)


@lru_cache(maxsize=20_000)
def _works(hours: Hours, nation: Nation, day: date) -> bool:
    """Whether anybody comes on this day."""
    if day.weekday() not in hours.days or day in hours.closed:
        return False
    return hours.open_on_bank_holidays or day not in bank_holidays(nation, day.year)


def _day(of: Agency, day: date) -> tuple[bool, ...]:
    return _open_minutes(of.hours, of.nation, of.timezone, day)


def is_open(of: Agency, at: datetime) -> bool:
    """Whether somebody is there in this minute."""
    at = at.astimezone(UTC)
    return _day(of, at.date())[at.hour * 60 + at.minute]


def _minutes(of: Agency, start: datetime) -> Iterator[datetime]:
    """Every open minute from this one on."""
    at = start.astimezone(UTC).replace(second=0, microsecond=0)
    for later in range(LONG):
        day = at.date() + later * DAY
        minutes = _day(of, day)
        if not any(minutes):
            continue
        midnight = datetime.combine(day, time(0), UTC)
        first = max(0, (at - midnight) // MINUTE)
        for number in range(first, 1440):
            if minutes[number]:
                yield midnight + number * MINUTE
    raise ClosedError


def next_open(of: Agency, at: datetime) -> datetime:
    """Now, or when the first open minute begins."""
    return max(at.astimezone(UTC), next(_minutes(of, at)))


def on_a_later_day(of: Agency, at: datetime) -> datetime:
    """The first open minute that isn't on this day by the agency's clock."""
    today = at.astimezone(ZoneInfo(of.timezone)).date()
    return next(m for m in _minutes(of, at) if m.astimezone(ZoneInfo(of.timezone)).date() > today)


def last_minute_of_day(of: Agency, at: datetime) -> datetime:
    """When the last open minute of this day by the agency's clock is over."""
    zone = ZoneInfo(of.timezone)
    today = at.astimezone(zone).date()
    end = at
    for minute in _minutes(of, at):
        if minute.astimezone(zone).date() != today:
            break
        end = minute
    return end + MINUTE


def closing(of: Agency, at: datetime, days: int) -> datetime:
    """The end of that many-th working day; this day isn't counted."""
    for _ in range(days):
        at = on_a_later_day(of, at)
    return last_minute_of_day(of, at)


def open_between(of: Agency, start: datetime, end: datetime) -> float:
    """How many open minutes lie between whole minutes."""
    count = 0
    for minute in _minutes(of, start):
        if minute >= end:
            break
        count += 1
    return count


def after_open(of: Agency, start: datetime, minutes: float) -> datetime:
    """The instant at which so many open minutes are over."""
    if not minutes:
        return start.astimezone(UTC)
    for minute in _minutes(of, start):
        if minutes <= 1:
            return minute + minutes * MINUTE
        minutes -= 1
    raise ClosedError


def wall_days_on(of: Agency, start: datetime, days: int) -> datetime:
    """The same time on the wall, so many days on."""
    zone = ZoneInfo(of.timezone)
    local = start.astimezone(zone)
    return datetime.combine(
        local.date() + days * DAY, local.time().replace(fold=local.fold), zone
    ).astimezone(UTC)


def months_on(of: Agency, start: datetime, months: int) -> datetime:
    """The same day of a later month, or the last day that this month has."""
    zone = ZoneInfo(of.timezone)
    local = start.astimezone(zone)
    month = date(local.year, local.month, 1)
    for _ in range(months):
        month = (month + 31 * DAY).replace(day=1)
    days = [month + n * DAY for n in range(31) if (month + n * DAY).month == month.month]
    day = days[min(local.day, len(days)) - 1]
    return datetime.combine(day, local.time().replace(fold=local.fold), zone).astimezone(UTC)


def owed_by(limit: Limit, of: Agency, start: datetime) -> datetime:
    """When a limit is over."""
    match limit.unit:
        case "minute":
            return start + limit.amount * MINUTE
        case "hour":
            return start + limit.amount * 60 * MINUTE
        case "working hour":
            return after_open(of, start, limit.amount * 60)
        case "working day":
            return closing(of, start, limit.amount)
        case "calendar day":
            return wall_days_on(of, start, limit.amount)
        case "month":
            return months_on(of, start, limit.amount)


def three_quarters(limit: Limit, of: Agency, start: datetime, end: datetime) -> datetime:
    """Three quarters of the time between, as this limit counts time."""
    if limit.unit in ("working hour", "working day"):
        return after_open(of, start, open_between(of, start, end) * 3 / 4)
    return start + (end - start) * 3 / 4


def next_slot(of: Agency, times: Sequence[time], at: datetime) -> datetime:
    """The first minute later than this whose time is a slot's, and that finds somebody there."""
    zone = ZoneInfo(of.timezone)
    if not _some_slot_fits(of, times):
        return on_a_later_day(of, at)
    return next(m for m in _minutes(of, at) if m > at and m.astimezone(zone).time() in times)


def _some_slot_fits(of: Agency, times: Sequence[time]) -> bool:
    until = of.hours.closes if of.hours.closes != time(0) else time(23, 59, 59)
    return any(of.hours.opens <= slot < until for slot in times)

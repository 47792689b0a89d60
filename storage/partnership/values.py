"""How the file writes durations, times, days and dates, and what they become."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Annotated, Literal, TypeGuard, get_args
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
EVERY_DAY = "every day"
# A duration is one number for every agency, so a working day has one length whatever their hours.
WORKING_DAY = timedelta(hours=8)
LONGEST = timedelta(days=60)
LONGEST_CLOSURE = timedelta(days=366)

_UNITS = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "working day": WORKING_DAY}
_DURATION = re.compile(r"(\d{1,4}) (minute|hour|working day)s?")
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_RANGE = re.compile(r"(\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2})")

Unit = Literal["minute", "hour", "working hour", "working day", "calendar day", "month"]
"""Minutes and hours are by the clock; what is working runs while the agency is open."""
_LIMIT = re.compile(rf"(\d{{1,4}}) ({'|'.join(get_args(Unit))})s?")
_MOST: dict[Unit, int] = {
    "minute": 1440,
    "hour": 720,
    "working hour": 720,
    "working day": 180,
    "calendar day": 366,
    "month": 24,
}
_ADDRESS = re.compile(r"https://[a-z0-9][a-z0-9.-]*\.[a-z]{2,}(:\d+)?(/\S*)?", re.IGNORECASE)
_BARE_DAYS = re.compile(r"\d+ days?")


@dataclass(frozen=True)
class Limit:
    """How long somebody has to answer, in the unit in which the policy says it.

    The unit is kept, since a working day, a calendar day and 24 hours end at different moments:
    `calendar.due` says when.
    """

    amount: int
    unit: Unit


def wrong(what: str, fix: str) -> PydanticCustomError:
    """Makes an error that carries its fix; neither may repeat what the file says."""
    return PydanticCustomError("partnership", "{what}", {"what": what, "fix": fix})


def duration(written: object) -> timedelta:
    """Reads '30 minutes', '4 hours' or '1 working day' (eight working hours)."""
    if isinstance(written, timedelta):
        return written
    found = _DURATION.fullmatch(" ".join(written.lower().split())) if _text(written) else None
    if found is None:
        raise wrong(
            "this is not a length of time",
            "write it like 30 minutes, 4 hours or 1 working day (which is 8 working hours)",
        )
    length = int(found[1]) * _UNITS[found[2]]
    if length > LONGEST:
        raise wrong("this is too long", "write at most 180 working days")
    return length


def elapsed(written: object) -> timedelta:
    """Reads a duration that runs by the clock on the wall, so it can't be in working days."""
    if _text(written) and "working" in written.lower():
        raise wrong(
            "this time runs by the clock, day and night",
            "write it in minutes or hours, like 10 minutes",
        )
    return duration(written)


def limit(written: object) -> Limit:
    """Reads '24 hours', '4 working hours', '2 working days', '28 calendar days', '3 months'."""
    if isinstance(written, Limit):
        return written
    if written is None or written == "":
        raise wrong(
            "no limit is set here",
            "if the policy sets none, agree one locally, and write it like 5 working days",
        )
    said = " ".join(written.lower().split()) if _text(written) else ""
    if _BARE_DAYS.fullmatch(said):
        raise wrong("this doesn't say which days", "write working days or calendar days")
    found = _LIMIT.fullmatch(said)
    if found is None or not int(found[1]):
        raise wrong(
            "this is not a limit",
            "write it like 2 working days, 5 calendar days, 3 months, 4 working hours, or 24 hours "
            "by the clock",
        )
    unit = next(unit for unit in get_args(Unit) if unit == found[2])
    if int(found[1]) > _MOST[unit]:
        raise wrong("this is too long", f"write at most {_MOST[unit]} {unit}s")
    return Limit(int(found[1]), unit)


def kind_limit(written: object) -> Limit:
    """Reads a limit of a kind of referral, of which some have none but a local one."""
    if written is None or written == "":
        raise wrong(
            "this kind has no limit",
            "if there is no national limit: agree one locally and write it here, like "
            "10 working days",
        )
    return limit(written)


def clock_limit(written: object) -> Limit:
    """Reads a limit that runs by the clock, since danger doesn't wait for the morning."""
    found = limit(written)
    if found.unit not in ("minute", "hour"):
        raise wrong(
            "this time runs by the clock, day and night",
            "write it in minutes or hours, like 2 hours",
        )
    return found


def clock(written: object) -> time:
    """Reads '09:30' on the 24-hour clock; refuses a bare number: 9 could mean anything."""
    if isinstance(written, time):
        return written
    found = _CLOCK.fullmatch(written.strip()) if _text(written) else None
    if found is None:
        raise wrong(
            "this is not a time of day",
            'write hours and minutes on the 24-hour clock, in quotes, like "09:00"',
        )
    return time(int(found[1]), int(found[2]))


def weekdays(written: object) -> tuple[int, ...]:
    """Reads 'monday to friday', 'every day', a list of names, or numbers with 0 as Monday."""
    if _text(written) and written.strip().lower() == EVERY_DAY:
        return tuple(range(len(DAYS)))
    if _text(written) and " to " in written:
        first, last = (_weekday(end) for end in written.split(" to ", 1))
        if first > last:
            raise wrong("these days run backwards", "list the days one by one")
        return tuple(range(first, last + 1))
    return tuple(sorted({_weekday(day) for day in _entries(written)}))


def dates(written: object) -> tuple[date, ...]:
    """Reads single dates and 'first to last' ranges, flattened."""
    return tuple(sorted({day for entry in _entries(written) for day in _span(entry)}))


def _entries(written: object) -> Sequence[object]:
    return written if isinstance(written, Sequence) and not _text(written) else [written]


def _text(written: object) -> TypeGuard[str]:
    return isinstance(written, str)


def _weekday(written: object) -> int:
    if isinstance(written, int) and not isinstance(written, bool) and 0 <= written <= 6:
        return written
    name = written.strip().lower() if _text(written) else ""
    for number, day in enumerate(DAYS):
        if len(name) >= 3 and day.startswith(name):
            return number
    raise wrong(
        "this is not a day of the week", "write monday to friday, or a list like [monday, thursday]"
    )


def _span(written: object) -> tuple[date, ...]:
    if isinstance(written, date) and not isinstance(written, datetime):
        return (written,)
    try:
        found = _RANGE.fullmatch(written.strip()) if _text(written) else None
        first, last = (
            (date.fromisoformat(found[1]), date.fromisoformat(found[2]))
            if found
            else (date.fromisoformat(str(written)),) * 2
        )
    except ValueError:
        raise wrong(
            "this is not a date", "write 2026-12-24, or 2026-12-21 to 2027-01-01 for several days"
        ) from None
    if not timedelta(0) <= last - first <= LONGEST_CLOSURE:
        raise wrong("this stretch of days can't be right", "write the earlier day first")
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def one_date(written: object) -> date:
    """Reads a single day."""
    found = _span(written)
    if len(found) != 1:
        raise wrong("this is more than one day", "write one day, like 2026-12-24")
    return found[0]


def web_address(written: object) -> str:
    """Takes the whole address of a page on the web; with a space in it, it is none."""
    if not (_text(written) and _ADDRESS.fullmatch(written.strip())):
        raise wrong("this is not a web address", "write the page's whole address, from https:// on")
    return written.strip()


Duration = Annotated[timedelta, BeforeValidator(duration)]
Elapsed = Annotated[timedelta, BeforeValidator(elapsed)]
Clock = Annotated[time, BeforeValidator(clock)]
Weekdays = Annotated[tuple[int, ...], BeforeValidator(weekdays)]
DateOnly = Annotated[date, BeforeValidator(one_date)]
Dates = Annotated[tuple[date, ...], BeforeValidator(dates)]
Within = Annotated[Limit, BeforeValidator(limit)]
KindWithin = Annotated[Limit, BeforeValidator(kind_limit)]
ClockWithin = Annotated[Limit, BeforeValidator(clock_limit)]


def zone(name: str) -> str:
    """Takes a time zone that clocks here know."""
    try:
        ZoneInfo(name)
    except (ValueError, LookupError, OSError):
        raise wrong("this time zone is not known", "use Europe/London") from None
    return name


def quoted_number(written: object) -> object:
    """Takes a telephone number that stands in quotes."""
    if isinstance(written, int | float):
        raise wrong(
            "a number without quotes loses its leading zero", 'write it in quotes, like "999"'
        )
    return written

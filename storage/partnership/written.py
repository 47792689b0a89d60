"""How the file writes durations, times, days and dates, and what they become."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Annotated, TypeGuard

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# A duration is one number for every agency, so a working day has one length whatever their hours.
WORKING_DAY = timedelta(hours=8)
LONGEST = timedelta(days=60)
LONGEST_CLOSURE = timedelta(days=366)

_UNITS = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "working day": WORKING_DAY,
}
_DURATION = re.compile(r"(\d{1,4}) (minute|hour|working day)s?")
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_RANGE = re.compile(r"(\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2})")


def wrong(what: str, mend: str) -> PydanticCustomError:
    """An error that carries its mend; neither may repeat what the file says."""
    return PydanticCustomError("partnership", "{what}", {"what": what, "mend": mend})


def duration(written: object) -> timedelta:
    """'30 minutes', '4 hours' or '1 working day' (eight working hours)."""
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
    """A duration that runs by the clock on the wall, so it can't be in working days."""
    if _text(written) and "working" in written.lower():
        raise wrong(
            "this time runs by the clock, day and night",
            "write it in minutes or hours, like 10 minutes",
        )
    return duration(written)


def clock(written: object) -> time:
    """'09:30' on the 24-hour clock; a bare number is refused, since 9 could mean anything."""
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
    """'monday to friday', a list of names, or numbers with 0 as Monday."""
    if _text(written) and " to " in written:
        first, last = (_weekday(end) for end in written.split(" to ", 1))
        if first > last:
            raise wrong("these days run backwards", "list the days one by one")
        return tuple(range(first, last + 1))
    if not isinstance(written, Sequence) or isinstance(written, str):
        written = [written]
    return tuple(sorted({_weekday(day) for day in written}))


def dates(written: object) -> tuple[date, ...]:
    """Single dates and 'first to last' ranges, flattened."""
    if not isinstance(written, Sequence) or isinstance(written, str):
        written = [written]
    return tuple(sorted({day for entry in written for day in _span(entry)}))


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


Duration = Annotated[timedelta, BeforeValidator(duration)]
Elapsed = Annotated[timedelta, BeforeValidator(elapsed)]
Clock = Annotated[time, BeforeValidator(clock)]
Weekdays = Annotated[tuple[int, ...], BeforeValidator(weekdays)]
Dates = Annotated[tuple[date, ...], BeforeValidator(dates)]

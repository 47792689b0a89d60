"""Days as people write them."""

import re
from datetime import date
from functools import cache

from babel.dates import get_month_names

from prompts.words import LANGUAGES, Words, say
from storage.typed.alike import alike

_TIME = r"(?:[T ]0{1,2}:00(?::00)?(?:\.0+)?Z?)?"  # as programs write a day that has no time
_ISO = re.compile(rf"(?P<year>[0-9]{{4}})-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}}){_TIME}")
_FIGURES = re.compile(
    rf"(?P<day>[0-9]{{1,2}})(?P<mark>[/.-])(?P<month>[0-9]{{1,2}})(?P=mark)"
    rf"(?P<year>[0-9]{{4}}|[0-9]{{2}}){_TIME}"
)
_WRITTEN = re.compile(
    r"(?:[^\W\d_]+,? +)?(?P<day>[0-9]{1,2})(?:st|nd|rd|th|af|ail|ydd|ed|fed|eg|ain)?"
    r"(?: +(?:of|o))?[ -]+(?P<name>[^\W\d_]+)\.?,?[ -]+(?P<year>[0-9]{4}|[0-9]{2})",
    re.IGNORECASE,
)


def read_day(text: str) -> date | None:
    """Reads a day as people and spreadsheets write it; None if it is none.

    As 2026-12-24, 24/12/2026, 24/12/26, 24.12.2026 or 24 December 2026: the day stands before the
    month, and months have their names in each language we speak.
    """
    parts = _parts(text)
    if parts is None:
        return None
    year, month, day = parts
    try:
        return date(year, month, day)
    except ValueError:
        return None


def unread(text: str) -> Words:
    """Says why something typed is no day: 31/02/2027 is written as one, and is in no calendar."""
    return say("no-such-day" if _parts(text) else "not-a-day")


def _parts(text: str) -> tuple[int, int, int] | None:
    """Gives year, month and day as they are written; none where that is no day at all."""
    plain = " ".join(alike(text).split()).removesuffix(".")
    found = _ISO.fullmatch(plain) or _FIGURES.fullmatch(plain) or _WRITTEN.fullmatch(plain)
    if found is None:
        return None
    parts = found.groupdict()
    month = parts.get("month") or _months().get(parts["name"].casefold())
    if month is None:
        return None
    year = int(parts["year"])
    return (year if year > 99 else 2000 + year), int(month), int(parts["day"])


_MUTATED = {
    "fawrth": 3, "fai": 5, "fehefin": 6, "orffennaf": 7, "fedi": 9, "sept": 9, "dachwedd": 11,
    "ragfyr": 12,
}  # fmt: skip
"""Welsh months behind "o", and a short English one."""


@cache
def _months() -> dict[str, int]:
    return _MUTATED | {
        name.casefold(): number
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=language).items()
    }

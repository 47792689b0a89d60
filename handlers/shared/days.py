"""Days as people write them."""

import re
from datetime import date
from functools import cache

from babel.dates import get_month_names

from prompts.words import LANGUAGES

_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_WRITTEN = re.compile(
    r"(?P<day>[0-9]{1,2})(?:/(?P<month>[0-9]{1,2})/| +(?P<name>\w+)\.? +)(?P<year>[0-9]{4})"
)


def read_day(text: str) -> date | None:
    """Reads a day as 2026-12-24, 24/12/2026 or 24 December 2026; None if it is none of them.

    The day stands before the month, and months have their names in each language we speak.
    """
    found = _ISO.fullmatch(text) or _WRITTEN.fullmatch(text)
    if found is None:
        return None
    parts = found.groupdict()
    month = parts["month"] or _months().get(parts["name"].casefold(), 0)
    try:
        return date(int(parts["year"]), int(month), int(parts["day"]))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    return {
        name.casefold(): number
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=language).items()
    }

"""Days and months in a story, in English and Welsh: a day leads back to its case.

Here it would rather cry wolf than miss one: what is refused can be said without it.
"""

import re
from collections.abc import Iterator
from typing import Final

from handlers.shared.identifying.words import MONTHS

_SHORT: Final = "jan feb apr jun jul aug sept sep oct nov dec ion chwef ebr meh gorff hyd tach rhag"
_ALSO_WORDS: Final = "May March Mai Fai Mar"
"""Words, too: a month only where they are written as one, beside a number or such a word."""
_MONTHS: Final = " ".join(MONTHS.keys() - {*_SHORT.split(), *_ALSO_WORDS.lower().split()})
_BEFORE: Final = "in of on since by until last next this from ym mis o ers"
_TH: Final = r"(?:st|nd|rd|th|af|ail|il|ydd|ed|fed|eg|ain)?"
_OF: Final = r"(?:of|o)?"
_DAY: Final = rf"(?<!\d)\d{{1,2}}\W{{0,2}}{_TH}\W{{0,2}}{_OF}\W{{0,2}}"
_WEEKDAYS: Final = (
    "monday tuesday wednesday thursday friday saturday sunday llun mercher iau gwener sadwrn sul"
)
_YEAR: Final = r"(?:\W{1,2}(?:19|20)\d\d\b)?"
_MARK: Final = r"\s?[/.-]\s?"


def _any(words: str) -> str:
    return f"(?:{'|'.join(sorted(words.split(), key=len, reverse=True))})"


def _cased(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _either(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_DAYS: Final = (
    # "dydd Mawrth" is a Tuesday.
    _either(rf"(?<!dydd )\b{_any(_MONTHS)}\b"),
    _either(rf"{_DAY}{_any(f'{_MONTHS} {_SHORT}')}\b{_YEAR}"),
    _either(rf"\b{_any(f'{_MONTHS} {_SHORT}')}\W{{0,2}}\d{{1,2}}(?!\d){_TH}{_YEAR}"),
    _cased(rf"{_DAY}{_any(_ALSO_WORDS)}\b{_YEAR}"),
    _cased(rf"\b{_any(_ALSO_WORDS)}\W{{0,2}}\d{{1,2}}(?!\d){_TH}{_YEAR}"),
    _cased(rf"\b(?i:{_any(_BEFORE)}) {_any(_ALSO_WORDS)}\b"),
    _either(rf"\b{_any(_WEEKDAYS)},? (?:the |y )?\d{{1,2}}{_TH}\b"),
    _either(rf"\d{{1,2}}{_TH} of (?:this|last|next|the) month\b"),
    _either(r"\bon the \d{1,2}(?:st|nd|rd|th)\b"),
    _either(rf"(?<![\w/.-])\d{{1,2}}{_MARK}\d{{1,2}}{_MARK}(?:\d{{4}}|\d\d)(?!\w)"),
    _either(rf"(?<![\w/.-])\d{{4}}{_MARK}\d{{1,2}}{_MARK}\d{{1,2}}(?!\w)"),
    _either(r"(?<![\w/])(?:0[1-9]|[12]\d|3[01])/(?:0[1-9]|1[0-2])(?![\w/])"),
    _either(r"(?<!\w)(?:(?:19|20)\d{6}|\d{4}(?:19|20)\d\d)(?!\w)"),
)


def days_in(text: str) -> Iterator[tuple[int, int]]:
    """Finds where days and months stand; one may be found in several ways."""
    yield from (match.span() for pattern in _DAYS for match in pattern.finditer(text))

"""A setting's value as people read it, in each language: in our words wherever we have some."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, get_args

from pydantic import ValidationError

from prompts.words import LANGUAGES, Day, Labelled, Plain, Words, say, speak
from storage.partnership import Hours, Nation, RouteKind
from storage.partnership.model import Sector
from storage.partnership.values import DAYS

_LENGTH: Final = 1500
TOLD: Final = (
    *("name", "number", "kind", "title", "agency", "email", "sector", "nation", "leads"),
    *("link", "accounts"),
    *("purpose", "answered_by", "note", "protection", "hours", "outside", "checked"),
)
"""What is told of a whole block, such as a person or a number; of others, all."""
KINDS: Final = {
    "sector": ("agency-group", get_args(Sector)),
    "nation": ("administration-nation", get_args(Nation)),
    "kind": ("help", get_args(RouteKind)),
    "language": ("administration-language", LANGUAGES),
}
"""Settings that are one of a few, and what the words for each begin with."""
Names = Mapping[str, Words]
"""What the people and the agencies of these ids are called."""


def value_words(value: Any, setting: str, names: Names) -> Labelled:
    """Says a value of a setting."""
    return Labelled({tongue: _spelled(value, setting, names, tongue)[:_LENGTH]
                     for tongue in LANGUAGES})  # fmt: skip


def _spelled(value: Any, setting: str, names: Names, tongue: str) -> str:
    if words := _known(value, setting, names):
        return ", ".join(speak(each, tongue) for each in words)
    if isinstance(value, Mapping) and set(value) <= set(LANGUAGES):
        return str(value.get(tongue) or value.get("en", ""))
    if isinstance(value, Mapping):
        told = [key for key in TOLD if key in value] or list(value)
        return ", ".join(_spelled(value[key], key, names, tongue) for key in told)
    if isinstance(value, list):
        return ", ".join(_spelled(entry, setting, names, tongue) for entry in value)
    if isinstance(value, str):
        return speak(names[value], tongue) if ":" in value and value in names else value
    return json.dumps(value)


def _known(value: Any, setting: str, names: Names) -> tuple[Words, ...]:
    """Finds our words for a value, if there are any."""
    prefix, values = KINDS.get(setting, ("", ()))
    if isinstance(value, str) and value in values:
        return (say(f"{prefix}-{value}"),)
    match setting, value:
        case "agency", str() if value in names:
            return (names[value],)
        case "checked", str():
            return (Day(date.fromisoformat(value)),)
        case _, bool():
            return (say("administration-yes" if value else "administration-no"),)
        case "closed", list():
            return tuple(_closed([date.fromisoformat(day) for day in value]))
        case ("days", _) | ("hours", Mapping()):
            return _hours(value if setting == "hours" else {"days": value})
        case "outside", Mapping():
            first, *rest = _hours(value)
            return say("administration-outside", hours=first), *rest
        case _:
            return ()


def _hours(written: Mapping[str, Any]) -> tuple[Words, ...]:
    try:
        hours = Hours.model_validate(written)
    except ValidationError:  # what no longer is a version may be spelled otherwise
        return ()
    return tuple(_of_hours(hours, whole=len(written) > 1))


def closed_days(written: Any) -> list[str]:
    """Lists the days on which something is closed, each by itself; what no longer is spelled as it
    was, as none."""
    try:
        closed = Hours.model_validate({"closed": written or []}).closed
    except ValidationError:
        return []
    return [day.isoformat() for day in closed]


def _closed(days: Sequence[date]) -> Iterator[Words]:
    for stretch in _stretches([day.toordinal() for day in days]):
        first, last = (Day(date.fromordinal(stretch[end])) for end in (0, -1))
        more = len(stretch) > 1
        yield say("administration-dates-span", first=first, last=last) if more else first


def _stretches(days: Sequence[int]) -> list[list[int]]:
    """Puts days together that follow each other, from three on."""
    found: list[list[int]] = []
    for day in days:
        if found and day == found[-1][-1] + 1:
            found[-1].append(day)
        else:
            found.append([day])
    return [part for each in found for part in ([each] if len(each) > 2 else [[d] for d in each])]


def _stretch(days: Sequence[int]) -> Words:
    first, last = (say(f"administration-day-{DAYS[day]}") for day in (days[0], days[-1]))
    return say("administration-days-span", first=first, last=last) if len(days) > 1 else first


def hours_words(hours: Hours) -> dict[str, str]:
    """Says when somebody is there, in each language."""
    said = tuple(_of_hours(hours, whole=True))
    return {tongue: ", ".join(speak(each, tongue) for each in said) for tongue in LANGUAGES}


def _of_hours(hours: Hours, *, whole: bool) -> Iterator[Words]:
    yield from map(_stretch, _stretches(hours.days))
    if whole:
        yield Plain(f"{hours.opens:%H:%M}–{hours.closes:%H:%M}")
    if hours.closed:
        yield say("administration-closed-days", count=len(hours.closed))
    if hours.open_on_bank_holidays:
        yield say("administration-bank-label")

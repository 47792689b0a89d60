"""The best rule that an insider has: who could have written this?

They know how long *soon* lasts, when the slots are, and who used the bot when. If anything that
they see moved at a moment at which somebody used it, they look no further.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from itertools import combinations
from statistics import median
from typing import Any

from storage.partnership import next_slot
from storage.schema.values import Release
from tests.privacy.insider_days import AGENCY, FILLING_IN, LEADS, Deed, plan, sixty

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
SITTING = 2 * FILLING_IN
"""Whoever sends something opened its form a little before."""


@dataclass(frozen=True)
class Use:
    """Somebody used the bot: a line in the platform's own list."""

    at: datetime
    who: str


@dataclass(frozen=True)
class Entry:
    """Something hidden that was seen to enter main; and the truth."""

    thread: str
    number: int
    release: Release
    at: datetime
    who: str = field(repr=False)
    sent: datetime = field(repr=False)
    signs: dict[str, Any] = field(default_factory=dict, repr=False)
    """By what it can be put in order among those that entered with it."""


def could(release: Release, entered: datetime, used: datetime) -> bool:
    """Tells whether what was written then may enter at that moment."""
    times = sixty().times
    match release:
        case Release.SOON:
            return times.soon_min <= entered - used < times.soon_max + SECOND
        case Release.SLOT:
            return _slot_after(used) == entered
        case _:
            return entered == used


@cache
def _slot_after(used: datetime) -> datetime:
    return next_slot(sixty(), sixty().agency(AGENCY), used)


def users(release: Release, entered: datetime, uses: Sequence[Use]) -> set[str]:
    """Everybody who used the bot when this could have been written."""
    return {use.who for use in uses if could(release, entered, use.at)}


def left(entry: Entry, uses: Sequence[Use], moved: Collection[datetime]) -> set[str]:
    """Whom the best rule leaves."""
    everybody = users(entry.release, entry.at, uses)
    stirring = [use for use in uses if use.at in moved]
    return users(entry.release, entry.at, stirring) or everybody


def reached(
    release: Release, acts: Sequence[datetime], reached: Sequence[Use], until: datetime
) -> set[str] | None:
    """Whom messages reached each time when one about this thread could have come; None: untold."""
    left: set[str] | None = None
    for acted in acts:
        if until - acted > timedelta(days=9):
            found = {use.who for use in reached if could(release, use.at, acted)}
            left = found if left is None else left & found
    return left


def kept_order(entries: Sequence[Entry], sign: str) -> tuple[int, int]:
    """Of so many pairs that entered together, how many stand in the order of their writing."""
    pairs = [
        (one, other)
        for one, other in combinations(sorted(entries, key=lambda entry: entry.sent), 2)
        if one.at == other.at
        and (one.number == 1) == (other.number == 1)
        and one.signs.get(sign, -1) != other.signs.get(sign, -1)
    ]
    return sum(one.signs[sign] < other.signs[sign] for one, other in pairs), len(pairs)


# What these days give an insider at best, whenever chance releases something


@dataclass(frozen=True)
class Figures:
    """How many people remain: in the middle, and at the least."""

    messages: int
    used: tuple[float, int]
    sat: tuple[float, int]
    """Only those who sat with it as long as whoever sends does, and did nothing by name then."""
    twice: tuple[float, int]
    """Once whoever raised something has said more in it."""


@cache
def figures(seed: int, days: int) -> Mapping[Release, Figures]:
    """What the plan alone allows, for each choice."""
    deeds = plan(seed, days)
    uses = _uses(deeds)
    sitting = _sitting(deeds, uses)
    return {release: _figures(release, deeds, uses, sitting) for release in Release}


def _figures(
    release: Release, deeds: Sequence[Deed], uses: Sequence[Use], sitting: Sequence[Use]
) -> Figures:
    said: dict[int, list[list[tuple[set[str], set[str]]]]] = {}
    for deed in deeds:
        if deed.what in ("sends", "adds") and deed.story and deed.story.release == release:
            near = _near(uses, deed.at, release), _near(sitting, deed.at, release)
            found = [
                (users(release, entered, near[0]), users(release, entered, near[1]))
                for entered in _entrances(release, deed.at)
            ]
            said.setdefault(deed.story.number, []).append(found)
    each = [sets for messages in said.values() for found in messages for sets in found]
    both = [
        len(one & other)
        for first, *more in said.values()
        for found in more
        for one, _ in first
        for other, _ in found
    ]
    return Figures(
        sum(map(len, said.values())),
        _spread([len(used) for used, _ in each]),
        _spread([len(sat) for _, sat in each]),
        _spread(both),
    )


def _near(uses: Sequence[Use], at: datetime, release: Release) -> Sequence[Use]:
    """Those around it: a slot is no farther away than a long holiday."""
    reach = timedelta(days=9) if release == Release.SLOT else timedelta(hours=1)
    first, end = (bisect_left(uses, when, key=_at) for when in (at - reach, at + reach))
    return uses[first:end]


def _at(use: Use) -> datetime:
    return use.at


def _entrances(release: Release, sent: datetime) -> Iterator[datetime]:
    """Every minute at which it may be released."""
    if release != Release.SOON:
        yield _slot_after(sent) if release == Release.SLOT else sent
        return
    times = sixty().times
    for minute in range(int((times.soon_max - times.soon_min) / MINUTE) + 1):
        yield sent + times.soon_min + minute * MINUTE


def _uses(deeds: Sequence[Deed]) -> list[Use]:
    return [Use(deed.at, deed.who) for deed in deeds if deed.who not in LEADS]


def _sitting(deeds: Sequence[Deed], uses: Sequence[Use]) -> list[Use]:
    named = {(deed.who, deed.at) for deed in deeds if deed.what == "names"}
    by_person: dict[str, list[datetime]] = {}
    for use in uses:
        by_person.setdefault(use.who, []).append(use.at)
    return [
        use
        for use in uses
        if (use.who, use.at) not in named
        and any(timedelta() < use.at - other <= SITTING for other in by_person[use.who])
    ]


def _spread(counts: Sequence[int]) -> tuple[float, int]:
    return median(counts), min(counts)

"""Working time: when an agency is open, on its own wall clock, and counting only that."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from itertools import accumulate
from zoneinfo import ZoneInfo

import holidays

from storage.partnership.base import Nation
from storage.partnership.model import Agency, Partnership
from storage.partnership.routes import Hours, Route

_DAY = timedelta(days=1)
# An agency that is closed this long has a mistake in its hours; better to say so than to search on.
_HORIZON = 800
_YEARS = 3
# What is asked about lies in a few years; whoever asks about many has them worked out anew.
_MOST_YEARS = 16
_SUBDIVISIONS: dict[Nation, str] = {
    "england": "ENG", "wales": "WLS", "scotland": "SCT", "northern_ireland": "NIR"
}  # fmt: skip

Stretch = tuple[datetime, datetime]
"""Open from the first instant until just before the second, in UTC."""


class NeverOpenError(Exception):
    """This agency has no open hour within two years: fix its days, hours or closed dates."""


@lru_cache(maxsize=256)
def bank_holidays(nation: Nation, year: int) -> frozenset[date]:
    """Finds the nation's bank holidays; they differ across the United Kingdom."""
    return frozenset(holidays.country_holidays("GB", subdiv=_SUBDIVISIONS[nation], years=year))


class Openings:
    """When the doors of one kind of agency are open; each year is worked out once."""

    def __init__(self, hours: Hours, nation: Nation, zone: str) -> None:
        self._hours = hours
        self._nation = nation
        self._zone = ZoneInfo(zone)
        self._closed = frozenset(hours.closed)
        self._years: dict[int, _Year] = {}

    def works_on(self, day: date) -> bool:
        """Tells whether the agency works at all on this day."""
        if day.weekday() not in self._hours.days or day in self._closed:
            return False
        hours = self._hours
        return hours.open_on_bank_holidays or day not in bank_holidays(self._nation, day.year)

    def of(self, year: int) -> "_Year":
        """Finds every open stretch that begins on a day of this year by the agency's own clock."""
        if year not in self._years:
            if len(self._years) >= _MOST_YEARS:
                self._years.clear()
            first = date(year, 1, 1)
            days = (first + n * _DAY for n in range((date(year, 12, 31) - first).days + 1))
            self._years[year] = _Year([found for day in days for found in self.on(day)])
        return self._years[year]

    def on(self, day: date) -> Iterator[Stretch]:
        """Finds a day's open stretches: one, unless the clocks change within the opening hours."""
        if not self.works_on(day):
            return
        hours = self._hours
        closing_day = day + _DAY if hours.closes == time(0) else day
        wall = (datetime.combine(day, hours.opens), datetime.combine(closing_day, hours.closes))
        for begins, ends, offset in self._offsets(day):
            opens, closes = (edge.replace(tzinfo=UTC) - offset for edge in wall)
            if max(opens, begins) < min(closes, ends):
                yield max(opens, begins), min(closes, ends)

    def _offsets(self, day: date) -> Iterator[tuple[datetime, datetime, timedelta]]:
        """The parts of a local day between which the clocks change, with each part's offset."""
        begins, ends = (
            datetime.combine(d, time(0), self._zone).astimezone(UTC) for d in (day, day + _DAY)
        )
        before, after = self._offset(begins), self._offset(ends)
        if before == after:
            yield begins, ends, before
            return
        low, high = 0, int((ends - begins) / timedelta(minutes=1))
        while high - low > 1:
            middle = (low + high) // 2
            unchanged = self._offset(begins + timedelta(minutes=middle)) == before
            low, high = (middle, high) if unchanged else (low, middle)
        change = begins + timedelta(minutes=high)
        yield begins, change, before
        yield change, ends, after

    def _offset(self, at: datetime) -> timedelta:
        return at.astimezone(self._zone).utcoffset() or timedelta(0)


class _Year:
    """The open stretches of a year in order, and how much open time lies before each."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self.stretches = stretches
        self._ends = [closes for _, closes in stretches]
        lengths = (closes - opens for opens, closes in stretches)
        self._before = list(accumulate(lengths, initial=timedelta(0)))
        self.whole = self._before[-1]

    def after(self, at: datetime) -> Stretch | None:
        """Finds what is left of the stretch at this instant, or the next whole one."""
        number = bisect_right(self._ends, at)
        if number == len(self.stretches):
            return None
        opens, closes = self.stretches[number]
        return max(opens, at), closes

    def gone(self, at: datetime) -> timedelta:
        """Counts how much of the year's open time has passed by this instant."""
        number = bisect_right(self._ends, at)
        if number == len(self.stretches):
            return self.whole
        return self._before[number] + max(at - self.stretches[number][0], timedelta(0))

    def reached(self, gone: timedelta) -> datetime:
        """Finds the earliest instant by which so much open time has passed; above nothing."""
        number = bisect_left(self._before, gone) - 1
        return self.stretches[number][0] + gone - self._before[number]


@lru_cache(maxsize=128)
def _openings(hours: Hours, nation: Nation, zone: str) -> Openings:
    return Openings(hours, nation, zone)


@dataclass(frozen=True)
class WorkingTime:
    """An agency's working time: open whenever its wall clock shows an opening hour."""

    agency: Agency

    @cached_property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.agency.timezone)

    @cached_property
    def _openings(self) -> Openings:
        return _openings(self.agency.hours, self.agency.nation, self.agency.timezone)

    def local(self, at: datetime) -> datetime:
        """Puts the same instant on the agency's wall clock. Raises ValueError without a zone."""
        if at.tzinfo is None:
            raise ValueError("an instant needs its time zone: pass an aware datetime")
        return at.astimezone(self._zone)

    def works_on(self, day: date) -> bool:
        """Tells whether the agency works at all on this day."""
        return self._openings.works_on(day)

    def is_open(self, at: datetime) -> bool:
        """Tells whether somebody can be expected to read a message now."""
        local = self.local(at)
        return self.agency.hours.include(local.time()) and self.works_on(local.date())

    def add(self, start: datetime, working: timedelta) -> datetime:
        """Finds the earliest instant by which this much open time has passed; maybe a closing time.

        To remind inside working hours, ask for `next_opening` of it.
        """
        if working < timedelta(0):
            raise ValueError("working time only runs forward: pass a positive duration")
        at = start.astimezone(UTC)
        if not working:
            return at
        year = self.local(at).year
        left = self._openings.of(year).gone(at) + working
        while left > (whole := self._openings.of(year).whole):
            if not whole:
                self._stretch(datetime(year, 1, 1, tzinfo=UTC))  # raises where it never opens again
            left, year = left - whole, year + 1
        return self._openings.of(year).reached(left)

    def next_opening(self, at: datetime) -> datetime:
        """Gives this instant if the agency is open, or when it next opens."""
        return self._stretch(at)[0]

    def next_closed(self, at: datetime) -> datetime | None:
        """Gives this instant if the agency is closed, or when it next closes; None: never."""
        until = at + timedelta(days=_HORIZON)
        while at < until:
            opens, closes = self._stretch(at)
            if opens > at:
                return at
            at = closes  # where it is open day and night, the next day begins at once
        return None

    def next_working_day(self, at: datetime) -> datetime:
        """Finds when the agency first opens on a later day."""
        tomorrow = datetime.combine(self.local(at).date() + _DAY, time(0), self._zone)
        return self.next_opening(tomorrow)

    def closing(self, at: datetime, days: int) -> datetime:
        """Finds when the agency closes on this many-th working day; today isn't counted."""
        for _ in range(days):
            at = self.next_working_day(at)
        *_, (_, closes) = self._openings.on(self.local(at).date())
        return closes

    def between(self, start: datetime, end: datetime) -> timedelta:
        """Counts how long the agency is open between two instants."""
        if end <= start:
            return timedelta(0)
        first, last = self.local(start).year, self.local(end).year
        found = self._openings.of(last).gone(end) - self._openings.of(first).gone(start)
        return found + sum((self._openings.of(y).whole for y in range(first, last)), timedelta(0))

    def _stretch(self, at: datetime) -> Stretch:
        """The rest of the open stretch at this instant, or the next whole one."""
        now, year = at.astimezone(UTC), self.local(at).year
        for later in range(_YEARS):
            if found := self._openings.of(year + later).after(now):
                return found
        raise NeverOpenError(NeverOpenError.__doc__)


def day_in(zone: str, at: datetime) -> date:
    """Tells which day it is at this instant where clocks show this zone's time."""
    return at.astimezone(ZoneInfo(zone)).date()


def day_at(partnership: Partnership, agency: str | None, at: datetime) -> date:
    """Tells which day it is for an agency; for one that isn't here any more, or none, for the
    first.
    """
    return day_in(_zone_of(partnership, agency), at)


def days_on(
    partnership: Partnership, agency: str | None, at: datetime, days: int, hour: time
) -> datetime:
    """Finds an hour so many days on, by an agency's clock: one for all that began on the day."""
    zone = ZoneInfo(_zone_of(partnership, agency))
    day = at.astimezone(zone).date() + days * _DAY
    return datetime.combine(day, hour, zone).astimezone(UTC)


def _zone_of(partnership: Partnership, agency: str | None) -> str:
    agencies = partnership.agencies
    return next((a for a in agencies if a.id == agency), agencies[0]).timezone


def earliest_day(partnership: Partnership, at: datetime) -> date:
    """Tells which day it is for the agency that is last to begin one: those before are over."""
    return min(day_in(agency.timezone, at) for agency in partnership.agencies)


def next_slot(partnership: Partnership, agency: Agency, at: datetime) -> datetime:
    """Finds the next release time, strictly later, at which this agency is open.

    An agency whose hours meet no slot gets its next opening instead, so nothing waits for ever.
    """
    working = WorkingTime(agency)
    today = working.local(at).date()
    for later in range(_HORIZON):
        day = today + later * _DAY
        for slot in partnership.slots.times if working.works_on(day) else ():
            release = datetime.combine(day, slot, ZoneInfo(agency.timezone)).astimezone(UTC)
            if release > at and working.is_open(release):
                return release
    return working.next_working_day(at)


def answers_from(route: Route, agency: Agency, at: datetime) -> datetime | None:
    """Finds from when somebody answers this number: this instant, or later where it is closed.

    Its hours are on the agency's clock, with its nation's bank holidays. None: not within years.
    """
    hours = route.hours or route.outside
    if hours is None:
        return at
    times = WorkingTime(agency.model_copy(update={"hours": hours}))
    try:
        return times.next_opening(at) if route.hours else times.next_closed(at)
    except NeverOpenError:
        return None if route.hours else at

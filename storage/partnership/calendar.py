"""Working time: when an agency is open, on its own wall clock, and counting only that."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

import holidays

from storage.partnership.model import Agency, Partnership
from storage.partnership.shapes import Nation

_DAY = timedelta(days=1)
# An agency that is closed this long has a mistake in its hours; better to say so than to search on.
_HORIZON = 800
_SUBDIVISIONS: dict[Nation, str] = {
    "england": "ENG",
    "wales": "WLS",
    "scotland": "SCT",
    "northern_ireland": "NIR",
}

Stretch = tuple[datetime, datetime]
"""Open from the first instant until just before the second, in UTC."""


class NeverOpenError(Exception):
    """This agency has no open hour within two years: mend its days, hours or closed dates."""


@lru_cache(maxsize=256)
def bank_holidays(nation: Nation, year: int) -> frozenset[date]:
    """The nation's bank holidays; they differ across the United Kingdom."""
    return frozenset(holidays.country_holidays("GB", subdiv=_SUBDIVISIONS[nation], years=year))


@dataclass(frozen=True)
class WorkingTime:
    """An agency's working time: open whenever its wall clock shows an opening hour."""

    agency: Agency

    @cached_property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.agency.timezone)

    @cached_property
    def _closed(self) -> frozenset[date]:
        return frozenset(self.agency.hours.closed)

    def local(self, at: datetime) -> datetime:
        """The same instant on the agency's wall clock."""
        if at.tzinfo is None:
            raise ValueError("an instant needs its time zone: pass an aware datetime")
        return at.astimezone(self._zone)

    def works_on(self, day: date) -> bool:
        """Whether the agency works at all on this day."""
        hours = self.agency.hours
        if day.weekday() not in hours.days or day in self._closed:
            return False
        return hours.open_on_bank_holidays or day not in bank_holidays(self.agency.nation, day.year)

    def is_open(self, at: datetime) -> bool:
        """Whether somebody can be expected to read a message now."""
        local = self.local(at)
        hours = self.agency.hours
        shows = hours.opens <= local.time() and (
            hours.closes == time(0) or local.time() < hours.closes
        )
        return shows and self.works_on(local.date())

    def add(self, start: datetime, working: timedelta) -> datetime:
        """The earliest instant by which this much open time has passed; maybe a closing time.

        To remind inside working hours, ask for `next_opening` of it.
        """
        if working < timedelta(0):
            raise ValueError("working time only runs forward: pass a positive duration")
        at, left = start.astimezone(UTC), working
        while left:
            opened, closes = self._stretch(at)
            if opened + left <= closes:
                return opened + left
            at, left = closes, left - (closes - opened)
        return at

    def next_opening(self, at: datetime) -> datetime:
        """This instant if the agency is open, or when it next opens."""
        return self._stretch(at)[0]

    def next_working_day(self, at: datetime) -> datetime:
        """When the agency first opens on a later day."""
        tomorrow = datetime.combine(self.local(at).date() + _DAY, time(0), self._zone)
        return self.next_opening(tomorrow)

    def closing(self, at: datetime, days: int) -> datetime:
        """When the agency closes on this many-th working day; the day it is now isn't counted."""
        for _ in range(days):
            at = self.next_working_day(at)
        *_, (_, closes) = self._stretches(self.local(at).date())
        return closes

    def between(self, start: datetime, end: datetime) -> timedelta:
        """How long the agency is open between two instants."""
        total, (opens, closes) = timedelta(0), self._stretch(start)
        while opens < end:
            total += min(closes, end) - opens
            opens, closes = self._stretch(closes)
        return total

    def _stretch(self, at: datetime) -> Stretch:
        """The rest of the open stretch at this instant, or the next whole one."""
        now, day = at.astimezone(UTC), self.local(at).date()
        for later in range(_HORIZON):
            for opens, closes in self._stretches(day + later * _DAY):
                if now < closes:
                    return max(now, opens), closes
        raise NeverOpenError(NeverOpenError.__doc__)

    def _stretches(self, day: date) -> Iterator[Stretch]:
        """A day's open stretches: one, unless the clocks change within the opening hours."""
        if not self.works_on(day):
            return
        hours = self.agency.hours
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


def next_slot(partnership: Partnership, agency: Agency, at: datetime) -> datetime:
    """The next release time, strictly later, at which this agency is open.

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

"""Working time, held against a slow and obvious model that looks at every minute."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.partnership import (
    Agency,
    AgencyId,
    Hours,
    Nation,
    NeverOpenError,
    Partnership,
    PersonId,
    Route,
    Slots,
    WorkingTime,
    next_slot,
)

LONDON = ZoneInfo("Europe/London")
MINUTE = timedelta(minutes=1)
Hour = tuple[int, int, int, int]
# Written out from the governments' own lists, so that the library is checked, not echoed.
SHARED = {date(2024, 3, 29), date(2025, 12, 25), date(2025, 12, 26), date(2026, 1, 1)}
BANK_HOLIDAYS: dict[Nation, set[date]] = {
    "england": SHARED | {date(2024, 4, 1)},
    "wales": SHARED | {date(2024, 4, 1)},
    "scotland": SHARED | {date(2026, 1, 2)},
    "northern_ireland": SHARED | {date(2024, 4, 1)},
}
# Around both changes of the clocks, a leap day, Easter (not Scotland's) and Christmas.
SEASONS = [
    datetime(2024, 2, 27, tzinfo=UTC),
    datetime(2024, 3, 28, tzinfo=UTC),
    datetime(2024, 10, 24, tzinfo=UTC),
    datetime(2025, 3, 28, tzinfo=UTC),
    datetime(2025, 10, 24, tzinfo=UTC),
    datetime(2025, 12, 22, tzinfo=UTC),
]


def agency(
    hours: Hours | None = None, nation: Nation = "england", zone: str = "Europe/London"
) -> Agency:
    """An agency of which only the hours matter."""
    return Agency(
        id=AgencyId("school"),
        name={"en": "School"},
        sector="education",
        nation=nation,
        timezone=zone,
        hours=hours or Hours(),
        urgent=(Route(name={"en": "Police"}, number="999"),),
        leads=(PersonId("web:lead"),),
        roles={"fallback": (PersonId("web:head"),)},
    )


def london(year: int, month: int, day: int, hour: int) -> datetime:
    """An hour as London's clocks show it."""
    return datetime(year, month, day, hour, tzinfo=LONDON)


def open_then(of: Agency, at: datetime) -> bool:
    """The model: what the clock on the agency's wall shows, and nothing else."""
    wall = at.astimezone(ZoneInfo(of.timezone))
    hours = of.hours
    closes = hours.closes if hours.closes != time(0) else time(23, 59, 59)
    holiday = wall.date() in BANK_HOLIDAYS[of.nation] and not hours.open_on_bank_holidays
    works = wall.weekday() in hours.days and wall.date() not in hours.closed and not holiday
    return works and hours.opens <= wall.time() < closes


def added_slowly(of: Agency, start: datetime, minutes: int) -> datetime | None:
    """The model: walk minute by minute; None beyond what it is sure of (nine days)."""
    at, end = start, start + timedelta(days=9)
    while minutes:
        minutes -= open_then(of, at)
        at += MINUTE
        if at > end:
            return None
    return at


minutes_of_day = st.integers(0, 1439).map(lambda n: time(n // 60, n % 60))
# The hours around which the clocks change are tried as often as all others.
times = st.one_of(minutes_of_day, st.sampled_from([time(0), time(0, 30), time(1), time(1, 30)]))
days = st.sets(st.integers(0, 6), min_size=1).map(lambda found: tuple(sorted(found)))


@st.composite
def agencies(draw: st.DrawFn) -> Agency:
    opens = draw(times)
    closes = draw(times.filter(lambda t: t == time(0) or t > opens))
    closed = draw(st.lists(st.dates(date(2024, 2, 26), date(2024, 4, 5)), max_size=3))
    hours = Hours(
        days=draw(days),
        opens=opens,
        closes=closes,
        closed=tuple(closed),
        open_on_bank_holidays=draw(st.booleans()),
    )
    nation: Nation = draw(st.sampled_from(["england", "wales", "scotland", "northern_ireland"]))
    return agency(hours, nation)


starts = st.builds(
    lambda season, minutes: season + minutes * MINUTE,
    st.sampled_from(SEASONS),
    st.integers(0, 5 * 1440),
)


@settings(max_examples=60, deadline=None)
@given(of=agencies(), start=starts, minutes=st.integers(0, 1600))
def test_working_time_is_what_counting_every_open_minute_gives(
    of: Agency, start: datetime, minutes: int
) -> None:
    slow = added_slowly(of, start, minutes)
    if slow is not None:
        assert WorkingTime(of).add(start, minutes * MINUTE) == slow


@settings(max_examples=60, deadline=None)
@given(of=agencies(), start=starts)
def test_it_opens_next_at_the_first_open_minute(of: Agency, start: datetime) -> None:
    minutes = (start + n * MINUTE for n in range(9 * 1440))
    slow = next((at for at in minutes if open_then(of, at)), None)
    if slow is not None:
        assert WorkingTime(of).next_opening(start) == slow


@settings(max_examples=200, deadline=None)
@given(of=agencies(), at=starts)
def test_it_is_open_when_the_wall_clock_says_so(of: Agency, at: datetime) -> None:
    assert WorkingTime(of).is_open(at) == open_then(of, at)


@settings(max_examples=100, deadline=None)
@given(of=agencies(), start=starts, first=st.integers(0, 900), then=st.integers(1, 900))
def test_two_waits_in_a_row_are_one_long_wait(
    of: Agency, start: datetime, first: int, then: int
) -> None:
    working = WorkingTime(of)
    halfway = working.add(start, first * MINUTE)
    assert working.add(halfway, then * MINUTE) == working.add(start, (first + then) * MINUTE)


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        pytest.param((2025, 3, 28, 16), 2, (2025, 3, 31, 10), id="weekend the clocks go forward"),
        pytest.param((2025, 10, 24, 16), 2, (2025, 10, 27, 10), id="weekend the clocks go back"),
        pytest.param((2024, 2, 28, 16), 9, (2024, 2, 29, 17), id="leap day"),
        pytest.param((2025, 12, 24, 16), 2, (2025, 12, 29, 10), id="Christmas"),
        pytest.param((2025, 6, 4, 3), 1, (2025, 6, 4, 10), id="before opening"),
        pytest.param((2025, 6, 4, 9), 8, (2025, 6, 4, 17), id="ends as it closes"),
    ],
)
def test_a_deadline_lands_where_a_colleague_would_put_it(
    start: Hour, hours: int, due: Hour
) -> None:
    added = WorkingTime(agency()).add(london(*start), timedelta(hours=hours))
    assert added == london(*due)
    assert added.tzinfo is UTC


@pytest.mark.parametrize(
    ("nation", "opens"),
    [
        pytest.param("england", (2024, 4, 2, 9), id="Easter Monday in England"),
        pytest.param("scotland", (2024, 4, 1, 9), id="no Easter Monday in Scotland"),
    ],
)
def test_bank_holidays_are_those_of_the_nation(nation: Nation, opens: Hour) -> None:
    # Good Friday 2024 is the day after.
    working = WorkingTime(agency(nation=nation))
    assert working.next_working_day(london(2024, 3, 28, 12)) == london(*opens)


def test_orangemens_day_is_kept_in_northern_ireland_only() -> None:
    noon = london(2024, 7, 12, 12)
    assert not WorkingTime(agency(nation="northern_ireland")).is_open(noon)
    assert WorkingTime(agency(nation="wales")).is_open(noon)


def test_an_agency_that_never_sleeps_counts_every_hour_of_the_long_and_the_short_day() -> None:
    always = Hours(days=tuple(range(7)), opens=time(0), closes=time(0), open_on_bank_holidays=True)
    working = WorkingTime(agency(always))
    assert working.add(london(2025, 3, 30, 0), timedelta(hours=23)) == london(2025, 3, 31, 0)
    assert working.add(london(2025, 10, 26, 0), timedelta(hours=25)) == london(2025, 10, 27, 0)


def test_the_next_working_day_is_never_today() -> None:
    working = WorkingTime(agency())
    assert working.next_working_day(london(2025, 6, 6, 3)) == london(2025, 6, 9, 9)


def test_the_next_slot_is_strictly_later_and_inside_the_agencys_hours() -> None:
    school = agency(Hours(opens=time(8), closes=time(15, 30)))
    partnership = Partnership(id="anytown", name={"en": "Anytown"}, agencies=(school,))
    at_ten = london(2025, 6, 6, 10)
    assert next_slot(partnership, school, at_ten - MINUTE) == at_ten
    assert next_slot(partnership, school, at_ten) == london(2025, 6, 6, 13)
    # 16:00 on Friday is after the school day, so it is Monday.
    assert next_slot(partnership, school, london(2025, 6, 6, 13)) == london(2025, 6, 9, 10)


def test_a_slot_keeps_its_wall_time_when_the_clocks_change() -> None:
    school = agency()
    partnership = Partnership(id="anytown", name={"en": "Anytown"}, agencies=(school,))
    before = next_slot(partnership, school, london(2025, 3, 28, 9))
    after = next_slot(partnership, school, london(2025, 3, 31, 9))
    assert (before.hour, after.hour) == (10, 9)


def test_an_agency_that_meets_no_slot_releases_as_it_opens() -> None:
    nights = agency(Hours(opens=time(20), closes=time(23)))
    partnership = Partnership(
        id="anytown", name={"en": "Anytown"}, agencies=(nights,), slots=Slots(times=(time(10),))
    )
    assert next_slot(partnership, nights, london(2025, 6, 4, 21)) == london(2025, 6, 5, 20)


def test_an_agency_that_never_opens_says_so() -> None:
    shut = tuple(date(2025, 1, 1) + timedelta(days=n) for n in range(1200))
    with pytest.raises(NeverOpenError, match="fix its days"):
        WorkingTime(agency(Hours(closed=shut))).next_opening(london(2025, 6, 4, 21))


def test_an_instant_without_its_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware datetime"):
        WorkingTime(agency()).is_open(datetime.fromisoformat("2025-06-04T12:00"))


def test_time_only_runs_forward() -> None:
    with pytest.raises(ValueError, match="only runs forward"):
        WorkingTime(agency()).add(london(2025, 6, 4, 21), -MINUTE)

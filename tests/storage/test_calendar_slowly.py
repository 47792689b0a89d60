"""Everything that is asked of a calendar, held against a model that looks at every minute."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from storage.partnership import (
    Agency,
    Hours,
    Limit,
    Nation,
    Partnership,
    Slots,
    WorkingTime,
    due,
    next_slot,
    nudge_at,
)
from tests.storage import calendar_model as wall
from tests.storage.test_calendar import agency

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
# Christmas, both changes of the clocks (with Easter between), a leap day, 12 July; and the changes
# of half an hour on Lord Howe.
SEASONS = [
    datetime(2026, 12, 22, tzinfo=UTC),
    datetime(2027, 3, 25, tzinfo=UTC),
    datetime(2026, 10, 23, tzinfo=UTC),
    datetime(2028, 2, 27, tzinfo=UTC),
    datetime(2027, 7, 9, tzinfo=UTC),
    datetime(2027, 4, 2, tzinfo=UTC),
    datetime(2026, 10, 2, tzinfo=UTC),
]
ZONES = ["Europe/London", "Australia/Lord_Howe", "America/St_Johns", "Asia/Tokyo", "Africa/Cairo"]
NATIONS: list[Nation] = ["england", "wales", "scotland", "northern_ireland"]
ALWAYS = Hours(days=tuple(range(7)), opens=time(0), closes=time(0), open_on_bank_holidays=True)
CLOSED = [date(2026, 12, 24) + n * DAY for n in range(8)] + [date(2027, 3, 30), date(2028, 2, 29)]
EDGES = [time(0), time(0, 30), time(1), time(1, 30), time(2), time(9), time(17), time(23, 59)]
TIMES = st.one_of(st.integers(0, 1439).map(lambda n: time(n // 60, n % 60)), st.sampled_from(EDGES))


def _minute(of: time) -> int:
    return of.hour * 60 + of.minute


@st.composite
def agencies(draw: st.DrawFn) -> Agency:
    """Any hours, in any nation and some zones."""
    opens = draw(TIMES.filter(lambda t: _minute(t) <= 1380))
    hours = Hours(
        days=draw(st.sets(st.integers(0, 6), min_size=1).map(lambda d: tuple(sorted(d)))),
        opens=opens,
        closes=draw(TIMES.filter(lambda t: t == time(0) or _minute(t) >= _minute(opens) + 60)),
        closed=tuple(CLOSED) if draw(st.booleans()) else (),
        open_on_bank_holidays=draw(st.booleans()),
    )
    zone = draw(st.one_of(st.just("Europe/London"), st.sampled_from(ZONES)))
    return agency(hours, draw(st.sampled_from(NATIONS)), zone)


MOMENTS = st.builds(
    lambda season, minutes: season + minutes * MINUTE,
    st.sampled_from(SEASONS),
    st.integers(0, 5 * 1440),
)
LIMITS = st.one_of(
    st.builds(Limit, st.integers(1, 30), st.just("working hour")),
    st.builds(Limit, st.integers(1, 9), st.just("working day")),
    st.builds(Limit, st.integers(1, 40), st.just("calendar day")),
    st.builds(Limit, st.integers(1, 24), st.just("month")),
    st.builds(Limit, st.integers(1, 400), st.sampled_from(["minute", "hour"])),
)  # fmt: skip
walk = settings(max_examples=40, deadline=None, derandomize=True, database=None)


@walk
@given(of=agencies(), start=MOMENTS, limit=LIMITS)
@example(agency(), datetime(2028, 2, 29, 12, tzinfo=UTC), Limit(12, "month"))
@example(agency(), datetime(2026, 10, 31, 12, tzinfo=UTC), Limit(4, "month"))
@example(agency(), datetime(2027, 3, 27, 1, 30, tzinfo=UTC), Limit(1, "calendar day"))
def test_it_is_owed_when_counting_says_so(of: Agency, start: datetime, limit: Limit) -> None:
    assert due(limit, of, start) == wall.owed_by(limit, of, start)


@walk
@given(
    of=agencies(),
    start=MOMENTS,
    limit=LIMITS.filter(lambda limit: limit.unit != "month" and limit.amount < 40),
)
def test_they_are_nudged_when_three_quarters_of_the_minutes_are_over(
    of: Agency, start: datetime, limit: Limit
) -> None:
    end = due(limit, of, start)
    at = wall.three_quarters(limit, of, start, end)
    if limit.unit not in ("minute", "hour"):
        opening = wall.next_open(of, at)
        at = opening if opening < end else at
    assert abs(nudge_at(limit, of, start, end) - at) < timedelta(milliseconds=1)


@walk
@given(of=agencies(), at=MOMENTS, minutes=st.integers(0, 3000))
@example(agency(ALWAYS), datetime(2026, 10, 25, 0, 30, tzinfo=UTC), 90)
@example(agency(ALWAYS), datetime(2026, 12, 31, 23, 30, tzinfo=UTC), 60)
def test_it_opens_closes_and_counts_as_the_clock_on_the_wall_shows(
    of: Agency, at: datetime, minutes: int
) -> None:
    working = WorkingTime(of)
    assert working.is_open(at) == wall.is_open(of, at)
    assert working.next_opening(at) == wall.next_open(of, at)
    assert working.next_working_day(at) == wall.on_a_later_day(of, at)
    assert working.add(at, minutes * MINUTE) == wall.after_open(of, at, minutes)
    assert working.closing(at, 2) == wall.closing(of, at, 2)


@walk
@given(of=agencies(), start=MOMENTS, minutes=st.integers(-60, 30 * 1440))
@example(agency(ALWAYS), datetime(2026, 12, 30, tzinfo=UTC), 4 * 1440)
def test_between_two_moments_lie_as_many_open_minutes_as_one_counts(
    of: Agency, start: datetime, minutes: int
) -> None:
    end = start + minutes * MINUTE
    assert WorkingTime(of).between(start, end) == wall.open_between(of, start, end) * MINUTE


@settings(walk, max_examples=25)
@given(
    of=agencies(),
    at=MOMENTS,
    slots=st.sets(st.sampled_from([time(6), time(10), time(13, 15), time(16), time(23, 30)])),
)
def test_the_next_slot_is_the_first_one_that_finds_somebody_there(
    of: Agency, at: datetime, slots: set[time]
) -> None:
    times = tuple(sorted(slots)) or (time(10),)
    partnership = Partnership(
        id="anytown", name={"en": "Anytown"}, agencies=(of,), slots=Slots(times=times)
    )
    assert next_slot(partnership, of, at) == wall.next_slot(of, times, at)


def test_a_year_has_an_end_and_the_next_one_goes_on_from_there() -> None:
    working, eve = WorkingTime(agency(ALWAYS)), datetime(2026, 12, 31, 12, tzinfo=UTC)
    assert working.add(eve, 24 * 60 * MINUTE) == eve + DAY
    assert working.between(eve, eve + 800 * DAY) == 800 * DAY

"""When an answer is owed: hours, working hours, working days and calendar days end differently."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.partnership import (
    Agency,
    Hours,
    Limit,
    Nation,
    Stage,
    WorkingTime,
    due,
    nudge_at,
    stage_due,
)
from storage.partnership.escalation import After
from storage.partnership.values import Unit
from tests.storage.test_calendar import LONDON, agencies, agency, london, starts

OFFICE = agency()  # Monday to Friday, 9:00 to 17:00, in England
Clock = tuple[int, int, int, int]


@pytest.mark.parametrize(
    ("amount", "unit", "end"),
    [
        pytest.param(90, "minute", (2025, 6, 6, 16, 30), id="minutes by the clock"),
        pytest.param(24, "hour", (2025, 6, 7, 15, 0), id="24 hours end on a Saturday"),
        pytest.param(4, "working hour", (2025, 6, 9, 11, 0), id="working hours go on on Monday"),
        pytest.param(1, "working day", (2025, 6, 9, 17, 0), id="a working day is all of Monday"),
        pytest.param(5, "working day", (2025, 6, 13, 17, 0), id="a working week"),
        pytest.param(1, "calendar day", (2025, 6, 7, 15, 0), id="a calendar day is Saturday"),
        pytest.param(28, "calendar day", (2025, 7, 4, 15, 0), id="four weeks"),
    ],
)
def test_a_limit_from_friday_afternoon(
    amount: int, unit: Unit, end: tuple[int, int, int, int, int]
) -> None:
    found = due(Limit(amount, unit), OFFICE, london(2025, 6, 6, 15))
    assert found == datetime(*end, tzinfo=LONDON)
    assert found.tzinfo is UTC


@pytest.mark.parametrize(
    ("nation", "start", "end"),
    [
        pytest.param("england", (2024, 3, 28, 12), (2024, 4, 3, 17), id="Easter in England"),
        pytest.param("wales", (2024, 3, 28, 12), (2024, 4, 3, 17), id="Easter in Wales"),
        pytest.param("scotland", (2024, 3, 28, 12), (2024, 4, 2, 17), id="Easter in Scotland"),
        pytest.param("england", (2025, 12, 31, 12), (2026, 1, 5, 17), id="New Year in England"),
        pytest.param("scotland", (2025, 12, 31, 12), (2026, 1, 6, 17), id="New Year in Scotland"),
        pytest.param("northern_ireland", (2024, 7, 11, 12), (2024, 7, 16, 17), id="12 July"),
        pytest.param("wales", (2024, 7, 11, 12), (2024, 7, 15, 17), id="12 July in Cardiff"),
        pytest.param("northern_ireland", (2025, 3, 14, 12), (2025, 3, 19, 17), id="St Patrick's"),
        pytest.param("scotland", (2025, 11, 28, 12), (2025, 12, 3, 17), id="St Andrew's, observed"),
        pytest.param("england", (2025, 11, 28, 12), (2025, 12, 2, 17), id="no St Andrew's"),
    ],
)  # fmt: skip
def test_two_working_days_step_over_the_bank_holidays_of_the_nation(
    nation: Nation, start: Clock, end: Clock
) -> None:
    found = due(Limit(2, "working day"), agency(nation=nation), london(*start))
    assert found == london(*end)


@pytest.mark.parametrize(
    ("amount", "unit", "forward", "back"),
    [
        # From noon on the Friday before: the clocks change early on Sunday.
        pytest.param(3, "calendar day", 12, 12, id="the same time of day"),
        pytest.param(72, "hour", 13, 11, id="hours are hours"),
        pytest.param(1, "working day", 17, 17, id="as it closes"),
        pytest.param(8, "working hour", 12, 12, id="nobody works that night"),
    ],
)
def test_over_a_weekend_on_which_the_clocks_change(
    amount: int, unit: Unit, forward: int, back: int
) -> None:
    limit = Limit(amount, unit)
    spring, autumn = (london(*noon, 12).astimezone(UTC) for noon in ((2025, 3, 28), (2025, 10, 24)))
    assert due(limit, OFFICE, spring) == london(2025, 3, 31, forward)
    assert due(limit, OFFICE, autumn) == london(2025, 10, 27, back)


def test_a_calendar_day_that_ends_in_the_hour_that_is_left_out_ends_just_after_it() -> None:
    half_past_one = datetime(2025, 3, 29, 1, 30, tzinfo=LONDON)
    assert due(Limit(1, "calendar day"), OFFICE, half_past_one) == datetime(
        2025, 3, 30, 1, 30, tzinfo=UTC
    )


@pytest.mark.parametrize("hour", [3, 12, 22])
def test_a_working_day_that_starts_when_nobody_works_is_the_next_one(hour: int) -> None:
    assert due(Limit(1, "working day"), OFFICE, london(2025, 6, 7, hour)) == london(2025, 6, 9, 17)


def test_an_agency_that_never_closes_has_until_midnight() -> None:
    always = agency(Hours(days=tuple(range(7)), opens=time(0), closes=time(0)))
    found = due(Limit(1, "working day"), always, london(2025, 6, 6, 15))
    assert found == london(2025, 6, 8, 0)


@settings(max_examples=100, deadline=None)
@given(start=starts, amount=st.integers(1, 9))
def test_a_limit_in_working_days_leaves_at_least_that_many_whole_days(
    start: datetime, amount: int
) -> None:
    end = due(Limit(amount, "working day"), OFFICE, start)
    working = WorkingTime(OFFICE)
    assert timedelta(0) <= working.between(start, end) - amount * timedelta(hours=8)
    assert working.between(start, end) < (amount + 1) * timedelta(hours=8) + timedelta(seconds=1)
    assert not working.is_open(end)


@settings(max_examples=60, deadline=None)
@given(of=agencies(), start=starts, minutes=st.integers(0, 1600))
def test_the_time_between_is_what_was_added(of: Agency, start: datetime, minutes: int) -> None:
    working, wait = WorkingTime(of), timedelta(minutes=minutes)
    assert working.between(start, working.add(start, wait)) == wait


@pytest.mark.parametrize(
    ("after", "end"),
    [
        pytest.param("raised", (2025, 6, 9, 17), id="since Monday last week: five days, a week on"),
        pytest.param("previous", (2025, 6, 11, 17), id="since Wednesday last week"),
        pytest.param("stage", (2025, 6, 13, 17), id="since Friday last week"),
    ],
)
def test_a_stage_counts_from_the_moment_that_its_policy_names(after: After, end: Clock) -> None:
    stage = Stage(
        name={"en": "Managers"}, answers="manager", within=Limit(5, "working day"), after=after
    )
    found = stage_due(
        stage,
        OFFICE,
        raised=london(2025, 6, 2, 10),
        previous=london(2025, 6, 4, 10),
        began=london(2025, 6, 6, 10),
    )
    assert found == london(*end)


@pytest.mark.parametrize("after", ["raised", "previous"])
def test_nobody_is_late_before_being_asked(after: After) -> None:
    stage = Stage(
        name={"en": "Managers"}, answers="manager", within=Limit(2, "working day"), after=after
    )
    long_ago, now = london(2025, 5, 6, 10), london(2025, 6, 2, 10)
    found = stage_due(stage, OFFICE, raised=long_ago, previous=long_ago, began=now)
    assert found == london(2025, 6, 4, 17)


@pytest.mark.parametrize(
    ("limit", "nudge"),
    [
        pytest.param(Limit(2, "hour"), datetime(2025, 6, 6, 16, 30, tzinfo=LONDON), id="by clock"),
        # 18 open hours until Tuesday evening, of which 13.5 are gone.
        pytest.param(
            Limit(2, "working day"), datetime(2025, 6, 10, 12, 30, tzinfo=LONDON), id="working days"
        ),
        pytest.param(Limit(4, "working hour"), london(2025, 6, 9, 10), id="working hours"),
        pytest.param(Limit(4, "calendar day"), london(2025, 6, 9, 15), id="calendar days"),
        pytest.param(Limit(3, "calendar day"), london(2025, 6, 9, 9), id="Sunday waits for Monday"),
        pytest.param(Limit(2, "calendar day"), london(2025, 6, 8, 3), id="too late on Monday"),
    ],
)
def test_a_nudge_comes_when_three_quarters_have_passed(limit: Limit, nudge: datetime) -> None:
    friday = london(2025, 6, 6, 15)
    assert nudge_at(limit, OFFICE, friday, due(limit, OFFICE, friday)) == nudge

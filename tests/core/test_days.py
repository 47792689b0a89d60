"""Whatever is written carries its agency's day: each hour, in every nation, as clocks change."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import get_args
from zoneinfo import ZoneInfo

import pytest

from handlers.shared.closing import close
from prompts.words import Day, speak
from storage.engine.clock import utc
from storage.partnership import PersonId
from storage.partnership.base import Nation
from storage.partnership.calendar import bank_holidays
from storage.schema import main_metadata
from tests.conftest import Stores
from tests.core.anytown import FixedClock, Town, anytown, example
from tests.handlers.referral.test_dialogue import REFERRAL

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
"""Sundays on which clocks change in the United Kingdom."""
PLACES = [(nation, "Europe/London") for nation in get_args(Nation)]
ELSEWHERE = [("england", "Pacific/Auckland"), ("england", "America/New_York")]
ASKED = {**REFERRAL, "kind": "information"}
"""Within five working days, in every nation."""
DATED = [table for table in main_metadata.sorted_tables if "day" in table.c]


@asynccontextmanager
async def town_in(
    stores: Stores, folder: Path, place: tuple[str, str], at: datetime
) -> AsyncIterator[Town]:
    """Anytown, with every agency of that nation and in that time zone."""
    where = {"nation": place[0], "timezone": place[1]}
    agencies = tuple(agency.model_copy(update=where) for agency in example().agencies)
    there = example().model_copy(update={"agencies": agencies})
    async with anytown(stores, folder, FixedClock(at), there) as town:
        yield town


def hours_around(day: date, zone: ZoneInfo) -> Iterator[datetime]:
    """Half past each hour, from the last of the day before to the second of the day after.

    The hour that comes twice is there twice, and the one that is left out isn't.
    """
    at = datetime.combine(day, time(0), zone).astimezone(UTC) - HOUR / 2
    while at < datetime.combine(day + DAY, time(2), zone).astimezone(UTC):
        yield at
        at += HOUR


async def days_kept(town: Town) -> set[object]:
    """Every day that stands in main."""
    return {day for table in DATED for day in await town.column(table.name, "day")}


async def empties(town: Town) -> None:
    """As if nothing had been written before."""
    async with town.core.engine.begin() as connection:
        for table in reversed(main_metadata.sorted_tables):
            if table.name != "member":
                await connection.execute(table.delete())


def in_the_suite_and_in_the_drill(places: Sequence[tuple[str, str]]) -> list[object]:
    """The first of them each time; the others where more time is taken."""
    return [places[0], *(pytest.param(place, marks=pytest.mark.thorough) for place in places[1:])]


@pytest.mark.parametrize("change", [SPRING, AUTUMN])
@pytest.mark.parametrize("place", in_the_suite_and_in_the_drill([*PLACES, *ELSEWHERE]))
async def test_each_hour_everything_carries_the_agencys_day(
    sqlite_stores: Stores, tmp_path: Path, place: tuple[str, str], change: date
) -> None:
    zone = ZoneInfo(place[1])
    moments = list(hours_around(change, zone))
    async with town_in(sqlite_stores, tmp_path, place, moments[0]) as town:
        for at in moments:
            town.clock.set(at)
            today = at.astimezone(zone).date()
            await empties(town)
            await town.raises("leila", how="anonymous", release="now")
            await town.raises("leila", how="named")
            assert await days_kept(town) == {today}, at
            said = speak(Day(today), "en")
            (await town.reads("grace")).sees(said)
            (await town.mine("leila")).sees(said)
            await empties(town)
            await _referrals(town, today)
            await _stand_ins(town, today)


async def _referrals(town: Town, today: date) -> None:
    """Due by yesterday is refused, and today is not; a limit of days begins to count today."""
    page = await town.does("leila", "referral")
    yesterday = (today - DAY).isoformat()
    (await page.fills(ASKED, due=yesterday)).refused("Please choose today", "due")
    page = await town.does("leila", "referral")
    (await page.fills(ASKED, due=today.isoformat())).sees("We also remind them")
    await empties(town)
    page = await town.does("leila", "referral")
    (await page.fills(ASKED)).sees("We also remind them")
    [due] = await town.column("referral", "due_at")
    assert isinstance(due, datetime)
    agency = town.core.partnership.agencies[0]
    local = utc(due).astimezone(ZoneInfo(agency.timezone))
    working = (today + n * DAY for n in range(1, 20))
    theirs = [d for d in working if d.weekday() < 5 and d not in bank_holidays(agency.nation, 2026)]
    assert local.date() == theirs[4]
    assert await days_kept(town) == {today}


async def _stand_ins(town: Town, today: date) -> None:
    """Whoever is away is so on each of their days, from midnight to midnight."""
    page = await town.does("grace", "standin")
    shown = [getattr(field, "value", "") for field in page.form.fields]
    assert shown[1:] == [today.isoformat()] * 2
    for first, last, away in ((-1, 0, True), (0, 0, True), (0, 1, True), (1, 1, False)):
        page = await town.does("grace", "standin")
        days = {"first": (today + first * DAY), "last": (today + last * DAY)}
        answers = {name: day.isoformat() for name, day in days.items()}
        (await page.fills(person="web:ruth-ellison", **answers)).sees("Stand-in named")
        before = len(town.cards("ruth"))
        await town.raises("kofi", how="named")
        assert (len(town.cards("ruth")) > before) is away, (first, last)
    page = await town.does("grace", "standin")
    over = (today - DAY).isoformat()
    answers = {"first": over, "last": over, "person": "web:ruth-ellison"}
    (await page.fills(answers)).refused("a last day that is not over", "last")


async def test_a_stand_in_is_there_until_midnight_and_not_after(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    """In British Summer Time, where that midnight isn't UTC's; a reminder is pending meanwhile."""
    evening = datetime(2026, 7, 1, 21, 0, tzinfo=UTC)
    async with town_in(sqlite_stores, tmp_path, PLACES[0], evening) as town:
        page = await town.does("grace", "standin")
        answers = {"first": "2026-07-01", "last": "2026-07-01", "person": "web:ruth-ellison"}
        await page.fills(answers)
        for at, heard in ((datetime(2026, 7, 1, 22, 59, tzinfo=UTC), 1),
                          (datetime(2026, 7, 1, 23, 1, tzinfo=UTC), 1)):  # fmt: skip
            town.clock.set(at)
            await town.raises("leila", how="named")
            assert len(town.cards("ruth")) == heard


async def test_whoever_is_elsewhere_is_away_by_their_own_days(town: Town) -> None:
    grace = await town.core.members.find(PersonId("web:grace-okafor"))
    assert grace is not None
    await town.core.members.remember([replace(grace, timezone="Pacific/Auckland")])
    # In Anytown it is Monday the 23rd, 11:00; where Grace is, Tuesday begins: 24 November, 00:00.
    page = await town.does("grace", "standin")
    assert [getattr(f, "value", "") for f in page.form.fields][1:] == ["2026-11-24"] * 2
    answers = {"first": "2026-11-24", "last": "2026-11-24", "person": "web:ruth-ellison"}
    await page.fills(answers)
    await town.raises("leila", how="named")
    assert len(town.cards("ruth")) == 1


@pytest.mark.parametrize("change", [SPRING, AUTUMN])
@pytest.mark.parametrize("closed", [time(0, 30), time(23, 30)])
async def test_later_questions_come_on_the_thirtieth_and_ninetieth_day_of_the_agency(
    sqlite_stores: Stores, tmp_path: Path, change: date, closed: time
) -> None:
    zone, ended = ZoneInfo("Europe/London"), change - 10 * DAY
    at = datetime.combine(ended, closed, zone).astimezone(UTC)
    async with town_in(sqlite_stores, tmp_path, PLACES[0], at) as town:
        await town.raises("leila", how="anonymous", release="now")
        [id] = await town.column("thread", "id")
        async with town.core.transactions.begin() as work:
            thread = await work.repo.thread(str(id))
            assert thread is not None
            thread.keeps = True
            await close(thread, work.repo)
        asked = [
            utc(due) for due in await town.column("step", "due_at") if isinstance(due, datetime)
        ]
        days = [at.astimezone(zone).date() - ended for at in sorted(asked)]
        assert days == [30 * DAY, 90 * DAY]

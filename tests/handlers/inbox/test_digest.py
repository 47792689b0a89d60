"""The morning list: one card a day for each lead, as their agency opens, if anything waits."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.wiring import build_core
from storage.partnership import Hours, Partnership
from tests.conftest import Stores
from tests.core.anytown import FixedClock, Town, anytown, example
from tests.core.test_steps_together import asked
from tests.core.tools import settings_of
from tests.handlers.referral.test_dialogue import refers
from tests.handlers.timing import CARE, changed, london

TITLE = "Good morning"


def lists(town: Town, who: str) -> list[str]:
    """The morning lists that somebody was sent."""
    return [card.text for card in town.cards(who) if TITLE in card.text]


async def at(town: Town, moment: str) -> None:
    """The clock shows that in London, and the minute's work is done."""
    town.clock.set(london(moment))
    await town.core.ticks.digests()
    await town.core.ticks.drain()


async def test_leads_hear_as_their_agency_opens_and_once(town: Town) -> None:
    await refers(town, "leila", owner="", kind="information")
    await at(town, "2026-11-24 08:29")
    assert not lists(town, "grace")
    await at(town, "2026-11-24 08:30")
    [card] = lists(town, "grace")
    assert "Waiting for you" not in card
    assert "Unassigned referrals\n1" in card
    assert "Overdue" not in card
    assert len(lists(town, "daniel")) == 1
    await at(town, "2026-11-24 08:31")
    await at(town, "2026-11-24 15:00")
    assert len(lists(town, "grace")) == 1
    (await town.presses_card("grace", "See them")).sees("Waiting for me", "Unassigned: 1")
    await at(town, "2026-11-25 08:30")
    assert len(lists(town, "grace")) == 2


async def test_what_is_due_today_and_what_is_over(town: Town) -> None:
    await refers(town, "leila", owner="", kind="information", due="2026-11-25")
    await at(town, "2026-11-25 08:30")
    assert "Due today\n1" in lists(town, "grace")[-1]
    await at(town, "2026-11-26 08:30")
    assert "Overdue\n1" in lists(town, "grace")[-1]
    assert "Due today" not in lists(town, "grace")[-1]


async def test_nothing_is_sent_where_nothing_waits(town: Town) -> None:
    await at(town, "2026-11-24 08:30")
    assert not town.client.messages
    await refers(town, "leila", owner="", kind="information")
    await at(town, "2026-11-24 09:30")
    assert not lists(town, "grace")  # what came today came with a card of its own
    await at(town, "2026-11-25 08:30")
    assert lists(town, "grace")
    assert not lists(town, "sarah")


async def test_no_morning_on_a_day_nobody_works(town: Town) -> None:
    town.clock.set(london("2026-12-23 12:00"))
    await refers(town, "leila", owner="", kind="information")
    # Christmas Eve is closed by the file, then bank holidays and a weekend, then closed again.
    for day in (*range(24, 32),):
        await at(town, f"2026-12-{day} 10:00")
    await at(town, "2027-01-01 10:00")
    assert not lists(town, "grace")
    await at(town, "2027-01-04 08:30")
    assert lists(town, "grace")


async def test_a_server_that_was_off_sends_it_the_same_day_but_not_after_closing(
    town: Town,
) -> None:
    await refers(town, "leila", owner="", kind="information")
    await at(town, "2026-11-24 16:45")
    assert len(lists(town, "grace")) == 1
    await at(town, "2026-11-25 17:30")
    assert len(lists(town, "grace")) == 1


async def test_who_stands_in_hears_it_too(town: Town) -> None:
    await refers(town, "leila", owner="", kind="information")
    answers = {"person": "web:mei-chen", "first": "2026-11-24", "last": "2026-11-24"}
    await town.does("grace", "standin.send", answers=answers)
    town.clock.set(london("2026-11-24 07:45"))
    await asked(town, 1, owner=None)
    await at(town, "2026-11-24 08:00")  # where Mei Chen leads opens first: one list, all of it
    assert len(lists(town, "mei")) + len(lists(town, "grace")) == 1
    await at(town, "2026-11-24 08:30")
    assert len(lists(town, "mei")) == len(lists(town, "grace")) == 1


async def test_a_restart_sends_no_second_one(town: Town, stores: Stores, tmp_path: Path) -> None:
    await refers(town, "leila", owner="", kind="information")
    await at(town, "2026-11-24 08:30")
    core = build_core(settings_of(stores, tmp_path / "data"), town.clock, example())
    core.clients["web"] = town.client
    assert await core.ticks.digests() == 0
    await core.ticks.drain()
    await core.close()
    assert len(lists(town, "grace")) == 1


async def test_two_processes_at_once_send_one(town: Town, stores: Stores, tmp_path: Path) -> None:
    core = build_core(settings_of(stores, tmp_path / "data"), town.clock, example())
    core.clients["web"] = town.client
    await refers(town, "leila", owner="", kind="information")
    for day in (24, 25, 26):
        town.clock.set(london(f"2026-11-{day} 09:00"))
        begun = await asyncio.gather(town.core.ticks.digests(), core.ticks.digests())
        assert sum(begun) == 4  # agencies, each begun by one of them
        await town.core.ticks.drain()
    await core.close()
    assert len(lists(town, "grace")) == 3


@pytest.fixture
async def by_day_and_night(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    """Children's Social Care never closes."""
    hours = Hours(
        days=(0, 1, 2, 3, 4, 5, 6), opens=time(0), closes=time(0), open_on_bank_holidays=True
    )
    partnership: Partnership = changed(example(), CARE, hours=hours)
    clock = FixedClock(datetime(2026, 11, 23, 11, tzinfo=UTC))
    async with anytown(stores, tmp_path / "data", clock, partnership) as town:
        yield town


async def test_where_somebody_is_always_there_morning_is_at_eight(by_day_and_night: Town) -> None:
    town = by_day_and_night
    await at(town, "2026-11-23 11:00")
    await refers(town, "leila", owner="", kind="information")
    await at(town, "2026-11-24 00:00")
    await at(town, "2026-11-24 07:59")
    assert not lists(town, "grace")
    await at(town, "2026-11-24 08:00")
    assert lists(town, "grace")


async def test_what_is_kept_about_mornings_is_forgotten_after_a_week(town: Town) -> None:
    for day in range(30):
        town.clock.set(london("2026-11-02 12:00") + timedelta(days=day))
        await town.core.ticks.digests()
    days = [day for day in await town.column("morning", "day") if isinstance(day, date)]
    assert min(days) >= date(2026, 11, 23)


async def test_in_welsh(town: Town) -> None:
    await refers(town, "leila", owner="", kind="information")
    await town.does("grace", "language.send", answers={"language": "cy"})
    await at(town, "2026-11-24 08:30")
    assert "Bore da" in town.cards("grace")[-1].text

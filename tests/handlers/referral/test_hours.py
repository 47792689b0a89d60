"""Who is told next and when; asked late, put off, far away: never at night, and never twice."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.conftest import Stores
from tests.core.anytown import Page, Town, anytown
from tests.handlers.referral.test_dialogue import refers

DAY = timedelta(days=1)


@pytest.fixture
async def town(sqlite_stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    """On one kind of database: when somebody is asked is no matter of where it is written."""
    async with anytown(sqlite_stores, tmp_path / "data") as town:
        yield town


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """A moment of winter 2026, when London's clocks show what UTC's do."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def said(town: Town, who: str) -> list[str]:
    """Everything somebody has been sent."""
    return [card.text for card in town.cards(who)]


async def lives_in(town: Town, who: str, zone: str) -> None:
    """Their platform says where they are."""
    async with town.core.engine.begin() as connection:
        await connection.execute(
            text("UPDATE member SET timezone = :zone WHERE person = :who"),
            {"zone": zone, "who": town.actor(who).person},
        )


async def off_until(town: Town, moment: datetime) -> None:
    """Nothing runs until then; what is due meanwhile is taken all at once."""
    town.clock.set(moment)
    await town.core.ticks.drain()


async def later(town: Town, who: str, when: str, **more: str) -> Page:
    """They ask to be asked later."""
    page = await (await town.reads(who)).presses("Ask me later")
    return await page.fills(later=when, **more)


async def test_a_server_that_was_down_asks_nobody_on_saturday(town: Town) -> None:
    await refers(town, "leila", kind="information")  # due on Monday 30, asked on Friday 27
    await off_until(town, at(28, 11))
    assert len(said(town, "amina")) == 1
    await town.until(at(30, 8, 29))
    assert len(said(town, "amina")) == 1
    await town.until(at(30, 8, 30))
    assert "Can you take it" in said(town, "amina")[-1]


async def test_a_server_that_was_down_over_the_deadline_asks_once_and_leaves_a_day(
    town: Town,
) -> None:
    await refers(town, "leila")  # due on Tuesday 24; on Thursday 26 it would have gone up
    await off_until(town, at(26, 11))
    [_, due] = said(town, "amina")
    assert "This is due now" in due
    assert "by 27 November 2026, 08:30, it goes up to the next step: Between line managers" in due
    assert sum("Have you heard back?" in card for card in said(town, "leila")) == 1
    await town.until(at(27, 8, 29))
    assert said(town, "ruth") == []
    await town.until(at(27, 8, 30))
    assert "Nobody below you" in said(town, "ruth")[-1]


async def test_each_card_says_who_is_told_next_and_when(town: Town) -> None:
    await refers(town, "leila")
    assert (
        "by 26 November 2026, 08:30, it goes up to the next step: Between line managers"
        in (said(town, "amina")[-1])
    )
    await town.presses_card("amina", "It’s mine")
    assert "by 25 November 2026, 08:30, it is unassigned again" in said(town, "amina")[-1]
    await town.until(at(25, 8, 30))
    lapsed = "Amina Yusuf had taken it, but there was no news since."
    assert lapsed in said(town, "amina")[0]
    assert "It’s mine" not in said(town, "amina")[0]
    assert "by 26 November 2026, 08:30, it goes up" in said(town, "grace")[-1]


async def test_further_up_too_they_are_told_who_is_next_and_what_happened(town: Town) -> None:
    await refers(town, "leila")
    await town.until(at(26, 8, 30))
    card = said(town, "ruth")[-1]
    assert "Asked for on 23 November 2026. Nobody has taken it." in card
    assert "Those asked last were asked 3 times." in card
    assert "by 7 December 2026, 08:30, it goes up" in card
    assert "Between senior liaison officers" in card
    assert "people further up are asked" in said(town, "amina")[0]
    await town.passes(60 * DAY)
    assert "There is nobody further up who could be asked." in said(town, "ruth")[-1]


@pytest.mark.parametrize(
    ("takes", "promised", "level"),
    [
        ([("amina", at(23, 11))], at(26, 8, 30), 0),  # before it is due
        ([("amina", at(25, 10))], at(26, 8, 30), 0),  # when it is late
        ([("amina", at(23, 11)), ("grace", at(25, 10))], at(26, 8, 30), 0),
        ([("ruth", at(26, 11))], at(7, 8, 30, 12), 1),  # further up
        ([("ruth", at(26, 11)), ("ruth", at(4, 16, 0, 12))], at(7, 8, 30, 12), 1),
    ],
)
async def test_taking_it_and_doing_nothing_moves_the_promised_next_step_by_nothing(
    town: Town, takes: list[tuple[str, datetime]], promised: datetime, level: int
) -> None:
    await refers(town, "leila")
    for who, moment in takes:
        await town.until(moment)
        (await town.presses_card(who, "It’s mine")).sees("This is yours now")
    await town.until(promised - timedelta(seconds=1))
    assert await town.column("referral", "level") == [level]
    await town.until(promised)
    assert await town.column("referral", "level") == [level + 1]


async def test_what_was_taken_and_is_late_goes_up_with_its_history(town: Town) -> None:
    await refers(town, "leila")
    await town.presses_card("amina", "It’s mine")
    for moment in (at(24, 16), at(25, 12)):
        await town.until(moment)
        (await town.presses_card("amina", "It’s mine")).sees("We have noted that you are on it")
    assert "by 26 November 2026, 08:30, it goes up to the next step" in said(town, "amina")[-1]
    await town.until(at(26, 8, 30))
    card = said(town, "ruth")[-1]
    assert "Amina Yusuf took it on 23 November 2026, and it is not done yet." in card
    (await town.presses_card("ruth", "It’s mine")).sees("This is yours now")


async def test_later_before_it_is_due_is_never_after_that(town: Town) -> None:
    await refers(town, "leila", kind="information")
    await town.presses_card("amina", "It’s mine")
    page = await later(town, "amina", "day", day="2026-12-20")
    page.sees("We ask you again on 1 December 2026 at 08:30")
    page.sees("If it is not done by 2 December 2026, 08:30, it goes up all the same.")
    await town.until(at(1, 8, 30, 12))
    assert ["This is due now" in card for card in said(town, "amina")] == [False, True]


async def test_later_when_it_is_due_is_once_and_before_it_goes_up(town: Town) -> None:
    await refers(town, "leila")
    await town.presses_card("amina", "It’s mine")
    await town.until(at(24, 16))
    await town.presses_card("amina", "It’s mine")
    await town.until(at(25, 9))
    assert "This is due now" in said(town, "amina")[-1]
    cards = len(said(town, "amina"))
    page = await later(town, "amina", "hours")
    page.sees("We ask you again on 25 November 2026 at 11:00")
    page.sees("If it is not done by 26 November 2026, 08:30, it goes up all the same.")
    assert len(said(town, "amina")) == cards
    await town.until(at(25, 12))
    assert len(said(town, "amina")) == cards + 1
    (await later(town, "amina", "hours")).sees("We do not remind you again.")
    await town.until(at(26, 8, 30))
    assert len(said(town, "amina")) == cards + 1
    assert "Nobody below you" in said(town, "ruth")[-1]
    assert sum("Have you heard back?" in card for card in said(town, "leila")) == 1


async def test_later_until_tomorrow_when_it_goes_up_tomorrow_is_no_reminder(town: Town) -> None:
    await refers(town, "leila")
    await town.until(at(25, 9))
    page = await later(town, "amina", "tomorrow")
    page.sees("We do not remind you again.", "by 26 November 2026, 08:30, it goes up all the same")


async def test_after_five_times_nobody_is_asked_any_more(town: Town) -> None:
    await refers(town, "leila", kind="adult-enquiry")
    for _ in range(4):
        (await later(town, "amina", "tomorrow")).sees("We ask you again on")
        await town.passes(DAY)
    (await later(town, "amina", "tomorrow")).sees("We do not remind you again.")
    await town.until(at(8, 8, 30, 12))
    assert len(said(town, "amina")) == 5


async def test_handed_on_to_somebody_far_away_they_are_asked_on_their_own_clock(
    town: Town,
) -> None:
    await lives_in(town, "daniel", "America/New_York")
    await refers(town, "leila", kind="information")
    page = await town.presses_card("amina", "Not mine")
    await page.fills(owner="daniel", text="Wrong team.")
    await town.core.ticks.drain()
    asked = len(said(town, "daniel"))
    await off_until(town, at(30, 9))  # four in the morning in New York
    await town.until(at(30, 13, 29))
    assert len(said(town, "daniel")) == asked
    await town.until(at(30, 13, 30))  # half past eight there
    assert "Can you take it" in said(town, "daniel")[-1]


async def test_whoever_is_asked_next_is_not_asked_by_the_clock_of_whoever_had_it(
    town: Town,
) -> None:
    await lives_in(town, "amina", "Asia/Tokyo")
    await refers(town, "leila")
    await town.until(at(26, 8, 29))
    assert said(town, "ruth") == []
    await town.until(at(26, 8, 30))
    assert "Nobody below you" in said(town, "ruth")[-1]


async def test_whoever_made_it_is_asked_when_their_own_agency_is_open(town: Town) -> None:
    await refers(town, "leila", agency="police", owner="", kind="other", due="2026-11-28")
    await town.until(at(29, 12))  # the police work on Sunday, and the school doesn't
    assert "This is due now" in said(town, "priya")[-1]
    assert "Have you heard back?" not in "\n".join(said(town, "leila"))
    await town.presses_card("priya", "It’s mine")
    await town.until(at(30, 8))
    [card] = said(town, "leila")[1:]
    assert "people further up are asked now" in card  # and one question is enough
    assert "No, take it further" in card


async def test_handed_on_when_it_is_due_nobody_is_asked_twice_in_a_moment(town: Town) -> None:
    await refers(town, "leila")
    await town.until(at(25, 10))
    page = await town.presses_card("amina", "Not mine")
    await page.fills(owner="daniel", text="Wrong team.")
    await town.core.ticks.drain()
    [card] = said(town, "daniel")
    assert "by 26 November 2026, 08:30, it goes up" in card


async def test_whoever_is_last_takes_it_and_forgets_it_begins_anew(town: Town) -> None:
    await refers(town, "leila", owner="")
    await town.passes(60 * DAY)
    assert await town.column("referral", "level") == [4]
    (await town.presses_card("ruth", "It’s mine")).sees("This is yours now")
    cards = len(said(town, "grace"))
    await town.passes(10 * DAY)
    assert "waits for someone to take it" in said(town, "grace")[-1]
    assert len(said(town, "grace")) > cards


async def test_a_turn_that_was_lost_after_it_fell_due_asks_nobody_twice(town: Town) -> None:
    await refers(town, "leila")
    await town.until(at(25, 9))
    cards = len(said(town, "amina"))
    async with town.core.engine.begin() as connection:
        await connection.execute(text("DELETE FROM step"))
    assert await town.core.ticks.audit() == 1
    await town.until(at(26, 8, 29))
    assert len(said(town, "amina")) == cards
    assert said(town, "ruth") == []
    await town.until(at(26, 8, 30))
    assert "Nobody below you" in said(town, "ruth")[-1]


async def test_what_lapsed_is_told_to_whoever_is_asked_further_up(town: Town) -> None:
    await refers(town, "leila")
    await town.presses_card("amina", "It’s mine")
    await town.until(at(30, 8, 30))
    lapsed = "Amina Yusuf had taken it; without news it was unassigned again on 25 November 2026."
    assert lapsed in said(town, "ruth")[-1]


async def test_a_day_that_no_calendar_has_is_no_trouble(town: Town) -> None:
    await refers(town, "leila", kind="information")
    page = await later(town, "amina", "day", day="9999-12-31")
    page.sees("We ask you again on 1 December 2026 at 08:30")


async def test_danger_stays_by_the_clock_all_the_way_up(town: Town) -> None:
    town.clock.set(at(28, 20))  # a Saturday night
    await refers(town, "leila", kind="safe-tonight")
    await town.until(at(29, 20))
    assert await town.column("referral", "level") == [4]


async def test_whoever_helped_can_take_it_when_it_comes_up_to_them(town: Town) -> None:
    await refers(town, "leila")
    page = await town.presses_card("amina", "I need help")
    await page.fills(text="The family moved.")
    await town.until(at(26, 8, 30))
    (await town.presses_card("ruth", "It’s mine")).sees("This is yours now")

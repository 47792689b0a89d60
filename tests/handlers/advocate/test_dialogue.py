"""A meeting takes turns at arguing the other side: who is told when, and how it is declined."""

from datetime import UTC, datetime, timedelta

from tests.core.anytown import Page, Town
from tests.handlers.pause.acts import ELSEWHERE, ROOM, pauses

WEDNESDAY = "2026-12-02"
TUESDAY_AT_TEN = datetime(2026, 12, 1, 10, tzinfo=UTC)


async def _rota(town: Town, *people: str) -> Page:
    town.place = ROOM
    for who in people:
        await (await town.does(who, "advocate")).presses("I’ll take turns")
    page = await town.does(people[0], "advocate")
    form = await page.presses("Set the next meeting")
    done = await form.fills(day=WEDNESDAY, weeks="1")
    town.place = None
    return done


def _told(town: Town, who: str) -> int:
    return sum("Next time you argue the other side" in sent.text for sent in town.cards(who))


async def test_whoever_is_next_is_told_the_working_day_before_and_then_the_other(
    town: Town,
) -> None:
    (await _rota(town, "kofi", "mei")).sees("On 2 December 2026 it is the turn of Kofi Mensah.")
    await town.until(TUESDAY_AT_TEN - timedelta(minutes=1))
    assert (_told(town, "kofi"), _told(town, "mei")) == (0, 0)
    await town.until(TUESDAY_AT_TEN)
    assert (_told(town, "kofi"), _told(town, "mei")) == (1, 0)
    assert "2 December 2026" in town.cards("kofi")[-1].text
    assert "see it another way" in town.cards("kofi")[-1].text
    town.place = ROOM
    await town.until(TUESDAY_AT_TEN + timedelta(days=2))
    (await town.does("sarah", "advocate")).sees("On 9 December 2026 it is the turn of Mei Chen.")
    await town.until(TUESDAY_AT_TEN + timedelta(days=7))
    assert (_told(town, "kofi"), _told(town, "mei")) == (1, 1)


async def test_it_is_declined_with_one_press_and_the_next_one_is_told_at_once(town: Town) -> None:
    await _rota(town, "kofi", "mei")
    await town.until(TUESDAY_AT_TEN)
    (await town.presses_card("kofi", "Not this time")).sees("no one asks you why")
    assert (_told(town, "mei"), town.cards("kofi")[-1].changed) == (1, 1)
    (await town.presses_card("mei", "Not this time")).sees("It is no one’s turn next time.")
    town.place = ROOM
    await town.until(TUESDAY_AT_TEN + timedelta(days=2))
    # Whoever could not keeps their place.
    (await town.does("sarah", "advocate")).sees("9 December 2026 it is the turn of Kofi Mensah.")


async def test_before_anybody_was_told_a_press_only_moves_the_turn(town: Town) -> None:
    page = await _rota(town, "kofi", "mei")
    (await page.presses("Not this time")).sees("it is the turn of Mei Chen")
    await town.core.ticks.drain()
    assert _told(town, "mei") == 0
    await town.until(TUESDAY_AT_TEN)
    assert (_told(town, "kofi"), _told(town, "mei")) == (0, 1)
    not_theirs = await town.does("kofi", "advocate.skip", page.form.buttons[0].subject)
    not_theirs.sees("It is not your turn just now.")


async def test_who_leaves_the_rota_or_the_partnership_is_passed_over(town: Town) -> None:
    page = await _rota(town, "kofi", "mei", "tom")
    (await page.presses("No more turns for me")).sees("You take no more turns", "Mei Chen")
    await town.core.members.forget([town.actor("mei").person])
    await town.until(TUESDAY_AT_TEN)
    assert [_told(town, who) for who in ("kofi", "mei", "tom")] == [0, 0, 1]


async def test_each_meeting_has_its_own_and_pauses_all_the_same(town: Town) -> None:
    (await town.does("kofi", "advocate")).refused("channel or chat of the meeting")
    (await town.does("kofi", "advocate.join")).refused("channel or chat of the meeting")
    page = await _rota(town, "kofi")
    town.place = ELSEWHERE
    (await town.does("kofi", "advocate")).sees("You take turns.").sees_not("Kofi Mensah")
    await pauses(town)
    (await page.presses("No more turns for me")).sees("no one’s turn")
    town.place = ROOM
    (await town.does("mei", "advocate")).sees_not("These people take turns")
    (await town.does("mei", "advocate.open", page.form.buttons[0].subject)).refused("no turns here")


async def test_a_day_that_is_none_is_asked_for_again(town: Town) -> None:
    page = await _rota(town, "kofi")
    form = await page.presses("Set the next meeting")
    for day, words in (("", "choose the day"), ("soon", "like 24/12/2026"), ("2026-11-20", "over")):
        (await form.fills(day=day, weeks="1")).refused(words, "day")
    (await form.fills(day="9999-12-31", weeks="1")).refused("within a year", "day")
    (await form.fills(day=WEDNESDAY, weeks="3")).refused("how often", "weeks")

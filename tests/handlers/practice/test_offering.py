"""A lead has a channel offered a scenario each month; whoever wants to tries it alone."""

from datetime import timedelta

from tests.core.anytown import Town
from tests.core.test_auditor import loses_every_step
from tests.handlers.pause.acts import ELSEWHERE, ROOM, card, pause_in, pauses

MONTH = timedelta(days=34)


async def _chooses(town: Town, who: str = "grace") -> None:
    town.place = ROOM
    page = await (await town.does(who, "practice")).presses(
        "For leads: one a month in this channel"
    )
    (await page.fills()).sees("gets one now, and then one a month")
    await town.core.ticks.drain()


async def test_a_channel_gets_one_now_and_one_each_month_until_it_is_stopped(
    town: Town,
) -> None:
    await _chooses(town)
    [first] = town.client.to("meeting")
    assert "Three minutes: what would you say?" in first.text
    await town.passes(timedelta(days=7))
    assert len(town.client.to("meeting")) == 1
    await town.passes(timedelta(days=2))  # 1 December, ten o'clock
    _, second = town.client.to("meeting")
    assert second.card != first.card  # another scenario
    await town.passes(MONTH)
    assert len(town.client.to("meeting")) == 3
    [button] = second.card.buttons
    assert len((await town.does("kofi", button.verb, button.subject)).form.fields) == 2
    page = (await town.does("mei", "practice.offer")).sees("Grace Okafor chose on 23 November 2026")
    (await page.presses("Stop it")).sees("gets no more of them")
    await town.passes(2 * MONTH)
    assert len(town.client.to("meeting")) == 3


async def test_it_waits_until_the_leads_agency_works(town: Town) -> None:
    await _chooses(town)
    await town.until(town.clock.now().replace(month=12, day=20))
    before = len(town.client.to("meeting"))
    await town.until(town.clock.now().replace(year=2027, month=1, day=4, hour=8, minute=0))
    assert len(town.client.to("meeting")) == before  # New Year, a weekend, and before they open
    await town.until(town.clock.now().replace(hour=9))
    assert len(town.client.to("meeting")) == before + 1


async def test_only_a_lead_chooses_it_and_only_where_there_is_a_channel(town: Town) -> None:
    (await town.does("grace", "practice.offer")).refused("in the channel or chat")
    (await town.does("grace", "practice.offer.send")).refused("in the channel or chat")
    town.place = ROOM
    (await town.does("kofi", "practice")).sees_not("For leads")
    for verb in ("practice.offer", "practice.offer.send", "practice.offer.stop"):
        (await town.does("kofi", verb)).refused("Only a safeguarding lead")
    await _chooses(town)
    (await town.does("mei", "practice.offer.send")).sees("Grace Okafor chose")  # not twice
    await town.core.ticks.drain()
    assert len(town.client.to("meeting")) == 1


async def test_a_meeting_pauses_there_all_the_same(town: Town) -> None:
    await _chooses(town)
    await pauses(town)
    assert "The meeting pauses" in card(town).text
    (await town.does("kofi", "pause")).refused("There is a pause here already")
    (await town.does("mei", "practice.offer")).sees("chose on")
    assert pause_in(town)
    town.place = ELSEWHERE
    assert (await town.does("mei", "practice.offer")).form.submit


async def test_what_lost_its_clock_gets_it_again(town: Town) -> None:
    await _chooses(town)
    await loses_every_step(town)
    await town.passes(timedelta(days=9))
    assert len(town.client.to("meeting")) == 2

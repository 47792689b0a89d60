"""The page of a case: by whom what was said, notes among the leads, who did what, and news."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.ops.retention import purge_closed
from tests.conftest import Stores
from tests.core.anytown import Page, Town
from tests.core.tools import settings_of

DAY = timedelta(days=1)


async def notes(page: Page, text: str) -> Page:
    """They add a note, and go back to the case."""
    noted = await (await page.presses("Add a note")).fills(text=text)
    return await noted.sees("Your note is kept").presses("Back to this case")


async def picked(town: Town, **how: str) -> Page:
    """A concern that Daniel has picked up."""
    await town.raises("leila", **how)
    return await town.presses_card("daniel", "I’ll pick this up")


async def test_a_lead_reads_who_said_what_and_who_did_what_on_which_day(town: Town) -> None:
    page = await picked(town)
    await (await page.presses("Reply")).fills(text="Thank you.")
    await town.passes(DAY)
    await (await page.presses("Ask a question")).fills(text="Which meeting?")
    (await town.reads("grace")).sees(
        "Reply to the person who raised this, 23 November 2026, by Daniel Reid",
        "Question to the person who raised this, 24 November 2026, by Daniel Reid",
        "23 November 2026\nRaised",
        "23 November 2026\nPicked up (Daniel Reid)",
        "23 November 2026\nReplied (Daniel Reid)",
        "24 November 2026\nAsked a question (Daniel Reid)",
    )
    (await town.mine("leila")).sees("Thank you.").sees_not("Replied")


async def test_before_anybody_picks_it_up_the_leads_read_each_others_notes(town: Town) -> None:
    await town.raises("leila")
    page = await notes(await town.opens("daniel"), "I call the school, please wait.")
    page.sees("Daniel Reid, 23 November 2026", "I call the school, please wait.")
    read = (await town.opens("grace")).sees("I call the school, please wait.")
    await notes(read, "Good. I am there until five.")
    (await town.opens("daniel")).sees("Grace Okafor, 23 November 2026", "until five")
    (await town.mine("leila")).sees_not("I call the school", "until five", "Notes")


async def test_of_a_note_nobody_is_told(town: Town) -> None:
    page = await picked(town)
    before = await town.dump()
    cards = len(town.client.messages)
    await notes(page, "The family has moved.")
    await town.core.ticks.drain()
    after = await town.dump()
    assert len(town.client.messages) == cards
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"message", "audit", "submission"}
    (await town.does("leila", "thread.note", page.form.buttons[0].subject)).refused("open to you")


@pytest.mark.parametrize("how", ["named", "confidence", "anonymous"])
async def test_a_note_says_beforehand_not_to_name_whoever_stays_hidden(
    town: Town, how: str
) -> None:
    page = await picked(town, how=how, release="now")
    form = await page.presses("Add a note")
    warned = "Please do not write who raised this" in form.text
    assert warned == (how != "named")


async def test_notes_stay_with_the_leads_of_the_agency_in_which_they_were_written(
    town: Town,
) -> None:
    page = await notes(await picked(town), "Leila told me more on the telephone.")
    form = (await page.presses("Pass it on")).sees("Your notes stay with the leads")
    await form.fills(agency="police", text="It happened on the street.")
    await town.core.ticks.drain()
    page = (await town.opens("tom")).sees("Passed on (Daniel Reid)")
    page.sees_not("on the telephone")
    page = await notes(page, "We were there on Monday.")
    page.sees("We were there on Monday.").sees_not("on the telephone")


async def test_a_note_is_deleted_with_what_it_is_about(
    town: Town, stores: Stores, tmp_path: Path
) -> None:
    page = await notes(await picked(town), "The family has moved.")
    assert "family has moved" not in repr(await town.dump())
    await (await page.presses("Give the final answer")).fills(outcome="acted", text="We met.")
    await (await town.mine("leila")).presses("Yes, it is settled")
    town.clock.set(town.clock.now() + 120 * DAY)
    assert "note" in await town.column("message", "side")
    settings = settings_of(stores, tmp_path / "data")
    assert (await purge_closed(settings, town.clock)).gone == 1
    assert await town.column("message", "side") == await town.column("audit", "what") == []


async def test_news_ends_nothing_and_moves_no_timer(town: Town) -> None:
    page = await picked(town)
    state, steps = await town.column("thread", "state"), await town.column("step", "due_at")
    asked = await page.presses("Send news")
    asked.sees("The meeting ended before")  # in sight, while they write
    sent = (await asked.fills(text="We are still on it.")).sees("All else stays as it was")
    await town.core.ticks.drain()
    assert await town.column("thread", "state") == state
    assert await town.column("step", "due_at") == steps
    (await sent.presses("Back to this case")).sees("by Daniel Reid", "Sent news (Daniel Reid)")
    assert "something new" in town.cards("leila")[-1].text.lower()
    (await town.mine("leila")).sees("News from the person who has this", "We are still on it.")


async def test_somebody_hidden_hears_of_news_at_their_own_time(town: Town) -> None:
    page = await _hidden(town)
    had = len(town.cards("leila"))
    await (await page.presses("Send news")).fills(text="We are still on it.")
    await town.core.ticks.drain()
    assert len(town.cards("leila")) == had
    await town.passes(DAY)
    assert len(town.cards("leila")) == had + 1


async def _hidden(town: Town) -> Page:
    await town.raises("leila", how="anonymous", release="soon")
    await town.passes(DAY)
    page = await town.presses_card("daniel", "I’ll pick this up")
    await town.passes(DAY)
    return page


async def test_while_they_reply_what_was_said_last_is_in_sight(town: Town) -> None:
    page = await picked(town)
    for number in range(4):
        await (await page.presses("Reply")).fills(text=f"Words {number}. " + "w" * 1400)
    form = await page.presses("Give the final answer")
    form.sees("Here stands what was said last", "Words 2.", "Words 3.").sees_not("Words 1.")
    assert form.text.index("Words 3.") < form.text.index("What happened, and why?")

"""The chair's page as the page of a case: what was done on which day, and notes of their own."""

from datetime import timedelta
from pathlib import Path

from bot.core.delivery.absences import Absences
from handlers.contract.commands import Absence
from storage.partnership import PersonId
from storage.partnership.model import Meeting
from tests.conftest import Stores
from tests.core.anytown import Page, Town, anytown, example
from tests.handlers.pause.acts import ROOM, ROUND, all_answer, looks, pause_in, pauses

NOTE = "Ask the school what they saw."


async def _chair(town: Town, who: str = "leila") -> Page:
    return await town.does(who, "pause.chair", pause_in(town))


async def test_the_chair_reads_what_was_done_and_on_which_day(town: Town) -> None:
    await pauses(town)
    (await _chair(town)).sees("23 November 2026\nA round opened").sees_not("A round shown")
    await all_answer(town, *("comfortable",) * 5)
    (await _chair(town)).sees_not("A round shown", "Raised")
    await town.passes(ROUND)
    form = await (await _chair(town)).presses("Record the decision")
    await town.passes(timedelta(days=1))
    await form.fills(decision="go", why="")
    page = await _chair(town)
    page.sees("23 November 2026\nA round shown", "24 November 2026\nThe decision was recorded")


async def test_only_the_chair_reads_a_note_and_no_card_moves(town: Town) -> None:
    await pauses(town)
    page = (await _chair(town)).sees("Nobody else in the meeting sees them")
    asked = (await page.presses("Add a note")).sees("do not write who said what")
    sent = len(town.client.messages)
    noted = (await asked.fills(text=NOTE)).sees("Nobody else in the meeting sees it")
    await town.core.ticks.drain()
    (await noted.presses("Back to this case")).sees(NOTE, "Leila Haddad")
    assert len(town.client.messages) == sent
    (await looks(town, "kofi")).sees_not(NOTE, "Notes", "Who did what")
    for verb in ("pause.note", "pause.note.send"):
        (await town.does("kofi", verb, pause_in(town), {"text": "x"})).refused("Only the chair")


async def test_whoever_chairs_afterwards_reads_it(stores: Stores, tmp_path: Path) -> None:
    chairs = PersonId("web:leila-haddad"), PersonId("web:mei-chen")
    named = example().model_copy(update={"meetings": (Meeting(place=ROOM.id, chairs=chairs),)})
    async with anytown(stores, tmp_path, partnership=named) as town:
        await pauses(town)
        await (await (await _chair(town)).presses("Add a note")).fills(text=NOTE)
        leila = Absence(town.actor("leila").person, gone=True)
        await Absences(town.core.transactions).move_on(pause_in(town), leila)
        (await _chair(town, "mei")).sees(NOTE, "The chair left (Leila Haddad)")
        (await _chair(town)).refused("Only the chair")

"""What came together: leads look side by side at what was held until others had seen the same."""

from handlers.concern.case import LeadCase, as_recipient
from handlers.contract.outcomes import Ask, Outcomes, no
from handlers.contract.people import Event
from handlers.registry import kind_of
from handlers.shared.desk.lines import lines_of
from handlers.shared.desk.notes import back_to
from handlers.shared.desk.themes import came_since
from handlers.shared.pages import MINE
from prompts.shapes import Button, Form, Text
from prompts.words import say
from storage.repository.held import APART
from storage.schema import Thread
from storage.typed.names import letters

MOST = 20
"""Concerns on the page."""


async def beside_button(case: LeadCase) -> tuple[Button, ...]:
    """Leads to the others that this lead has, if it was held until there were others."""
    if not await _others(case):
        return ()
    return (Button(say("beside-button"), "thread.beside", case.thread.id),)


@as_recipient
async def beside(case: LeadCase, _event: Event) -> Outcomes:
    """Shows what this lead has of those that came on the same day, as this one did."""
    others = await _others(case)
    if not others:
        return no("beside-none")
    lines = await lines_of(others[:MOST], kind_of, case.who.person, case.repo)
    head = Text(say("beside-intro", count=len(others)))
    buttons = (MINE, back_to(case.thread, "thread"))
    return [Ask(Form(say("beside-title"), blocks=(head,), sections=lines, buttons=buttons))]


async def _others(case: LeadCase) -> list[Thread]:
    """Finds those that are about the same thing, or the same sort of thing."""
    thread, repo = case.thread, case.repo
    said = [each for each in await repo.said(thread, "lead") if each.kind == "together"]
    if not said or said[0].text == APART:
        return []
    before = await came_since(thread.day, case.who.person, thread.command, repo)
    ids = await repo.desk.held_and_came_with(thread, before)
    wanted = letters(await repo.reference_of(thread))
    same = {
        words.thread_id
        for words in await repo.lists.raised_words(ids)
        if wanted and wanted == letters((await repo.texts.open(words)).reference)
    }
    found = await repo.lists.these(ids)
    return [each for each in found if each.topic == thread.topic or each.id in same]

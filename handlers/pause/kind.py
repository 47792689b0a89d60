"""What everybody else needs to know of the threads of a pause, and of an asking for one."""

from dataclasses import replace

from handlers.contract.commands import ThreadKind
from handlers.pause.case import PauseCase
from handlers.pause.leaving import without
from handlers.pause.pages import chair_page
from handlers.pause.rounds import heal_paused
from handlers.shared.raiser_page import listed_by
from prompts.shapes import Form, Section, Text
from prompts.words import Day, Plain, Words, say
from storage.partnership import PersonId
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State


async def page(thread: Thread, repo: Repository, note: Words | None) -> Form:
    """Shows the chair's page."""
    return await chair_page(await PauseCase.of(thread, repo), note)


async def asked_page(thread: Thread, _repo: Repository, _note: Words | None) -> Form:
    """Shows who asked for a pause in their own name."""
    said = Text(say("pause-asked-by", name=Plain(thread.raiser_name or "")))
    return Form(say("pause-who"), blocks=(said,))


_entry = listed_by("pause.chair")


async def _listed(thread: Thread, name: str, reader: PersonId | None, repo: Repository) -> Section:
    """Shows it in a list. A practice, which its scenario tells, is called one: nothing is to be
    recorded of it."""
    entry = await _entry(thread, name, reader, repo)
    if not thread.topic:
        return entry
    state = Text(
        say("debrief-state-open" if thread.state == State.OPEN else "debrief-state-closed")
    )
    title = say("listed-practising", day=Day(thread.day))
    return replace(entry, title=title, blocks=(state, *entry.blocks[1:]))


KIND = ThreadKind(
    raiser_page=page,
    listed=_listed,
    without=without,
    heal={"paused": heal_paused},
)
ASKED = ThreadKind(raiser_page=asked_page, listed=listed_by("pause.who"), raised_list="")
"""Somebody asked the chair for a pause in their own name: for the chair to open, and in no list."""

"""What everybody else needs to know of the threads of a pause, and of an asking for one."""

from handlers.contract.commands import ThreadKind
from handlers.pause.case import PauseCase
from handlers.pause.leaving import without
from handlers.pause.pages import chair_page
from handlers.pause.rounds import heal_paused
from handlers.shared.raiser_page import listed_by
from prompts.shapes import Form, Text
from prompts.words import Plain, Words, say
from storage.repository import Repository
from storage.schema import Thread


async def page(thread: Thread, repo: Repository, note: Words | None) -> Form:
    """Shows the chair's page."""
    return await chair_page(await PauseCase.of(thread, repo), note)


async def asked_page(thread: Thread, _repo: Repository, _note: Words | None) -> Form:
    """Shows who asked for a pause in their own name."""
    said = Text(say("pause-asked-by", name=Plain(thread.raiser_name or "")))
    return Form(say("pause-who"), blocks=(said,))


KIND = ThreadKind(
    raiser_page=page,
    listed=listed_by("pause.chair"),
    without=without,
    heal={"paused": heal_paused},
)
ASKED = ThreadKind(raiser_page=asked_page, listed=listed_by("pause.who"), raised_list="")
"""Somebody asked the chair for a pause in their own name: for the chair to open, and in no list."""

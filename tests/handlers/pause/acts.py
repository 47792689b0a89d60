"""What tests of pauses share: a room, and people who answer in it."""

import re
from datetime import timedelta

from handlers.contract.people import Place
from prompts.pictures import Bars
from tests.core.anytown import Page, Town
from tests.peers.transcript import Sent

ROOM = Place("web:meeting", '{"slug": "meeting"}')
ELSEWHERE = Place("web:annexe", '{"slug": "annexe"}')
TEN = ("priya", "tom", "helen", "kofi", "grace", "daniel", "ruth", "amina", "mei", "owen")
"""Ten people of four agencies; Leila chairs."""
PAUSE = {
    "kind": "voices",
    "what": "We want to end the weekly visits.",
    "by": "alone",
    "many": "",
    "minutes": "2",
}
ROUND = timedelta(minutes=2)
CODE = re.compile("[0-9A-Z]{4}-[0-9A-Z]{4}")
CALM = ("comfortable",) * 6 + ("concerned",) * 4
"""What the ten answer, unless a test says otherwise."""


async def pauses(town: Town, who: str = "leila", **more: str) -> Page:
    """Somebody starts a pause in the room; its card is there."""
    town.place = ROOM
    page = await (await town.does(who, "pause")).fills({**PAUSE, **more})
    await town.core.ticks.drain()
    return page


def card(town: Town, room: str = "meeting") -> Sent:
    """The newest card in the room."""
    return town.client.to(room)[-1]


def pause_in(town: Town, room: str = "meeting") -> str:
    """The pause whose card stands in the room."""
    return card(town, room).card.buttons[0].subject


async def answers(town: Town, who: str, answer: str = "comfortable", line: str = "") -> Page:
    """Somebody presses the card and answers."""
    form = await town.does(who, "pause.answer", pause_in(town))
    return await form.fills(answer=answer, line=line)


async def all_answer(town: Town, *given: str) -> None:
    """The first so many of the ten answer, in this order."""
    for who, answer in zip(TEN, given, strict=False):
        await answers(town, who, answer, f"{who} says {answer}")


async def looks(town: Town, who: str = "sarah") -> Page:
    """Somebody opens the room's page."""
    return await town.does(who, "pause.open", pause_in(town))


def bars(page: Page) -> list[tuple[int, int | None]]:
    """How many gave each answer, and how many before, from calm to alarm."""
    [found] = [b for b in page.form.blocks if isinstance(b, Bars)]
    return [(row.count, row.before) for row in found.rows]


async def codes_of(town: Town, pause: str) -> list[str]:
    """The codes on the chair's page."""
    page = await town.does("leila", "pause.codes", pause)
    return [line for line in page.text.splitlines() if CODE.fullmatch(line)]


async def by_code(town: Town, code: str, answer: str = "comfortable", line: str = "") -> Page:
    """Whoever holds this code answers by it, on the page that needs no account."""
    form = await town.does("nobody", "pause.answer", answers={"code": code})
    return (await form.fills(answer=answer, line=line, code=code)).sees("Your answer is in")

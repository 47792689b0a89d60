"""A walk through everything that can be done with a second opinion."""

from datetime import timedelta

from prompts.words import say, speak
from tests.core.anytown import Page, Town

DAY = timedelta(days=1)
QUESTION = {
    "danger": "no", "what": "Is that reason enough?",
    "proposal": "We keep it open.", "view": "I think so.", "soon": "day",
    "reference": "CASE-77", "wanted": "2", "agency": "childrens-social-care", "role": "lead",
    "how": "named", "release": "now", "anyway": "yes",
}  # fmt: skip


def _on(button: str) -> str:
    return speak(say(f"button-{button}"), "en")


async def _asks(town: Town, **more: str) -> Page:
    page = await (await town.does("leila", "second-opinion")).fills({**QUESTION, **more})
    await town.core.ticks.drain()
    return page


async def _answers(town: Town, who: str, verdict: str) -> None:
    form = await (await town.opens(who)).presses(_on("opinion"))
    await form.fills(verdict=verdict, text="That is how I see it.", mind="A visit.")
    await town.core.ticks.drain()


async def _own(town: Town) -> Page:
    """The page of the question whose answers were shown last."""
    threads = (await town.dump())["thread"]
    [id] = [row[1] for row in threads if {"second-opinion", "answered"} <= set(row)]
    return await town.does("leila", "mine.open", str(id))


async def tour_opinions(town: Town) -> None:
    """Asked, declined, nudged, answered, shown, decided on, and made into something else."""
    await _asks(town, anyway="", what="Is Mary Smith, 07700 900123, at risk?")
    await _asks(town, danger="yes", wanted="3")
    await _answers(town, "grace", "agree")
    await _answers(town, "daniel", "unsure")
    page = await _own(town)
    for what in ("challenge", "referral", "concern"):
        await page.presses(_on(f"to-{what}"))
    await (await (await town.opens("grace")).presses(_on("note"))).fills(text="I know the street.")
    form = await page.presses(_on("decide"))
    await form.fills(text="It stays open.", why="Nobody saw her.")
    await town.core.ticks.drain()
    await town.opens("grace")
    await _asks(town)
    await town.presses_card("grace", _on("decline"))
    await town.passes(7 * DAY)  # nudged, then the time is up and nobody has answered
    await _own(town)
    await _asks(town, how="anonymous", release="slot", wanted="1", soon="week", agency="school")
    await town.passes(2 * DAY)

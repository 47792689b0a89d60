"""Holding a concern until others have seen the same, as dialogues do it."""

from collections.abc import Sequence
from datetime import timedelta

from tests.core.anytown import Page, Town

HELD = {
    "danger": "no", "what": "The plan from March was not carried out again.", "people": "3",
    "topic": "plan-not-done", "agency": "childrens-social-care", "same": "practice",
    "how": "anonymous", "anyway": "yes", "reference": "",
}  # fmt: skip
DAY = timedelta(days=1)


async def holds(town: Town, who: str, **answers: str | Sequence[str]) -> Page:
    """Somebody holds a concern."""
    asked = await town.does(who, "together")
    page = await asked.fills({**HELD, **answers})
    await town.core.ticks.drain()
    return page.sees("Your concern is held")


async def later(town: Town, days: int) -> None:
    """So many days pass; everything that is due by then is done at their end."""
    town.clock.set(town.clock.now() + days * DAY)
    for _ in range(3):  # what goes out, what is told of it, and messages about that
        await town.core.ticks.drain()


async def first_held(town: Town, who: str) -> Page:
    """The page of something of theirs that waits: that stands first behind the constant button."""
    quiet = await (await town.does(who, "mine")).presses("Raised without showing my name")
    opens = quiet.form.sections[0].buttons[0]
    return await town.does(who, opens.verb, opens.subject)

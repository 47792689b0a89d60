"""What the numbers say, before there are any and after a year; and what leaders can say of it."""

from handlers.contract.people import Place
from handlers.insight.questions import GROUPS
from tests.core.anytown import Town
from tests.core.years import published

ASK = "Ask if this story may be told"


async def _told(town: Town) -> None:
    """A story: asked for, said no and yes to, written, thrown away, written again."""
    await town.raises("leila")
    page = await town.presses_card("grace", "I’ll pick this up")
    await (await page.presses("Give the final answer")).fills(outcome="acted", text="We met.")
    thread = page.form.buttons[-1].subject
    await (await town.does("grace", "thread.open", thread)).presses(ASK)
    await (await town.does("leila", "mine.open", thread)).presses("No, please don’t tell it")
    await town.does("leila", "story.yes", thread)
    words = {"said": "A visit was late.", "did": "Two people share it now."}
    await (await (await town.does("grace", "story")).presses("Write the story")).fills(words)
    await (await town.does("grace", "story")).presses("Throw it away")
    await (await (await town.does("grace", "story")).presses("Write the story")).fills(words)


async def _card(town: Town) -> None:
    await town.does("grace", "leaders.card")
    town.place = Place("web:anytown", "{}")
    asked = await town.does("grace", "leaders.card")
    await (await asked.fills(text="Say so early.")).fills(text="Say so early.")
    town.place = None
    await town.core.ticks.drain()


async def tour_insight(town: Town) -> None:
    """Every page, each group's among them."""
    for verb in ("insight", "leaders"):
        await town.does("leila", verb)
    await _told(town)
    await published(town)
    async with town.core.transactions.begin() as work:
        await work.repo.stories.publish("2026-Q4")
    await town.does("leila", "leaders.stories")
    await _card(town)
    for verb in ("insight", "insight.text", "leaders"):
        await town.does("leila", verb)
    for group in GROUPS:
        await town.does("leila", "insight.group", group)

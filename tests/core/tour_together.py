"""A walk through what is held until others have seen the same."""

from tests.core.anytown import Page, Town
from tests.handlers.together.acts import HELD, first_held, holds, later
from tests.peers.transcript import buttons_of


async def tour_together(town: Town) -> None:
    """Held, for longer, and sent alone; and two that go out together."""
    asked = await town.does("sian", "together")
    await asked.fills({**HELD, "danger": "yes"})
    await holds(town, "sian")
    page = await first_held(town, "sian")
    await page.presses("Hold it for longer")
    await (await page.presses("Send it alone")).fills()
    for who in ("kofi", "amina"):
        await holds(town, who, people="2", two="yes", same="case", reference="Rose House")
    await later(town, 6)
    page = await _one_with_others(town, "grace")
    await page.presses("See what came with it")
    tagged = await (await page.presses("Tag it")).fills(word="Rose House")
    themes = await tagged.presses("What comes again")
    for button in buttons_of(themes.form):
        if button.verb.startswith("themes."):
            await town.does("grace", button.verb, button.subject)


async def _one_with_others(town: Town, who: str) -> Page:
    """One of those that went out together: which of all their cards is the newest, chance says."""
    buttons = [button for sent in town.cards(who) for button in sent.card.buttons]
    for button in (button for button in buttons if button.verb == "thread.open"):
        page = await town.does(who, button.verb, button.subject)
        if "See what came with it" in page.pressable:
            return page
    raise AssertionError(f"{who} has nothing that came with others")

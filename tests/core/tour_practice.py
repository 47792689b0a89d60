"""A walk through practice: every scenario, to each of its ends."""

from handlers.contract.people import Place
from prompts.shapes import Choice
from tests.core.anytown import Page, Town
from tests.core.tour_pauses import MINUTE, PEOPLE

HERE = Place("web:library", '{"slug": "library"}')
"""Where no meeting pauses."""


async def tour_practice(town: Town) -> None:
    """How each scenario begins; the first one by every way, and with words of one's own."""
    page = await town.does("sian", "practice")
    scenarios = _choices(page)
    for id in scenarios:
        first = await page.fills(scenario=id)
        await first.fills(own="Let us look at that again.")
    first = await page.fills(scenario=scenarios[0])
    await town.does("sian", "practice.step", first.form.subject)  # as a form that was refused
    for said in _choices(first):
        after = await first.fills(say=said, own="Let us look at that again.")
        if "Go on" in after.pressable:
            later = await after.presses("Go on")
            await later.fills(say=_choices(later)[0])


def _choices(page: Page) -> list[str]:
    [choice] = [field for field in page.form.fields if isinstance(field, Choice)]
    return [option.value for option in choice.options]


async def tour_practising(town: Town) -> None:
    """A meeting practises: shown to enough people, and to too few."""
    town.place = HERE
    form = await town.does("grace", "practice.offer")
    await form.fills()
    await town.core.ticks.drain()
    await (await town.does("grace", "practice.offer")).presses("Stop it")
    for people in (PEOPLE, PEOPLE[:2]):
        form = await town.does("leila", "pause.practice")
        await form.fills(scenario="a-joke", minutes="1", codes="5")
        await town.core.ticks.drain()
        pause = town.client.to("library")[-1].card.buttons[0].subject
        for who in people:
            await (await town.does(who, "pause.answer", pause)).fills(answer="aside", line="Hm.")
        await town.passes(MINUTE)
        await town.does("kofi", "pause.open", pause)
        chair = await town.does("leila", "pause.chair", pause)
        await (await chair.presses("End the practice")).fills(why="Thank you all.")
        await town.core.ticks.drain()
    town.place = None


async def tour_advocate(town: Town) -> None:
    """A meeting takes turns at arguing the other side."""
    town.place = HERE
    for who in ("leila", "kofi"):
        await (await town.does(who, "advocate")).presses("I’ll take turns")
    form = await (await town.does("leila", "advocate")).presses("Set the next meeting")
    page = await form.fills(day=town.clock.now().date().isoformat(), weeks="2")
    await town.core.ticks.drain()
    await town.presses_card("leila", "Not this time")
    await town.presses_card("kofi", "Who takes turns")
    await page.presses("No more turns for me")
    town.place = None


async def tour_thanks(town: Town) -> None:
    """Somebody is thanked by name, for each of the two things."""
    for why, whom, name in (("spoke", "kofi", "Kofi Mens"), ("minded", "amina", "Amina Yus")):
        form = await town.does("leila", "thanks")
        which = await form.fills(why=why, owner=name)
        [choice] = (f for f in which.form.fields if f.name == "owner_id")
        assert isinstance(choice, Choice)
        await which.fills(why=why, owner=name, owner_id=choice.value)
        await town.core.ticks.drain()
        await town.presses_card(whom, "Open")

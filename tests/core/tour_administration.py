"""Administration: a role that one may change, one that takes two, and what becomes of both."""

from datetime import timedelta

from storage.partnership import PersonId
from tests.core.anytown import Town

_CSC = "childrens-social-care"


async def tour_administration(town: Town) -> None:
    """Each page, each card, and every way in which a change ends."""
    await town.does("helen", "administration")
    await (await town.does("helen", "administration.choose")).fills(agency=_CSC)
    await (await town.does("ruth", "administration.agency", _CSC)).presses("Change who does what")
    await _changes(town, leaver=PersonId("web:amina-yusuf"), holds="every", owner="Daniel Reid")
    await town.core.ticks.drain()
    await (await town.presses_card("helen", "Open")).presses("Agree")
    await _changes(town, leaver="nobody", holds="reviewer", owner="Amina Yusuf")
    await (await town.does("ruth", "administration")).presses("Do not change it")
    await (await town.does("ruth", "administration")).presses("Undo")
    await _agency(town)
    await _everybody(town)
    await _quarterly(town)


async def _changes(town: Town, **answers: str) -> None:
    form = await town.does("ruth", "administration.role", _CSC)
    await (await form.fills(answers)).presses("Confirm")


async def _agency(town: Town) -> None:
    """Hours, numbers and people of an agency; and another agency."""
    page = await town.does("ruth", "administration.agency", _CSC)
    form = await page.presses("Change when it is open")
    opens = {"days": ["monday"], "opens": "09:00", "closes": "17:00", "closed": ""}
    await (await form.fills(opens)).presses("Confirm")
    form = await page.presses("Change this number")
    await (await form.fills(number="01632 960199", name="Desk")).presses("Confirm")
    form = await page.presses("Add someone")
    await (await form.fills(name="Jo Bell", job="Nurse", language="en")).presses("Confirm")
    many = await (await town.does("ruth", "administration")).presses("Add many people")
    for sheet in ("", "name", "name,agency,title\nJo Hill,,Nurse"):
        await many.fills(sheet=sheet)
    form = await page.presses("Someone has left")
    await (await form.fills(person="web:jo-bell")).presses("Confirm")
    people = {"lead": "Al Dean", "fallback": "Bo Dean", "lead_job": "Head"}
    form = await (await town.does("helen", "administration")).presses("Add an agency")
    answers = {**people, "fallback_job": "Chair", "name": "Anytown Hospice"}
    form = await form.fills({**answers, "sector": "voluntary", "nation": "england"})
    await form.presses("Confirm")


async def _everybody(town: Town) -> None:
    """How few is too few, a policy, and an agency that would close."""
    page = await town.does("helen", "administration.everybody")
    form = await page.presses("Change these numbers")
    now = {name: str(value) for name, value in town.core.partnership.thresholds}
    await (await form.fills({**now, "views_from": "4"})).presses("Confirm")
    form = await page.presses("Add a policy")
    await (await form.fills(name="Candour", link="https://anytown.example/candour")).presses(
        "Confirm"
    )
    await (await town.does("helen", "administration.everybody")).presses(
        "Change where else to turn"
    )
    form = await town.does("helen", "administration.close", "school")
    await (await form.fills(people=_CSC)).presses("Confirm")


async def _quarterly(town: Town) -> None:
    """A quarter on it is asked whether all this is right."""
    await town.core.ticks.ask_quarterly()
    town.clock.set(town.clock.now() + timedelta(days=92))
    await town.core.ticks.ask_quarterly()
    await (await town.does("ruth", "administration.right", _CSC)).presses(
        "Yes, all of this is right"
    )

"""A walk through everything that can be done with a referral."""

from datetime import timedelta

from prompts.words import say, speak
from tests.core.anytown import Page, Town

HOUR = timedelta(hours=1)
REFERRAL = {
    "reference": "MASH-204", "kind": "referral-decision", "agency": "childrens-social-care",
    "what": "A decision, please.", "owner": "Amina Yusuf", "role": "lead", "anyway": "yes",
}  # fmt: skip


def _on(button: str) -> str:
    return speak(say(f"button-{button}"), "en")


async def _refers(town: Town, **more: str) -> Page:
    page = await (await town.does("leila", "referral")).fills({**REFERRAL, **more})
    await town.core.ticks.drain()
    return page


async def tour_referrals(town: Town) -> None:
    """Recorded, taken, put off, helped with, handed on, done, and taken further."""
    await _refers(town, anyway="", what="Ring Mary Smith on 07700 900123.")
    await _changed_and_withdrawn(town)
    await _refers(town)
    await town.presses_card("amina", _on("mine"))
    later = await (await town.opens("amina")).presses(_on("later"))
    await later.fills(later="hours")
    help_ = await (await town.opens("amina")).presses(_on("help"))
    await help_.fills(text="The family moved.")
    await town.core.ticks.drain()
    await (await (await town.opens("amina")).presses(_on("update"))).fills(text="A visit is set.")
    await (await (await town.opens("leila")).presses(_on("update"))).fills(text="Thank you.")
    other = await (await town.opens("amina")).presses(_on("notmine"))
    await other.fills(owner="daniel", text="Wrong team.")
    await town.core.ticks.drain()
    done = await town.presses_card("daniel", _on("done"))
    await done.fills(outcome="part", text="Half of it.")
    await town.core.ticks.drain()
    await town.presses_card("leila", _on("further"))
    await (await town.presses_card("ruth", _on("done"))).fills(outcome="done", text="All of it.")
    await town.core.ticks.drain()
    await town.presses_card("leila", _on("heard"))
    await _refers(town, owner="", kind="safe-tonight")  # nobody takes it: up to the last resort
    await town.does("grace", "mine")
    await town.passes(24 * 90 * HOUR)
    await town.does("leila", "mine")
    await _many(town)


async def _changed_and_withdrawn(town: Town) -> None:
    """Noted on, changed before it is taken, and withdrawn."""
    await _refers(town, reference="MASH-299")
    note = await (await town.opens("amina")).presses(_on("note"))
    await note.fills(text="I know the family.")
    asked = await town.does("leila", "referral.change", note.form.subject)
    asked = await asked.fills(what="Ring Mary Smith on 07700 900123.", due="")
    await asked.fills(what="The minutes, please.", due="2026-12-01")
    why = await town.does("leila", "referral.withdraw", note.form.subject)
    await why.fills(text="It was found.")
    await town.core.ticks.drain()


async def _many(town: Town) -> None:
    """The page after a list's first; that it takes many to get there is tested elsewhere."""
    for number in range(3):
        await _refers(town, reference=f"MASH-{300 + number}")
    await town.does("leila", "mine.more", "referred-1")
    late = await (await town.does("amina", "mine")).presses(speak(say("desk-narrow-button"), "en"))
    await late.fills(kind="referral", sort="oldest")
    await town.does("amina", "mine.desk", "whose=mine")
    found = await (await town.does("amina", "mine")).presses(speak(say("desk-find-button"), "en"))
    await found.fills(reference="MASH-301")

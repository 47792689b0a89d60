"""A decision is challenged, answered, read by a second pair of eyes, adopted, and settled."""

from datetime import timedelta

from prompts.shapes import Long
from tests.core.anytown import Page, Town

DAY = timedelta(days=1)
WORDS = "I would like to understand why they were not seen."

CHALLENGE = {
    "danger": "no",
    "decision": "Closing the case of the two brothers",
    "reference": "CASE-17",
    "agency": "childrens-social-care",
    "owner": "Amina Yusuf",
    "topic": "voice-missing",
    "what": "Nobody has seen them for three weeks",
    "ask": "see them alone before it is closed",
    "level": "challenge",
    "how": "anonymous",
    "replies": "chat",
    "release": "now",
    "anyway": "yes",
}


async def challenged(town: Town, who: str, **more: str) -> Page:
    """Somebody challenges a decision, in the words that were drafted for them."""
    asked = await town.does(who, "challenge")
    drafted = await asked.fills({**CHALLENGE, **more})
    sent = await drafted.fills({**CHALLENGE, **more, "sentence": _sentence(drafted)})
    await town.core.ticks.settle()
    return sent


def _sentence(drafted: Page) -> str:
    (field,) = (f for f in drafted.form.fields if f.name == "sentence")
    assert isinstance(field, Long)
    return field.value


async def test_a_sentence_is_drafted_to_look_over(town: Town) -> None:
    asked = await town.does("leila", "challenge")
    drafted = await asked.fills(CHALLENGE)

    drafted.sees("Here is a first wording")
    assert "I do not agree with this decision: Closing the case" in _sentence(drafted)
    assert await town.column("thread", "id") == []


async def test_the_owner_answers_and_the_challenger_hears_why(town: Town) -> None:
    await challenged(town, "leila")
    page = await town.opens("amina")
    page.sees("Closing the case of the two brothers", "Nobody has seen them", "stays anonymous")

    answered = await (await page.presses("Answer")).fills(verdict="keep", text="They were seen.")
    answered.sees("Answer sent")
    await town.passes(DAY)

    mine = await town.mine("leila")
    mine.sees("Amina Yusuf has answered", "They were seen.", "Is this settled for you?")
    await mine.presses("Yes, it is settled")
    await town.passes(DAY)
    assert await town.column("thread", "state") == ["closed"]


async def test_from_the_owner_to_the_stages(town: Town) -> None:
    await challenged(town, "leila")
    for who, verdict in (("amina", "keep"), ("fiona", "keep")):
        page = await (await town.opens(who)).presses("Answer")
        await page.fills(verdict=verdict, text="It stays.")
        await town.core.ticks.settle()
        await (await town.mine("leila")).presses("No, it is not settled")
        await town.core.ticks.settle()

    (await town.opens("grace")).sees("I cannot find the child’s or adult’s own voice")
    adopted = await town.presses_card("grace", "I carry it on in my name")
    adopted.sees("You carry this on in your own name now")
    (await town.mine("leila")).sees("Grace Okafor, a lead, carries this on")

    page = await (await town.opens("amina")).presses("Answer")
    await page.fills(verdict="change", text="We will see them on Friday.")
    await town.core.ticks.settle()
    settled = await (await town.mine("leila")).presses("Yes, it is settled")
    settled.sees("Settled")
    assert await town.column("thread", "state") == ["closed"]

"""Fairness: a moderator may divert, two people may open a name, and nobody else may do anything."""

from datetime import timedelta

from handlers.contract.outcomes import Refuse
from handlers.registry import verbs
from prompts.words import speak
from tests.core.anytown import Town
from tests.handlers.challenge.acts import CHALLENGE, answers, challenges

DAY = timedelta(days=1)
OF_OTHERS = sorted(
    v
    for v in verbs()
    if v.startswith(("challenge.", "moderate", "glass")) and v != "challenge.send"
)
TRIES = {**CHALLENGE, "text": "Let me in.", "verdict": "keep", "tell": "yes"}


async def _moderated(town: Town) -> None:
    await challenges(town, "leila")
    asked = await (await town.opens("amina")).presses("Ask a moderator to look")
    (await asked.fills(text="It insults me.")).sees("A moderator is asked")
    await town.core.ticks.drain()


async def _adds(town: Town, text: str) -> None:
    await (await (await town.mine("leila")).presses("Add something")).fills(text=text)
    await town.core.ticks.drain()


async def test_neither_side_sees_that_it_was_diverted(town: Town) -> None:
    await _moderated(town)
    before = (await town.opens("amina")).text
    page = await town.opens("helen")
    page.sees("It insults me.")
    (await page.presses("Pass it to a reviewer")).sees("Nothing is lost")
    await town.core.ticks.drain()
    mine = (await town.mine("leila")).text

    cards = len(town.cards("amina"))
    await _adds(town, "More of the same.")
    assert (await town.opens("amina")).text == before
    assert len(town.cards("amina")) == cards
    (await town.opens("fiona")).sees("More of the same.", "It insults me.")
    await (await (await town.opens("fiona")).presses("Reply")).fills(text="I have read it.")
    await town.core.ticks.drain()
    assert (await town.opens("amina")).text == before
    (await town.mine("leila")).sees("I have read it.", "More of the same.").sees_not("insults")
    assert "insults" not in mine


async def test_the_owner_of_a_diverted_challenge_still_has_to_answer(town: Town) -> None:
    await _moderated(town)
    await (await town.opens("helen")).presses("Pass it to a reviewer")
    await answers(town, "amina", "change", "You are right.")
    (await town.mine("leila")).sees("You are right.")


async def test_a_moderator_may_leave_it_as_it_is(town: Town) -> None:
    await _moderated(town)
    page = await (await town.opens("helen")).presses("Leave it as it is")
    page.sees("The conversation goes on as before")
    await _adds(town, "Please.")
    (await town.opens("amina")).sees("Please.")


async def test_two_people_open_a_name_given_in_confidence(town: Town) -> None:
    await challenges(town, "leila", how="confidence")
    await town.passes(5 * DAY)
    page = await (await town.opens("grace")).presses("Ask for the name")
    await page.fills(text="Only they know the address.", tell="yes")
    await town.core.ticks.drain()
    waiting = await town.does("grace", "glass", page.form.subject)
    waiting.sees("waits for a second person").sees_not("Leila")
    assert "I agree: open the name" not in waiting.pressable
    agreed = await (await town.opens("ruth")).presses("I agree: open the name")
    agreed.sees("Leila", "Grace Okafor")
    (await town.does("grace", "glass", page.form.subject)).sees("Leila")
    (await town.does("daniel", "glass", page.form.subject)).sees_not("Leila")
    (await town.mine("leila")).sees("Grace Okafor, Ruth Ellison")
    (await town.does("grace", "challenge.open", page.form.subject)).sees(
        "You and a second person have opened the name"
    )
    (await town.does("daniel", "challenge.open", page.form.subject)).sees_not(
        "have opened the name"
    )


async def test_they_are_not_told_where_that_is_not_safe(town: Town) -> None:
    await challenges(town, "leila", how="confidence")
    await town.passes(5 * DAY)
    page = await (await town.opens("grace")).presses("Ask for the name")
    await page.fills(text="The person at home reads along.", tell="no")
    await town.core.ticks.drain()
    await (await town.opens("ruth")).presses("I agree: open the name")
    (await town.mine("leila")).sees_not("looked up")


async def test_what_was_raised_anonymously_has_no_name_to_open(town: Town) -> None:
    await challenges(town, "leila")
    await town.passes(5 * DAY)
    page = await town.opens("grace")
    assert "Ask for the name" not in page.pressable
    [subject] = await town.column("thread", "id")
    for verb in ("glass", "glass.send", "glass.agree"):
        (await town.does("ruth", verb, str(subject), TRIES)).refused("no name to open here")


async def test_nobody_else_may_do_anything(town: Town) -> None:
    await challenges(town, "leila")
    [subject] = map(str, await town.column("thread", "id"))
    before = await town.dump()
    for who in ("leila", "sarah", "priya", "grace"):
        for verb in OF_OTHERS:
            page = await town.does(who, verb, subject, TRIES)
            assert isinstance(page.reply, Refuse), f"{who} may {verb}"
            assert all(speak(words, "cy") for words in page.reply.errors.values())
    for verb in sorted(v for v in verbs() if v.startswith("thread.")):
        page = await town.does("amina", verb, subject, {**TRIES, "outcome": "acted"})
        assert isinstance(page.reply, Refuse), f"the owner may {verb}"
    assert await town.dump() == before


async def test_thirty_an_hour_are_enough_except_in_danger(town: Town) -> None:
    form = await town.does("leila", "challenge")
    for _ in range(30):
        await town.does("leila", "challenge.send", "", CHALLENGE)
    page = await town.does("leila", "challenge.send", "", CHALLENGE)
    page.refused("wait a little")
    danger = await form.fills({**CHALLENGE, "danger": "yes"})
    danger.sees("We have your challenge")
    await town.passes(timedelta(hours=1))
    (await town.does("leila", "challenge.send", "", CHALLENGE)).sees("This is a first wording")

"""What waits for somebody stands under "Waiting for me", and nothing else does."""

from prompts.words import speak
from tests.core.anytown import Page, Town
from tests.handlers.challenge.acts import answers, challenges, not_settled, settled
from tests.handlers.inbox.test_long_lists import REFERRAL


def listed(page: Page, heading: str) -> list[str]:
    """The lines below one heading of somebody's own page."""
    found: dict[str, list[str]] = {}
    under = ""
    for section in page.form.sections:
        title = speak(section.title, "en")
        if section.look == "line":
            found.setdefault(under, []).append(title)
        else:
            under = title
    return found.get(heading, [])


async def _lists(town: Town, who: str) -> tuple[int, int]:
    page = await town.does(who, "mine")
    return len(listed(page, "Waiting for me")), len(listed(page, "Waiting for others"))


async def test_a_concern_waits_for_every_lead_until_one_has_it_and_for_that_one_until_answered(
    town: Town,
) -> None:
    await town.raises("leila")
    assert await _lists(town, "grace") == await _lists(town, "daniel") == (1, 0)
    page = await town.presses_card("grace", "I’ll pick this up")
    assert await _lists(town, "grace") == (1, 0)
    assert await _lists(town, "daniel") == (0, 1)
    await (await page.presses("Give the final answer")).fills(outcome="acted", text="Done.")
    assert await _lists(town, "grace") == await _lists(town, "daniel") == (0, 1)
    await (await town.mine("leila")).presses("No, it is not settled")
    assert await _lists(town, "grace") == (1, 0)


async def test_whoever_has_it_before_them_is_not_told_that_nobody_was_reached(town: Town) -> None:
    town.client.trouble += [ConnectionError()] * 2
    await town.raises("leila")
    assert town.cards("grace") == town.cards("daniel") == []
    (await town.does("leila", "mine")).sees("still trying to reach")
    page = (await town.does("grace", "mine")).sees("Waiting for me")
    page.sees_not("still trying to reach")


async def test_what_is_closed_stands_in_neither_list(town: Town) -> None:
    await town.raises("leila")
    page = await town.presses_card("grace", "I’ll pick this up")
    await (await page.presses("Give the final answer")).fills(outcome="acted", text="Done.")
    await (await town.mine("leila")).presses("Yes, it is settled")
    assert await _lists(town, "grace") == await _lists(town, "daniel") == (0, 0)


async def test_a_challenge_waits_for_whoever_answers_it_now_and_for_nobody_who_has(
    town: Town,
) -> None:
    await challenges(town, "leila", how="named")
    assert await _lists(town, "amina") == (1, 0)
    await answers(town, "amina")
    assert await _lists(town, "amina") == (0, 1)
    await not_settled(town, "leila")
    assert await _lists(town, "amina") == (0, 1)
    assert await _lists(town, "fiona") == (1, 0)
    await answers(town, "fiona")
    await settled(town, "leila")
    assert await _lists(town, "amina") == await _lists(town, "fiona") == (0, 0)


async def test_a_moderator_has_it_waiting_until_it_is_diverted(town: Town) -> None:
    await challenges(town, "leila")
    page = await town.opens("amina")
    await (await page.presses("Ask a moderator to look")).fills(text="This is abuse.")
    await town.core.ticks.drain()
    moderators = [who for who in ("helen", "anne") if await _lists(town, who) == (1, 0)]
    assert moderators
    await (await town.opens(moderators[0])).presses("Pass it to a reviewer")
    assert await _lists(town, moderators[0]) == (0, 1)


async def test_a_referral_that_is_done_is_no_longer_among_ones_own(town: Town) -> None:
    told = {**REFERRAL, "reference": "CASE-1", "due": "2026-12-24"}
    (await (await town.does("leila", "referral")).fills(told)).sees("Recorded")
    await town.core.ticks.drain()
    await town.presses_card("amina", "It’s mine")
    page = await town.does("amina", "mine")
    assert len(listed(page, "Waiting for me")) == 1
    await (await (await town.opens("amina")).presses("Done")).fills(outcome="done", text="Decided.")
    page = await town.does("amina", "mine")
    assert listed(page, "Waiting for me") == []
    assert len(listed(page, "Waiting for others")) == 1


async def test_what_is_over_no_longer_says_that_somebody_may_be_in_danger(town: Town) -> None:
    await town.raises("leila", danger="yes")
    (await town.does("leila", "mine")).sees("Someone may be in danger now")
    page = await town.presses_card("grace", "I’ll pick this up")
    await (await page.presses("Give the final answer")).fills(outcome="acted", text="Done.")
    await (await town.mine("leila")).presses("Yes, it is settled")
    (await town.does("leila", "mine")).sees("This is closed").sees_not("in danger now")

"""What the leads who carry a challenge on note for each other, and news that moves no deadline."""

from datetime import timedelta

from tests.core.anytown import Page, Town
from tests.core.tour_referrals import REFERRAL
from tests.handlers.challenge.acts import CHALLENGE, answers, challenges, not_settled

DAY = timedelta(days=1)


async def _waits_for_a_lead(town: Town) -> Page:
    """A hidden challenge that its leads are asked to carry on."""
    await challenges(town, "leila")
    for who in ("amina", "fiona"):
        await answers(town, who, text=f"It stays, says {who}.")
        await not_settled(town, "leila")
    return await town.opens("grace")


async def test_the_leads_who_may_carry_it_on_read_each_others_notes_and_nobody_else(
    town: Town,
) -> None:
    page = await _waits_for_a_lead(town)
    noted = await (await page.presses("Add a note")).fills(text="I ask the school first.")
    await noted.presses("Back to this case")
    thread = page.form.buttons[0].subject
    (await town.opens("daniel")).sees("I ask the school first.", "Grace Okafor, 23 November 2026")
    for who in ("amina", "fiona"):  # whose decision it is, and the second reader
        read = await town.does(who, "challenge.open", thread)
        read.sees("It stays, says amina.").sees_not("I ask the school", "Notes for the leads")
        (await town.does(who, "challenge.note", thread)).refused("not open to you")
    (await town.mine("leila")).sees_not("I ask the school", "Notes for the leads")


async def test_nobody_is_asked_not_to_look_for_a_name_that_stands_there(town: Town) -> None:
    await challenges(town, "leila", how="named")
    page = await town.opens("amina")
    page.sees("Leila Haddad", "answer first").sees_not("find out who")
    for how in ("anonymous", "confidence"):
        await challenges(town, "leila", how=how)
        (await town.opens("amina")).sees("try to find out who it is").sees_not("Leila Haddad")


async def test_who_said_what_and_who_did_what_is_read_by_those_who_answer(town: Town) -> None:
    page = await _waits_for_a_lead(town)
    page.sees(
        "The answer: the decision stays, 23 November 2026, by Amina Yusuf",
        "23 November 2026\nGave an answer (Amina Yusuf)",
        "23 November 2026\nGave an answer (Fiona",
    )
    (await town.mine("leila")).sees_not("by Amina Yusuf")


async def test_news_leaves_the_deadline_where_it_is(town: Town) -> None:
    await challenges(town, "leila")
    due = await town.column("challenge", "due"), await town.column("step", "due_at")
    page = await (await town.opens("amina")).presses("Send news")
    page.sees("Nobody has seen them for three weeks")
    await page.fills(text="We are still on it.")
    await town.core.ticks.drain()
    assert (await town.column("challenge", "due"), await town.column("step", "due_at")) == due
    assert await town.column("thread", "state") == ["open"]
    (await town.mine("leila")).sees("News from the person who has this", "still on it")
    (await answers(town, "amina")).sees("Answer sent")


async def test_a_referral_made_of_it_brings_its_reference_words_and_agency(town: Town) -> None:
    await challenges(town, "leila")
    form = await (await town.opens("amina")).presses("Record a referral")
    form.sees("Write it in your own words")
    given = {f.name: getattr(f, "value", "") for f in form.form.fields}
    assert (given["reference"], given["agency"]) == ("CASE-17", "childrens-social-care")
    assert given["what"].split("\n\n") == [
        CHALLENGE["decision"], CHALLENGE["what"], CHALLENGE["ask"],
    ]  # fmt: skip
    sent = await form.fills({**REFERRAL, "what": given["what"], "reference": given["reference"]})
    sent.sees("We also remind them")
    thread = (await town.opens("amina")).form.buttons[0].subject
    (await town.does("sarah", "challenge.refer", thread)).refused("not waiting for an answer")

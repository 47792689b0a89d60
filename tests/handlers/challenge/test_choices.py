"""A challenge by receipt, in confidence, by name, in danger; and how people fared afterwards."""

from datetime import timedelta

from tests.core.anytown import Town
from tests.handlers.challenge.acts import (
    CHALLENGE,
    answers,
    challenges,
    code_on,
    not_settled,
    settled,
)

DAY = timedelta(days=1)


async def test_a_receipt_alone_leads_back_to_the_answer(town: Town) -> None:
    sent = await challenges(town, "leila", replies="receipt")
    code = code_on(sent)
    await answers(town, "amina", text="They were seen.")
    assert town.cards("leila") == []
    (await (await town.does("leila", "mine")).presses("Raised without showing my name")).sees(
        "There is nothing here"
    )
    form = await town.does("leila", "receipt")
    page = await form.fills(code=code.lower().replace("-", " "))
    page.sees("Amina Yusuf has answered", "They were seen.")

    await (await page.presses("Add something")).fills(text="By whom?")
    await town.core.ticks.drain()
    (await town.opens("amina")).sees("By whom?")
    page = await (await town.does("kofi", "receipt")).fills(code=code)
    await page.presses("Yes, it is settled")
    await town.core.ticks.drain()
    assert await town.column("thread", "state") == ["closed"]
    (await (await town.does("leila", "receipt")).fills(code=code)).refused("opens nothing", "code")


async def test_sent_twice_it_is_the_same_code(town: Town) -> None:
    asked = await town.does("leila", "challenge")
    answers_ = {"replies": "receipt", "sentence": "Please look at it again."}
    first = await asked.fills({**CHALLENGE, **answers_})
    second = await asked.fills({**CHALLENGE, **answers_})
    assert code_on(first) == code_on(second)
    assert len(await town.column("thread", "id")) == 1
    assert code_on(first) not in repr(await town.dump())


async def test_in_confidence_only_the_lead_who_adopts_it_learns_the_name(town: Town) -> None:
    await challenges(town, "leila", how="confidence")
    (await town.opens("amina")).sees_not("Leila")
    await answers(town, "amina")
    await not_settled(town, "leila")
    (await town.opens("fiona")).sees_not("Leila")
    await answers(town, "fiona")
    await not_settled(town, "leila")
    (await town.opens("daniel")).sees_not("Leila")
    adopted = await town.presses_card("grace", "I carry it on in my name")
    adopted.sees("Leila")
    (await town.opens("amina")).sees_not("Leila")
    (await town.mine("leila")).sees("Grace Okafor can now see your name")


async def test_by_name_silence_goes_up_the_partnerships_own_stages(town: Town) -> None:
    await challenges(town, "leila", how="named")
    (await town.opens("amina")).sees("Leila", "Between practitioners")
    await town.passes(5 * DAY)
    assert "The answer is due now" in "\n".join(c.text for c in town.cards("amina"))
    (await town.mine("leila")).sees("There was no answer in time", "the next stage")
    assert "come to your stage" in town.cards("ruth")[-1].text
    (await town.opens("ruth")).sees("Between line managers")
    await answers(town, "ruth", "change")
    await settled(town, "leila")


async def test_without_a_name_silence_goes_to_a_lead_to_adopt(town: Town) -> None:
    await challenges(town, "leila")
    await town.passes(5 * DAY)
    assert "Will you carry a challenge" in town.cards("grace")[-1].text
    assert await town.column("challenge", "stage") == [0]
    await town.passes(7 * DAY)  # no lead either: a person with responsibility has it
    assert await town.column("challenge", "step") == ["person"]
    (await town.mine("leila")).sees("It has come as far as it can in writing")


async def test_danger_goes_out_at_once_in_their_own_words(town: Town) -> None:
    page = await (await town.does("leila", "challenge")).fills(
        danger="yes", decision="Sending her home tonight", agency="childrens-social-care",
        owner="Amina Yusuf", topic="threshold", what="He is there.", ask="keep her safe tonight",
        level="escalate", how="anonymous", release="slot", replies="chat",
    )  # fmt: skip
    page.sees("We have your challenge", "999", "easier to guess who sent it")
    await town.core.ticks.drain()
    assert "Someone may be in danger now" in town.cards("amina")[-1].text
    await town.passes(timedelta(hours=2))
    assert "Will you carry a challenge" in town.cards("grace")[-1].text


async def test_who_kept_an_address_is_asked_twice_and_then_forgotten(town: Town) -> None:
    await challenges(town, "leila", keeps="yes")
    await answers(town, "amina", "change")
    await settled(town, "leila")
    assert len(await town.core.keyring.refs()) == 1
    for days in (30, 60):
        await town.passes(days * DAY)
        page = await (await town.mine("leila")).presses("Answer two questions")
        page.sees("Were you treated worse")
        (await page.fills(worse="no", again="yes")).sees("Thank you")
        page = await (await town.mine("leila")).presses("Answer two questions")
        (await page.fills(worse="yes", again="no")).refused("Your answers are in already")
    await town.passes(15 * DAY)
    assert await town.core.keyring.refs() == set()


async def test_a_question_nobody_answers_ends_too(town: Town) -> None:
    await challenges(town, "leila", keeps="yes")
    await answers(town, "amina", "change")
    await settled(town, "leila")
    await town.passes(105 * DAY)
    assert await town.core.keyring.refs() == set()
    assert await town.column("step", "id") == []


async def test_they_may_be_gone_at_once(town: Town) -> None:
    await challenges(town, "leila", keeps="yes")
    await answers(town, "amina", "change")
    await settled(town, "leila")
    before = town.cards("leila")
    (await (await town.mine("leila")).presses("Don’t ask me: delete the link back to me")).sees(
        "The link back to you is deleted"
    )
    (await (await town.does("leila", "mine")).presses("Raised without showing my name")).sees(
        "There is nothing here"
    )
    await town.passes(105 * DAY)
    assert town.cards("leila") == before
    assert await town.core.keyring.refs() == set()


async def test_with_a_receipt_too_the_questions_come_to_whoever_has_the_code(town: Town) -> None:
    code = code_on(await challenges(town, "leila", replies="receipt", keeps="yes"))
    await answers(town, "amina", "change")
    page = await (await town.does("leila", "receipt")).fills(code=code)
    await page.presses("Yes, it is settled")
    await town.passes(30 * DAY)
    page = await (await town.does("kofi", "receipt")).fills(code=code)
    asked = await page.presses("Answer two questions")
    (await asked.fills(worse="yes", again="no")).sees("Thank you")
    (await asked.fills(worse="yes", again="no")).refused("Your answers are in already")
    await town.passes(80 * DAY)
    (await (await town.does("kofi", "receipt")).fills(code=code)).refused("opens nothing", "code")


async def test_a_leads_last_word_that_was_held_back_asks_whether_it_is_settled_too(
    town: Town,
) -> None:
    await challenges(town, "leila", release="soon")
    await town.passes(DAY)
    for who in ("amina", "fiona"):
        await answers(town, who)
        await town.passes(timedelta(hours=1))
        await not_settled(town, "leila")
        await town.passes(timedelta(hours=1))
    adopted = await town.presses_card("grace", "I carry it on in my name")
    await (await adopted.presses("Give the final answer")).fills(text="We have met.")
    await town.passes(timedelta(hours=1))
    (await town.mine("leila")).sees("We have met.", "Is this settled for you?")


async def test_whoever_has_the_code_may_end_the_questions_and_it_opens_nothing_then(
    town: Town,
) -> None:
    code = code_on(await challenges(town, "leila", replies="receipt", keeps="yes"))
    await answers(town, "amina", "change")
    page = await (await town.does("leila", "receipt")).fills(code=code)
    await page.presses("Yes, it is settled")
    page = await (await town.does("kofi", "receipt")).fills(code=code)
    (await page.presses("Don’t ask me: delete the link back to me")).sees("is deleted")
    (await (await town.does("kofi", "receipt")).fills(code=code)).refused("opens nothing", "code")

"""A decision is challenged, answered, read by a second pair of eyes, adopted, and settled."""

from datetime import timedelta

import pytest

from tests.core.anytown import Town
from tests.handlers.challenge.acts import (
    CHALLENGE,
    answers,
    challenges,
    code_on,
    not_settled,
    sentence_of,
    settled,
)

DAY = timedelta(days=1)


async def test_a_sentence_is_drafted_to_look_over(town: Town) -> None:
    drafted = await (await town.does("leila", "challenge")).fills(CHALLENGE)
    drafted.sees("This is a first wording")
    assert "I do not agree with this decision: Closing the case" in sentence_of(drafted)
    assert await town.column("thread", "id") == []


async def test_what_is_missing_is_said_beside_each_question(town: Town) -> None:
    page = await (await town.does("leila", "challenge")).fills(how="anonymous")
    for field, words in (
        ("danger", "in danger right now"),
        ("decision", "in one line"),
        ("what", "saw or heard"),
        ("release", "when it should go out"),
        ("replies", "how you want to hear back"),
    ):
        page.refused(words, field)


async def test_names_and_numbers_are_pointed_out_before_it_goes(town: Town) -> None:
    asked = await town.does("leila", "challenge")
    page = await asked.fills(CHALLENGE, anyway="", what="Ring Anne Foster on 07700 900123")
    page.sees("This may show who someone is", "07700 900123", "Send it as it is")
    again = await page.fills(
        {**CHALLENGE, "anyway": "", "what": "Ring 07700 900123", "sentence": sentence_of(page)}
    )
    again.sees("07700 900123")
    assert await town.column("thread", "id") == []


async def test_the_owner_answers_and_the_challenger_hears_why(town: Town) -> None:
    await challenges(town, "leila")
    card = town.cards("amina")[-1].text
    assert "A decision in Anytown Children's Social Care is challenged" in card
    assert "25 November 2026" in card
    assert "brothers" not in card
    (await town.opens("amina")).sees(
        "Closing the case of the two brothers", "Nobody has seen them", "stays anonymous"
    ).sees_not("Leila", "School")

    (await answers(town, "amina", text="They were seen.")).sees("Answer sent")
    (await town.mine("leila")).sees(
        "Amina Yusuf has answered", "the decision stays", "They were seen.", "Is this settled"
    )
    await settled(town, "leila")
    assert await town.column("thread", "state") == ["closed"]
    assert await town.core.keyring.refs() == set()
    assert "says that it is settled" in town.cards("amina")[-1].text


async def test_from_the_owner_to_a_reader_to_a_lead_to_the_stages(town: Town) -> None:
    await challenges(town, "leila")
    await answers(town, "amina")
    await not_settled(town, "leila")
    (await town.mine("leila")).sees("Someone from another agency reads it now")
    (await town.opens("fiona")).sees("It stays.", "Nobody has seen them")
    await answers(town, "fiona", "adapt", "See them, then decide.")
    await not_settled(town, "leila")

    (await town.mine("leila")).sees("You stay hidden")
    adopted = await town.presses_card("grace", "I carry it on in my name")
    adopted.sees("You carry this on in your own name now").sees_not("Leila")
    assert "Grace Okafor carries this on" in town.cards("daniel")[-1].text
    (await town.mine("leila")).sees("Grace Okafor, a lead, carries this on")
    (await town.opens("amina")).sees("Grace Okafor, who carries it on for")

    await answers(town, "amina", "change", "We will see them on Friday.")
    await settled(town, "leila")
    assert await town.column("thread", "state") == ["closed"]


async def test_nobody_else_can_close_it_but_a_lead_with_a_reason(town: Town) -> None:
    await challenges(town, "leila")
    page = await town.opens("amina")
    assert "Give the final answer" not in page.pressable
    for _ in range(2):
        await answers(town, "amina" if _ == 0 else "fiona")
        await not_settled(town, "leila")
    adopted = await town.presses_card("grace", "I carry it on in my name")
    done = await (await adopted.presses("Give the final answer")).fills(text="We have met.")
    done.sees("It is not closed yet")
    await town.core.ticks.drain()
    (await town.mine("leila")).sees("The last word on this", "We have met.", "Is this settled")


async def test_after_five_rounds_a_person_talks_with_them(town: Town) -> None:
    await challenges(town, "leila", how="named")
    for who in ("amina", "fiona", "ruth", "ruth", "ruth"):
        await answers(town, who)
        await not_settled(town, "leila")
    (await town.mine("leila")).sees("It has come as far as it can in writing", "0800 028 0285")
    assert await town.column("challenge", "step") == ["person"]


async def test_it_can_be_withdrawn_before_anybody_sees_it(town: Town) -> None:
    await challenges(town, "leila", release="slot")
    mine = (await town.mine("leila")).sees_not("Withdraw it")
    page = await (await mine.presses("Take it back")).fills()
    page.sees("Taken back", "Nobody was told of it").sees_not("Settled")
    assert [*(await town.dump())["ring"], *(await town.dump())["waiting"]] == []
    await town.passes(3 * DAY)
    assert town.cards("amina") == []
    assert await town.column("thread", "id") == []


@pytest.mark.parametrize("replies", ["chat", "receipt"])
async def test_before_there_is_an_answer_it_can_not_be_settled(town: Town, replies: str) -> None:
    page = await challenges(town, "leila", replies=replies)
    if replies == "receipt":
        own = await (await town.does("leila", "receipt")).fills(code=code_on(page))
    else:
        own = await town.mine("leila")
    subject = next(b.subject for b in own.form.buttons if b.verb == "mine.answer")
    (await town.does("leila", "mine.settled", subject)).refused("There is no final answer yet")
    await town.passes(timedelta(hours=1))
    assert await town.column("thread", "state") == ["open"]


async def test_withdrawn_it_is_not_called_settled_by_anybody(town: Town) -> None:
    await challenges(town, "leila", how="named")
    await (await (await town.mine("leila")).presses("Withdraw it")).fills()
    await town.core.ticks.drain()
    assert "has withdrawn it" in town.cards("amina")[-1].text
    assert "settled" not in town.cards("amina")[-1].text


async def test_an_owner_names_who_can_answer(town: Town) -> None:
    await challenges(town, "leila")
    asked = await (await town.opens("amina")).presses("Someone else can answer this")
    nobody = await asked.fills(agency="childrens-social-care", owner="Nobody Known")
    nobody.refused("We know nobody of that name", "owner")
    done = await asked.fills(agency="childrens-social-care", owner="daniel")
    done.sees("They are asked now", "We are asking Daniel Reid, Anytown Children")
    await town.core.ticks.drain()
    (await town.mine("leila")).sees("Daniel Reid can answer this")
    assert "Someone else was named" in town.cards("amina")[-1].text
    await answers(town, "daniel")


async def test_an_owner_nobody_knows_is_their_managers_to_answer(town: Town) -> None:
    sent = await challenges(town, "leila", owner="Somebody Unknown", owner_id="none")
    sent.sees("We do not know the person you named")
    (await town.opens("ruth")).sees("Somebody Unknown")
    (await town.mine("leila")).sees("their managers are asked")


async def test_several_whom_a_name_may_mean_are_asked_about(town: Town) -> None:
    asked = await town.does("leila", "challenge")
    page = await asked.fills({**CHALLENGE, "owner": "r"})
    page.sees("Whom do you mean?", "Ruth Ellison", "Daniel Reid")
    sent = await page.fills(
        {**CHALLENGE, "owner": "r", "owner_id": "web:daniel-reid", "sentence": "Please look again."}
    )
    sent.sees("We have your challenge", "First we ask Daniel Reid, Anytown Children")
    await town.core.ticks.drain()
    assert len(town.cards("daniel")) == 1

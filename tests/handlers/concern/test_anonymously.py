"""An anonymous concern: the conversation goes both ways, and nobody learns who."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.admission import Incoming
from handlers.contract.people import Event
from tests.core.anytown import CONCERN, MONDAY, Page, Town

SOON = timedelta(minutes=20)
SLOT = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


async def _picked(town: Town, release: str = "now") -> Page:
    await town.raises("leila", how="anonymous", release=release)
    await town.passes(SOON)
    return await town.presses_card("daniel", "I’ll pick this up")


async def test_nothing_anywhere_carries_the_person(town: Town) -> None:
    page = await _picked(town, "soon")
    await (await page.presses("Ask a question")).fills(text="When?")
    await town.passes(SOON)
    await (await (await town.mine("leila")).presses("Add something")).fills(text="On Friday.")
    await town.passes(SOON)
    opened = (await town.opens("daniel")).sees("On Friday.", "Someone who stays anonymous")
    opened.sees_not("Leila", "School")
    stored = await town.dump()
    stored.pop("member")
    for trace in ("leila", "Leila", "haddad", "Haddad", "school"):
        assert trace not in str(stored)
    for who in ("grace", "daniel"):
        assert "Leila" not in "".join(sent.text for sent in town.cards(who))


async def test_the_agency_is_told_only_if_they_let_it_be(town: Town) -> None:
    await town.raises("leila", how="anonymous", release="now", tell_agency="yes")
    (await town.opens("grace")).sees("Anytown Community School").sees_not("Leila")


async def test_soon_is_a_random_moment_within_its_bounds(town: Town) -> None:
    for _ in range(8):
        await town.raises("leila", how="anonymous", release="soon")
    assert await town.column("thread", "id") == []
    due = sorted(await town.waiting())
    waits = [moment - MONDAY for moment in due]
    assert timedelta(minutes=2) <= waits[0]
    assert waits[-1] <= SOON
    assert len(set(waits)) > 4  # in whole seconds two may fall together
    assert town.cards("grace") == []
    await town.passes(SOON)
    assert len(town.cards("grace")) == 8


async def test_the_next_slot_is_at_its_hour(town: Town) -> None:
    sent = await town.raises("leila", how="anonymous", release="slot")
    sent.sees("at the next set time")
    (await town.mine("leila")).sees("has not gone to Anytown Children's Social Care yet")
    await town.until(SLOT - MINUTE)
    assert town.cards("grace") == []
    await town.until(SLOT)
    assert len(town.cards("grace")) == 1


async def test_danger_goes_out_at_once_whatever_was_chosen(town: Town) -> None:
    sent = await town.raises("leila", how="anonymous", release="slot", danger="yes")
    sent.sees("on its way to Anytown Children's Social Care", "makes it easier to guess", "999")
    assert "Someone may be in danger now" in town.cards("grace")[-1].text
    page = await town.presses_card("grace", "I’ll pick this up")
    await (await page.presses("Reply")).fills(text="A colleague is on the way.")
    (await town.mine("leila")).sees("A colleague is on the way.")


async def test_a_reply_stands_at_once_and_the_raiser_is_told_at_their_own_time(town: Town) -> None:
    await town.raises("leila", how="anonymous", release="slot")
    await town.until(SLOT)
    page = await town.presses_card("daniel", "I’ll pick this up")
    await (await page.presses("Reply")).fills(text="I am looking into it.")
    before = (await town.opens("daniel")).sees("I am looking into it.").text
    (await town.mine("leila")).sees("I am looking into it.")
    assert town.cards("leila") == []
    await town.until(SLOT + timedelta(hours=3))
    assert town.cards("leila") != []
    assert (await town.opens("daniel")).text == before


async def test_what_the_raiser_adds_is_held_from_the_lead_until_its_time(town: Town) -> None:
    await town.raises("leila", how="anonymous", release="slot")
    await town.until(SLOT)
    await town.presses_card("daniel", "I’ll pick this up")
    cards = len(town.cards("daniel"))
    await (await (await town.mine("leila")).presses("Add something")).fills(text="There is more.")
    (await town.mine("leila")).sees("There is more.", "has not gone out yet")
    await town.core.ticks.drain()
    assert len(town.cards("daniel")) == cards
    (await town.opens("daniel")).sees_not("There is more.")
    await town.until(SLOT + timedelta(hours=3))
    assert "something new" in town.cards("daniel")[-1].text
    (await town.opens("daniel")).sees("There is more.")


async def test_nothing_that_others_see_moves_as_a_final_answer_is_told(town: Town) -> None:
    page = await _picked(town, "soon")
    asked = await page.presses("Give the final answer")
    await asked.fills(outcome="acted", text="We met again.")
    (await town.mine("leila")).sees("We met again.", "Is this settled", "has answered")
    assert [*town.cards("leila")] == []
    before = (await town.opens("daniel")).text
    await town.passes(SOON)
    assert len(town.cards("leila")) == 2  # that it was picked up, and that it is answered
    assert (await town.opens("daniel")).text == before


async def test_passing_on_loses_nothing_that_is_still_held(town: Town) -> None:
    page = await _picked(town, "soon")
    await (await page.presses("Reply")).fills(text="I am passing this to the police.")
    await (await (await town.mine("leila")).presses("Add something")).fills(text="It was at night.")
    asked = await page.presses("Pass it on")
    await asked.fills(agency="police", text="It happened on the street.")
    await town.passes(SOON)
    (await town.mine("leila")).sees(
        "I am passing this to the police.", "This is with Anytown Police"
    )
    (await town.opens("priya")).sees("It was at night.").sees_not("Leila")


@pytest.mark.parametrize("release", ["soon", "now"])
async def test_settling_destroys_the_way_back_and_the_lead_hears_of_it_in_time(
    town: Town, release: str
) -> None:
    page = await _picked(town, release)
    asked = await page.presses("Give the final answer")
    await asked.fills(outcome="acted", text="We met again.")
    await town.passes(SOON)
    await (await town.mine("leila")).presses("Yes, it is settled")
    await town.core.ticks.drain()
    told = "says that it is settled" in town.cards("daniel")[-1].text
    assert told is (release == "now")
    assert ("A decision" in (await town.does("daniel", "mine")).text) is (release != "now")
    await town.passes(SOON)
    assert await town.core.keyring.refs() == set()
    assert "says that it is settled" in town.cards("daniel")[-1].text
    assert await town.core.outbox.dead() == await town.core.outbox.waiting() == 0


async def test_too_few_who_could_have_sent_it_are_warned(town: Town) -> None:
    page = await town.raises(
        "leila", how="anonymous", release="now", anyway="", agency="school", tell_agency="yes"
    )
    page.sees("Fewer than 5 other people could have sent this")
    assert await town.column("thread", "id") == []


async def test_a_link_to_a_small_conversation_is_not_kept(town: Town) -> None:
    for how, kept in (("anonymous", False), ("confidence", False), ("named", True)):
        answers = {**CONCERN, "how": how, "release": "now"}
        event = Event("concern.send", "", answers, link="https://x/p1", link_tells=True)
        await town.core.dispatch.handle(Incoming(town.actor("leila"), event, f"a-token-for-{how}"))
        await town.core.ticks.drain()
        assert ("See the message" in (await town.opens("grace")).text) is kept


async def test_not_settled_opens_it_again_and_nobody_sees_when_they_looked(town: Town) -> None:
    page = await _picked(town, "soon")
    asked = await page.presses("Give the final answer")
    await asked.fills(outcome="acted", text="We met again.")
    await town.passes(SOON)
    (await town.does("daniel", "mine")).sees("Daniel Reid has answered")
    (await (await town.mine("leila")).presses("No, it is not settled")).sees("Thank you for saying")
    (await town.does("daniel", "mine")).sees("Daniel Reid has answered")
    await town.passes(SOON)
    (await town.does("daniel", "mine")).sees("Mine: 1", "yours")
    (await town.opens("daniel")).sees("says that it is not settled")


async def test_words_that_a_lead_had_not_read_when_they_answered_open_it_again(
    town: Town,
) -> None:
    for _ in range(6):
        await town.raises("leila", how="anonymous", release="slot")
    await town.until(SLOT)
    for sent in list(town.cards("daniel")):
        subject = sent.card.buttons[0].subject
        await town.does("daniel", "thread.pick", subject)
        await town.does("leila", "mine.answer.send", subject, {"text": "There is more."})
        answers = {"outcome": "acted", "text": "We met again."}
        await town.does("daniel", "thread.close.send", subject, answers)
    await town.until(SLOT + timedelta(hours=3))
    assert await town.column("thread", "state") == ["picked"] * 6


async def test_what_they_said_before_settling_is_heard_before_it_closes(town: Town) -> None:
    await town.raises("leila", how="anonymous", release="slot")
    await town.until(SLOT)
    page = await town.presses_card("daniel", "I’ll pick this up")
    answer = {"outcome": "explained", "text": "It was checked."}
    await (await page.presses("Give the final answer")).fills(**answer)
    await town.passes(timedelta(hours=3))
    mine = await town.mine("leila")
    await (await mine.presses("Add something")).fills(text="Thank you, that helps.")
    await (await town.mine("leila")).presses("Yes, it is settled")
    (await town.opens("daniel")).sees_not("Thank you, that helps.")
    await town.passes(timedelta(days=1))
    assert await town.column("thread", "state") == ["closed"]
    assert await town.column("message", "held") == [False] * len(
        await town.column("message", "held")
    )


async def test_where_it_stands_is_said_as_it_is(town: Town) -> None:
    for how in ("anonymous", "confidence"):
        sent = await town.raises("leila", how=how, release="now")
        sent.sees("Every step stands behind “Raised without showing my name”")
        sent.sees("Until we tell you that someone has picked it up, it may not have been read")
    (await town.raises("leila")).sees("Every step stands under “My concerns”.")
    page = await (await town.does("leila", "mine")).presses("Raised without showing my name")
    assert page.pressable.count("Open") == 2

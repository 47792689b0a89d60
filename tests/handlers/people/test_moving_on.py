"""Somebody who was asked, or has it, left or can't be reached: others are asked at once."""

from datetime import timedelta
from pathlib import Path

from bot.core.delivery.absences import Absences
from handlers.contract.commands import Absence
from storage.partnership import Partnership, PersonId
from storage.partnership.model import Agency
from tests.conftest import Stores
from tests.core.anytown import Town, anytown, example
from tests.handlers.challenge.acts import (
    CHALLENGE,
    answers,
    challenges,
    not_settled,
    sentence_of,
)
from tests.handlers.second_opinion.acts import asked, asks
from tests.handlers.shared.test_recipients import OUT, choose

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
NOT_OPEN = "This is not open to you"


async def _absent(town: Town, who: str, *, gone: bool, thread: str = "") -> None:
    absences = Absences(town.core.transactions)
    for id in [thread] if thread else await town.column("thread", "id"):
        await absences.move_on(str(id), Absence(town.actor(who).person, gone))
    await town.passes(MINUTE)


async def _leaves(town: Town, who: str) -> None:
    await _absent(town, who, gone=True)


async def _unreached(town: Town, who: str) -> None:
    await _absent(town, who, gone=False)


def _told(town: Town, who: str) -> str:
    return "\n".join(sent.text for sent in town.cards(who))


# A concern


async def test_what_a_raiser_adds_after_their_lead_left_reaches_another(town: Town) -> None:
    await town.raises("leila")
    await town.presses_card("grace", "I’ll pick this up")
    await _leaves(town, "grace")
    assert "no longer there for it. Can you pick it up?" in town.cards("daniel")[-1].text
    await (await (await town.mine("leila")).presses("Add something")).fills(text="It got worse.")
    await town.core.ticks.drain()
    (await town.presses_card("daniel", "I’ll pick this up")).sees("It got worse.")


async def test_words_added_to_an_answer_whose_lead_left_open_it_again(town: Town) -> None:
    await town.raises("leila")
    page = await town.presses_card("grace", "I’ll pick this up")
    await (await page.presses("Give the final answer")).fills(outcome="acted", text="Done.")
    await town.core.ticks.drain()
    await _leaves(town, "grace")
    (await town.mine("leila")).sees("Grace Okafor has answered", "Done.")
    await (await (await town.mine("leila")).presses("Add something")).fills(text="Not quite.")
    await town.passes(MINUTE)
    assert "something new" in town.cards("daniel")[-1].text
    (await town.presses_card("daniel", "I’ll pick this up")).sees("Not quite.")


async def test_reminders_begin_anew_once_a_lead_has_left(town: Town) -> None:
    await town.raises("leila")
    await town.presses_card("grace", "I’ll pick this up")
    await _leaves(town, "grace")
    await town.passes(4 * timedelta(hours=1))
    assert len(town.cards("amina")) == 1  # who stands in, as for anything that nobody takes
    await town.passes(DAY)
    assert len(town.cards("ruth")) == 1
    (await town.mine("leila")).sees("Nobody has picked this up yet", "0800 028 0285")


async def test_in_danger_the_stand_ins_are_asked_at_once_too(town: Town) -> None:
    await town.raises("leila", danger="yes")
    await town.presses_card("grace", "I’ll pick this up")
    await _leaves(town, "grace")
    assert "danger" in town.cards("daniel")[-1].text
    assert len(town.cards("amina")) == 1


async def test_when_every_lead_cant_be_reached_the_next_are_asked_at_once(town: Town) -> None:
    await town.raises("leila", danger="yes")
    await _unreached(town, "grace")
    assert town.cards("amina") == []  # Daniel was asked, and can be reached
    await _unreached(town, "daniel")
    assert len(town.cards("amina")) == 1
    await _unreached(town, "amina")
    assert any("A concern for" in sent.text for sent in town.cards("ruth"))
    (await town.mine("leila")).sees("Nobody has picked this up yet", "0800 028 0285")


async def test_whoever_cant_be_reached_may_still_see_to_it(town: Town) -> None:
    await town.raises("leila")
    await town.presses_card("grace", "I’ll pick this up")
    await _unreached(town, "grace")
    (await town.mine("leila")).sees("We cannot reach the person who had this")
    page = (await town.opens("grace")).sees("The meeting ended")
    await page.presses("I’ll pick this up")
    (await town.mine("leila")).sees("Grace Okafor has picked this up")


async def test_nothing_is_said_twice_of_one_whom_we_cant_reach(town: Town) -> None:
    await town.raises("leila")
    await town.presses_card("grace", "I’ll pick this up")
    await _unreached(town, "grace")
    before = await town.dump()
    await _unreached(town, "grace")
    assert await town.dump() == before


async def test_colleagues_are_told_once_a_day_who_cant_be_reached(town: Town) -> None:
    await town.raises("leila")
    await town.raises("leila")
    await _unreached(town, "grace")
    for who in ("daniel", "ruth"):
        assert _told(town, who).count("We could not reach Grace Okafor") == 1
        assert "If they have left, please tell whoever runs Upstander" in _told(town, who)
    assert "could not reach" not in _told(town, "grace") + _told(town, "leila")
    await town.passes(DAY)
    await town.raises("leila")
    await _unreached(town, "grace")
    assert _told(town, "daniel").count("We could not reach Grace Okafor") == 2


async def test_a_leaver_gets_no_card_that_was_on_its_way(town: Town) -> None:
    town.client.trouble += [ConnectionError()] * 2
    await town.raises("leila")
    assert town.cards("grace") == []
    await _leaves(town, "grace")
    await town.passes(DAY)
    assert town.cards("grace") == []
    assert town.cards("daniel") != []


# A challenge


async def test_the_managers_answer_when_the_owner_of_a_decision_left(town: Town) -> None:
    await challenges(town, "leila", how="named")
    await _leaves(town, "amina")
    (await town.mine("leila")).sees("The person who was asked is no longer there for it")
    await answers(town, "ruth", text="I looked at it.")
    (await town.mine("leila")).sees("Ruth Ellison has answered", "I looked at it.")


async def test_an_owner_who_cant_be_reached_may_still_answer(town: Town) -> None:
    await challenges(town, "leila", how="named")
    await _unreached(town, "amina")
    (await town.mine("leila")).sees("We cannot reach the person who was asked")
    assert len(town.cards("ruth")) == 2  # the challenge, and who it is that can't be reached
    await answers(town, "amina", text="I did see it.")
    (await town.mine("leila")).sees("Amina Yusuf has answered")


async def test_where_nobody_else_answers_a_step_the_next_is_asked(town: Town) -> None:
    await challenges(town, "leila", how="named")
    await answers(town, "amina")
    await not_settled(town, "leila")
    reader = next(w for w in ("ruth", "fiona") if "fresh eyes" in _told(town, w))
    await _leaves(town, reader)
    (await town.mine("leila")).sees("We have asked others")
    assert await town.column("challenge", "step") in (["reader"], ["stage"])


async def test_another_lead_is_asked_to_carry_on_what_an_adopter_carried(town: Town) -> None:
    await challenges(town, "leila")
    await town.passes(5 * DAY)
    await (await town.opens("grace")).presses("I carry it on in my name")
    await town.core.ticks.drain()
    [step] = await town.column("challenge", "step")
    await _leaves(town, "grace")
    await town.passes(timedelta(hours=1))
    (await town.mine("leila")).sees("The lead who carried this on in their own name is no longer")
    assert await town.column("challenge", "step") == [step]
    page = await town.presses_card("daniel", "I carry it on in my name")
    page.sees("You carry this on")
    assert await town.column("challenge", "step") == [step]
    (await town.mine("leila")).sees("Daniel Reid, a lead, carries this on")


async def test_neither_side_sees_that_a_reviewer_left(town: Town) -> None:
    await challenges(town, "leila")
    asking = await (await town.opens("amina")).presses("Ask a moderator to look")
    await asking.fills(text="It insults me.")
    await town.core.ticks.drain()
    await (await town.opens("helen")).presses("Pass it to a reviewer")
    await town.core.ticks.drain()
    mine, theirs = (await town.mine("leila")).text, (await town.opens("amina")).text
    cards = len(town.cards("amina")), len(town.cards("leila"))
    await _leaves(town, "fiona")
    assert ((await town.mine("leila")).text, (await town.opens("amina")).text) == (mine, theirs)
    assert (len(town.cards("amina")), len(town.cards("leila"))) == cards
    await (await (await town.mine("leila")).presses("Add something")).fills(text="And more.")
    await town.core.ticks.drain()
    [now] = await town.column("challenge", "reviewer")
    assert now not in (None, "web:fiona-grant", "web:amina-yusuf")
    reader = str(now).removeprefix("web:").partition("-")[0]
    (await town.opens(reader)).sees("And more.")


async def test_whoever_is_left_out_never_reads_it_in_a_reviewers_place(
    stores: Stores, tmp_path: Path
) -> None:
    named = {**CHALLENGE, "what": "Fiona Grant told us to close it."}
    async with anytown(stores, tmp_path / "data", partnership=_reviewing("ruth-ellison")) as town:
        page = await challenges(town, "leila", **named)
        await page.fills({**named, "sentence": sentence_of(page), **choose(page, OUT)})
        await town.core.ticks.drain()
        asking = await (await town.opens("amina")).presses("Ask a moderator to look")
        await asking.fills(text="It insults me.")
        await town.core.ticks.drain()
        await (await town.opens("helen")).presses("Pass it to a reviewer")
        assert await town.column("challenge", "reviewer") == ["web:ruth-ellison"]
        clock = town.clock
    async with anytown(stores, tmp_path / "data", clock, _reviewing()) as town:
        await town.core.ticks.compare()
        await town.passes(MINUTE)
        assert await town.column("challenge", "reviewer") == ["web:anne-foster"]
        assert town.cards("fiona") == []


def _reviewing(*people: str) -> Partnership:
    """The example, in which these review and nobody else; without any nobody moderates, and
    Ruth has no role."""

    def changed(agency: Agency) -> Agency:
        roles = {r: p for r, p in agency.roles.items() if r not in ("reviewer", "moderator")}
        if people:
            roles = {**agency.roles, "reviewer": tuple(PersonId(f"web:{who}") for who in people)}
        elif agency.id == "childrens-social-care":
            roles = {"fallback": (PersonId("web:grace-okafor"),)}
        return agency.model_copy(update={"roles": roles})

    return example().model_copy(update={"agencies": tuple(map(changed, example().agencies))})


# A second opinion


async def test_what_a_reviewer_said_stays_when_they_leave(town: Town) -> None:
    await asks(town, "leila", role="reviewer", wanted="2")
    first, second = asked(town)
    form = await (await town.presses_card(first, "Open")).presses("Give my opinion")
    await form.fills(verdict="agree", text="I would keep it open.", mind="")
    await _leaves(town, first)
    form = await (await town.presses_card(second, "Open")).presses("Give my opinion")
    await form.fills(verdict="disagree", text="Not yet.", mind="")
    await town.passes(MINUTE)
    (await town.mine("leila")).sees("I would keep it open.", "Not yet.")
    assert "can be read now" not in _told(town, first)


async def test_when_the_last_reviewer_left_the_asker_hears_at_once(town: Town) -> None:
    await asks(town, "leila", role="reviewer", wanted="1", agency="health-trust")
    await _leaves(town, "fiona")
    (await town.mine("leila")).sees("Nobody answered in time. You can ask others")


# A whole agency


async def test_the_people_of_an_agency_that_left_read_nothing_more(
    stores: Stores, tmp_path: Path
) -> None:
    async with anytown(stores, tmp_path / "data") as town:
        await town.raises("leila")
        await town.presses_card("grace", "I’ll pick this up")
        [thread] = await town.column("thread", "id")
        clock = town.clock
    roles = {"fallback": (PersonId("web:anne-foster"),)}
    agencies = tuple(
        a.model_copy(update={"leads": (PersonId("web:kofi-mensah"),), "roles": roles})
        if a.id == "childrens-social-care"
        else a
        for a in example().agencies
    )
    changed = example().model_copy(update={"agencies": agencies})
    async with anytown(stores, tmp_path / "data", clock, changed) as town:
        (await town.does("grace", "thread.open", str(thread))).refused(NOT_OPEN)
        (await town.does("grace", "mine")).sees_not("A decision")
        assert await town.core.ticks.compare() == 2
        await town.passes(MINUTE)
        (await town.presses_card("kofi", "I’ll pick this up")).sees("The meeting ended")
        assert await town.core.ticks.compare() == 0

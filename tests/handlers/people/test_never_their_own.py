"""Whoever raised something never hears, reads or answers it themselves; and who was asked tells
nobody who that is."""

from datetime import timedelta
from pathlib import Path

import pytest

from storage.partnership import AgencyId, Partnership, PersonId
from storage.partnership.model import Agency
from storage.schema.values import How
from tests.conftest import Stores
from tests.core.anytown import CONCERN, Town, anytown, example
from tests.handlers.challenge.acts import CHALLENGE, answers, challenges, not_settled
from tests.handlers.second_opinion.acts import asked, asks

DAY = timedelta(days=1)
OWN = "You raised this yourself"
CSC = "childrens-social-care"
HIDDEN = ("confidence", "anonymous")


def _who(town: Town) -> list[str]:
    """Who was asked about the newest concern, by first name."""
    people = [m.id.removeprefix("web:").partition("-")[0] for m in example().members]
    return [p for p in people if any("A concern for" in c.text for c in town.cards(p))]


async def test_a_named_raiser_who_is_the_fallback_is_not_their_own(town: Town) -> None:
    await town.raises("ruth", agency=CSC)
    await town.passes(3 * DAY)
    assert _who(town) == ["grace", "daniel", "amina", "fiona", "anne"]
    (await town.mine("ruth")).sees("Nobody has picked this up yet")


async def test_by_name_nobody_of_another_agency_reads_by_whom_before_they_may(town: Town) -> None:
    await town.raises("ruth", agency=CSC)
    await town.passes(3 * DAY)
    (await town.opens("fiona")).sees_not("Ruth").sees("The meeting ended before")
    mine = (await town.mine("ruth")).sees("Your name stays behind")
    await mine.presses("My name may go along")
    (await town.opens("fiona")).sees("Ruth Ellison")


async def test_if_all_are_left_out_nobody_is_said_to_have_been_asked(town: Town) -> None:
    there = town.core.partnership.agency(AgencyId(CSC))
    page = await (await town.does("leila", "concern")).fills(
        {**CONCERN, "left-out-someone": "yes", "left_out": [*there.leads]}
    )
    page.sees("We have your concern")
    await town.core.ticks.drain()
    assert _who(town) == ["ruth"]
    (await town.mine("leila")).sees_not("Nobody has picked this up")
    await town.passes(3 * DAY)
    (await town.mine("leila")).sees("Nobody has picked this up yet, and there is nobody else")


async def test_a_named_lead_does_not_hear_what_they_raised(town: Town) -> None:
    await town.raises("grace", agency=CSC)
    await town.passes(3 * DAY)
    assert "grace" not in _who(town)
    assert "daniel" in _who(town)


@pytest.mark.parametrize("how", HIDDEN)
async def test_who_is_asked_is_the_same_whoever_raised_it_hidden(town: Town, how: str) -> None:
    """Also for a fallback outside, and for a lead of that very agency."""
    seen = []
    for who in ("leila", "ruth", "grace", "fiona", "anne"):
        before = {p: len(town.cards(p)) for p in ("grace", "daniel", "amina", "fiona", "anne")}
        await town.raises(who, how=how, release="now")
        await town.passes(3 * DAY)
        seen.append([len(town.cards(p)) - before[p] for p in before if p != who])
        others = [p for p in before if p != who]
        assert all(len(town.cards(p)) > before[p] for p in others), who
    assert town.cards("helen") == []


@pytest.mark.parametrize("how", HIDDEN)
async def test_a_hidden_raiser_who_is_asked_can_do_nothing_with_it(town: Town, how: str) -> None:
    await town.raises("grace", how=how, release="now", agency=CSC)
    [subject] = await town.column("thread", "id")
    before = await town.dump()
    for verb in ("thread.open", "thread.pick", "thread.pass", "thread.pass.send", "glass"):
        (await town.does("grace", verb, str(subject), {"text": "No."})).refused(OWN)
    assert await town.dump() == before
    page = await town.presses_card("daniel", "I’ll pick this up")
    page.sees("The meeting ended")


async def test_who_is_left_out_moves_nobody_else_up() -> None:
    from handlers.shared.people.fallback import fallbacks

    def chosen(*left_out: str) -> list[str]:
        out = {f"web:{who}" for who in left_out}
        return [*fallbacks(AgencyId(CSC), How.ANONYMOUS, example(), out)]

    assert chosen() == ["web:fiona-grant", "web:anne-foster"]
    assert chosen("fiona-grant") == ["web:anne-foster"]
    assert chosen("fiona-grant", "anne-foster") == ["web:helen-ward"]
    assert chosen("fiona-grant", "anne-foster", "helen-ward") == ["web:ruth-ellison"]


async def test_nobody_reads_or_answers_the_challenge_they_raised(town: Town) -> None:
    await challenges(town, "fiona", how="named")  # she reviews for others
    await answers(town, "amina")
    await not_settled(town, "fiona")
    assert not any("fresh eyes" in sent.text for sent in town.cards("fiona"))


async def test_nobody_owns_the_decision_they_challenge_by_name(town: Town) -> None:
    page = await challenges(town, "amina", how="named")
    page.sees("“Amina Yusuf” is you", "Nothing has gone out yet")
    assert await town.column("challenge", "owner") == []
    sent = await page.fills(owner_id="none", **{**CHALLENGE, "how": "named"}, sentence="Mine.")
    sent.sees("Nobody answers what they raise themselves")
    await town.core.ticks.drain()
    assert await town.column("challenge", "owner") == [None]
    assert any("challenge" in sent.text.lower() for sent in town.cards("ruth"))


async def test_nobody_is_asked_for_an_opinion_on_their_own_question(town: Town) -> None:
    await asks(town, "fiona", role="reviewer", wanted="2")
    assert asked(town) == ["ruth"]


async def test_a_hidden_asker_who_is_asked_lets_the_next_answer(town: Town) -> None:
    """Declining is open to everybody who is asked, so it tells nothing."""
    await asks(town, "fiona", how="anonymous", role="reviewer", wanted="2")
    assert asked(town) == ["fiona", "ruth"]
    [subject] = await town.column("thread", "id")
    (await town.does("fiona", "opinion.open", str(subject))).refused(OWN)
    (await town.does("fiona", "opinion.decline", str(subject))).sees("Thank you")


async def test_whoever_refers_something_to_their_own_agency_does_not_take_it(
    stores: Stores, tmp_path: Path
) -> None:
    async with anytown(stores, tmp_path / "data") as town:
        from tests.handlers.people.held import REFERRAL

        await (await town.does("grace", "referral")).fills({**REFERRAL, "owner": ""})
        await town.passes(timedelta(minutes=1))
        assert [len(town.cards(who)) for who in ("grace", "daniel")] == [0, 1]


def _with_leads(*leads: str) -> Partnership:
    def changed(agency: Agency) -> Agency:
        named = tuple(PersonId(f"web:{lead}") for lead in leads)
        return agency.model_copy(update={"leads": named}) if agency.id == CSC else agency

    return example().model_copy(update={"agencies": tuple(changed(a) for a in example().agencies)})


async def test_a_stand_in_who_left_stands_in_no_more(stores: Stores, tmp_path: Path) -> None:
    async with anytown(stores, tmp_path / "data") as town:
        answers = {"person": "web:daniel-reid", "first": "2026-11-23", "last": "2026-11-24"}
        (await town.does("grace", "standin.send", answers=answers)).sees("Stand-in named")
        clock = town.clock
    only_grace = _with_leads("grace-okafor")
    async with anytown(stores, tmp_path / "data", clock, only_grace) as town:
        await town.raises("leila")
        assert _who(town) == ["grace"]

"""Find the right route: two questions, whom to turn to, and nothing of it is kept."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import Stores
from tests.core.anytown import Town, anytown, example


async def _asks(town: Town, who: str, route: str, raised: str) -> str:
    page = await (await town.does(who, "routes")).fills(route=route, raised=raised)
    return page.sees("999", "We can’t promise that it protects you").text


async def test_two_questions_lead_to_the_routes_that_fit_and_nothing_is_kept(town: Town) -> None:
    before = await town.dump()
    text = await _asks(town, "sian", "agency", "no")
    order = ("You can raise it here", "In your own agency:", "Freedom to speak up guardian",
             "For: To speak up", "Answered by: the trust", "Protection: Keeps your name",
             "Looked at on 2 November", "Outside your agency:", "NSPCC",
             "Care Quality Commission")  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    decision = await _asks(town, "sian", "decision", "no")
    assert "must answer, with a reason" in decision
    assert "Freedom to speak up guardian" not in decision
    assert "look under “Who can help”" not in decision
    assert "Write down what you saw" in await _asks(town, "sian", "decision", "nothing")
    assert await town.dump() == before


async def test_for_a_decision_the_policies_are_there_and_for_another_agency_its_front_door(
    town: Town,
) -> None:
    page = await (await town.does("sian", "routes")).fills(route="decision", raised="waiting")
    page.sees("Our policies", "You can challenge it", "Anytown escalation protocol")
    (await page.presses("Challenge a decision")).sees("Challenge a decision")
    for raised in ("no", "waiting", "nothing"):
        other = await _asks(town, "sian", "other", raised)
        assert "Front doors of other agencies" in other, raised
        assert "Our policies" not in other
    for route in ("agency", "colleague"):
        assert "Front doors" not in await _asks(town, "sian", route, "no")


async def test_about_a_colleague_the_designated_officer_stands_first(town: Town) -> None:
    page = await _asks(town, "leila", "colleague", "no")
    officer, others = page.index("Designated officer"), page.index("NSPCC whistleblowing")
    assert officer < others
    assert "within one working day" in page
    assert "Designated officer" not in await _asks(town, "leila", "decision", "no")


async def test_a_file_that_has_neither_says_so(stores: Stores, tmp_path: Path) -> None:
    bare = example().model_copy(update={"policies": (), "other_routes": ()})
    async with anytown(stores, tmp_path / "data", partnership=bare) as town:
        assert "look under “Who can help”" in await _asks(town, "leila", "decision", "no")


async def test_whoever_is_treated_worse_and_whoever_waits_read_what_to_do(town: Town) -> None:
    assert "don’t have to carry it alone" in await _asks(town, "sian", "other", "worse")
    page = await (await town.does("leila", "routes")).fills(route="colleague", raised="waiting")
    page.sees("at any time").sees_not("Freedom to speak up guardian")  # another agency's
    for words, there in (("My concerns", "What waits"), ("Answer again", "Two questions")):
        assert words in page.pressable, there
    (await page.presses("Raise a concern")).sees("Raise a concern")


async def test_it_is_reached_from_what_one_raised_whoever_one_is(town: Town) -> None:
    await town.raises("leila", how="anonymous", release="now")
    await town.raises("sian")
    for who in ("leila", "sian"):
        (await (await town.mine(who)).presses("Find the right route")).sees("Two questions")
    (await (await town.does("leila", "help")).presses("Find the right route")).sees("Two questions")


@pytest.mark.parametrize("answers", [{}, {"route": "gossip", "raised": "no"}])
async def test_what_wasnt_answered_is_asked_again(town: Town, answers: dict[str, str]) -> None:
    page = await (await town.does("leila", "routes")).fills(answers)
    page.refused("what it is about", "route")


async def test_somebody_of_no_agency_is_shown_what_is_public(town: Town) -> None:
    town.strangers["grace"] = replace(town.actor("grace"), agency=None)
    assert "NSPCC" in await _asks(town, "grace", "agency", "no")

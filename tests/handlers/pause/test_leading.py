"""A meeting that is led: no stop is passed over, and actions carry their words along."""

from datetime import timedelta

from prompts.shapes import Choice, Form, Line, Long
from tests.core.anytown import Page, Town
from tests.handlers.pause.acts import (
    ROUND,
    TEN,
    all_answer,
    answers,
    by_code,
    codes_of,
    looks,
    pause_in,
    pauses,
)

MINUTE = timedelta(minutes=1)


async def _chair(town: Town) -> Page:
    return await town.does("leila", "pause.chair", pause_in(town))


async def _decides(town: Town, **answers: str) -> Page:
    form = await (await _chair(town)).presses("Record the decision")
    return await form.fills(**answers)


def typed(form: Form) -> dict[str, str]:
    """What stands in its questions already."""
    asked = (f for f in form.fields if isinstance(f, Line | Long | Choice))
    return {field.name: field.value for field in asked if field.value}


async def test_after_a_stop_going_on_needs_a_reason_that_everybody_reads(town: Town) -> None:
    await pauses(town)
    await all_answer(town, *("comfortable",) * 5, "stop")
    await town.passes(ROUND)
    form = await (await _chair(town)).presses("Record the decision")
    form.sees("At least one person asked to stop")
    required = {field.name: getattr(field, "required", False) for field in form.form.fields}
    assert required == {"decision": True, "why": True, "next": False}
    refused = await form.fills(decision="go", why="", next="We meet on Monday.")
    refused.refused("Please say why you go on", "why")
    await form.fills(decision="go", why="The visits are doubled.", next="We meet on Monday.")
    (await looks(town, "kofi")).sees("go on", "The visits are doubled.\n\nWe meet on Monday.")


async def test_the_chair_sees_how_many_have_answered_in_fives_and_by_the_minute(town: Town) -> None:
    await pauses(town, minutes="8")
    (await _chair(town)).sees("Fewer than five people have answered so far")
    await all_answer(town, *("comfortable",) * 5)
    (await _chair(town)).sees("Fewer than five people have answered so far")
    await town.passes(MINUTE)
    (await _chair(town)).sees("At least 5 people have answered")
    for who in TEN[5:9]:
        await answers(town, who)
    await town.passes(MINUTE)
    (await _chair(town)).sees("At least 5 people have answered")
    await answers(town, TEN[9])
    await town.passes(MINUTE / 2)
    (await _chair(town)).sees("At least 5 people have answered")
    await town.passes(MINUTE / 2)
    (await _chair(town)).sees("At least 10 people have answered")
    (await looks(town, "kofi")).sees_not("have answered")


async def test_neither_the_chair_nor_a_code_moves_the_count(town: Town) -> None:
    await pauses(town, codes="5")
    codes = await codes_of(town, pause_in(town))
    await all_answer(town, *("comfortable",) * 4)
    await answers(town, "leila")
    for code in codes:
        await by_code(town, code)
    (await _chair(town)).sees("Fewer than five people have answered so far")
    await answers(town, TEN[4])
    await town.passes(MINUTE)
    (await _chair(town)).sees("At least 5 people have answered")


async def test_nothing_of_the_count_outlives_the_round(town: Town) -> None:
    await pauses(town)
    await all_answer(town, *("comfortable",) * 6)
    await town.passes(MINUTE)
    before = await town.dump()
    await _chair(town)
    during = await town.dump()
    assert {name for name in during if during[name] != before[name]} == {"ring"}
    await town.passes(ROUND)
    kinds = {str(row[2]) for row in (await town.dump())["ring"]}
    assert not [kind for kind in kinds if kind.startswith(("t:", "v:"))]
    assert [kind for kind in {str(row[2]) for row in during["ring"]} if kind.startswith("t:")]


async def test_a_stop_of_the_first_round_is_not_forgotten_in_the_second(town: Town) -> None:
    await pauses(town)
    await all_answer(town, "stop")
    await town.passes(ROUND)
    await (await _chair(town)).presses("Second round")
    await all_answer(town, *("comfortable",) * 6)
    await town.passes(ROUND)
    (await _decides(town, decision="go", why="")).refused("Please say why you go on", "why")


async def test_stopping_or_changing_needs_none_and_nor_does_going_on_without_a_stop(
    town: Town,
) -> None:
    for answer, decision in (("stop", "stop"), ("stop", "change"), ("comfortable", "go")):
        await pauses(town)
        await all_answer(town, *(answer,) * 6)
        await town.passes(ROUND)
        (await _decides(town, decision=decision, why="")).sees("recorded")


async def test_an_action_brings_along_what_it_was_about_and_what_was_decided(town: Town) -> None:
    await pauses(town)
    await town.passes(ROUND)
    await _decides(town, decision="change", why="Amina visits on Monday.")
    page = await (await _chair(town)).presses("An action: make it a referral")
    given = typed(page.form)
    assert given["what"] == "We want to end the weekly visits.\n\nAmina visits on Monday."
    assert given["agency"] == "school"


async def test_what_does_not_fit_into_a_referral_is_left_out_and_shows_it(town: Town) -> None:
    await pauses(town, what="w" * 500)
    await town.passes(ROUND)
    await _decides(town, decision="stop", why="y" * 1000)
    page = await (await _chair(town)).presses("An action: make it a referral")
    assert typed(page.form)["what"] == "w" * 500


async def test_a_concern_brings_its_words_and_reference_into_a_referral(town: Town) -> None:
    await town.raises(
        "leila", what="Bruises again.", reference="CASE-7", how="anonymous", release="now"
    )
    before = await town.dump()
    page = await (await town.opens("grace")).presses("Record a referral")
    page.sees("These are the words of whoever raised it")
    given = typed(page.form)
    assert (given["what"], given["reference"], given["agency"]) == (
        "Bruises again.", "CASE-7", "childrens-social-care",
    )  # fmt: skip
    assert await town.dump() == before, "asking for the form leaves nothing"


async def test_nobody_else_brings_a_concern_along(town: Town) -> None:
    await town.raises("leila")
    page = await town.opens("grace")
    [button] = [b for b in page.form.buttons if b.verb == "thread.refer"]
    (await town.does("sarah", "thread.refer", button.subject)).refused("not open to you")

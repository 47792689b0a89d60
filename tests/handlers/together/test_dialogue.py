"""A concern is held until others have seen the same: nobody is told before, and all go together."""

from prompts.folding import is_closed
from prompts.shapes import Several, Tick, When
from storage.partnership import PersonId
from tests.core.anytown import Page, Town
from tests.handlers.together.acts import HELD, first_held, holds, later


async def _quiet(town: Town, who: str) -> Page:
    return await (await town.does(who, "mine")).presses("Raised without showing my name")


async def _before_grace(town: Town) -> set[str]:
    """The concerns that she was sent cards of."""
    return {b.subject for sent in town.cards("grace") for b in sent.card.buttons}


async def test_three_who_saw_the_same_are_heard_together(town: Town) -> None:
    await holds(town, "leila")
    await later(town, 7)
    alone = (await town.mine("leila")).sees("until 3 people", "You count as one", "Hold it").text
    await holds(town, "kofi", people="2", what="Nobody did what the plan says.", how="confidence")
    await holds(town, "sian", topic="roles")  # something else, and for another three
    await later(town, 7)
    # Kofi asked for two, and Leila for three: neither is told anything, and main has no row.
    assert (await town.mine("leila")).text.replace("14 days", "7 days") == alone
    assert await _before_grace(town) == set()
    assert await town.column("thread", "id") == await town.column("submission", "tag") == []
    await holds(town, "amina", people="2")
    await later(town, 7)
    assert len(await _before_grace(town)) == 3
    page = (await town.opens("grace")).sees("all of it went out together")
    beside = (await page.presses("See what came with it")).sees("2 others were held")
    assert len({b.subject for section in beside.form.sections for b in section.buttons}) == 2
    for who in ("leila", "kofi", "amina"):
        (await town.mine(who)).sees("You were not the only one").sees_not("Hold it for longer")
    (await town.mine("sian")).sees("until 3 people")
    await later(town, 1)
    assert [bool(town.cards(who)) for who in ("leila", "kofi", "amina", "sian")] == [1, 1, 1, 0]
    told = await town.presses_card("grace", "I’ll pick this up")
    assert ("Kofi" in told.text) == ("In confidence" in told.text)


async def test_whoever_stays_anonymous_reads_whom_to_call(town: Town) -> None:
    for form in ("together", "concern", "challenge", "second-opinion"):
        page = await town.does("leila", form)
        page.sees("in urgent danger, call:\nEmergency\n999")


async def test_it_is_sent_alone_held_for_longer_or_taken_back_by_whoever_raised_it(
    town: Town,
) -> None:
    for what in ("The first.", "The second.", "The third."):
        await holds(town, "leila", what=what, people="2", same="case", reference="Rose House")
    asked = await town.does("leila", "together")
    (await asked.fills(HELD)).refused("as many as you can")
    await later(town, 7)
    assert await _before_grace(town) == set()  # one person counts once, however much they raise
    page = await town.mine("leila")
    await (await page.presses("Take it back")).fills()
    page = await (await town.mine("leila")).presses("Send it alone")
    await page.fills()
    await later(town, 1)
    assert len(await _before_grace(town)) == 1
    (await town.opens("grace")).sees_not("went out together", "See what came with it")
    (await first_held(town, "leila")).sees("Send it alone")
    told = len(town.cards("leila"))
    await later(town, 83)
    await later(town, 1)
    assert len(town.cards("leila")) > told  # what to do with it
    longer = await (await first_held(town, "leila")).presses("Hold it for longer")
    longer.sees("until 23 June 2027")
    await later(town, 119)
    await holds(town, "kofi", people="2", same="case", reference="ROSE-HOUSE", what="It is cold.")
    await later(town, 2)  # nobody said anything more: it is gone, and Kofi's waits
    assert len(await town.waiting()) == 1
    assert len(await _before_grace(town)) == 1
    (await _quiet(town, "leila")).sees_not("Send it alone")


async def test_what_nobody_opens_is_a_line_that_says_what_holds(town: Town) -> None:
    asked = await town.does("leila", "together")
    asked.sees("leads of Anytown Community School get it once 3 people", "the same kind of thing")
    closed = [field for field in asked.form.fields if is_closed(asked.form, field)]
    kept = {f.name: f.value for f in closed if not isinstance(f, Tick | Several)}
    assert kept == {"agency": "school", "same": "practice", "reference": "", "people": "3"}
    given = {name: HELD[name] for name in ("danger", "what", "topic", "how", "anyway")}
    (await asked.fills({**kept, **given})).sees("Your concern is held", "Anytown Community School")


async def test_danger_is_never_held(town: Town) -> None:
    asked = await town.does("leila", "together")
    page = await asked.fills({**HELD, "danger": "yes", "how": "anonymous"})
    page.sees("Nothing has gone out yet", "Raise a concern")
    assert HELD["what"] in [getattr(field, "value", "") for field in page.form.fields]
    assert await town.waiting() == []
    await page.fills({**HELD, "danger": "yes", "release": "soon"})
    await town.core.ticks.drain()
    assert len(await _before_grace(town)) == 1


async def test_what_is_missing_is_said_beside_it(town: Town) -> None:
    asked = await town.does("leila", "together")
    page = await asked.fills({**HELD, "same": "case", "reference": " - "})
    page.refused("number or name by which others know it too", "reference")
    [named] = [f for f in asked.form.fields if f.name == "reference"]
    assert (getattr(named, "required", False), named.when) == (True, When("same", "case"))
    asked.sees("Please write it if you choose “The same case, home, meeting or process”")
    (await asked.fills({**HELD, "how": "named"})).refused("", "how")
    (await asked.fills({**HELD, "people": "1"})).refused("", "people")
    assert await town.waiting() == []


async def test_neither_ones_second_account_nor_whoever_would_read_it_brings_it_out(
    town: Town,
) -> None:
    for who in ("leila", "kofi"):
        await holds(town, who, people="2")
    kofi, leila = (PersonId(f"web:{name}") for name in ("kofi-mensah", "leila-haddad"))
    town.core.partnership.learn({kofi: leila})  # only now does somebody say that both are theirs
    await later(town, 7)
    assert await _before_grace(town) == set()
    await holds(town, "grace", people="2")
    await later(town, 7)
    assert await _before_grace(town) == set()
    await holds(town, "sian", people="2")
    await later(town, 7)
    assert len(await _before_grace(town)) >= 3


async def test_a_lead_who_is_kept_out_of_one_learns_of_no_other(town: Town) -> None:
    await holds(town, "leila", people="2", left_out=str(town.actor("grace").person))
    await holds(town, "kofi", people="2")
    await later(town, 7)
    assert len(await _before_grace(town)) == 1
    (await town.opens("grace")).sees_not("went out together", "See what came with it")
    for who in ("leila", "kofi"):
        (await town.mine(who)).sees("You were not the only one")


async def test_of_those_that_went_out_on_one_day_only_what_is_alike_stands_beside(
    town: Town,
) -> None:
    for who in ("leila", "kofi"):
        await holds(town, who, people="2")
        await holds(town, who, people="2", topic="roles", what="Nobody knew who decides.")
    await later(town, 7)
    assert len(await _before_grace(town)) == 4
    beside = await (await town.opens("grace")).presses("See what came with it")
    beside.sees("One other was held, too")


async def test_a_reference_is_the_same_with_accents_and_without(town: Town) -> None:
    await holds(town, "leila", people="2", same="case", reference="Tŷ Gwyn")
    await holds(town, "kofi", people="2", same="case", reference="TY-GWYN")
    await later(town, 7)
    assert len(await _before_grace(town)) == 2
    form = await (await town.does("grace", "mine")).presses("Find by reference")
    found = await form.fills(reference="ty gwyn")
    assert found.pressable.count("Open") == 2


async def test_what_is_added_is_held_with_the_rest(town: Town) -> None:
    await holds(town, "leila")
    page = await first_held(town, "leila")
    page.sees("If we hear nothing, it is deleted on")
    added = await (await page.presses("Add something")).fills(text="And again.")
    added.sees("held with the rest")

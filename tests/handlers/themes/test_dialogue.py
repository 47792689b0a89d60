"""Leads tag what belongs together, and see the fifth as the fifth; whoever raised it sees none."""

from handlers.shared.desk.lines import BEGINNING, _beginning
from prompts.words import speak
from tests.core.anytown import Page, Town


async def _tags(town: Town, who: str, **answers: str | tuple[str, ...]) -> Page:
    return await (await (await town.opens(who)).presses("Tag it")).fills(answers)


async def test_a_lead_sees_how_many_of_a_tag_came_this_quarter(town: Town) -> None:
    await town.raises("leila", reference="")
    (await _tags(town, "daniel", word="Rose  House")).sees("see these tags")
    await town.raises("kofi", reference="CASE-9", how="anonymous", release="now")
    tagged = await _tags(town, "grace", word="rose house")
    (await town.opens("daniel")).sees("Rose House (2 this quarter)")
    page = (await tagged.presses("What comes again")).sees("By your tags", "Rose House: 2")
    these = (await page.presses("See them")).sees("Rose House: 2")
    assert these.pressable.count("Open") == 2
    (await town.does("priya", "themes")).sees("No tag and no reference").sees_not("Rose")
    for who in ("leila", "kofi"):
        (await town.mine(who)).sees_not("Rose")
    notes = await town.opens("grace")
    notes.sees("Nobody has written a note yet")
    assert "Rose" not in str(await town.dump())


async def test_tags_stay_with_those_who_chose_them(town: Town) -> None:
    await town.raises("leila")
    (await _tags(town, "grace", tags=("Nobody’s",))).refused("only from the list", "tags")
    await _tags(town, "grace", word="Rose House")
    asked = await (await town.opens("grace")).presses("Pass it on")
    await asked.fills(agency="police", text="It happened on the street.")
    await town.core.ticks.drain()
    (await town.opens("priya")).sees_not("Rose House")
    (await town.does("grace", "themes")).sees_not("Rose House")


async def test_a_reference_that_comes_again_is_a_theme(town: Town) -> None:
    await town.raises("leila", reference="HOME-7", what="A visit was put off.")
    await town.raises("kofi", reference="HOME-7", what="Nobody came, and " * 20)
    page = (await town.does("daniel", "themes")).sees("By reference", "HOME-7: 2")
    page.sees_not("put off", "Nobody came")
    these = await page.presses("See them")
    assert these.pressable.count("Open") == 2
    # By how their words begin they can be compared.
    these.sees("“A visit was put off.”", "“Nobody came, and Nobody came,", " …”")


def test_of_one_endless_word_its_beginning_is_shown() -> None:
    [shown] = _beginning("x" * 500)
    assert speak(shown.words, "en") == f"“{'x' * BEGINNING} …”"

"""An agency's hours, numbers and people are changed by whoever looks after it; agencies come in."""

from datetime import timedelta

import pytest

from bot.cli.demo import COUNTY
from handlers.administration.numbers.lists import subject
from handlers.administration.people.sheet import sheet_of
from prompts.words import speak
from storage.partnership import AgencyId
from storage.partnership.changes.tree import plain
from storage.partnership.loading import read_written
from tests.core.anytown import Page, Town

CSC = AgencyId("childrens-social-care")


async def _asks(town: Town, press: str) -> Page:
    return await (await town.does("ruth", "administration.agency", CSC)).presses(press)


async def test_hours_and_numbers_hold_at_once_and_mistakes_are_told_where_they_are(
    town: Town,
) -> None:
    form = await _asks(town, "Change when it is open")
    hours = {"days": ["monday"], "opens": "9", "closes": "17:00", "closed": "soon"}
    (await form.fills(hours)).refused("24-hour clock", "opens")
    (await form.fills(hours)).refused("2026-12-24", "closed")
    right = {**hours, "opens": "09:00", "closed": "2026-12-24\n2026-12-28 to 2026-12-31"}
    page = await form.fills(right)
    await page.sees("Care: opens at\nBefore: 08:30. After: 09:00").presses("Confirm")
    agency = town.core.partnership.agency(CSC)
    assert (f"{agency.hours.opens:%H:%M}", len(agency.hours.closed)) == ("09:00", 5)
    (await (await _asks(town, "Change when it is open")).fills(right)).refused("how it is already")
    form = await _asks(town, "Add a number")
    await (await form.fills(number="01632 960198", name="Night desk")).presses("Confirm")
    (await town.does("leila", "help")).sees_not("Night desk")  # she is shown her own agency's
    (await town.does("amina", "help")).sees("Night desk", "01632 960198")
    night = town.core.partnership.agency(CSC).urgent[-1]
    form = await town.does("ruth", "administration.number", subject("urgent", CSC, night))
    form.sees("Change “Night desk”").sees_not("Add a number")
    await (await form.fills(number="1", name="x", away="yes")).presses("Confirm")
    (await town.does("amina", "help")).sees_not("Night desk")


async def test_what_the_check_refuses_is_said_and_changes_nothing(town: Town) -> None:
    form = await _asks(town, "Change when it is open")
    hours = {"days": ["monday"], "opens": "17:30", "closes": "18:00", "closed": ""}
    (await form.fills(hours)).refused("Anytown Children's Social Care: What is sent at fixed times")
    form = await _asks(town, "Add someone")
    (await form.fills(name="", job="Nurse")).refused("write their name", "name")
    assert len(await town.column("partnership_version", "number")) == 1


async def test_somebody_comes_and_can_be_thanked_and_goes_with_every_role(town: Town) -> None:
    form = await _asks(town, "Add someone")
    page = await form.fills(name="Jo Bell", job="Nurse", email="jo@care.anytown.example")
    await page.sees("Person", "Jo Bell").presses("Confirm")
    thanks = await (await town.does("leila", "thanks")).fills(why="spoke", owner="Jo Bell")
    thanks.sees("on their way")
    form = await _asks(town, "Someone has left")
    (await form.fills(person="web:leila-haddad")).refused("someone of this agency", "person")
    page = await form.fills(person="web:daniel-reid")
    await page.sees("leads", "Taken out: Daniel Reid").presses("Confirm")
    assert "web:daniel-reid" not in town.core.partnership.homes
    (await town.does("leila", "thanks.send", "", {
        "why": "spoke", "owner": "Daniel Reid"
    })).refused("do not know", "owner")  # fmt: skip


async def test_an_agency_comes_in_by_two_and_can_be_chosen_at_once(town: Town) -> None:
    form = await (await town.does("helen", "administration")).presses("Add an agency")
    answers = {
        "name": "Anytown Hospice", "sector": "voluntary", "nation": "england",
        "lead": "Al Dean", "lead_job": "Head", "fallback": "Bo Dean",
    }  # fmt: skip
    (await form.fills(answers)).refused("job title", "fallback_job")
    page = await form.fills({**answers, "fallback_job": "Chair"})
    told = (
        "Agency: Anytown Hospice",
        "Anytown Hospice: kind of agency\nAdded: Charities and voluntary",
        "Anytown Hospice: where it is\nAdded: England",
        "Anytown Hospice: leads\nAdded: Al Dean",
        "Anytown Hospice: who is told when no lead answers\nAdded: Bo Dean",
        "Anytown Hospice: numbers\nAdded: Police, ambulance or fire, 999",
        "Person: Bo Dean\nAdded: Bo Dean, Chair, Anytown Hospice",
    )
    (await page.sees(*told, "by 21 February 2027").presses("Confirm")).sees("We have asked")
    (await town.does("helen", "administration")).sees("Waiting for a second person")
    await town.core.ticks.drain()
    second = (await town.presses_card("fiona", "Open")).sees(*told, "by 21 February 2027")
    (await second.presses("Agree")).sees("in force now")
    await town.raises("leila", agency="anytown-hospice")
    assert "Anytown Hospice" in (await town.does("leila", "concern")).text
    assert [sent.text for sent in town.cards("al")] != []


@pytest.mark.parametrize("who", ["ruth", "kofi", "leila", "grace"])
async def test_nobody_reaches_what_is_not_theirs_to_change(town: Town, who: str) -> None:
    for verb in ("role", "hours", "number", "person", "leaver", "agency"):
        page = await town.does(who, f"administration.{verb}", "police")
        page.refused("Someone else looks after that")
        if verb != "agency":
            sent = await town.does(who, f"administration.{verb}.send", "police")
            sent.refused("Someone else looks after that")
    (await town.does(who, "administration.new")).refused("Someone else")
    (await town.does(who, "administration.new.send")).refused("Someone else")
    for verb in ("confirm", "agree", "refuse", "undo"):
        (await town.does(who, f"administration.{verb}", "7")).refused("no longer waiting")
    if who != "ruth":
        (await town.does(who, "administration")).refused("for administrators")
        assert "Administration" not in (await town.does(who, "mine")).text


async def test_a_spreadsheet_is_taken_whole_or_names_every_wrong_line(town: Town) -> None:
    form = await (await town.does("ruth", "administration")).presses("Add many people")
    heading = "Name\tAgency\tTitle\tEmail\n"
    wrong = (
        f"{heading}Jo Bell\t{CSC}\t\t\nJo Hill\t{CSC}\tNurse\t\n"
        f"Jo Hill\t{CSC}\tNurse\t\nAmina Yusuf\t{CSC}\tSenior\t\n"
    )
    page = await form.fills(sheet=wrong)
    page.sees("2 lines need", "Line 2: The cell title is empty", "Line 4: Someone of this name")
    page = await form.fills(sheet=f"{heading}Jo Hill\tMoon Base\tNurse\tno address\n")
    page.sees("Line 2: There is no agency of this name", "Line 2: This is not an e-mail address")
    page.sees("2 lines").sees_not("This id can’t be used")
    (await form.fills(sheet=f"{heading}Kofi Mensah\tpolice\tSergeant\t\n")).refused("else looks")
    named = "gofal cymdeithasol plant  Anytown"
    right = (
        f"{heading}Jo Hill\t{named}\tNurse\tjo@care.anytown.example\nAmina Yusuf\t{CSC}\tSenior\t"
    )
    page = await form.fills(sheet=right)
    page.sees("1 new, 1 changed", "Added: Jo Hill, Nurse, Anytown Children's Social Care, jo@")
    await page.sees("Person: Jo Hill", "job title", "After: Senior").presses("Confirm")
    assert [m.name for m in town.core.partnership.members if m.agency == CSC][-1] == "Jo Hill"
    form = await town.does("ruth", "administration.sheet")
    (await form.fills(sheet=right)).refused("how it is already")


async def test_a_county_of_800_people_is_taken_by_an_operator_at_once() -> None:
    county = plain(read_written(COUNTY).tree)
    ids = [agency["id"] for agency in county["agencies"]]
    lines = [f"Person {n},{ids[n % 250]},Nurse,p{n}@x.example" for n in range(800)]
    text = "\n".join(["name,agency,title,email", *lines])
    sheet = sheet_of(text, county)
    assert (len(sheet.edits), sheet.mistakes) == (800, [])
    sheet = sheet_of(f"{text}\nPerson 800,moon,Nurse,p3@x.example", county)
    assert [(m.line, "agency" in speak(m.fix, "en")) for m in sheet.mistakes] == [
        (802, False), (802, True)
    ]  # fmt: skip


async def test_once_a_quarter_an_agency_is_asked_whether_all_is_right(town: Town) -> None:
    assert await town.core.ticks.ask_quarterly() == 0  # it has just been written down
    town.clock.set(town.clock.now() + timedelta(days=60))
    assert await town.core.ticks.ask_quarterly() == 1
    assert await town.core.ticks.ask_quarterly() == 0
    await town.core.ticks.drain()
    page = await town.presses_card("ruth", "Open")
    page.sees("Are these still right?", "Grace Okafor", "01632 960110")
    (await page.presses("Yes, all of this is right")).sees("We ask again next quarter")
    assert await town.column("agency_check", "person") == ["web:ruth-ellison"]
    (await town.does("leila", "administration.right.yes", CSC)).refused("Someone else")


async def test_its_page_lists_its_people_with_their_job_titles(town: Town) -> None:
    page = await town.does("ruth", "administration.agency", "school")
    page.refused("Someone else looks after that")
    page = await town.does("helen", "administration.agency", "school")
    page.sees("Its people", "Leila Haddad\nYear 4 teacher").sees_not("Amina Yusuf")

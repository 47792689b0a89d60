"""Whoever may be there already is asked about once, and no namesake is ever turned away."""

import pytest

from bot.cli.demo import EXAMPLE
from handlers.administration.people.sheet import Sheet, sheet_of
from prompts.words import speak
from storage.partnership import AgencyId, PersonId
from storage.partnership.changes.tree import plain
from storage.partnership.loading import read_written
from tests.core.anytown import Page, Town

CSC = AgencyId("childrens-social-care")
OWEN = "owen.pritchard@health.anytown.example"
SIAN = "web:sian-morgan"
TREE = plain(read_written(EXAMPLE).tree)


async def _adds(town: Town, **answers: str) -> Page:
    form = await town.does("ruth", "administration.person", CSC)
    return await form.fills({"job": "Nurse", "email": "", **answers})


@pytest.mark.parametrize("name", ["amina  YUSUF", "Amína Yusuf", "Yusuf, Amina", "Dr Amina-Yusuf"])
async def test_a_name_that_is_there_already_is_asked_about_once(town: Town, name: str) -> None:
    page = await _adds(town, name=name)
    page.sees("Is this the same person?", "Amina Yusuf is at Anytown Children's Social Care")
    assert [f.value for f in page.form.fields if f.name == "name"] == [name]  # type: ignore[union-attr]
    answers = {"name": name, "job": "Nurse"}
    told = await page.fills({**answers, "same": "yes"})
    told.sees("so nobody was added")
    assert {"Change who does what", "Add many people"} <= set(told.pressable)
    shown = await page.fills({**answers, "same": "no"})
    await shown.sees(f"Person: {name}").presses("Confirm")
    people = [str(m.id) for m in town.core.partnership.members if m.agency == CSC]
    assert people[-1].startswith("web:")
    assert len({*people}) == len(people)
    assert PersonId("web:amina-yusuf") in people


async def test_unanswered_it_is_asked_again_with_what_is_missing(town: Town) -> None:
    answers = {"name": "Amina Yusuf", "job": "Nurse"}
    page = await _adds(town, **answers)
    (await page.fills(answers)).refused("Please say whether it is the same person", "same")
    again = await town.does("ruth", "administration.person", page.form.subject, answers)
    again.sees("Is this the same person?")
    shown = await again.fills({**answers, "same": "no"})
    back = await shown.sees("Person: Amina Yusuf").presses("Change something")
    back.sees("Their job title").sees_not("Is this the same person?")


async def test_a_name_at_another_agency_is_nobodys_matter(town: Town) -> None:
    page = await _adds(town, name="Kofi Mensah")
    await page.sees("Person: Kofi Mensah").sees_not("same person").presses("Confirm")
    assert PersonId("web:kofi-mensah-2") in [m.id for m in town.core.partnership.members]


async def test_an_address_has_one_owner_whose_name_is_for_their_own_to_see(town: Town) -> None:
    page = await _adds(town, name="Jo Bell", email=OWEN.upper())
    page.sees("Someone at Anytown NHS Health Trust has this e-mail address").sees_not("Owen")
    answers = {"name": "Jo Bell", "job": "Nurse", "email": OWEN}
    (await page.fills({**answers, "same": "no"})).refused("everyone their own", "email")
    told = await page.fills({**answers, "same": "yes"})
    told.sees("whoever administers the partnership can move them")
    form = await town.does("helen", "administration.person", CSC)
    (await form.fills(answers)).sees("Owen Pritchard at Anytown NHS Health Trust has this")
    assert len(await town.column("partnership_version", "number")) == 1


def _sheet(*lines: str) -> Sheet:
    return sheet_of("\n".join(["id,name,agency,title,email", *lines]), TREE)


def _who(sheet: Sheet) -> list[tuple[str, ...]]:
    assert sheet.mistakes == []
    return [edit.at[1:] for edit in sheet.edits]


def test_a_spreadsheet_takes_nobody_for_a_namesake_of_another_agency() -> None:
    assert _who(_sheet(f",Kofi Mensah,{CSC},Nurse,", ",Kofi Mensah,school,Cook,")) == [
        ("web:kofi-mensah-2",), ("web:kofi-mensah-3",)
    ]  # fmt: skip
    # Two of one name at one agency are two by their addresses, or else asked about.
    lines = (f",Jo Bell,{CSC},Nurse,{each}@x.example" for each in "ab")
    assert _who(_sheet(*lines)) == [
        ("web:jo-bell",), ("web:jo-bell-2",)
    ]  # fmt: skip
    twice = _sheet(f",Jo Bell,{CSC},Nurse,a@x.example", f",JO BELL,{CSC},Nurse,")
    assert [m.line for m in twice.mistakes] == [3]


def test_whoever_is_listed_is_found_by_address_and_by_name_however_it_is_spelled() -> None:
    assert _who(_sheet(f",AMÍNA YUSUF,{CSC},Social worker,")) == [("web:amina-yusuf", "name")]
    sian = "sian@health.anytown.example"
    members = [{**m, "email": sian} if m["id"] == SIAN else m for m in TREE["members"]]
    text = f"name,agency,title,email\nSian Morgan,{CSC},Health visitor,{sian.upper()}"
    assert (SIAN, "agency") in _who(sheet_of(text, {**TREE, "members": members}))
    members = [
        *TREE["members"],
        {"id": "web:x", "agency": CSC, "name": "Amina Yusuf", "title": "T"},
    ]
    text = f"name,agency,title\nAmina Yusuf,{CSC},Nurse"
    [mistake] = sheet_of(text, {**TREE, "members": members}).mistakes
    assert "Several people of this name" in speak(mistake.fix, "en")


async def test_both_who_decide_are_asked_whom_a_spreadsheet_changes_so_much(town: Town) -> None:
    form = await town.does("helen", "administration.sheet")
    lines = f"web:x,Amina Yusuf,{CSC},Nurse,\n{SIAN},Siân Morgan,{CSC},Health visitor,"
    page = await form.fills(sheet=f"id,name,agency,title,email\n{lines}")
    asked = (
        "Are these the same people? ",
        "Siân Morgan. If one of them is someone else",
        "Someone of this name is at that agency already: Amina Yusuf.",
    )
    await page.sees(*asked).presses("Confirm")
    (await town.does("fiona", "administration")).sees(*asked)

"""Whom to call and where to turn is changed on pages, and stands at once where people look."""

import pytest

from handlers.administration.numbers.lists import ListName, subject
from storage.partnership import AgencyId, OtherRoute, Route
from tests.core.anytown import Page, Town

CSC = AgencyId("childrens-social-care")
GUARDIAN = {
    "number": "01632 960177",
    "kind": "whistleblowing",
    "name": "Guardian",
    "name_cy": "Gwarcheidwad",
    "purpose": "To speak up",
    "answered_by": "our guardian",
    "protection": "Keeps your name",
}
NIGHTS = {"limited": "yes", "days": ["monday", "friday"], "opens": "09:00", "closes": "17:00"}


async def _agency(town: Town, press: str) -> Page:
    return await (await town.does("ruth", "administration.agency", CSC)).presses(press)


async def _elsewhere(town: Town, press: str = "") -> Page:
    every = await town.does("helen", "administration.everybody")
    page = await every.presses("Change where else to turn")
    return await page.presses(press) if press else page


async def _changes(
    town: Town, who: str, which: ListName, route: Route | None, agency: str = ""
) -> Page:
    return await town.does(who, "administration.number", subject(which, agency, route))


async def _agrees(town: Town, who: str, page: Page) -> None:
    (await page.sees("So it takes two").presses("Confirm")).sees("We have asked")
    (await (await town.does(who, "administration")).presses("Agree")).sees("in force now")


async def test_a_front_door_is_added_changed_and_taken_out_by_one(town: Town) -> None:
    here = town.core.partnership.agency(CSC)
    assert here.front_door
    form = await _changes(town, "ruth", "front-door", here.front_door, CSC)
    form.sees(f"Change “{here.front_door.name['en']}”")
    page = await form.fills(number=here.front_door.number, name="Door", away="yes")
    await page.sees("front door", "Taken out: ").presses("Confirm")
    assert town.core.partnership.agency(CSC).front_door is None
    form = await _agency(town, "Add a front door")
    answers = {"number": "01632 960188", "name": "MASH", "purpose": "Ask us first", **NIGHTS}
    page = await form.fills(answers)
    told = "Added: MASH, 01632 960188, Ask us first, Monday, Friday, 09:00–17:00, 23 November 2026"
    await page.sees(told).presses("Confirm")
    (await town.does("leila", "help")).sees("MASH", "01632 960188", "Ask us first")
    form = await _changes(
        town, "ruth", "front-door", town.core.partnership.agency(CSC).front_door, CSC
    )
    assert {f.name: getattr(f, "value", "") for f in form.form.fields}["opens"] == "09:00"
    page = await form.fills({**answers, "number": "01632 960189"})
    page.sees("Before: MASH, 01632 960188. After: MASH, 01632 960189")
    await (await page.presses("Confirm")).sees("in force now").presses("Back to Administration")
    home = (await town.does("ruth", "administration")).sees("Changed by Ruth Ellison")
    undo = next(b for s in home.form.sections for b in s.buttons if b.verb == "administration.undo")
    (await town.does("ruth", undo.verb, undo.subject)).sees("in force now")
    door = town.core.partnership.agency(CSC).front_door
    assert door is not None
    assert door.number == "01632 960188"


async def test_an_agencys_own_places_to_turn_take_two_and_are_its_peoples_alone(town: Town) -> None:
    form = await _agency(town, "Add a place to turn")
    (await form.fills({**GUARDIAN, "kind": ""})).refused("what kind of help", "kind")
    page = await form.fills({**GUARDIAN, **NIGHTS, "outside": "yes"})
    page.sees("its own places to turn", "Added: Guardian, 01632 960177, Whistleblowing")
    await _agrees(town, "helen", page.sees("outside Monday, Friday, 09:00–17:00"))
    asked = {"route": "colleague", "raised": "no"}
    (await town.does("amina", "routes.send", "", asked)).sees("Guardian", "Keeps your name")
    (await town.does("leila", "routes.send", "", asked)).sees_not("Guardian")
    (await town.does("ruth", "administration.agency", CSC)).sees(
        "If someone is in danger now",
        "Its own places to turn",
        "Whistleblowing · For: To speak up",
        "outside Monday",
    )
    [route] = town.core.partnership.agency(CSC).routes
    form = await _changes(town, "ruth", "routes", route, CSC)
    page = await form.fills({**GUARDIAN, "away": "yes"})
    await page.sees("Taken out: Guardian").sees_not("takes two").presses("Confirm")
    assert town.core.partnership.agency(CSC).routes == ()


async def test_where_everybody_can_turn_is_the_partnerships_to_change(town: Town) -> None:
    (await _elsewhere(town)).sees("NSPCC whistleblowing advice line", "0800 028 0285", "Regulators")
    page = await (await _elsewhere(town, "Add a place to turn")).fills(GUARDIAN)
    page.sees("where else to turn", "Added: Guardian, 01632 960177, Whistleblowing, To speak up")
    await _agrees(town, "fiona", page)
    (await town.does("leila", "help")).sees("Guardian", "01632 960177")
    first = town.core.partnership.other_routes[0]
    form = await _changes(town, "helen", "other-routes", first)
    form.sees("Change “NSPCC whistleblowing advice line”")
    page = await form.fills(number=first.number, name="NSPCC", kind="advice")
    page.sees("Before: NSPCC whistleblowing advice line, Whistleblowing", "After: NSPCC, Advice")
    for who in ("ruth", "leila"):
        (await _changes(town, who, "other-routes", first)).refused("Someone else")
        for whose in ("_other-routes_", f"{CSC}_other-routes_", "_urgent_", "police_urgent_", CSC):
            refused = await town.does(who, "administration.number.send", whose, GUARDIAN)
            refused.refused("Someone else looks after that")
        (await town.does(who, "administration.elsewhere")).refused("Someone else looks after")


@pytest.mark.parametrize(
    ("answers", "field", "words"),
    [
        ({"number": "ring us"}, "number", "not a telephone number"),
        ({"name": " "}, "name", "who answers there"),
        ({"number": "999"}, "limited", "An emergency number answers day and night"),
        ({"opens": "9"}, "opens", "24-hour clock"),
        ({"days": []}, "days", "at least one day"),
        ({"opens": "18:00"}, "closes", "later than it opens"),
        ({"protection": "x" * 201}, "protection", "too long"),
    ],
)
async def test_what_is_wrong_is_said_beside_it(
    town: Town, answers: dict[str, str], field: str, words: str
) -> None:
    form = await _agency(town, "Add a place to turn")
    (await form.fills({**GUARDIAN, **NIGHTS, **answers})).refused(words, field)
    assert len(await town.column("partnership_version", "number")) == 1


async def test_a_number_that_moved_is_found_and_one_that_went_is_changed_into_no_other(
    town: Town,
) -> None:
    first, second, *_ = town.core.partnership.agency(CSC).urgent
    form = await _changes(town, "ruth", "urgent", second, CSC)
    gone = await _changes(town, "ruth", "urgent", first, CSC)
    answers = {"number": first.number, "name": first.name["en"], "away": "yes"}
    await (await gone.fills(answers)).presses("Confirm")
    page = await form.fills(number="01632 960100", name=second.name["en"])
    page.sees(f"Before: {second.name['en']}, {second.number}")
    (await _changes(town, "ruth", "urgent", first, CSC)).refused("not there any more")
    sent = await town.does("ruth", gone.form.verb, gone.form.subject, answers)
    sent.refused("not there any more")


async def test_hours_that_mean_the_same_are_no_change_and_there_is_room_for_six(town: Town) -> None:
    health = AgencyId("health-trust")
    [route] = town.core.partnership.agency(health).routes
    assert isinstance(route, OtherRoute)
    answers = {f"{name}{'_cy' if tongue == 'cy' else ''}": text
               for name in ("name", "purpose", "answered_by", "protection")
               for tongue, text in getattr(route, name).items()}  # fmt: skip
    days = ["monday", "tuesday", "wednesday", "thursday", "friday"]
    same = {**answers, **NIGHTS, "days": days, "number": route.number, "kind": route.kind}
    form = await _changes(town, "helen", "routes", route, health)
    page = await form.fills(same)
    page.sees("Before: ", "2 November 2026. After: ", "23 November 2026").sees_not("Monday", "two")

    async def adds(number: int) -> Page:
        answers = {**GUARDIAN, "number": f"01632 96017{number}"}
        return await town.does("helen", "administration.number.send", f"{health}_routes_", answers)

    for number in range(5):
        await _agrees(town, "fiona", await adds(number))
    (await adds(4)).refused("there already", "name")
    (await adds(7)).refused("There are too many of these")

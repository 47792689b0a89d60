"""What holds for everyone is changed on pages: policies, and how few is too few."""

from storage.partnership import AgencyId
from tests.core.anytown import Town
from tests.peers.transcript import buttons_of

CSC = AgencyId("childrens-social-care")
LINK = "https://anytown.example/supervision"


async def test_policies_of_an_agency_and_of_everybody_stand_where_people_look(town: Town) -> None:
    form = await (await town.does("ruth", "administration.agency", CSC)).presses("Add a policy")
    (await form.fills(name="", link="intranet")).refused("from https:// on", "link")
    page = await form.fills(name="Supervision", name_cy="Goruchwyliaeth", link=LINK)
    await page.sees("policies", f"Added: Supervision, {LINK}").presses("Confirm")
    (await town.does("amina", "help")).sees("Supervision")
    (await town.does("leila", "help")).sees_not("Supervision")
    form = await (await town.does("ruth", "administration.agency", CSC)).presses(
        "Change this policy"
    )
    form.sees("Change “Supervision”").sees_not("Add a policy")
    page = await form.fills(name="Supervision", link=LINK, away="yes")
    await page.sees("Taken out").presses("Confirm")
    (await town.does("amina", "help")).sees_not("Supervision")
    home = await town.does("helen", "administration")
    form = await (await home.presses("What applies to everyone")).presses("Add a policy")
    await (await form.fills(name="Candour", link=LINK)).presses("Confirm")
    (await town.does("leila", "help")).sees("Candour")
    (await town.does("ruth", "administration.policy", "_0")).refused("Someone else")


async def test_a_policy_that_moved_up_in_its_list_is_changed_all_the_same(town: Town) -> None:
    for name in ("Candour", "Supervision"):
        form = await (await town.does("ruth", "administration.agency", CSC)).presses("Add a policy")
        await (await form.fills(name=name, link=LINK)).presses("Confirm")
    page = await town.does("ruth", "administration.agency", CSC)
    first, second = [b for b in buttons_of(page.form) if b.verb == "administration.policy"][-2:]
    away = await town.does("ruth", first.verb, first.subject)
    changed = await town.does("ruth", second.verb, second.subject)
    changed.sees("Change “Supervision”")
    await (await away.fills(name="Candour", link=LINK, away="yes")).presses("Confirm")
    page = await changed.fills(name="Supervision for all", link=LINK)
    await page.sees("Supervision for all").presses("Confirm")
    (await town.does("amina", "help")).sees("Supervision for all").sees_not("Candour")
    again = await away.fills(name="Candour", link=LINK)
    again.refused("This is not there any more")


async def test_a_threshold_is_raised_by_one_and_lowered_by_two(town: Town) -> None:
    page = await town.does("helen", "administration.everybody")
    form = await page.presses("Change these numbers")
    now = {name: str(value) for name, value in town.core.partnership.thresholds}
    (await form.fills(now)).refused("how it is already")
    (await form.fills({**now, "picture_from": "4"})).refused("from 5 to 50", "picture_from")
    page = await form.fills({**now, "picture_from": "9"})
    (await page.sees("After: 9").presses("Confirm")).sees("in force now")
    assert town.core.partnership.thresholds.picture_from == 9
    page = await form.fills({**now, "picture_from": "8"})
    (await page.presses("Confirm")).sees("We have asked")
    assert town.core.partnership.thresholds.picture_from == 9
    for who in ("ruth", "leila"):
        for verb in ("everybody", "thresholds", "thresholds.send"):
            (await town.does(who, f"administration.{verb}")).refused("Someone else")

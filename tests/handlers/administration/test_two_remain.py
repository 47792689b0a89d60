"""Two always look after the partnership; and a change says who decided it, and about what."""

from storage.partnership import PersonId
from storage.partnership.changes.deciding import leaves_too_few
from tests.core.anytown import Page, Town, example
from tests.handlers.administration.changing import adds

ADMINISTRATORS = ("administrators",)
HELEN, FIONA, RUTH = "web:helen-ward", "web:fiona-grant", "web:ruth-ellison"
AMINA = "web:amina-yusuf"
TRUST = "Anytown NHS Health Trust"


async def _closing(town: Town, who: str = "helen", people: str = "gone") -> Page:
    form = await town.does(who, "administration.close", "health-trust")
    return await form.fills(people=people)


async def _three(town: Town) -> None:
    await adds(town, {ADMINISTRATORS: [HELEN, FIONA, RUTH]})
    await town.core.ticks.follow()


async def test_an_agency_does_not_close_if_one_administrator_would_be_left(town: Town) -> None:
    (await _closing(town)).refused("First ask whoever runs Upstander to name another")
    (await _closing(town, people="school")).sees("Is this right?")
    await _three(town)
    (await _closing(town)).sees("Is this right?", "the partnership’s administrators")


async def test_nor_once_somebody_agrees_to_what_would_leave_one(town: Town) -> None:
    await _three(town)
    page = await _closing(town)
    await (await page.presses("Confirm")).sees("Ruth Ellison").presses("Back to Administration")
    await adds(town, {ADMINISTRATORS: [HELEN, FIONA]})
    await town.core.ticks.follow()
    agreed = await (await town.does("fiona", "administration")).presses("Agree")
    agreed.sees("Someone changed this in the meantime", "It has ended")
    assert len(town.core.partnership.agencies) == len(example().agencies)


async def test_who_leaves_is_taken_out_of_every_list_and_two_are_left(town: Town) -> None:
    await adds(town, {ADMINISTRATORS: [HELEN, AMINA]})
    await town.core.ticks.follow()
    form = await town.does("helen", "administration.leaver", "childrens-social-care")
    (await form.fills(person=AMINA)).refused("First ask whoever runs Upstander")
    await adds(town, {ADMINISTRATORS: [HELEN, FIONA, AMINA]})
    await town.core.ticks.follow()
    own = await town.does("ruth", "administration.leaver", "childrens-social-care")
    (await own.fills(person=AMINA)).refused("Someone else looks after that")
    page = await form.fills(person=AMINA)
    page.sees("the partnership’s administrators", "Taken out: Amina Yusuf")
    (await page.presses("Confirm")).sees("Fiona Grant, Amina Yusuf")
    await (await town.does("fiona", "administration")).presses("Agree")
    assert town.core.partnership.administrators == (PersonId(HELEN), PersonId(FIONA))


def test_one_administrator_with_two_accounts_is_one() -> None:
    before = example()
    linked = tuple(
        m.model_copy(update={"accounts": (PersonId("slack:T1:U1"),)}) if m.id == FIONA else m
        for m in before.members
    )
    both = (PersonId(FIONA), PersonId("slack:T1:U1"))
    after = before.model_copy(update={"administrators": both, "members": linked})
    assert leaves_too_few(before, after)
    assert not leaves_too_few(after, after)  # it was so before


async def test_a_change_keeps_the_names_of_who_decided_it_and_of_what_is_gone(town: Town) -> None:
    await _three(town)
    await (await _closing(town)).presses("Confirm")
    await (await town.does("fiona", "administration")).presses("Agree")
    for tick in (town.core.ticks.follow, town.core.ticks.depart, town.core.ticks.drain):
        await tick()
    await town.core.ticks.compare()
    page = await town.does("helen", "administration")
    page.sees("Changed by Helen Ward and Fiona Grant", f"Agency: {TRUST}", "Fiona Grant")
    page.sees_not("health-trust", "web:", "someone who has left")


async def test_undo_is_offered_for_what_still_stands_alone(town: Town) -> None:
    form = await town.does("ruth", "administration.role", "childrens-social-care")
    page = await form.fills(holds="lead", leaver="web:grace-okafor", owner="")
    await page.presses("Confirm")
    home = await (await town.does("ruth", "administration")).presses("Undo")
    await (await town.does("helen", "administration")).presses("Agree")
    home = await town.does("helen", "administration")
    assert home.pressable.count("Undo") == 1, home.text

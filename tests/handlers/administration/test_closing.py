"""An agency closes: its people go or move, and what is open there is before others at once."""

from datetime import timedelta

from storage.partnership import AgencyId
from storage.partnership.changes.living import LivingPartnership
from tests.core.anytown import Page, Town
from tests.core.tour_referrals import REFERRAL
from tests.handlers.together.acts import first_held, holds, later

CSC = AgencyId("childrens-social-care")


async def _closes(town: Town, agency: str, people: str) -> Page:
    form = await (await town.does("helen", "administration.agency", agency)).presses(
        "Close this agency"
    )
    page = await form.fills(people=people)
    told = page.text.partition("Agency: ")[2].partition("\nThis decides")[0]
    await (await page.presses("Confirm")).sees("We have asked").presses("Back to Administration")
    await town.core.ticks.drain()
    second = (await town.presses_card("fiona", "Open")).sees(told)
    await second.presses("Agree")
    await town.core.ticks.depart()
    await town.core.ticks.compare()
    await town.core.ticks.drain()
    return page


async def test_what_is_open_with_an_agency_that_closes_is_before_others(town: Town) -> None:
    await town.raises("leila")
    await town.presses_card("grace", "I’ll pick this up")
    await town.raises("leila", how="anonymous", release="now")
    referral = {**REFERRAL, "agency": CSC, "owner": "Amina Yusuf"}
    await (await town.does("kofi", "referral")).fills(referral)
    await town.passes(timedelta(minutes=40))
    held = len(town.client.to("grace-okafor"))
    page = await _closes(town, CSC, "gone")
    page.sees("Agency: Anytown Children's Social Care", "Person: Ruth Ellison", "Taken out: Grace")
    page.sees("Open with it\nFewer than 8", "Helen Ward, Fiona Grant", "Until it is closed")
    assert not [m for m in town.core.partnership.members if m.agency == CSC]
    assert set(await town.column("thread", "picked_by")) == {None}
    for who in ("helen", "fiona"):  # those whom other agencies name for when nobody answers
        asked = [sent.text for sent in town.cards(who) if "A concern for an agency" in sent.text]
        assert sorted("Anonymously" in text for text in asked) == [False, True]
    assert len(town.client.to("grace-okafor")) == held
    (await town.mine("leila")).sees("The person who had this is no longer there for it")
    told = "\n".join(sent.text for sent in town.cards("kofi"))
    assert "The person who had this is no longer there for it" in told
    (await town.presses_card("fiona", "It’s mine")).sees("MASH-204")
    assert CSC not in (await town.does("leila", "concern")).text


async def test_people_who_move_keep_what_they_raised_and_many_may_go_at_once(town: Town) -> None:
    await town.raises("leila")
    page = await _closes(town, "school", CSC)
    page.sees("Leila Haddad: agency")
    page.sees("Before: Anytown Community School. After: Anytown Children's Social Care")
    assert town.core.partnership.agency(CSC).email_domains[-1] == "school.anytown.example"
    (await town.mine("leila")).sees("The meeting ended before")
    await town.presses_card("grace", "I’ll pick this up")
    # Half of all the people: of a directory so many at once are no leavers, here they are.
    await _closes(town, CSC, "gone")
    assert await town.column("thread", "picked_by") == [None]
    assert [sent for sent in town.cards("helen") if "A concern for an agency" in sent.text]


async def test_only_the_partnership_closes_and_never_the_last(town: Town) -> None:
    (await town.does("ruth", "administration.agency", CSC)).sees_not("Close this agency")
    (await town.does("ruth", "administration.close", CSC)).refused("Someone else looks after that")
    form = await town.does("helen", "administration.close", "police")
    (await form.fills(people="police")).refused("where its people go", "people")
    others = town.core.partnership.agencies[:1]
    of = town.core.partnership
    assert isinstance(of, LivingPartnership)
    of.becomes(of.model_copy(update={"agencies": others}))
    (await town.does("helen", "administration.close", "police")).refused("Someone else")


async def test_how_much_is_open_is_said_in_steps_and_never_of_today(town: Town) -> None:
    async def said() -> str:
        form = await town.does("helen", "administration.close", CSC)
        return (await form.fills(people="school")).text

    for _ in range(9):
        await town.raises("leila")
    assert "Fewer than 8" in await said()
    town.clock.set(town.clock.now() + timedelta(days=1))
    assert "At least 8" in await said()
    for _ in range(4):
        await town.raises("leila")
    assert "At least 8" in await said()
    town.clock.set(town.clock.now() + timedelta(days=1))
    assert "At least 13" in await said()


async def test_who_holds_a_concern_there_is_asked_at_once_what_to_do_with_it(town: Town) -> None:
    await holds(town, "leila")
    before = len(town.cards("leila"))
    await _closes(town, CSC, "gone")
    await later(town, 1)
    await later(town, 1)
    assert len(town.cards("leila")) > before
    (await first_held(town, "leila")).sees("Send it alone", "Hold it for longer")

"""What we agreed: what people read, and who confirms it."""

from datetime import timedelta

from tests.core.anytown import CONCERN, MONDAY, Town

SHORT = "nobody is treated worse for it"


async def test_everybody_can_read_it_and_only_a_lead_confirms_it(town: Town) -> None:
    page = await town.does("leila", "agreement")
    page.sees(SHORT, "Talking over people", "We ask first", "0 of 4 agencies", "Not confirmed yet")
    assert "We stand by this" not in page.pressable
    (await town.does("leila", "agreement.confirm")).refused("Only an agency’s safeguarding lead")


async def test_a_lead_confirms_it_for_a_year_in_their_own_name(town: Town) -> None:
    page = await town.does("grace", "agreement")
    page.sees("It is time to confirm this")
    done = await page.presses("We stand by this")
    done.sees("Thank you", "1 of 4 agencies", "Grace Okafor, 23 November 2026, version 1")
    assert "We stand by this" not in done.pressable
    # The other lead of the agency finds it confirmed, and after a year it is asked again.
    (await town.does("daniel", "agreement")).sees("Grace Okafor").sees_not("It is time")
    town.clock.set(MONDAY + timedelta(days=366))
    (await town.does("daniel", "agreement")).sees("It is time to confirm this", "0 of 4")
    assert len((await town.dump())["agreement_confirmed"]) == 1


async def test_its_leads_are_asked_once_it_is_due_and_gently_again(town: Town) -> None:
    await (await town.does("grace", "agreement")).presses("We stand by this")
    due = MONDAY.replace(year=2027)  # a Tuesday
    asked = [due + timedelta(days=days, hours=1) for days in (0, 14, 42)]
    for day in (due - timedelta(days=1), asked[0], due + timedelta(days=7), *asked[1:]):
        before = len(town.cards("grace"))
        town.clock.set(day)
        await town.core.ticks.digests()
        await town.core.ticks.drain()
        told = [c for c in town.cards("grace")[before:] if "Time to confirm" in c.text]
        assert len(told) == (day in asked), day
    assert [c for c in town.cards("leila") if "Time to confirm" in c.text] == []
    page = await town.presses_card("daniel", "Read it")
    (await page.presses("We stand by this")).sees("Daniel Reid, 4 January 2028")


async def test_it_stands_with_concerns_about_behaviour_and_no_others(town: Town) -> None:
    about = {"about": "conduct", "topic": "bullying"}
    (await town.raises("leila", **about)).sees(SHORT)
    (await town.opens("grace")).sees(SHORT)
    plain = await (await town.does("leila", "concern")).fills(CONCERN)
    plain.sees_not(SHORT)


async def test_it_stands_under_who_can_help(town: Town) -> None:
    (await town.does("leila", "help")).sees("What we agreed", SHORT)

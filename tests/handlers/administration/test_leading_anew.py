"""Whoever leads an agency newly, or again, is asked about what nobody there has taken yet."""

from datetime import timedelta

import pytest

from storage.partnership import AgencyId, Role
from storage.partnership.changes.tree import Place
from tests.core.anytown import CONCERN, Page, Town
from tests.core.tour_referrals import REFERRAL
from tests.handlers.administration.changing import CSC, LEADS, PEOPLE, adds
from tests.handlers.shared.test_recipients import READ, choose

GRACE, DANIEL, AMINA = (PEOPLE[who] for who in ("grace", "daniel", "amina"))


async def _follows(town: Town) -> None:
    """What a server does within a second."""
    for tick in (town.core.ticks.follow, town.core.ticks.depart, town.core.ticks.drain):
        await tick()


async def _leads(town: Town, *leads: str) -> None:
    await adds(town, {LEADS: list(leads)})
    await _follows(town)


def _waiting(page: Page) -> int:
    return sum(section.look == "line" for section in page.form.sections)


async def _agrees(town: Town, page: Page) -> None:
    (await page.presses("Confirm")).sees("We have asked")
    await (await town.does("fiona", "administration")).presses("Agree")
    await _follows(town)


async def _undoes(town: Town) -> None:
    home = await town.does("helen", "administration")
    undone = next(b for s in home.form.sections for b in s.buttons if b.verb.endswith(".undo"))
    (await town.does("helen", undone.verb, undone.subject)).sees("We have asked")
    await (await town.does("fiona", "administration")).presses("Agree")
    await _follows(town)


async def test_an_agency_that_closed_and_is_open_again_has_back_what_nobody_took(
    town: Town,
) -> None:
    concern = {"agency": "school", "how": "confidence", "release": "now"}
    for _ in range(2):
        await town.raises("leila", **concern)
    form = await town.does("helen", "administration.close", "school")
    await _agrees(town, await form.fills(people="gone"))
    taken = await town.presses_card("helen", "I’ll pick this up")
    await _undoes(town)
    for lead in ("sarah", "james"):
        assert _waiting(await town.does(lead, "mine")) == 1
        (await town.opens(lead)).sees("The meeting ended before")
    assert _waiting(await town.does("helen", "mine")) == 2  # who got it meanwhile keeps it
    (await taken.presses("Give the final answer")).sees("Give the final answer")
    (await town.presses_card("sarah", "I’ll pick this up")).sees("Leila Haddad")


async def test_a_lead_who_was_taken_out_and_is_put_back_has_back_what_nobody_took(
    town: Town,
) -> None:
    for _ in range(3):
        await town.raises("leila")
    await town.presses_card("daniel", "I’ll pick this up")
    form = await town.does("helen", "administration.leaver", CSC)
    await (await form.fills(person=GRACE)).presses("Confirm")
    await _follows(town)
    await town.raises("leila")
    await _undoes(town)
    assert _waiting(await town.does("grace", "mine")) == 3
    (await town.opens("grace")).sees("The meeting ended before")


@pytest.mark.parametrize("how", ["named", "confidence", "anonymous"])
async def test_a_new_lead_is_asked_once_about_what_nobody_took(town: Town, how: str) -> None:
    await town.raises("leila", how=how, release="now")
    await town.raises("kofi", how=how, release="now")
    await town.presses_card("grace", "I’ll pick this up")
    for _ in range(2):
        await _leads(town, GRACE, DANIEL, AMINA)
        await town.passes(timedelta(minutes=1))
        assert len(town.cards("amina")) == _waiting(await town.does("amina", "mine")) == 1
        await adds(town, {("agencies", CSC, "hours", "opens"): "09:00"})


async def test_nobody_whom_it_names_is_asked_nor_who_raised_it(town: Town) -> None:
    await town.raises("leila", agency="police", what="Kofi Mensah told them who had called.")
    await town.raises("kofi", agency="police")
    leads = [*map(str, town.core.partnership.leads(AgencyId("police"))), "web:kofi-mensah"]
    await adds(town, {("agencies", "police", "leads"): leads})
    await _follows(town)
    assert town.cards("kofi") == []
    assert _waiting(await town.does("priya", "mine")) == 2
    await town.raises("leila", agency="police")
    assert len(town.cards("kofi")) == 1


POLICE = ("agencies", "police", "leads")
KOFI = "web:kofi-mensah"


@pytest.mark.parametrize("how", ["named", "confidence", "anonymous"])
async def test_nor_as_another_lead_goes_at_the_same_moment_or_later(town: Town, how: str) -> None:
    first, second = map(str, town.core.partnership.leads(AgencyId("police")))
    what = "Kofi Mensah told them who had called."
    await town.raises("leila", agency="police", how=how, release="now", what=what)
    for leads in ([first, KOFI], [KOFI], [KOFI, second], [first, second]):
        await adds(town, {POLICE: leads})
        await _follows(town)
        assert town.cards("kofi") == []
    assert _waiting(await town.does("priya", "mine")) == 1


@pytest.mark.parametrize("release", ["soon", "slot"])
async def test_nor_as_it_goes_out_who_came_to_lead_while_it_waited(
    town: Town, release: str
) -> None:
    first = str(town.core.partnership.leads(AgencyId("police"))[0])
    for what in ("Kofi Mensah told them who had called.", "They were told who had called."):
        await town.raises("leila", agency="police", how="anonymous", release=release, what=what)
    await adds(town, {POLICE: [first, KOFI]})
    await _follows(town)
    await town.passes(timedelta(days=1))
    assert _waiting(await town.does("priya", "mine")) == 2
    assert _waiting(await town.does("kofi", "mine")) == 1


@pytest.mark.parametrize("role", ["stand_in", "fallback"])
async def test_nor_who_came_to_hear_what_nobody_takes(town: Town, role: Role) -> None:
    roles = ("agencies", "police", "roles", role)
    await town.raises("leila", agency="police", what="Kofi Mensah told them who had called.")
    await town.raises("leila", agency="police")
    there = town.core.partnership.agency(AgencyId("police")).roles.get(role, ())
    await adds(town, {roles: [*there, KOFI]})
    await _follows(town)
    await town.passes(timedelta(days=5))
    assert len(town.cards("kofi")) == 1


async def test_who_may_read_it_although_it_names_them_hears_it_later_too(town: Town) -> None:
    await adds(town, {("agencies", "police", "roles", "stand_in"): [KOFI]})
    await _follows(town)
    told = {**CONCERN, "agency": "police", "what": "Kofi Mensah knows who had called."}
    page = await (await town.does("leila", "concern")).fills(told)
    (await page.fills({**told, **choose(page, READ)})).sees("We have your concern")
    await town.core.ticks.drain()
    assert town.cards("kofi") == []
    await town.passes(timedelta(days=5))
    assert len(town.cards("kofi")) == 1


async def test_whoever_stands_in_for_somebody_who_is_kept_out_isnt_asked(town: Town) -> None:
    first, second = map(str, town.core.partnership.leads(AgencyId("police")))
    kept = {"left-out-someone": "yes", "left_out": [second]}
    await town.raises("leila", agency="police", **kept)
    days = {"first": "2026-11-23", "last": "2026-11-30"}
    slug = second.partition(":")[2]
    await town.does(slug.partition("-")[0], "standin.send", "", {"person": GRACE, **days})
    await adds(town, {("agencies", "police", "roles", "moderator"): [KOFI]})
    await adds(town, {POLICE: [first, second, KOFI]})
    await _follows(town)
    assert town.cards("grace") == []
    assert len(town.cards("kofi")) == 1
    await town.raises("leila", agency="police")
    assert len(town.cards("grace")) == 1


async def test_nobody_whom_a_referral_names_is_asked_about_it(town: Town) -> None:
    what = "Amina Yusuf has not answered."
    await (await town.does("kofi", "referral")).fills(
        {**REFERRAL, "agency": CSC, "owner": "", "what": what}
    )
    await town.core.ticks.drain()
    await _leads(town, GRACE, DANIEL, AMINA)
    assert town.cards("amina") == []


async def test_a_new_lead_is_asked_about_a_referral_that_is_unassigned(town: Town) -> None:
    for owner in ("", "Grace Okafor"):
        referral = {**REFERRAL, "agency": CSC, "owner": owner}
        await (await town.does("kofi", "referral")).fills(referral)
    await town.core.ticks.drain()
    await _leads(town, GRACE, DANIEL, AMINA)
    assert _waiting(await town.does("amina", "mine")) == 1
    (await town.presses_card("amina", "It’s mine")).sees("MASH-204")


async def test_whoever_leads_no_more_still_stands_in_and_that_is_shown_and_ended(
    town: Town,
) -> None:
    first, second = map(str, town.core.partnership.leads(AgencyId("police")))
    named = {"person": first, "first": "2026-11-23", "last": "2026-11-26"}
    await town.does("grace", "standin.send", "", named)
    moderator: dict[Place, object] = {("agencies", "police", "roles", "moderator"): [first]}
    await adds(town, {POLICE: [second], **moderator})
    await _follows(town)
    page = (await town.does("grace", "standin")).sees("to 26 November 2026: Priya Nair")
    (await page.fills(back="yes", person="")).sees("You are back")

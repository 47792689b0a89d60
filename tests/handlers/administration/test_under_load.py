"""Leads and hours change while steps fall due on two replicas: nothing goes to a former lead after
the tick, whatever they held moves on, and what has begun follows the version it began with."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.concern.case import ConcernCase
from handlers.concern.escalation import notify_leads
from handlers.contract.people import Named
from handlers.shared.threads import named_thread
from storage.partnership import PersonId
from storage.schema.values import ThreadCommand
from tests.conftest import Stores
from tests.core.anytown import Town
from tests.handlers.administration.changing import (
    CSC,
    LEADS,
    PEOPLE,
    adds,
    before_those_who_lead,
    changes,
    replicas,
)


@pytest.fixture
async def towns(sqlite_stores: Stores, tmp_path: Path) -> AsyncIterator[tuple[Town, Town]]:
    """Two replicas, and one transcript of what they send."""
    async with replicas(sqlite_stores, tmp_path / "data") as both:
        yield both


async def test_twenty_changes_while_steps_fall_due(towns: tuple[Town, Town]) -> None:
    one, _ = towns
    for _ in range(3):
        await one.raises("leila")
    await one.presses_card("grace", "I’ll pick this up")
    for number in range(20):
        await changes(towns, number, timedelta(minutes=40))
    await before_those_who_lead(one, await one.column("thread", "id"))


async def test_what_has_begun_follows_the_version_it_began_with(towns: tuple[Town, Town]) -> None:
    one, _ = towns
    async with one.core.transactions.begin() as work:
        before = work.repo.partnership.leads(CSC)
        await work.repo.versions.newest()
        police = work.repo.partnership.agencies[:1]
        later = work.repo.partnership.model_copy(update={"agencies": police})
        one.core.partnership.becomes(later)
        assert work.repo.partnership.leads(CSC) == before
    assert one.core.partnership.leads(CSC) == ()


async def test_a_lead_who_holds_three_things_is_replaced_and_all_of_it_moves_on(
    towns: tuple[Town, Town],
) -> None:
    one, other = towns
    for _ in range(3):
        await one.raises("leila")
        await one.presses_card("grace", "I’ll pick this up")
    held = len(one.cards("grace"))
    form = await one.does("ruth", "administration.role", CSC)
    page = await form.fills(holds="every", leaver=PEOPLE["grace"], owner="Amina Yusuf")
    page = await page.sees("Added: Amina Yusuf", "Taken out: Grace Okafor").presses("Confirm")
    page.sees("We have asked")
    await one.core.ticks.drain()
    (await (await other.presses_card("helen", "Open")).presses("Agree")).sees("in force now")
    for town in towns:
        await town.core.ticks.follow()
        await town.core.ticks.drain()
    assert len(one.cards("grace")) == held
    assert PersonId(PEOPLE["amina"]) in one.core.partnership.leads(CSC)
    # Those who lead now are asked to take each of the three.
    assert len(one.cards("amina")) >= 3
    (await one.does("grace", "mine")).sees_not("The meeting ended")
    assert set(await one.column("thread", "picked_by")) == {None}


@pytest.mark.postgres
async def test_what_began_by_the_version_before_asks_no_former_lead_after_the_tick(
    postgres_stores: Stores, tmp_path: Path
) -> None:
    async with replicas(postgres_stores, tmp_path / "data") as (one, _):
        leila = one.actor("leila")
        async with one.core.transactions.begin() as work:
            await adds(one, {LEADS: [PEOPLE["daniel"], PEOPLE["amina"]]})
            following = asyncio.create_task(one.core.ticks.follow())
            while PersonId(PEOPLE["grace"]) in one.core.partnership.leads(CSC):
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.2)  # time enough for all that people hold to be compared
            who = Named(leila.person, leila.name, leila.agency)
            concern = named_thread(ThreadCommand("concern"), CSC, who, work.repo)
            concern.about, concern.topic = "decision", "threshold"
            work.repo.begin(concern)
            await work.repo.say(concern, "raiser", "raised", "Nobody asked the child.")
            await work.post(await notify_leads(ConcernCase(concern, work.repo)))
        await following
        await one.core.ticks.drain()
        assert one.cards("grace") == []
        assert len(one.cards("amina")) == 1
        await before_those_who_lead(one, [concern.id])

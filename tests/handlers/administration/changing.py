"""Leads and hours that change under load, on two replicas that send what one transcript keeps."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from bot.cli.demo import EXAMPLE
from storage.engine.database import transaction
from storage.engine.own_rows import OwnRows
from storage.partnership import AgencyId, PersonId
from storage.partnership.changes.tree import Difference, Place, changed, value_at
from storage.partnership.loading import Written, read_written
from storage.repository.versions import Change, Versions
from storage.schema.values import ThreadRole
from tests.conftest import Stores
from tests.core.anytown import Town, anytown

CSC = AgencyId("childrens-social-care")
LEADS = ("agencies", CSC, "leads")
CLOSES = (("agencies", CSC, "hours", "closes"), ("agencies", "police", "hours", "closes"))
PEOPLE = {"grace": "web:grace-okafor", "daniel": "web:daniel-reid", "amina": "web:amina-yusuf"}
PAIRS = (("daniel", "amina"), ("grace", "amina"), ("grace", "daniel"))


@asynccontextmanager
async def changeable(stores: Stores, folder: Path) -> AsyncIterator[Town]:
    """A town whose partnership can be changed."""
    async with anytown(stores, folder / "data", partnership=read_written(EXAMPLE)) as town:
        yield town


@asynccontextmanager
async def replicas(
    stores: Stores, folder: Path, file: Written | None = None
) -> AsyncIterator[tuple[Town, Town]]:
    """Two of them."""
    file = file or read_written(EXAMPLE)
    async with (
        anytown(stores, folder, partnership=file) as one,
        anytown(stores, folder, one.clock, file) as other,
    ):
        other.client = other.core.clients["web"] = one.client
        yield one, other


async def adds(town: Town, wanted: Mapping[Place, object]) -> None:
    """A version with these settings, as any replica may add one at any moment."""
    async with transaction(town.core.engine) as session:
        versions = Versions(OwnRows.within(session, town.core.partnership.id))
        newest = await versions.newest()
        assert newest is not None
        tree = json.loads(newest.settings)
        edits = [
            Difference(at, value_at(tree, at), value)
            for at, value in wanted.items()
            if value_at(tree, at) != value
        ]
        day = town.clock.now().date()
        await versions.add(changed(tree, edits), Change(edits, "page"), day)
        await session.flush()


async def follow(towns: tuple[Town, Town], moment: datetime, former: str) -> int:
    """Both follow the newest version while steps fall due on both; gives how many did.

    Nothing goes to a former lead after that tick.
    """
    one, _ = towns
    one.clock.set(moment)
    # Steps fall due on both while each turns to the new version.
    _, _, *done = await asyncio.gather(
        *(town.core.ticks.follow() for town in towns),
        *(town.core.ticks.steps() for town in towns),
    )
    await asyncio.gather(*(town.core.ticks.follow() for town in towns))
    if one.core.partnership.roles_of(PersonId(f"web:{former}")):  # as whom they are asked still
        await one.core.ticks.deliver()
    before = len(one.client.to(former))
    while any(some := await asyncio.gather(*(town.core.ticks.steps() for town in towns))):
        done += some
    await asyncio.gather(*(town.core.ticks.deliver() for town in towns))
    assert len(one.client.to(former)) == before, former
    return sum(count or 0 for count in done)


async def changes(towns: tuple[Town, Town], number: int, after: timedelta) -> int:
    """Makes the next change while steps fall due on both; gives how many did."""
    one, _ = towns
    pair = PAIRS[number % len(PAIRS)]
    leads, closes = [PEOPLE[each] for each in pair], f"{17 + number % 2}:00"
    await adds(one, {LEADS: leads, **dict.fromkeys(CLOSES, closes)})
    [former] = set(PEOPLE) - set(pair)
    slug = PEOPLE[former].removeprefix("web:")
    done = await follow(towns, one.clock.now() + after / 2, slug)
    done += await follow(towns, one.clock.now() + after / 2, slug)  # what falls due then
    for town in towns:
        assert town.core.partnership.leads(CSC) == tuple(leads)
        assert {
            f"{town.core.partnership.agency(AgencyId(a)).hours.closes:%H}" for a in (CSC, "police")
        } == {str(17 + number % 2)}
    return done


async def before_those_who_lead(town: Town, ids: Sequence[object]) -> None:
    """All of these are before somebody who leads now, and before nobody who led."""
    leads = set(town.core.partnership.leads(CSC))
    for thread in ids:
        async with town.core.transactions.begin() as work:
            found = await work.repo.thread(str(thread))
            assert found is not None
            audience = await work.repo.audience(found)
        assert set(audience) & leads
        led = {p for p, part in audience.items() if part == ThreadRole.LEAD} - leads
        assert [p for p in led if not town.core.partnership.roles_of(p)] == []

"""Leases last as long as they last, whatever becomes of any machine's clock."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from storage.delivery.outbox import LEASE
from tests.conftest import Stores
from tests.core.anytown import CONCERN, FixedClock, Town, anytown
from tests.core.clocks import leases_run

JUMPS = [timedelta(hours=hours) for hours in (-24, -1, 1, 24)]


Replicas = tuple[Town, Town]


@pytest.fixture
async def replicas(postgres_stores: Stores, tmp_path: Path) -> AsyncIterator[Replicas]:
    """Two servers of one database, the clock of the other five minutes ahead."""
    behind = FixedClock()
    ahead = FixedClock(behind.now() + timedelta(seconds=300))
    async with (
        anytown(postgres_stores, tmp_path, behind) as town,
        anytown(postgres_stores, tmp_path, ahead) as replica,
    ):
        yield town, replica


async def _raised(town: Town, many: int = 1) -> None:
    """So many concerns, each on its way to two leads."""
    for _ in range(many):
        await (await town.does("leila", "concern")).fills(CONCERN)


@pytest.mark.parametrize("jump", JUMPS)
async def test_what_is_being_sent_is_nobody_elses_when_the_clock_is_set(
    town: Town, jump: timedelta
) -> None:
    await _raised(town)
    assert len(await town.core.outbox.claim(town.clock)) == 2  # and they are being sent
    town.clock.jump(jump)
    assert await town.core.courier.drain() == 0


@pytest.mark.parametrize("jump", [*JUMPS, timedelta(0)])
async def test_a_lease_is_over_in_time_however_the_clock_was_set_meanwhile(
    sqlite_stores: Stores, tmp_path: Path, jump: timedelta
) -> None:
    async with anytown(sqlite_stores, tmp_path) as town:
        await _raised(town)
        assert len(await town.core.outbox.claim(town.clock)) == 2  # and their courier dies here
        town.clock.jump(max(jump, timedelta(0)))
        town.clock.set(town.clock.now() + LEASE + timedelta(seconds=1))
        assert await town.core.courier.drain() == 2
        assert len(town.cards("grace")) == 1


async def test_a_lease_that_a_wrong_clock_of_the_database_left_is_none(town: Town) -> None:
    await _raised(town)
    assert len(await town.core.outbox.claim(town.clock)) == 2
    await leases_run(town, -24 * 60 * 60)  # it was taken when the database was a day ahead
    assert await town.core.courier.drain() == 2


@pytest.mark.postgres
async def test_replicas_five_minutes_apart_send_nothing_twice(replicas: Replicas) -> None:
    town, replica = replicas
    replica.core.clients["web"] = town.client
    await _raised(town, 30)
    for _ in range(3):
        couriers = [core.courier for core in (town.core, replica.core)] * 3
        await asyncio.gather(*(courier.drain() for courier in couriers))
    assert len(town.client.messages) == town.client.tries == 60


@pytest.mark.postgres
async def test_what_one_replica_sends_is_not_free_by_the_clock_of_another(
    replicas: Replicas,
) -> None:
    town, replica = replicas
    await _raised(town)
    assert len(await town.core.outbox.claim(town.clock)) == 2
    assert await replica.core.outbox.claim(replica.clock) == []

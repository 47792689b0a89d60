"""Nothing is sent twice because the database was away, a platform was slow, or a server ended."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from sqlalchemy.exc import OperationalError

from bot.base.pacing import Pacing
from bot.core.delivery.absences import Absences
from bot.core.delivery.acknowledging import Acknowledging
from bot.core.delivery.attempts import Attempts
from bot.core.delivery.courier import AT_ONCE, Courier
from bot.core.delivery.unreached import Unreached
from prompts.shapes import Card
from storage.delivery.card_places import CardPlaces
from storage.delivery.outbox import LEASE, Arrived, OutboxStore
from storage.directory.meetings import Rooms
from storage.directory.members import Seen
from storage.partnership import PersonId
from tests.conftest import Stores
from tests.core.anytown import CONCERN, FixedClock, Town, anytown
from tests.peers.transcript import Transcript

SECOND = timedelta(seconds=1)


class Failing(OutboxStore):
    """A database that is cut off just as it is told what arrived; it may have heard it all."""

    cut_off = 0
    hears = False

    async def acknowledge(self, arrived: Sequence[Arrived], again: bool = False) -> None:
        """Told, and cut off."""
        if not self.cut_off:
            return await super().acknowledge(arrived, again)
        self.cut_off -= 1
        if self.hears:
            await super().acknowledge(arrived, again)
        raise OperationalError("COMMIT", {}, ConnectionError("cut off"))


@dataclass
class Slow:
    """Takes a second for each message."""

    client: Transcript
    clock: FixedClock
    waits: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once a message is on its way."""
    goes_on: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, address: str, card: Card, language: str) -> str:
        """Passed on, in the end."""
        self.waits.set()
        await self.goes_on.wait()
        self.clock.set(self.clock.now() + SECOND)
        return await self.client.send(address, card, language)

    async def update(self, address: str, ref: str, card: Card, language: str) -> None:
        """Passed on."""
        await self.client.update(address, ref, card, language)

    async def introduce(self, person: PersonId) -> Seen | None:
        """Passed on."""
        return await self.client.introduce(person)


def _courier(town: Town, outbox: OutboxStore) -> Courier:
    core = town.core
    rooms = Rooms(core.engine, core.partnership.id)
    attempts = Attempts(
        outbox, core.keyring, core.members, rooms, core.clients, town.clock, Pacing(0),
        core.faults, Unreached(outbox, core.transactions, Absences(core.transactions)),
    )  # fmt: skip
    return Courier(outbox, attempts, town.clock, asyncio.Event())


async def _raised(town: Town, many: int) -> None:
    """So many concerns, each on its way to two leads."""
    for _ in range(many):
        await (await town.does("leila", "concern")).fills(CONCERN)


async def test_what_arrived_while_the_database_was_away_is_not_sent_again(town: Town) -> None:
    outbox = Failing(town.core.engine, "anytown", CardPlaces(town.core.keys))
    courier = _courier(town, outbox)
    for hears, times in ((False, 1), (True, 1), (False, 1000), (True, 1000)):
        await _raised(town, 3)
        outbox.cut_off, outbox.hears = times, hears
        await asyncio.gather(courier.drain(), return_exceptions=True)
        outbox.cut_off = 0
    town.clock.set(town.clock.now() + LEASE + SECOND)
    while await courier.drain():
        pass
    assert len(town.client.messages) == 24
    assert await town.core.outbox.waiting() == 0
    # Each stands once, so that a change reaches it once.
    assert len(await town.column("card_sent", "ref")) == 24


async def test_while_the_database_is_away_no_more_goes_out(town: Town) -> None:
    await _raised(town, 20)
    outbox = Failing(town.core.engine, "anytown", CardPlaces(town.core.keys))
    outbox.cut_off = 1000
    await _courier(town, outbox).drain()
    assert len(town.client.messages) <= AT_ONCE


async def test_nothing_is_begun_that_its_lease_might_not_outlast(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    async with anytown(sqlite_stores, tmp_path) as town:
        await _raised(town, 30)
        slow = Slow(town.client, town.clock)
        slow.goes_on.set()
        town.core.clients["web"] = slow
        began = town.clock.now()
        assert await town.core.courier.drain() == 60
        assert len(town.client.messages) < 60
        assert town.clock.now() - began < LEASE
        # The others are free at once, and another server takes them.
        while await _courier(
            town, OutboxStore(town.core.engine, "anytown", CardPlaces(town.core.keys))
        ).drain():
            pass
        assert len(town.client.messages) == 60


async def test_a_server_that_ends_finishes_what_it_is_sending_and_begins_no_more(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    async with anytown(sqlite_stores, tmp_path) as town:
        await _raised(town, 20)
        slow = Slow(town.client, town.clock)
        town.core.clients["web"] = slow
        courier = _courier(town, town.core.outbox)
        await courier.start()
        courier.wake()
        await slow.waits.wait()
        ending = asyncio.ensure_future(courier.stop())
        await asyncio.sleep(0)
        slow.goes_on.set()
        await ending
        assert 0 < len(town.client.messages) <= AT_ONCE
        assert await town.core.outbox.waiting() == 40 - len(town.client.messages)
        town.core.clients["web"] = town.client
        await town.core.ticks.drain()
        assert len(town.client.messages) == 40


class Unhurried(Failing):
    """It takes its time, once it is back."""

    def __init__(self, town: Town) -> None:
        super().__init__(town.core.engine, "anytown", CardPlaces(town.core.keys))
        self.begun, self.may = asyncio.Event(), asyncio.Event()

    async def acknowledge(self, arrived: Sequence[Arrived], again: bool = False) -> None:
        """Told, when it may."""
        if again:
            self.begun.set()
            await self.may.wait()
        await super().acknowledge(arrived, again)


async def test_what_arrives_while_a_database_that_is_back_is_told_is_no_outage(town: Town) -> None:
    outbox = Unhurried(town)
    await (await town.does("leila", "concern")).fills(CONCERN)
    first, second = await outbox.claim(town.clock)
    acknowledging, outbox.cut_off = Acknowledging(outbox), 1
    await acknowledging.arrived(first)
    telling = asyncio.create_task(acknowledging.catch_up())
    await outbox.begun.wait()
    other = asyncio.create_task(acknowledging.arrived(second))
    await asyncio.sleep(0)
    outbox.may.set()
    await asyncio.gather(telling, other)
    assert not acknowledging.broken
    assert await outbox.waiting() == 0

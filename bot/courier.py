"""Drains the outbox: finds the address, sends, settles. The only room that unseals."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from bot.logs import log
from bot.metrics import DEAD, DELIVERED, RETRIED
from bot.outcomes import cards
from prompts.shapes import Card
from storage.clock import Clock
from storage.keyring import Keyring
from storage.members import Members
from storage.outbox import OutboxStore
from storage.partnership import PersonId
from storage.sealing import SealBrokenError
from storage.tables import Outbox

AT_ONCE = 16
MOST_ATTEMPTS = 12


class TryAgain(Exception):
    """The platform is busy or away; `after` is how many seconds it asked us to wait."""

    def __init__(self, after: float | None = None) -> None:
        super().__init__("The platform asked to be tried again.")
        self.after = after


class Unreachable(Exception):
    """This address takes no messages: they left, or the bot isn't installed for them."""

    def __init__(self) -> None:
        super().__init__("This address takes no messages.")


class Client(Protocol):
    """What a platform can do for the courier. Addresses and refs are JSON it made itself."""

    async def send(self, address: str, card: Card, language: str) -> str:
        """Sends a card; gives where it now stands."""
        ...

    async def update(self, address: str, ref: str, card: Card, language: str) -> None:
        """Changes a card that was sent."""
        ...


@dataclass(frozen=True)
class _Destination:
    client: Client
    address: str = field(repr=False)
    language: str


class Courier:
    """Takes messages from the outbox to people."""

    def __init__(
        self,
        outbox: OutboxStore,
        keyring: Keyring,
        members: Members,
        clients: Mapping[str, Client],
        clock: Clock,
    ) -> None:
        self._outbox = outbox
        self._keyring = keyring
        self._members = members
        self._clients = clients
        self._clock = clock
        self._woken = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """There is something new: don't wait for the next tick."""
        self._woken.set()

    async def start(self) -> None:
        """Drains whenever woken, until stopped."""
        self._task = asyncio.create_task(self._run(), name="courier")

    async def stop(self) -> None:
        """Ends after what is under way; what is left stays in the outbox."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            await self._woken.wait()
            self._woken.clear()
            try:
                while await self.drain():
                    pass
            except Exception as error:
                log.failed("courier", error)

    async def drain(self) -> int:
        """Claims what is due and delivers it; gives how many it claimed."""
        rows = await self._outbox.claim(self._clock.now())
        order: dict[str, list[Outbox]] = {}
        for row in rows:
            order.setdefault(row.person or row.return_ref or "", []).append(row)
        gate = asyncio.Semaphore(AT_ONCE)
        await asyncio.gather(*(self._one_after_another(line, gate) for line in order.values()))
        return len(rows)

    async def _one_after_another(self, rows: list[Outbox], gate: asyncio.Semaphore) -> None:
        async with gate:
            for row in sorted(rows, key=lambda r: r.action):  # a card is sent before it is updated
                await self._deliver(row)

    async def _deliver(self, row: Outbox) -> None:
        try:
            destination = await self._find(row)
            await self._hand_over(row, destination)
        except Unreachable:
            DEAD.inc()
            await self._outbox.bury(row, "unreachable")
        except TryAgain as again:
            await self._later(row, again.after)
        except Exception as error:
            log.failed("delivery", error)
            await self._later(row, None)

    async def _hand_over(self, row: Outbox, to: _Destination) -> None:
        card = cards.validate_json(row.card)
        if row.action == "update":
            refs = await self._outbox.standing(row)
            if not refs and await self._outbox.on_its_way(row):
                await self._outbox.wait(row, self._clock.now() + timedelta(seconds=1))
                return
            for ref in refs:
                await to.client.update(to.address, ref, card, to.language)
            await self._outbox.settle(row)
        else:
            ref = await to.client.send(to.address, card, to.language)
            await self._outbox.settle(row, ref if row.key else "")
        DELIVERED.inc()

    async def _later(self, row: Outbox, after: float | None) -> None:
        if row.attempts + 1 >= MOST_ATTEMPTS:
            DEAD.inc()
            await self._outbox.bury(row, "too many attempts")
            return
        RETRIED.inc()
        wait = after if after is not None else min(2.0**row.attempts, 900.0)
        await self._outbox.postpone(row, self._clock.now() + timedelta(seconds=wait))

    async def _find(self, row: Outbox) -> _Destination:
        if row.person is not None:
            member = await self._members.find(PersonId(row.person))
            if member is None:
                raise TryAgain(60)  # not introduced yet: onboarding may still be under way
            return self._reach(row.person, member.address, member.language)
        try:
            sealed = await self._keyring.open(row.return_ref or "")
        except SealBrokenError:
            raise Unreachable from None
        if sealed is None or sealed.mode == "dummy":
            raise Unreachable
        return self._reach(sealed.person, sealed.address, sealed.language)

    def _reach(self, person: str, address: str, language: str) -> _Destination:
        client = self._clients.get(person.partition(":")[0])
        if client is None:
            raise Unreachable
        return _Destination(client, address, language)

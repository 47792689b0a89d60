"""Drains the outbox: finds the address, sends, acknowledges. The only room that unseals."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from bot.base.logs import log
from bot.base.metrics import DEAD, DELIVERED, RETRIED
from bot.base.pacing import Pacing
from bot.core.batch import Batch
from prompts.shapes import Card
from storage.crypto.errors import SealBrokenError
from storage.delivery.outbox import LEASE, Arrived, OutboxMessage, OutboxStore
from storage.directory.meetings import Rooms
from storage.directory.members import Members, Seen
from storage.engine.clock import Clock
from storage.keyring.store import Keyring
from storage.partnership import PersonId, PlatformId
from storage.schema.values import CardAction

PATIENCE = timedelta(seconds=20)
"""No platform is waited for as long: what is begun earlier is acknowledged within its lease."""
MOST_ATTEMPTS = 12
GATHERING = 0.05
"""Seconds from being woken to the first delivery: people who are sending something right now are
answered first, and what comes together is delivered together."""


class TryAgain(Exception):
    """The platform is busy or away; `after` is how many seconds it asked us to wait."""

    def __init__(self, after: float | None = None) -> None:
        super().__init__("The platform asked to be tried again.")
        self.after = after


class Unreachable(Exception):
    """This address takes no messages: they left, or the bot isn't there."""

    def __init__(self) -> None:
        super().__init__("This address takes no messages.")


class Client(Protocol):
    """What a platform can do for the courier. Addresses and refs are JSON it made itself."""

    async def send(self, address: str, card: Card, language: str) -> str:
        """Sends a card; gives where it now stands."""

    async def update(self, address: str, ref: str, card: Card, language: str) -> None:
        """Changes a card that was sent."""


@dataclass(frozen=True)
class _Destination:
    client: Client
    person: str = field(repr=False)
    address: str = field(repr=False)
    language: str


class Courier:
    """Takes messages from the outbox to people."""

    def __init__(
        self,
        outbox: OutboxStore,
        keyring: Keyring,
        members: Members,
        rooms: Rooms,
        clients: Mapping[str, Client],
        clock: Clock,
        pace: Pacing,
    ) -> None:
        self._pace = pace
        self._outbox = outbox
        self._keyring = keyring
        self._members = members
        self._rooms = rooms
        self._clients = clients
        self._clock = clock
        self._woken = asyncio.Event()
        self._draining = asyncio.Lock()
        self._unacknowledged: list[Arrived] = []
        """What arrived, and the database couldn't be told; nothing is sent before it is."""
        self._stopping = False
        self._task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """Hears that there is something new: it won't wait for the next tick."""
        self._woken.set()

    async def start(self) -> None:
        """Drains whenever woken, until stopped."""
        self._stopping = False
        self._task = asyncio.create_task(self._run(), name="courier")

    async def stop(self) -> None:
        """Ends after what is under way; what is left stays in the outbox."""
        self._stopping = True
        async with self._draining:
            pass
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            await self._woken.wait()
            await asyncio.sleep(GATHERING)
            self._woken.clear()
            try:
                while await self.drain():
                    pass
            except Exception as error:
                log.failed("courier", error)

    async def drain(self) -> int:
        """Claims what is due and delivers it, one drain at a time; gives how many it claimed."""
        async with self._draining:
            return await self._drain()

    async def _drain(self) -> int:
        if self._unacknowledged:
            await self._outbox.acknowledge(self._unacknowledged, again=True)
            self._unacknowledged.clear()
        began = self._clock.now()
        messages = [] if self._stopping else await self._outbox.claim(began)
        if not messages:
            return 0
        lines: dict[str, list[OutboxMessage]] = {}
        for message in messages:
            lines.setdefault(message.person or message.return_ref or "", []).append(message)
        persons = {PersonId(message.person) for message in messages if message.person}
        known = await self._members.find_all(persons) | await self._rooms.find_all(persons)
        batch = Batch(self._outbox, known, self._unacknowledged)
        until = began + LEASE
        sending = [self._one_after_another(line, batch, until) for line in lines.values()]
        # Each is waited for, so that nothing is under way any more when one has failed.
        ended = await asyncio.gather(*sending, return_exceptions=True)
        await batch.acknowledge()
        if left := [message for some in ended if isinstance(some, list) for message in some]:
            await self._outbox.release(left, until)
        for failed in (some for some in ended if isinstance(some, BaseException)):
            raise failed
        return len(messages)

    async def _one_after_another(
        self, line: Sequence[OutboxMessage], batch: Batch, until: datetime
    ) -> list[OutboxMessage]:
        """Gives those that it left: another may have them once the lease is over."""
        line = sorted(line, key=lambda p: p.action)  # a card is sent before it is updated
        for number, message in enumerate(line):
            await batch.slots.acquire()
            held = False
            try:
                if batch.broken or self._stopping or self._clock.now() > until - PATIENCE:
                    return line[number:]
                held = await self._deliver(message, batch)
            except Exception:
                batch.broken = True
                raise
            finally:
                if not held:
                    batch.slots.release()
        await batch.acknowledge()
        return []

    async def _deliver(self, message: OutboxMessage, batch: Batch) -> bool:
        """Tells whether it arrived: then it keeps its slot until it is acknowledged."""
        try:
            destination = await self._find(message, batch.known)
            if await self._waits(message, destination):
                return False
            return await self._hand_over(message, destination, batch)
        except Unreachable:
            await self._give_up(message, "unreachable", batch)
            return message.person is None
        except TryAgain as again:
            if again.after and message.person:
                rests = self._clock.now() + timedelta(seconds=again.after)
                self._pace.told_to_wait(message.person, rests)
            return await self._later(message, again.after, batch)
        except Exception as error:
            log.failed("delivery", error)
            return await self._later(message, None, batch)

    async def _waits(self, message: OutboxMessage, to: _Destination) -> bool:
        """Tells whether its turn is later. What goes to a hidden person never waits for what else
        goes to them: rows that are lined up would show that one person is behind both.
        """
        now = self._clock.now()
        paced = message.action == CardAction.SEND and message.person is not None
        at = self._pace.turn(message.id, to.person, now) if paced else now
        if at > now:
            await self._outbox.wait(message, at)
        return at > now

    async def _hand_over(self, message: OutboxMessage, to: _Destination, batch: Batch) -> bool:
        card = batch.card(message.card)
        ref = ""
        if message.action == CardAction.UPDATE:
            await batch.acknowledge()  # what has just been sent stands somewhere now
            refs = await self._outbox.standing(message)
            if not refs and await self._outbox.on_its_way(message):
                await self._outbox.wait(message, self._clock.now() + timedelta(seconds=1))
                return False
            for standing in refs:
                await to.client.update(to.address, standing, card, to.language)
        else:
            ref = await to.client.send(to.address, card, to.language)
        DELIVERED.inc()
        await batch.arrived(message, ref if message.key else "")
        return True

    async def _give_up(self, message: OutboxMessage, why: str, batch: Batch) -> None:
        if message.person is None:
            # A row or a count that stays would say of a hidden person that they left, or that
            # they hold a receipt. So it counts as delivered, too.
            DELIVERED.inc()
            await batch.arrived(message)
            return
        DEAD.inc()
        await self._outbox.dead_letter(message, why)

    async def _later(self, message: OutboxMessage, after: float | None, batch: Batch) -> bool:
        if message.attempts + 1 >= MOST_ATTEMPTS:
            await self._give_up(message, "too many attempts", batch)
            return message.person is None
        RETRIED.inc()
        wait = after if after is not None else min(2.0**message.attempts, 900.0)
        await self._outbox.postpone(message, self._clock.now() + timedelta(seconds=wait))
        return False

    async def _find(self, message: OutboxMessage, known: Mapping[PersonId, Seen]) -> _Destination:
        if message.person is not None:
            member = known.get(PersonId(message.person))
            if member is None:
                raise TryAgain(60)  # not introduced yet: onboarding may still be under way
            return self._reach(message.person, member.address, member.language)
        try:
            sealed = await self._keyring.open(message.return_ref or "")
        except SealBrokenError:
            raise Unreachable from None
        if sealed is None or sealed.mode == "dummy":
            raise Unreachable
        return self._reach(sealed.person, sealed.address, sealed.language)

    def _reach(self, person: str, address: str, language: str) -> _Destination:
        client = self._clients.get(PlatformId.read(person).platform)
        if client is None:
            raise Unreachable
        return _Destination(client, person, address, language)

"""Drains the outbox: finds the address, sends, settles. The only room that unseals."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Protocol

from bot.base.logs import log
from bot.base.metrics import DEAD, DELIVERED, RETRIED
from bot.base.pacing import Pacing
from bot.core.outbox_writer import cards
from prompts.shapes import Card
from storage.crypto.errors import SealBrokenError
from storage.delivery.outbox import LEASE, Arrived, OutboxMessage, OutboxStore
from storage.directory.meetings import Rooms
from storage.directory.members import Members, Seen
from storage.engine.clock import Clock
from storage.keyring.store import Keyring
from storage.partnership import PersonId

AT_ONCE = 16
"""So many are on their way, or arrived and not yet settled: a crash repeats no more than these."""
LOT = AT_ONCE // 2
PATIENCE = timedelta(seconds=20)
"""No platform is waited for as long as that: what is begun earlier is settled within its lease."""
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
        ...

    async def update(self, address: str, ref: str, card: Card, language: str) -> None:
        """Changes a card that was sent."""
        ...


@dataclass(frozen=True)
class _Destination:
    client: Client
    person: str = field(repr=False)
    address: str = field(repr=False)
    language: str


class _Round:
    """One drain: what it looks up once, and what has arrived and waits to be settled."""

    def __init__(
        self, outbox: OutboxStore, known: dict[PersonId, Seen], lot: list[Arrived]
    ) -> None:
        self.known = known
        self.card: Callable[[str], Card] = cache(cards.validate_json)
        self.room = asyncio.Semaphore(AT_ONCE)
        self.broken = False
        """The database is away: whatever is sent now can't be settled."""
        self._outbox = outbox
        self._lot = lot
        self._settling = asyncio.Lock()

    async def arrived(self, parcel: OutboxMessage, ref: str = "") -> None:
        """It is with the platform; settled once there is a lot, or nothing more to send."""
        self._lot.append((parcel, ref))
        if len(self._lot) >= LOT:
            await self.settle()

    async def settle(self) -> None:
        """Everything that has arrived is settled; what arrives meanwhile goes together next."""
        async with self._settling:
            lot = self._lot[:]
            try:
                if lot:
                    await self._outbox.settle(lot, again=self.broken)
                    del self._lot[: len(lot)]
            except Exception as error:
                # They did arrive. So they stay in the lot, and aren't sent once more.
                self.broken = True
                log.failed("settling", error)
            finally:
                for _ in lot:
                    self.room.release()


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
        self._unsettled: list[Arrived] = []
        """What arrived, and the database couldn't be told; nothing is sent before it is."""
        self._stopping = False
        self._task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """There is something new: don't wait for the next tick."""
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
        if self._unsettled:
            await self._outbox.settle(self._unsettled, again=True)
            self._unsettled.clear()
        began = self._clock.now()
        parcels = [] if self._stopping else await self._outbox.claim(began)
        if not parcels:
            return 0
        lines: dict[str, list[OutboxMessage]] = {}
        for parcel in parcels:
            lines.setdefault(parcel.person or parcel.return_ref or "", []).append(parcel)
        persons = {PersonId(parcel.person) for parcel in parcels if parcel.person}
        known = await self._members.find_all(persons) | await self._rooms.find_all(persons)
        round_ = _Round(self._outbox, known, self._unsettled)
        until = began + LEASE
        sending = [self._one_after_another(line, round_, until) for line in lines.values()]
        # Each is waited for, so that nothing is under way any more when one has failed.
        ended = await asyncio.gather(*sending, return_exceptions=True)
        await round_.settle()
        if left := [parcel for some in ended if isinstance(some, list) for parcel in some]:
            await self._outbox.let_go(left, until)
        for failed in (some for some in ended if isinstance(some, BaseException)):
            raise failed
        return len(parcels)

    async def _one_after_another(
        self, line: Sequence[OutboxMessage], round_: _Round, until: datetime
    ) -> list[OutboxMessage]:
        """Gives those that it left: another may have them once the lease is over."""
        line = sorted(line, key=lambda p: p.action)  # a card is sent before it is updated
        for number, parcel in enumerate(line):
            await round_.room.acquire()
            held = False
            try:
                if round_.broken or self._stopping or self._clock.now() > until - PATIENCE:
                    return line[number:]
                held = await self._deliver(parcel, round_)
            except Exception:
                round_.broken = True
                raise
            finally:
                if not held:
                    round_.room.release()
        await round_.settle()
        return []

    async def _deliver(self, parcel: OutboxMessage, round_: _Round) -> bool:
        """Whether it arrived: then it keeps its room until it is settled."""
        try:
            destination = await self._find(parcel, round_.known)
            if await self._waits(parcel, destination):
                return False
            return await self._hand_over(parcel, destination, round_)
        except Unreachable:
            await self._give_up(parcel, "unreachable", round_)
            return parcel.person is None
        except TryAgain as again:
            if again.after and parcel.person:
                rests = self._clock.now() + timedelta(seconds=again.after)
                self._pace.told_to_wait(parcel.person, rests)
            return await self._later(parcel, again.after, round_)
        except Exception as error:
            log.failed("delivery", error)
            return await self._later(parcel, None, round_)

    async def _waits(self, parcel: OutboxMessage, to: _Destination) -> bool:
        """Whether its turn is later. What goes to a hidden person is never lined up behind what
        else goes to them: rows that wait for each other would show that one person is behind both.
        """
        now = self._clock.now()
        paced = parcel.action == "send" and parcel.person is not None
        at = self._pace.turn(parcel.id, to.person, now) if paced else now
        if at > now:
            await self._outbox.wait(parcel, at)
        return at > now

    async def _hand_over(self, parcel: OutboxMessage, to: _Destination, round_: _Round) -> bool:
        card = round_.card(parcel.card)
        ref = ""
        if parcel.action == "update":
            await round_.settle()  # what has just been sent stands somewhere now
            refs = await self._outbox.standing(parcel)
            if not refs and await self._outbox.on_its_way(parcel):
                await self._outbox.wait(parcel, self._clock.now() + timedelta(seconds=1))
                return False
            for standing in refs:
                await to.client.update(to.address, standing, card, to.language)
        else:
            ref = await to.client.send(to.address, card, to.language)
        DELIVERED.inc()
        await round_.arrived(parcel, ref if parcel.key else "")
        return True

    async def _give_up(self, parcel: OutboxMessage, why: str, round_: _Round) -> None:
        if parcel.person is None:
            # A row or a count that stays would say of a hidden person that they left, or that
            # they hold a receipt. So it counts as delivered, too.
            DELIVERED.inc()
            await round_.arrived(parcel)
            return
        DEAD.inc()
        await self._outbox.dead_letter(parcel, why)

    async def _later(self, parcel: OutboxMessage, after: float | None, round_: _Round) -> bool:
        if parcel.attempts + 1 >= MOST_ATTEMPTS:
            await self._give_up(parcel, "too many attempts", round_)
            return parcel.person is None
        RETRIED.inc()
        wait = after if after is not None else min(2.0**parcel.attempts, 900.0)
        await self._outbox.postpone(parcel, self._clock.now() + timedelta(seconds=wait))
        return False

    async def _find(self, parcel: OutboxMessage, known: Mapping[PersonId, Seen]) -> _Destination:
        if parcel.person is not None:
            member = known.get(PersonId(parcel.person))
            if member is None:
                raise TryAgain(60)  # not introduced yet: onboarding may still be under way
            return self._reach(parcel.person, member.address, member.language)
        try:
            sealed = await self._keyring.open(parcel.return_ref or "")
        except SealBrokenError:
            raise Unreachable from None
        if sealed is None or sealed.mode == "dummy":
            raise Unreachable
        return self._reach(sealed.person, sealed.address, sealed.language)

    def _reach(self, person: str, address: str, language: str) -> _Destination:
        client = self._clients.get(person.partition(":")[0])
        if client is None:
            raise Unreachable
        return _Destination(client, person, address, language)

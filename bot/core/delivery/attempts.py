"""One message: has it handed over, and decides what a failure means for it.

An attempt ends in one of four ways: it arrived; it waits; this very
person can't be reached, and the thread moves on without them; or its thread is closed.
"""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from prometheus_client import Counter

from bot.base.logs import log
from bot.base.metrics import DELIVERED, RETRIED
from bot.base.pacing import Pacing
from bot.core.delivery.acknowledging import Acknowledging
from bot.core.delivery.answers import (
    BUSY,
    Client,
    Misconfigured,
    NotYet,
    PerhapsArrived,
    TryAgain,
    Unreachable,
)
from bot.core.delivery.by_mail import ByMail
from bot.core.delivery.faults import MAIL, Faults
from bot.core.delivery.handover import Arrived, Destination, Handover, Unmet
from bot.core.delivery.unreached import Unreached
from storage.delivery.outbox import OutboxMessage, OutboxStore
from storage.directory.meetings import Rooms
from storage.directory.members import Members, Seen
from storage.engine.clock import Clock
from storage.keyring.store import Keyring
from storage.partnership import PersonId, Platform, PlatformId
from storage.schema.values import UNMET, CardAction

PATIENCE = timedelta(seconds=40)
"""No platform is waited for as long: what is begun earlier is acknowledged within its lease."""
MOST_WAIT = timedelta(minutes=5)
MOST_WAIT_IN_DANGER = timedelta(minutes=1)
MOST_COPIES = 2
"""So often is sent what may have arrived already; then others are asked, and it is sent no more."""
UNMET_WAIT = timedelta(seconds=30), timedelta(hours=1)
"""Until it is looked again whether somebody can be introduced: as long as it has waited. Where they
are introduced by themselves, their messages are due at once."""


@dataclass(frozen=True)
class Attempts:
    """Attempts to deliver, for one partnership."""

    Known = Mapping[PersonId, Seen]

    outbox: OutboxStore
    keyring: Keyring
    members: Members
    rooms: Rooms
    clients: Mapping[str, Client]
    clock: Clock
    pace: Pacing
    faults: Faults
    unreached: Unreached
    mail: ByMail | None = None
    """Where nothing else pushes."""

    @cached_property
    def _handover(self) -> Handover:
        return Handover(self.outbox, self.keyring, self.clients, self.clock, self.mail)

    async def known(self, persons: Iterable[str | None]) -> Known:
        """Looks up how these people and rooms are reached, all together."""
        these = {PersonId(person) for person in persons if person}
        return await self.members.find_all(these) | await self.rooms.find_all(these)

    async def attempt(
        self, message: OutboxMessage, known: Known, acknowledging: Acknowledging
    ) -> None:
        """Delivers a message, or has it wait, or moves its thread on without this person."""
        try:
            arrived = await self._try(message, known)
        except Exception as error:
            await self._failed(message, error, acknowledging)
            return
        if arrived is None:
            return
        for each, _ in arrived.messages:
            _count(DELIVERED, each)
        told = (acknowledging.arrived(m, ref if m.key else "") for m, ref in arrived.messages)
        await asyncio.gather(*told)
        if self.mail and arrived.turn:
            await self.mail.end(arrived.turn)

    async def _try(self, message: OutboxMessage, known: Known) -> Arrived | None:
        """Gives what arrived; None where it waits for its turn, or for what it changes."""
        to = await self._handover.find(message, known)
        if await self._waits_for_its_turn(message, to):
            return None
        async with asyncio.timeout(PATIENCE.total_seconds()):
            arrived = await self._handover.hand_over(message, to)
        if arrived is not None and arrived.asked:
            await self._well_again(message, arrived)
        return arrived

    async def _well_again(self, message: OutboxMessage, arrived: Arrived) -> None:
        # As with faults: what reached somebody hidden tells nothing of any platform.
        if message.person is None:
            return
        platform = PlatformId.read(message.person).platform
        if wrongly := self.faults.cleared(MAIL if arrived.turn else platform):
            await self.outbox.revive(platform, wrongly, self.clock.now())

    async def _failed(
        self, message: OutboxMessage, error: Exception, acknowledging: Acknowledging
    ) -> None:
        match error:
            case Unmet() | NotYet():
                await self._no_attempt(message, error)
            case Unreachable() if self._is_too_often(message, error.code):
                self._fault(message, error.code)
                await self._later(message, None, error.code)
            case Unreachable():
                await self._theirs(message, error.code, acknowledging)
            case PerhapsArrived() | TimeoutError():
                await self._perhaps(message, acknowledging)
            case Misconfigured():
                self._fault(message, error.code)
                await self._later(message, None, error.code)
            case TryAgain():
                self._told_to_wait(message, error.after)
                await self._later(message, error.after, BUSY)
            case _:
                log.failed("delivery", error)
                await self._later(message, None, type(error).__name__)

    def _is_too_often(self, message: OutboxMessage, code: str) -> bool:
        person = message.person
        return person is not None and self.faults.is_too_often(
            self._by_way_of(person), person, code, self.clock.steady()
        )

    def _by_way_of(self, person: str) -> str:
        """Names what failed: a page of ours never does, the e-mail about it may."""
        platform = PlatformId.read(person).platform
        mailed = platform == Platform.WEB and self.mail is not None and self.mail.post is not None
        return MAIL if mailed else platform

    def _told_to_wait(self, message: OutboxMessage, after: float | None) -> None:
        # What is in danger may wait behind it, so nobody rests for longer than that may.
        if after and message.person:
            rests = min(timedelta(seconds=after), MOST_WAIT_IN_DANGER)
            self.pace.told_to_wait(message.person, self.clock.steady() + rests)

    async def _waits_for_its_turn(self, message: OutboxMessage, to: Destination) -> bool:
        """Tells whether its turn is later. What goes to a hidden person never waits for what else
        goes to them: rows that are lined up would show that one person is behind both.
        """
        now = self.clock.steady()
        paced = message.action == CardAction.SEND and message.person is not None
        at = self.pace.turn(message.id, to.person, now) if paced else now
        if at > now:
            await self.outbox.wait([message], self.clock.now() + (at - now))
        return at > now

    # What becomes of it

    async def _no_attempt(self, message: OutboxMessage, error: Unmet | NotYet) -> None:
        match error:
            case Unmet():
                await self._unmet(message)
            case NotYet(held=True):
                await self.outbox.hold(message, error.until)
            case NotYet():
                await self.outbox.wait([message], error.until)

    async def _unmet(self, message: OutboxMessage) -> None:
        if await self.unreached.still_theirs(message):
            now, (least, most) = self.clock.now(), UNMET_WAIT
            waited = now - message.since if message.since else least
            await self.outbox.wait([message], now + min(max(waited, least), most), UNMET)

    async def _theirs(
        self, message: OutboxMessage, code: str, acknowledging: Acknowledging
    ) -> None:
        if message.person is None:
            # It waits under their own page. A row that stays would say of a hidden person that
            # they left, or that they hold a receipt.
            await acknowledging.arrived(message)
            return
        await self.unreached.give_up(message, code)

    async def _perhaps(self, message: OutboxMessage, acknowledging: Acknowledging) -> None:
        _count(RETRIED, message)
        if message.perhaps + 1 >= MOST_COPIES:
            await self._theirs(message, "it may have arrived", acknowledging)
            return
        wait = self._most_wait(message)
        await self.outbox.postpone(message, self.clock.now() + wait, "no answer came", perhaps=True)

    async def _later(self, message: OutboxMessage, after: float | None, why: str) -> None:
        _count(RETRIED, message)
        if not await self.unreached.is_worth_trying(message):
            return
        often = timedelta(seconds=2.0 ** min(message.attempts, 20))
        asked = timedelta(seconds=after or 0)
        # A platform that asks for an hour is asked again sooner: nobody else would tell it is back.
        wait = min(max(asked, often), self._most_wait(message))
        await self.outbox.postpone(message, self.clock.now() + wait, why)

    def _most_wait(self, message: OutboxMessage) -> timedelta:
        return MOST_WAIT_IN_DANGER if message.urgent else MOST_WAIT

    def _fault(self, message: OutboxMessage, code: str) -> None:
        # Of what goes to hidden people nothing is noted: it would tell on which platform they are.
        if message.person is not None:
            self.faults.note(self._by_way_of(message.person), code)


def _count(counter: Counter, message: OutboxMessage) -> None:
    # Of what goes to hidden people none is counted: a number that moves tells when one is tried.
    if message.person is not None:
        counter.inc()

"""What becomes of a thread when a message about it can't reach somebody: it moves on."""

from datetime import timedelta

from bot.base.logs import log
from bot.base.metrics import DEAD
from bot.core.delivery.absences import Absences
from bot.core.unit_of_work import Transactions, UnitOfWork
from handlers.contract.commands import Absence
from handlers.contract.outcomes import Outcomes, Send, ToPerson
from handlers.shared.cards import room_unreached_card, unreached_card
from storage.delivery.outbox import OutboxMessage, OutboxStore
from storage.directory.meetings import ROOM
from storage.partnership import PersonId, PlatformId
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import CardAction, State

A_WHILE = 12
"""After so many tries it is looked whether anybody waits for it still."""
A_DAY = timedelta(days=1)
"""So old, what is about no thread, such as the morning's list, is of no use to anybody."""


class Unreached:
    """Decides, each time in one transaction with the thread, what still has to be tried."""

    def __init__(self, outbox: OutboxStore, transactions: Transactions, absences: Absences) -> None:
        self._outbox = outbox
        self._transactions = transactions
        self._absences = absences

    async def give_up(self, message: OutboxMessage, code: str) -> None:
        """Keeps the message where an operator sees it, and moves its thread on at once."""
        async with self._transactions.begin() as work:
            await self._moved_on(message, work)
            await self._outbox.dead_letter(message, code, work.session)
        DEAD.inc()
        log.wrong("somebody can't be reached; their thread moves on: upstander undelivered")

    async def still_theirs(self, message: OutboxMessage) -> bool:
        """Moves the thread on, once, without somebody whom the bot wasn't introduced to.

        Tells whether the message waits for them all the same. It ends with its thread, and with
        their part in it.
        """
        async with self._transactions.begin() as work:
            thread = await self._thread(message, work.repo)
            if thread is not None and not message.moved:
                await self._moved_on(message, work)
                await self._outbox.mark_moved(message, work.session)
            if thread is not None and not await _has_part(message, thread, work.repo):
                await self._outbox.end(message, work.session)
                return False
            return await self._goes_on(message, thread, work)

    async def is_worth_trying(self, message: OutboxMessage) -> bool:
        """Tells whether it goes on being tried: as long as its thread is open."""
        if message.attempts < A_WHILE or message.person is None:
            return True
        async with self._transactions.begin() as work:
            return await self._goes_on(message, await self._thread(message, work.repo), work)

    async def _goes_on(
        self, message: OutboxMessage, thread: Thread | None, work: UnitOfWork[Repository]
    ) -> bool:
        if thread is None:
            old = message.since is None or message.since < work.repo.now - A_DAY
            if old:
                await self._outbox.dead_letter(message, "a day old", work.session)
            return not old
        if thread.state == State.CLOSED:
            await self._outbox.end(message, work.session)
        return thread.state != State.CLOSED

    async def _thread(self, message: OutboxMessage, repo: Repository) -> Thread | None:
        return await repo.thread(message.thread_id) if message.thread_id else None

    async def _moved_on(self, message: OutboxMessage, work: UnitOfWork[Repository]) -> None:
        if message.action != CardAction.SEND or message.person is None:
            return  # what was only to change a card that stands asks nobody anything
        thread = await self._thread(message, work.repo)
        if thread is None or thread.state == State.CLOSED:
            return
        person = PersonId(message.person)
        if PlatformId.read(person).home == ROOM and thread.raiser:
            chair = ToPerson(PersonId(thread.raiser))
            await work.post([Send(chair, room_unreached_card(), thread=thread.id)])
            return
        if thread.raiser == person:
            await work.post(await _told_for_them(thread, work.repo))
        await self._absences.within(work, thread.id, Absence(person, gone=False))


async def _has_part(message: OutboxMessage, thread: Thread, repo: Repository) -> bool:
    is_room = PlatformId.read(message.person or "").home == ROOM
    person = PersonId(message.person or "")
    own = is_room or person in (thread.raiser, thread.picked_by)
    return own or person in await repo.audience(thread)


async def _told_for_them(thread: Thread, repo: Repository) -> Outcomes:
    """Asks whoever has the thread to tell its raiser, who is known by name, themselves."""
    has_it = [PersonId(thread.picked_by)] if thread.picked_by else []
    card = unreached_card(thread)
    told = has_it or await repo.audience(thread)
    return [Send(ToPerson(person), card, thread=thread.id) for person in told]

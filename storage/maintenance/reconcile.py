"""Repairs what a crash, or an old backup, left between the main database and the keyring."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import NamedTuple, TypeVar

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col, delete, or_, select, update

from storage.audit.trail import record
from storage.crypto.keys import Keys
from storage.delivery.live_threads import goes_on
from storage.engine.database import erase_journal
from storage.keyring.ballots import Ballots
from storage.keyring.store import Keyring
from storage.keyring.waiting import WaitingRoom
from storage.schema import Outbox, Pause, Step, Thread, ThreadKey
from storage.schema.values import State

T = TypeVar("T")

PAGE = 500
"""How many are named in one statement: databases take some 32,000 values in one, no more."""


@dataclass(frozen=True)
class Reconciled:
    """How many addresses had no thread, and how many threads had no way back."""

    orphans: int
    closed: int


class _Unmatched(NamedTuple):
    """A thread to which a way back belongs: it is open, or closed and keeps it for questions."""

    id: str
    ref: str
    state: str


async def reconcile(
    engine: AsyncEngine, keyring: Keyring, keys: Keys, partnership_id: str, today: date
) -> Reconciled:
    """Destroys each address without its thread; closes each thread without its address.

    The keyring is never restored from a backup, so a missing row is the tombstone itself.
    """
    async with AsyncSession(engine) as session, session.begin():
        await _nobody_raises(session)
        main = _Main(session, keys, partnership_id, today)
        refs = await keyring.refs()
        waiting = await _waiting(session, partnership_id)
        lost = [thread for thread in waiting if thread.ref not in refs]
        await main.shut(lost)
        await main.forget_messages_without(refs & {thread.ref for thread in waiting})
        left = await Ballots(keyring).orphans(*await _pauses(session, partnership_id))
        # Before anybody else goes on: what waits now may lie in main a moment later.
        kept = {thread.ref for thread in waiting} | await WaitingRoom(keyring).refs()
    orphans = refs - kept
    await keyring.destroy(orphans | left)
    # The keys of lost texts have just been deleted, or a purge was killed before it came to this.
    await erase_journal(engine)
    return Reconciled(len(orphans), sum(thread.state != State.CLOSED for thread in lost))


async def sweep_orphans(engine: AsyncEngine, keyring: Keyring, partnership_id: str) -> int:
    """Destroys each address without its thread, while others are served; gives how many.

    No thread is touched: one without its address is nothing that ordinary running brings about.
    """
    async with AsyncSession(engine) as session, session.begin():
        await _nobody_raises(session)
        refs = await keyring.refs()
        kept = {thread.ref for thread in await _waiting(session, partnership_id)}
        left = await Ballots(keyring).orphans(*await _pauses(session, partnership_id))
        kept |= await WaitingRoom(keyring).refs()
    orphans = refs - kept | left
    await keyring.destroy(orphans)
    return len(orphans)


async def _nobody_raises(session: AsyncSession) -> None:
    # Waits for whoever is just raising something, since a thread's row is written first, its
    # address next, and the commit comes last. SQLite's one writer is that lock already.
    connection = await session.connection()
    if connection.dialect.name == "postgresql":
        await connection.execute(text("LOCK TABLE thread IN EXCLUSIVE MODE"))


async def _waiting(session: AsyncSession, partnership_id: str) -> list[_Unmatched]:
    found = await session.execute(
        select(col(Thread.id), col(Thread.return_ref), col(Thread.state)).where(
            col(Thread.partnership_id) == partnership_id,
            # A referral is by name from the start, and never had one.
            col(Thread.return_ref).is_not(None),
            or_(goes_on(), col(Thread.keeps).is_(True)),
        )
    )
    return [_Unmatched(id, ref, state) for id, ref, state in found if ref is not None]


async def _pauses(session: AsyncSession, partnership_id: str) -> tuple[set[str], set[str]]:
    """Finds what the keyring keeps of pauses that go on, and the rounds that are open."""
    found = await session.execute(
        select(col(Pause.keeper), col(Pause.ballot))
        .join(Thread, col(Thread.id) == col(Pause.thread_id))
        .where(
            col(Pause.partnership_id) == partnership_id,
            col(Thread.partnership_id) == partnership_id,
            goes_on(),
        )
    )
    rows = found.all()
    return {keeper for keeper, _ in rows}, {ballot for _, ballot in rows if ballot}


@dataclass(frozen=True)
class _Main:
    session: AsyncSession
    keys: Keys
    partnership_id: str
    today: date

    async def shut(self, lost: list[_Unmatched]) -> None:
        """Closes what has no way back, and keeps none for later."""
        for page in _pages(lost):
            here = col(Thread.partnership_id) == self.partnership_id
            ids = [thread.id for thread in page]
            await self.session.execute(
                update(Thread)
                .where(here, col(Thread.id).in_(ids))
                .values(state=State.CLOSED, keeps=False)
            )
            await self._delete(Step, ids)
            # Those that were closed before have lost the way back, and their text is kept as ever.
            await self._delete(ThreadKey, [t.id for t in page if t.state != State.CLOSED])
        # Without its closing on record a thread would never be purged.
        done = [(t.id, "way back destroyed" if t.state == State.CLOSED else "closed") for t in lost]
        await record(self.session, self.keys, self.partnership_id, self.today, done)

    async def forget_messages_without(self, kept: set[str]) -> None:
        """Forgets what is on its way to an address that is gone: it would find nobody."""
        here = col(Outbox.partnership_id) == self.partnership_id
        to_raisers = select(col(Outbox.return_ref)).where(here, col(Outbox.return_ref).is_not(None))
        gone = set(await self.session.scalars(to_raisers.distinct())) - kept
        for page in _pages(gone):
            await self.session.execute(delete(Outbox).where(here, col(Outbox.return_ref).in_(page)))

    async def _delete(self, table: type[Step | ThreadKey], ids: list[str]) -> None:
        await self.session.execute(
            delete(table).where(
                col(table.partnership_id) == self.partnership_id, col(table.thread_id).in_(ids)
            )
        )


def _pages(every: Iterable[T]) -> Iterator[list[T]]:
    left = iter(every)
    while page := list(islice(left, PAGE)):
        yield page

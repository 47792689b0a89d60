"""Mends what a crash, or an old backup, left between the main database and the keyring."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col, delete, select

from storage.database import erase_journal
from storage.ids import new_id
from storage.keyring import Keyring
from storage.tables import Audit, Outbox, Step, Thread, ThreadKey


@dataclass(frozen=True)
class Mended:
    """How many addresses had no thread, and how many threads had no way back."""

    orphans: int
    closed: int


async def mend(engine: AsyncEngine, keyring: Keyring, partnership_id: str, today: date) -> Mended:
    """An address without an open thread is destroyed; a thread without its row was closed.

    The keyring is never restored from a backup, so a missing row is the tombstone itself.
    """
    async with AsyncSession(engine) as session, session.begin():
        # Waits for whoever is just raising something, since a thread's row is written first, its
        # address next, and the commit comes last. SQLite's one writer is that lock already.
        connection = await session.connection()
        if engine.dialect.name == "postgresql":
            await connection.execute(text("LOCK TABLE thread IN EXCLUSIVE MODE"))
        refs = await keyring.refs()
        threads = list(
            await session.scalars(
                select(Thread).where(
                    col(Thread.partnership_id) == partnership_id, col(Thread.state) != "closed"
                )
            )
        )
        lost = [thread for thread in threads if thread.return_ref not in refs]
        for thread in lost:
            await _shut(session, thread, today)
        kept = {thread.return_ref for thread in threads}
        await session.execute(
            delete(Outbox).where(
                col(Outbox.partnership_id) == partnership_id,
                col(Outbox.return_ref).is_not(None),
                col(Outbox.return_ref).not_in(kept & refs),
            )
        )
    await keyring.destroy(refs - kept)
    if lost:
        await erase_journal(engine)  # the keys of their text have just been deleted
    return Mended(len(refs - kept), len(lost))


async def _shut(session: AsyncSession, thread: Thread, today: date) -> None:
    thread.state = "closed"
    session.add(_noted(thread, today))
    for table in (Step, ThreadKey):
        await session.execute(
            delete(table).where(
                col(table.partnership_id) == thread.partnership_id,
                col(table.thread_id) == thread.id,
            )
        )


def _noted(thread: Thread, today: date) -> Audit:
    # Without its closing on record it would never be purged.
    return Audit(
        partnership_id=thread.partnership_id,
        thread_id=thread.id,
        id=new_id(),
        day=today,
        what="closed",
    )

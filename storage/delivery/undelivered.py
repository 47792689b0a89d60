"""What hasn't arrived, for operators: without content, and without who raised anything."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, or_
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col, func, select, update

from storage.delivery.outbox import OutboxMessage, outbox
from storage.engine.clock import utc
from storage.engine.database import read
from storage.schema import Outbox, Thread
from storage.schema.values import UNMET

TOO_OLD: Final = timedelta(minutes=10)
"""What failed and waits for longer waits for somebody who mends something."""


@dataclass(frozen=True)
class Undelivered:
    """One message that waits, or was given up."""

    id: str
    agency: str
    """Whose people it was for; '' for what is about no thread."""
    kind: str
    since: datetime | None
    attempts: int
    why: str
    given_up: bool


class UndeliveredMessages:
    """One partnership's. Of what goes to hidden people nothing is told here."""

    def __init__(self, engine: AsyncEngine, partnership_id: str) -> None:
        self._engine = engine
        self._mine = col(Outbox.partnership_id) == partnership_id, col(Outbox.person).is_not(None)

    async def listed(self) -> list[Undelivered]:
        """Lists what failed or was given up, the oldest first."""
        mine = col(Thread.partnership_id) == col(Outbox.partnership_id)
        told = (
            select(Outbox, Thread.agency, Thread.command)
            .outerjoin(Thread, mine & (col(Thread.id) == col(Outbox.thread_id)))
            .where(*self._mine, col(Outbox.why).is_not(None))
            .order_by(col(Outbox.since), col(Outbox.id))
        )
        async with AsyncSession(self._engine) as session:
            return [_told(*row) for row in await session.execute(told)]

    async def send_again(self, ids: Sequence[str], now: datetime) -> int:
        """Has these go out at once, whatever became of them; without ids, all. Counts them."""
        these: tuple[ColumnElement[bool], ...] = (col(Outbox.id).in_(ids),) if ids else ()
        anew = {"due_at": now, "dead": None, "attempts": 0, "perhaps": 0, "leased_until": None}
        where = (*self._mine, col(Outbox.why).is_not(None), *these)
        async with AsyncSession(self._engine) as session, session.begin():
            done = await session.execute(update(Outbox).where(*where).values(**anew))
            return int(getattr(done, "rowcount", 0))

    async def failing(self, ids: Sequence[str]) -> list[OutboxMessage]:
        """Finds those of these that failed, and are tried still."""
        names = OutboxMessage.columns()
        columns = [outbox.c[name] for name in names]
        tried = col(Outbox.why).is_not(None), col(Outbox.dead).is_(None)
        wanted = select(*columns).where(*self._mine, *tried, col(Outbox.id).in_(ids))
        found = await read(self._engine, wanted, {})
        return [OutboxMessage(**dict(zip(names, row, strict=True))) for row in found]

    async def retry(self, now: datetime) -> None:
        """Has everything that failed tried at once: whoever starts a server may have mended it."""
        failed = or_(col(Outbox.attempts) > 0, col(Outbox.why).is_not(None))
        pid = self._mine[0]
        where = (pid, failed, col(Outbox.dead).is_(None), col(Outbox.due_at) > now)
        async with AsyncSession(self._engine) as session, session.begin():
            await session.execute(update(Outbox).where(*where).values(due_at=now))

    async def stuck_since(self, now: datetime) -> datetime | None:
        """Finds since when the oldest message waits that should have arrived long ago.

        One for somebody whom the bot hasn't met isn't stuck: others were asked.
        """
        failing = col(Outbox.why).is_not(None), col(Outbox.why) != UNMET
        late = col(Outbox.dead).is_(None), col(Outbox.since) < now - TOO_OLD
        oldest = select(func.min(Outbox.since)).where(*self._mine, *failing, *late)
        [[since]] = await read(self._engine, oldest, {})
        return utc(since) if since is not None else None


def _told(message: Outbox, agency: str | None, command: str | None) -> Undelivered:
    return Undelivered(
        message.id,
        agency or "",
        command or "",
        message.since,
        message.attempts,
        message.dead or message.why or "",
        message.dead is not None,
    )

"""Messages on their way: claimed with a lease, settled, postponed or, visibly, given up."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col, delete, func, or_, select, update

from storage.ids import new_id
from storage.tables import CardSent, Outbox

LEASE = timedelta(seconds=60)
BATCH = 100


class OutboxStore:
    """One partnership's outbox."""

    def __init__(self, engine: AsyncEngine, partnership_id: str) -> None:
        self._engine = engine
        self._partnership_id = partnership_id

    async def claim(self, now: datetime) -> list[Outbox]:
        """What is due and nobody else is sending; a lease that ran out counts as nobody."""
        async with AsyncSession(self._engine, expire_on_commit=False) as session, session.begin():
            found = await session.scalars(
                select(Outbox)
                .where(
                    col(Outbox.partnership_id) == self._partnership_id,
                    col(Outbox.due_at) <= now,
                    or_(col(Outbox.leased_until).is_(None), col(Outbox.leased_until) < now),
                )
                .order_by(col(Outbox.due_at))
                .limit(BATCH)
                .with_for_update(skip_locked=True)
            )
            rows = list(found)
            for row in rows:
                row.leased_until = now + LEASE
            return rows

    async def settle(self, row: Outbox, ref: str = "") -> None:
        """It arrived. Where a lead's card stands is kept, so that it can be updated."""
        async with AsyncSession(self._engine) as session, session.begin():
            await session.execute(delete(Outbox).where(*self._this(row)))
            if ref and row.person:
                session.add(
                    CardSent(
                        partnership_id=self._partnership_id,
                        id=new_id(),
                        key=row.key,
                        person=row.person,
                        ref=ref,
                    )
                )

    async def postpone(self, row: Outbox, until: datetime) -> None:
        """It failed, and is tried again then."""
        await self._change(row, due_at=until, leased_until=None, attempts=row.attempts + 1)

    async def wait(self, row: Outbox, until: datetime) -> None:
        """Its turn hasn't come, which is no failure: it is tried then."""
        await self._change(row, due_at=until, leased_until=None)

    async def bury(self, row: Outbox, why: str) -> None:
        """It can't be delivered: kept where operators see it, tried no more."""
        await self._change(row, due_at=None, leased_until=None, dead=why)

    async def standing(self, row: Outbox) -> list[str]:
        """Where this person's cards of this key stand."""
        async with AsyncSession(self._engine) as session:
            found = await session.scalars(
                select(CardSent.ref).where(
                    col(CardSent.partnership_id) == self._partnership_id,
                    col(CardSent.key) == row.key,
                    col(CardSent.person) == row.person,
                )
            )
            return list(found)

    async def on_its_way(self, row: Outbox) -> bool:
        """Whether the card to be updated hasn't been sent yet."""
        return bool(
            await self._count(
                col(Outbox.key) == row.key,
                col(Outbox.person) == row.person,
                col(Outbox.action) == "send",
                col(Outbox.dead).is_(None),
            )
        )

    async def waiting(self) -> int:
        """How many are on their way."""
        return await self._count(col(Outbox.dead).is_(None))

    async def dead(self) -> int:
        """How many were given up."""
        return await self._count(col(Outbox.dead).is_not(None))

    async def _count(self, *where: ColumnElement[bool]) -> int:
        async with AsyncSession(self._engine) as session:
            counted = select(func.count()).select_from(Outbox)
            mine = col(Outbox.partnership_id) == self._partnership_id
            return int(await session.scalar(counted.where(mine, *where)) or 0)

    def _this(self, row: Outbox) -> tuple[ColumnElement[bool], ...]:
        return (col(Outbox.partnership_id) == row.partnership_id, col(Outbox.id) == row.id)

    async def _change(self, row: Outbox, **values: object) -> None:
        async with AsyncSession(self._engine) as session, session.begin():
            await session.execute(update(Outbox).where(*self._this(row)).values(**values))

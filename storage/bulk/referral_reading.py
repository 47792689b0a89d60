"""Referrals that stand already, many at a time and opened: to export them, or to find one again."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, or_
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col, func, select

from storage.crypto.content import open_text
from storage.crypto.keys import Keys
from storage.engine.sqlite import READS
from storage.partnership import AgencyId, PersonId
from storage.repository.people.parts import LIVE
from storage.schema import Audience, Message, Referral, Thread, ThreadKey


@dataclass(frozen=True)
class Standing:
    """A referral with what was said first."""

    thread: Thread = field(repr=False)
    referral: Referral = field(repr=False)
    reference: str = field(repr=False)
    what: str = field(repr=False)


_Sealed = tuple[Thread, Referral, bytes, bytes]


class StandingReferrals:
    """One partnership's, by whom they concern."""

    def __init__(self, engine: AsyncEngine, keys: Keys, partnership_id: str) -> None:
        self._engine = engine
        self._keys = keys
        self._pid = partnership_id

    async def seen_by(self, person: PersonId) -> list[Standing]:
        """Opens what somebody recorded, and whatever lies or lay before them."""
        theirs = select(Audience.thread_id).where(
            col(Audience.partnership_id) == self._pid, col(Audience.person) == person
        )
        return await self._opened(or_(col(Thread.raiser) == person, col(Thread.id).in_(theirs)))

    async def of_agencies(self, agencies: Collection[AgencyId]) -> list[Standing]:
        """Opens what was asked of these agencies, or by them."""
        return await self._opened(
            or_(col(Thread.agency).in_(agencies), col(Thread.told_agency).in_(agencies))
        )

    async def all(self) -> list[Standing]:
        """Opens every one."""
        return await self._opened()

    async def lock_imports(self, session: AsyncSession) -> None:
        """Locks out other imports until this transaction ends: two can't both find nothing."""
        if self._engine.dialect.name == "postgresql":  # SQLite has one writer anyway
            name = func.hashtext(f"upstander import {self._pid}")
            await session.execute(select(func.pg_advisory_xact_lock(name)))

    async def live_from(self, session: AsyncSession, agency: AgencyId | None) -> set[str]:
        """Finds the ids of what an agency has asked for and is not closed yet."""
        return set(await session.scalars(select(Thread.id).where(*self._live(agency))))

    async def opened_from(self, agency: AgencyId | None) -> list[Standing]:
        """Opens the same."""
        return await self._opened(*self._live(agency))

    async def opened_here(self, session: AsyncSession, ids: Collection[str]) -> list[Standing]:
        """Opens these, inside a transaction that is under way."""
        return self._open(await self._rows(session, col(Thread.id).in_(ids))) if ids else []

    def _live(self, agency: AgencyId | None) -> tuple[ColumnElement[bool], ...]:
        return (
            col(Thread.partnership_id) == self._pid,
            col(Thread.command) == "referral",
            col(Thread.told_agency) == agency,
            col(Thread.state).in_(LIVE),
        )

    async def _opened(self, *where: ColumnElement[bool]) -> list[Standing]:
        async with AsyncSession(self._engine, expire_on_commit=False) as session:
            # A single SELECT needs no pen: whoever writes doesn't wait for it.
            _ = await session.connection(execution_options={READS: True})
            rows = await self._rows(session, *where)
        return self._open(rows)

    async def _rows(self, session: AsyncSession, *where: ColumnElement[bool]) -> list[_Sealed]:
        joined = (
            select(Thread, Referral, Message.sealed, ThreadKey.wrapped)
            .where(col(Thread.partnership_id) == self._pid, *where)
            .where(
                col(Referral.partnership_id) == self._pid,
                col(Referral.thread_id) == col(Thread.id),
                col(Message.partnership_id) == self._pid,
                col(Message.thread_id) == col(Thread.id),
                col(Message.number) == 1,
                col(ThreadKey.partnership_id) == self._pid,
                col(ThreadKey.thread_id) == col(Thread.id),
            )
            .order_by(col(Referral.due_at), col(Thread.id))
        )
        return [(t, r, said, key) for t, r, said, key in await session.execute(joined)]

    def _open(self, rows: Iterable[_Sealed]) -> list[Standing]:
        found = []
        for thread, referral, sealed, wrapped in rows:
            key = self._keys.content.unwrap_content_key(thread.id, bytes(wrapped))
            said = json.loads(open_text(key, thread.id, "1", bytes(sealed)))
            found.append(Standing(thread, referral, said["reference"], said["text"]))
        return found

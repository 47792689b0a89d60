"""The audit's days: each night the heads of the chains that grew are sealed under one root.

A root vouches for the day and, through the root before it, for every day before. Printed and kept
elsewhere, it shows later that nothing was cut off or taken away, even by someone with every key.
"""

import hmac
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlmodel import col, func, select

from storage.audit.trail import START, keyed
from storage.crypto.keys import AuditKey, Keys
from storage.schema import Audit, AuditDay

MARK: Final = 16
HEAD: Final = 2 * MARK
"""A head as it is sealed: a mark of the thread, good for that day only, and its last link."""

Grown = dict[str, tuple[int, bytes]]
"""Threads by id, each with the number and the link of its last entry of a day."""


def mark_of(key: AuditKey, partnership_id: str, day: date, thread_id: str) -> bytes:
    """Finds a thread's head on one day. Without key and thread nothing joins one day's to the next.

    So a thread that lost its end is found, and one that was purged can't be followed.
    """
    return keyed(key, "mark", partnership_id, day.isoformat(), thread_id)[:MARK]


def heads_of(key: AuditKey, partnership_id: str, day: date, grown: Grown) -> bytes:
    """Puts the heads in the order of their marks, which is random."""
    heads = (mark_of(key, partnership_id, day, id) + link[:MARK] for id, (_, link) in grown.items())
    return b"".join(sorted(heads))


def root_of(key: AuditKey, partnership_id: str, day: date, before: bytes, heads: bytes) -> bytes:
    """Computes the root over a day's heads and the root before it."""
    return keyed(key, "day", partnership_id, day.isoformat(), more=before + heads)


async def grown_on(session: AsyncSession, partnership_id: str, day: date) -> Grown:
    """Finds the chains that grew on a day, as they stood at its end."""
    here = col(Audit.partnership_id) == partnership_id
    last = (
        select(col(Audit.thread_id), func.max(Audit.number).label("number"))
        .where(here, col(Audit.day) == day)
        .group_by(col(Audit.thread_id))
        .subquery()
    )
    rows = await session.execute(
        select(col(Audit.thread_id), col(Audit.number), col(Audit.link))
        .join(
            last, (col(Audit.thread_id) == last.c.thread_id) & (col(Audit.number) == last.c.number)
        )
        .where(here)
    )
    return {thread_id: (number, bytes(link)) for thread_id, number, link in rows}


async def seal_day(engine: AsyncEngine, keys: Keys, partnership_id: str, day: date) -> bool:
    """Seals a day that is over; False if it is sealed already, or a later one is."""
    try:
        async with AsyncSession(engine) as session, session.begin():
            return await _seal(session, keys, partnership_id, day)
    except IntegrityError:
        return False  # another replica was faster, with the same heads


async def _seal(session: AsyncSession, keys: Keys, partnership_id: str, day: date) -> bool:
    newest = await newest_root(session, partnership_id)
    if newest is not None and newest[0] >= day:
        return False
    grown = await grown_on(session, partnership_id, day)
    heads = heads_of(keys.audit, partnership_id, day, grown)
    before = newest[1] if newest else START
    root = root_of(keys.audit, partnership_id, day, before, heads)
    session.add(AuditDay(partnership_id=partnership_id, day=day, root=root, heads=heads))
    return True


async def seal_days(engine: AsyncEngine, keys: Keys, partnership_id: str, today: date) -> int:
    """Seals every day before today on which something was done; gives how many."""
    async with AsyncSession(engine) as session:
        newest = await newest_root(session, partnership_id)
        after = newest[0] if newest else date.min  # what is older can't be sealed any more
        days = await unsealed(session, partnership_id, today, after)
    return sum([await seal_day(engine, keys, partnership_id, day) for day in days])


async def unsealed(
    session: AsyncSession, partnership_id: str, today: date, after: date = date.min
) -> Sequence[date]:
    """Finds days between these two on which something was done and no seal lies, in order."""
    sealed = select(col(AuditDay.day)).where(col(AuditDay.partnership_id) == partnership_id)
    found = await session.scalars(
        select(col(Audit.day))
        .where(
            col(Audit.partnership_id) == partnership_id,
            col(Audit.day) > after,
            col(Audit.day) < today,
            col(Audit.day).not_in(sealed),
        )
        .distinct()
        .order_by(col(Audit.day))
    )
    return list(found)


async def newest_root(
    session: AsyncSession, partnership_id: str, day: date | None = None
) -> tuple[date, bytes] | None:
    """Finds the newest seal, or the one of that day."""
    wanted = (
        select(col(AuditDay.day), col(AuditDay.root))
        .where(col(AuditDay.partnership_id) == partnership_id)
        .order_by(col(AuditDay.day).desc())
        .limit(1)
    )
    wanted = wanted if day is None else wanted.where(col(AuditDay.day) == day)
    row = (await session.execute(wanted)).first()
    return (row[0], bytes(row[1])) if row else None


def split(heads: bytes) -> Iterable[tuple[bytes, bytes]]:
    """Splits a day's heads, each into its mark and its link."""
    for start in range(0, len(heads), HEAD):
        yield heads[start : start + MARK], heads[start + MARK : start + HEAD]


def same(one: bytes, other: bytes) -> bool:
    """Tells whether two digests are one."""
    return hmac.compare_digest(one, other)

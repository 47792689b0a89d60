"""The audit: what was done to each thread, by the day, as a hash chain nobody can alter unseen.

A link is keyed: whoever can write to the main database but doesn't hold the root secret can't make
one. Two transactions that append to one chain at once meet at its primary key, so the slower one
fails and is tried anew: a chain never forks.
"""

import hmac
import json
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from storage.content import Texts
from storage.crypto.keys import AuditKey, Keys
from storage.engine.own_rows import OwnRows
from storage.partnership import PersonId, in_one_spelling
from storage.schema import Audit

START: Final = bytes(32)
"""What stands before the first link."""
DayOf = Callable[[str], Awaitable[date]]
"""Tells which day it is for the agency of a thread."""


def link_of(key: AuditKey, before: bytes, entry: Audit) -> bytes:
    """Computes the link of one entry, which vouches for it and for every entry before."""
    sealed_by = None if entry.sealed_by is None else entry.sealed_by.hex()
    place = entry.partnership_id, entry.thread_id, entry.number, entry.day.isoformat()
    return keyed(key, "entry", *place, entry.what, sealed_by, more=before)


def keyed(key: AuditKey, *fields: str | int | None, more: bytes = b"") -> bytes:
    """Computes a keyed digest of these fields; no two lists of fields run together."""
    said = json.dumps(["upstander", 1, *fields]).encode() + b"\0" + more
    return hmac.digest(key.reveal(), said, "sha256")


@dataclass(frozen=True)
class Done:
    """One thing that was done to a thread, on a day; by whom, where that was in a role."""

    day: date
    what: str
    by: PersonId | None = field(repr=False)


class Trail:
    """What one transaction does to threads, gathered and then chained."""

    def __init__(self, key: AuditKey, texts: Texts, rows: OwnRows) -> None:
        self._key = key
        self._texts = texts
        self._rows = rows
        self._noted: list[tuple[str, str, str | None]] = []
        self._heads: dict[str, tuple[int, bytes]] = {}

    def note(self, thread_id: str, what: str, by: str | None = None) -> None:
        """Gathers what was done; `by` is only ever somebody in their role, never a raiser."""
        self._noted.append((thread_id, what, by))

    def know(self, heads: Mapping[str, tuple[int, bytes]]) -> None:
        """Takes the last link of these threads, which nobody else appends to meanwhile."""
        self._heads.update(heads)

    async def read(self, thread_id: str, today: date) -> list[Done]:
        """Reads what was done to a thread, in order, with what this transaction does, today."""
        chain = select(Audit).where(self._rows.of(Audit, thread_id)).order_by(col(Audit.number))
        rows = await self._rows.all(chain)
        can = await self._texts.readable(thread_id)
        kept = [Done(r.day, r.what, await self._by(r) if can else None) for r in rows]
        mine = [(what, by) for id, what, by in self._noted if id == thread_id]
        return kept + [Done(today, what, PersonId(by) if by else None) for what, by in mine]

    async def _by(self, entry: Audit) -> PersonId | None:
        if entry.sealed_by is None:
            return None
        body = await self._texts.open_body(entry.thread_id, -entry.number, entry.sealed_by)
        return PersonId(in_one_spelling(body["by"]))

    async def write(self, day_of: DayOf, begun: Collection[str] = ()) -> None:
        """Chains what was gathered; threads begun in this transaction have no link to read."""
        noted, self._noted = self._noted, []
        for thread_id, what, by in noted:
            if thread_id not in self._heads:
                new = thread_id in begun
                self._heads[thread_id] = (0, START) if new else await self._head(thread_id)
            await self._append(thread_id, await day_of(thread_id), what, by)

    async def _append(self, thread_id: str, day: date, what: str, by: str | None) -> None:
        number, before = self._heads[thread_id]
        entry = Audit(
            partnership_id=self._rows.pid,
            thread_id=thread_id,
            number=number + 1,
            day=day,
            what=what,
            sealed_by=await self._sealed(thread_id, number + 1, by),
            link=b"",
        )
        entry.link = link_of(self._key, before, entry)
        self._heads[thread_id] = (entry.number, entry.link)
        self._rows.add(Audit, **entry.model_dump(exclude={"partnership_id"}))

    async def _head(self, thread_id: str) -> tuple[int, bytes]:
        chain = select(col(Audit.number), col(Audit.link)).where(self._rows.of(Audit, thread_id))
        last = chain.order_by(col(Audit.number).desc()).limit(1)
        row = (await (await self._rows.session()).execute(last)).first()
        return (row[0], bytes(row[1])) if row else (0, START)

    async def _sealed(self, thread_id: str, number: int, by: str | None) -> bytes | None:
        # With the thread's own key, so that it is shredded with the text; a person's id fits one
        # step of its padding, so that all are of one length. Messages are numbered from 1 upward,
        # so below nought no message's seal can be taken for it.
        if by is None or not await self._texts.readable(thread_id):
            return None
        return await self._texts.seal(thread_id, -number, by=by)


def on(day: date) -> DayOf:
    """Tells the same day of every thread."""

    async def day_of(_thread_id: str) -> date:
        return day

    return day_of


async def record(
    session: AsyncSession,
    keys: Keys,
    partnership_id: str,
    today: date,
    done: Iterable[tuple[str, str]],
) -> None:
    """Chains what nobody did in a role: what the sweep repaired, what an operator ordered."""
    rows = OwnRows.within(session, partnership_id)
    trail = Trail(keys.audit, Texts(keys.content, rows), rows)
    for thread_id, what in done:
        trail.note(thread_id, what)
    await trail.write(on(today))
    await session.flush()

"""Whether the audit still says what was done: every chain and every day is walked.

It reads a page at a time, each in a short transaction of its own, so that a server may run beside.
"""

from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Final

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlalchemy.orm import Mapped
from sqlmodel import col, exists, func, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.audit.days import MARK, grown_on, mark_of, root_of, same, split, unsealed
from storage.audit.trail import START, link_of
from storage.crypto.keys import Keys
from storage.schema import Audit, AuditDay, Thread

PAGE: Final = 400


@dataclass(frozen=True)
class Wrong:
    """One thing that isn't as it was written."""

    what: str
    thread_id: str = ""
    number: int = 0
    day: date | None = None

    def __str__(self) -> str:
        where = [f"day {self.day}"] if self.day else []
        where += [f"thread {self.thread_id}"] if self.thread_id else []
        where += [f"entry {self.number}"] if self.number else []
        return f"{', '.join(where)}: {self.what}"


@dataclass
class Verdict:
    """What agrees, and what doesn't."""

    threads: int = 0
    entries: int = 0
    days: int = 0
    purged: int = 0
    """Heads in the days' seals whose threads aren't here any more."""
    waiting: int = 0
    """Days that the next nightly seal will take in."""
    wrong: list[Wrong] = field(default_factory=list)


async def verify(engine: AsyncEngine, keys: Keys, partnership_id: str, today: date) -> Verdict:
    """Walks every chain of the partnership, and then every day."""
    walk = _Walk(engine, keys, partnership_id)
    await walk.chains()
    await walk.days()
    await walk.gaps(today)
    return walk.verdict


class _Walk:
    def __init__(self, engine: AsyncEngine, keys: Keys, partnership_id: str) -> None:
        self._engine = engine
        self._key = keys.audit
        self._pid = partnership_id
        self.verdict = Verdict()

    async def chains(self) -> None:
        after = ""
        while True:
            async with AsyncSession(self._engine) as session:
                rows = await self._page_of_chains(session, after)
            if not rows:
                return
            for thread_id, chain in groupby(rows, key=lambda row: row.thread_id):
                after = thread_id
                self._judge(list(chain))

    async def _page_of_chains(self, session: AsyncSession, after: str) -> Sequence[Audit]:
        # Whole chains in one statement, which a purge at the same moment takes whole or not at all.
        here = col(Audit.partnership_id) == self._pid
        some = (
            select(col(Audit.thread_id))
            .where(here, col(Audit.thread_id) > after)
            .distinct()
            .order_by(col(Audit.thread_id))
            .limit(PAGE)
        )
        wanted = select(Audit).where(here, col(Audit.thread_id).in_(some))
        found = await session.scalars(wanted.order_by(col(Audit.thread_id), col(Audit.number)))
        return list(found)

    def _judge(self, chain: Sequence[Audit]) -> None:
        self.verdict.threads += 1
        self.verdict.entries += len(chain)
        before = START
        for number, entry in enumerate(chain, 1):
            if entry.number != number:
                wrong = "is missing"
            elif not same(link_of(self._key, before, entry), bytes(entry.link)):
                wrong = "was altered, or doesn't belong here"
            else:
                before = bytes(entry.link)
                continue
            # Everything after it hangs in the air: one word a chain is enough.
            self.verdict.wrong.append(Wrong(wrong, entry.thread_id, number))
            return

    async def days(self) -> None:
        before, after = START, date.min
        while True:
            async with AsyncSession(self._engine) as session:
                sealed = await session.scalar(
                    select(AuditDay)
                    .where(col(AuditDay.partnership_id) == self._pid, col(AuditDay.day) > after)
                    .order_by(col(AuditDay.day))
                    .limit(1)
                )
                if sealed is None:
                    return
                await self._judge_day(session, sealed, before)
            before, after = bytes(sealed.root), sealed.day

    async def _judge_day(self, session: AsyncSession, sealed: AuditDay, before: bytes) -> None:
        self.verdict.days += 1
        day, heads = sealed.day, bytes(sealed.heads)
        if not same(root_of(self._key, self._pid, day, before, heads), bytes(sealed.root)):
            what = "its root doesn't match: its seal was altered, or the day before it taken away"
            self.verdict.wrong.append(Wrong(what, day=day))
            return
        stand = dict(split(heads))
        for thread_id, (number, link) in (await grown_on(session, self._pid, day)).items():
            head = stand.pop(mark_of(self._key, self._pid, day, thread_id), None)
            if head is None:
                wrong = "was put there after the day was sealed"
            elif not same(head, link[:MARK]):
                wrong = "isn't the last of that day, as it was sealed: others were cut off"
            else:
                continue
            self.verdict.wrong.append(Wrong(wrong, thread_id, number, day))
        async for thread_id in self._whose(session, day, stand):
            what = "what was done to it on that day is gone: its end was cut off"
            self.verdict.wrong.append(Wrong(what, thread_id, day=day))
        self.verdict.purged += len(stand)

    async def _whose(
        self, session: AsyncSession, day: date, stand: dict[bytes, bytes]
    ) -> AsyncIterator[str]:
        """Threads that are still here, though what was sealed of them isn't; takes them away."""
        for wanted, id in (self._begun_by(day), self._without_chain()):
            after = ""
            while stand:
                page = wanted.where(id > after).order_by(id).limit(PAGE)
                ids = list(await session.scalars(page))
                if not ids:
                    break
                after = ids[-1]
                for thread_id in ids:
                    mark = mark_of(self._key, self._pid, day, thread_id)
                    if stand.pop(mark, None) is not None:
                        yield thread_id

    def _begun_by(self, day: date) -> tuple[SelectOfScalar[str], Mapped[str]]:
        # By the first entry, since its link vouches for its day: most are younger than the day.
        first = select(col(Audit.thread_id)).where(
            col(Audit.partnership_id) == self._pid, col(Audit.number) == 1, col(Audit.day) <= day
        )
        return first, col(Audit.thread_id)

    def _without_chain(self) -> tuple[SelectOfScalar[str], Mapped[str]]:
        chain = exists().where(
            col(Audit.partnership_id) == self._pid, col(Audit.thread_id) == col(Thread.id)
        )
        bare = select(col(Thread.id)).where(col(Thread.partnership_id) == self._pid, ~chain)
        return bare, col(Thread.id)

    async def gaps(self, today: date) -> None:
        async with AsyncSession(self._engine) as session:
            missing = await unsealed(session, self._pid, today)
            newest = await session.scalar(
                select(func.max(AuditDay.day)).where(col(AuditDay.partnership_id) == self._pid)
            )
        for day in missing:
            if newest is not None and day < newest:
                what = "entries stand on a day that has no seal, though later days have"
                self.verdict.wrong.append(Wrong(what, day=day))
            else:
                self.verdict.waiting += 1


def in_words(verdict: Verdict) -> Iterator[str]:
    """Says what an operator reads: first what is wrong, then what was walked."""
    for wrong in verdict.wrong:
        yield str(wrong)
    yield f"{verdict.threads} threads, {verdict.entries} entries and {verdict.days} days walked."
    if verdict.purged:
        yield f"{verdict.purged} heads belong to threads that are no longer here: purged."
    if verdict.waiting:
        yield f"{verdict.waiting} days wait for their seal: the server sets it each night."
    yield f"{len(verdict.wrong)} don't agree." if verdict.wrong else "All of it agrees."

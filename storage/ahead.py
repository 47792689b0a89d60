"""The threads of many due steps, read together before any step is taken: one query a table."""

from collections.abc import Collection
from datetime import datetime
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from storage.audit import Trail
from storage.partnership import Partnership, PersonId
from storage.referrals import Referrals
from storage.repository import Repository, _Fresh
from storage.sealing import Keys
from storage.tables import Audience, Member, Message, Referral, Thread, ThreadKey
from storage.texts import Texts

_Of = TypeVar("_Of", Audience, Message, Referral, ThreadKey)


class Ahead(Repository):
    """A repository that has read what its steps will ask for; what they change, it knows."""

    def __init__(
        self, session: AsyncSession, partnership: Partnership, keys: Keys, now: datetime
    ) -> None:
        super().__init__(session, partnership, keys, now)
        self._threads: dict[str, Thread] = {}
        self._first: dict[str, Message] = {}
        self._wrapped: dict[str, ThreadKey] = {}
        self._asked: dict[str, Referral] = {}
        self._owners: list[Member] = []  # kept, or the session would forget that it has them
        self._texts = _KnownTexts(self, keys, self._wrapped)
        self._trail = Trail(
            keys.audit, partnership.id, self.today, self._texts, self.write, self.add
        )
        self.referrals = _KnownReferrals(self, self._asked)

    async def read(self, ids: Collection[str]) -> None:
        """Reads these threads, which this transaction has locked, and what their cards show."""
        here = col(Thread.partnership_id) == self._pid, col(Thread.id).in_(ids)
        found = await self._session.scalars(select(Thread).where(*here))
        self._threads.update({thread.id: thread for thread in found})
        self._held.update(self._threads)
        self._fresh.update({id: _Fresh() for id in self._threads})
        for row in await self._rows(Audience, ids):
            self._fresh[row.thread_id].audience[PersonId(row.person)] = row.role
        first = await self._rows(Message, ids)
        self._first.update({message.thread_id: message for message in first})
        self._wrapped.update({key.thread_id: key for key in await self._rows(ThreadKey, ids)})
        asked = [t.id for t in self._threads.values() if t.command == "referral"]
        if asked:
            self._asked.update({r.thread_id: r for r in await self._rows(Referral, asked)})
            await self._read_owners()

    async def _rows(self, table: type[_Of], ids: Collection[str]) -> list[_Of]:
        wanted = select(table).where(
            col(table.partnership_id) == self._pid, col(table.thread_id).in_(ids)
        )
        if issubclass(table, Message):
            wanted = wanted.where(col(Message.number) == 1)
        return list(await self._session.scalars(wanted))

    async def _read_owners(self) -> None:
        owners = {r.owner for r in self._asked.values() if r.owner is not None}
        here = col(Member.partnership_id) == self._pid, col(Member.person).in_(owners)
        self._owners += await self._session.scalars(select(Member).where(*here))

    async def thread(self, id: str) -> Thread | None:
        """The thread of this id, if there is one here. Nobody else acts on it meanwhile."""
        return self._threads.get(id) or await super().thread(id)

    async def left_out(self, thread: Thread) -> frozenset[str]:
        """Leads it is about, sealed with what was raised: they are not to hear it."""
        if thread.id not in self._threads:
            return await super().left_out(thread)
        if thread.id not in self._first or thread.id not in self._wrapped:
            return frozenset()
        return frozenset((await self._texts.open(self._first[thread.id])).left_out)

    async def reference_of(self, thread: Thread) -> str:
        """The reference that was given with what was raised."""
        if thread.id not in self._first or thread.id not in self._wrapped:
            return await super().reference_of(thread)
        return (await self._texts.open(self._first[thread.id])).reference

    def parts_lost(self, thread_id: str, people: Collection[str]) -> None:
        """Only these people still have a part in it."""
        if fresh := self._fresh.get(thread_id):
            for person in fresh.audience.keys() - set(people):
                fresh.audience[person] = "past"


class _KnownTexts(Texts):
    def __init__(self, repo: Ahead, keys: Keys, wrapped: dict[str, ThreadKey]) -> None:
        super().__init__(keys.content, repo.write, repo.partnership.id)
        self._known = wrapped

    async def _wrapped(self, thread_id: str) -> ThreadKey | None:
        return self._known.get(thread_id) or await super()._wrapped(thread_id)


class _KnownReferrals(Referrals):
    def __init__(self, repo: Ahead, known: dict[str, Referral]) -> None:
        super().__init__(repo.write, repo.partnership.id)
        self._repo = repo
        self._known = known

    async def of(self, thread: Thread) -> Referral:
        """The referral that a thread is."""
        return self._known.get(thread.id) or await super().of(thread)

    async def keep_only(self, thread: Thread, people: set[str]) -> None:
        """Those who had it before keep sight of it, and have no part in it any more."""
        await super().keep_only(thread, people)
        self._repo.parts_lost(thread.id, people)

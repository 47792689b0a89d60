"""The threads of many due steps, read together before any step is taken: one query a table.

Only what steps change is read as objects. The rest is read as it stands in its columns, since
making objects of it takes several times as long as reading it.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

from sqlalchemy import BindParameter, Select, and_, bindparam
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from storage.content import SENDS
from storage.crypto.keys import Keys
from storage.engine.own_rows import OwnRows
from storage.keyring.ballots import Ballots
from storage.partnership import Partnership, PersonId
from storage.repository.referrals import Referrals
from storage.repository.repository import Repository, _Fresh
from storage.schema import Audience, Member, Message, Referral, Thread, ThreadKey
from storage.schema.values import ThreadRole

_THESE: Final[BindParameter[Any]] = bindparam("these", expanding=True)
_PID: Final[BindParameter[Any]] = bindparam("pid")
_THREADS: Final = (
    select(Thread, Referral)
    .outerjoin(
        Referral,
        and_(
            col(Referral.partnership_id) == col(Thread.partnership_id),
            col(Referral.thread_id) == col(Thread.id),
        ),
    )
    .where(col(Thread.partnership_id) == _PID, col(Thread.id).in_(_THESE))
)
_BEFORE: Final = select(Audience.thread_id, Audience.person, Audience.role).where(
    col(Audience.partnership_id) == _PID, col(Audience.thread_id).in_(_THESE)
)
_SENT: Final = (
    select(Message.thread_id, Message.number, Message.sealed, ThreadKey.wrapped)
    .join(
        ThreadKey,
        and_(
            col(ThreadKey.partnership_id) == col(Message.partnership_id),
            col(ThreadKey.thread_id) == col(Message.thread_id),
        ),
    )
    .where(
        col(Message.partnership_id) == _PID,
        col(Message.thread_id).in_(_THESE),
        col(Message.kind).in_(SENDS),
    )
)
_OWNERS: Final = select(Member).where(
    col(Member.partnership_id) == _PID, col(Member.person).in_(_THESE)
)


class Ahead(Repository):
    """A repository that has read what its steps will ask for; what they change, it knows."""

    def __init__(
        self,
        session: AsyncSession,
        partnership: Partnership,
        keys: Keys,
        now: datetime,
        ballots: Ballots | None = None,
    ) -> None:
        super().__init__(session, partnership, keys, now, ballots)
        self._threads: dict[str, Thread] = {}
        self._sealed: dict[str, dict[int, bytes]] = {}
        self._said: dict[str, dict[int, dict[str, Any]]] = {}
        self._asked: dict[str, Referral] = {}
        self._owners: list[Member] = []  # kept, or the session would forget that it has them
        self.referrals = _KnownReferrals(self, self._rows, self._asked)

    async def read(self, ids: Collection[str]) -> None:
        """Reads these threads, which this transaction has locked, and what their cards show."""
        for thread, referral in await self._read(_THREADS, ids):
            self._threads[thread.id] = thread
            self._fresh[thread.id] = _Fresh()
            if referral is not None:
                self._asked[thread.id] = referral
        self._locked.update(self._threads)
        for thread_id, person, role in await self._read(_BEFORE, ids):
            self._fresh[thread_id].audience[PersonId(person)] = role
        for thread_id, number, sealed, wrapped in await self._read(_SENT, ids):
            self._sealed.setdefault(thread_id, {})[number] = sealed
            self.texts.know(thread_id, wrapped)
        await self.parts.read(ids)
        owners = {r.owner for r in self._asked.values() if r.owner is not None}
        if owners:
            self._owners += [member for (member,) in await self._read(_OWNERS, owners)]

    async def _read(self, wanted: Select[*tuple[Any, ...]], these: Collection[str]) -> list[Any]:
        found = await self._session.execute(wanted, {"pid": self._rows.pid, "these": list(these)})
        return list(found)

    async def thread(self, id: str, *, lock: bool = True) -> Thread | None:
        """Finds the thread of this id, if it is here. Locked, nobody else acts on it meanwhile."""
        return self._threads.get(id) or await super().thread(id, lock=lock)

    async def left_out(self, thread: Thread) -> frozenset[str]:
        """Names the leads it is about, sealed with what sent it to them: they don't hear it."""
        if thread.id not in self._threads:
            return await super().left_out(thread)
        opened = (await self._opened(thread)).values()
        return frozenset([person for body in opened for person in body["left_out"]])

    async def reference_of(self, thread: Thread) -> str:
        """Gives the reference that came with what was raised."""
        first = (await self._opened(thread)).get(1)
        return await super().reference_of(thread) if first is None else str(first["reference"])

    async def _opened(self, thread: Thread) -> dict[int, dict[str, Any]]:
        if thread.id not in self._said:
            sealed, open_body = self._sealed.get(thread.id, {}), self.texts.open_body
            opened = {n: await open_body(thread.id, n, each) for n, each in sealed.items()}
            self._said[thread.id] = opened
        return self._said[thread.id]

    def parts_lost(self, thread_id: str, people: Collection[str]) -> None:
        """Notes that only these people still have a part in it."""
        if fresh := self._fresh.get(thread_id):
            for person in fresh.audience.keys() - set(people):
                fresh.audience[person] = ThreadRole.PAST


class _KnownReferrals(Referrals):
    def __init__(self, repo: Ahead, rows: OwnRows, known: dict[str, Referral]) -> None:
        super().__init__(rows)
        self._repo = repo
        self._known = known

    async def of(self, thread: Thread) -> Referral:
        """Finds the referral that a thread is."""
        return self._known.get(thread.id) or await super().of(thread)

    async def keep_only(self, thread: Thread, people: set[str]) -> None:
        """Leaves those who had it before the sight of it, and no part in it any more."""
        await super().keep_only(thread, people)
        self._repo.parts_lost(thread.id, people)

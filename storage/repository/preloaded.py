"""The threads of many due steps, read together before any step is taken: one query a table.

Only what steps change is read as objects. The rest is read as it stands in its columns, since
making objects of it takes several times as long as reading it.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

from sqlalchemy import BindParameter, Select, and_, bindparam, exists, func
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from storage.audit.trail import START
from storage.content import SENDS
from storage.crypto.keys import Keys
from storage.engine.own_rows import OwnRows
from storage.engine.rows import Row
from storage.keyring.ballots import Ballots
from storage.partnership import Partnership, PersonId
from storage.repository.people.recipients import Fresh
from storage.repository.referrals import Referrals
from storage.repository.repository import Repository
from storage.schema import (
    Audience,
    Audit,
    CardSent,
    Member,
    Message,
    Outbox,
    Referral,
    Step,
    Thread,
    ThreadKey,
)
from storage.schema.values import CardAction, ThreadRole

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
_LOCKED: Final = (
    select(Thread.id)
    .where(col(Thread.partnership_id) == _PID, col(Thread.id).in_(_THESE))
    .order_by(col(Thread.id))
    .with_for_update()
)
"""In one order, whoever locks several: nobody waits for somebody who waits for them."""
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
_UNSENT: Final = select(Outbox.person, Outbox.key).where(
    col(Outbox.partnership_id) == _PID,
    col(Outbox.key).in_(_THESE),
    col(Outbox.action) == CardAction.SEND,
)
_STANDING: Final = select(CardSent.person, CardSent.key).where(
    col(CardSent.partnership_id) == _PID, col(CardSent.key).in_(_THESE)
)
_CARDS: Final = (_UNSENT, _STANDING)
"""In this order: whatever arrives meanwhile is found all the same."""
_LAST: Final = (
    select(col(Message.thread_id), func.max(col(Message.number)))
    .where(col(Message.partnership_id) == _PID, col(Message.thread_id).in_(_THESE))
    .group_by(col(Message.thread_id))
)
_LATER: Final = aliased(Audit)
_HEADS: Final = select(Audit.thread_id, Audit.number, Audit.link).where(
    col(Audit.partnership_id) == _PID,
    col(Audit.thread_id).in_(_THESE),
    ~exists().where(
        col(_LATER.partnership_id) == col(Audit.partnership_id),
        col(_LATER.thread_id) == col(Audit.thread_id),
        col(_LATER.number) > col(Audit.number),
    ),
)
_TURNS: Final = (
    select(Step)
    .where(col(Step.partnership_id) == _PID, col(Step.thread_id).in_(_THESE))
    .order_by(col(Step.due_at))
    .with_for_update(skip_locked=True)
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
        self._last: dict[str, int] = {}
        self._turns: dict[str, list[Step]] = {}
        self._cards: set[tuple[str | None, str]] = set()
        self._cards_read = False
        self._owners: list[Member] = []  # kept, or the session would forget that it has them
        self.referrals = _KnownReferrals(self, self._rows, self._asked, self._turns)

    async def lock(self, ids: Collection[str]) -> list[str]:
        """Locks these threads and reads them; gives those that are still here, in order."""
        found = [id for (id,) in await self._read(_LOCKED, ids)]
        await self.read(found)
        return found

    async def read(self, ids: Collection[str]) -> None:
        """Reads these threads, which this transaction has locked, and what their cards show."""
        for thread, referral in await self._read(_THREADS, ids):
            self._threads[thread.id] = thread
            self._fresh[thread.id] = Fresh()
            if referral is not None:
                self._asked[thread.id] = referral
        self._locked.update(self._threads)
        for thread_id, person, role in await self._read(_BEFORE, ids):
            self._fresh[thread_id].audience[PersonId(person)] = role
        for thread_id, number, sealed, wrapped in await self._read(_SENT, ids):
            self._sealed.setdefault(thread_id, {})[number] = sealed
            self.texts.know(thread_id, wrapped)
        self._last |= dict.fromkeys(ids, 0) | dict(await self._read(_LAST, ids))
        heads = await self._read(_HEADS, ids)
        began = dict.fromkeys(ids, (0, START))
        self._trail.know(began | {id: (number, link) for id, number, link in heads})
        await self.parts.read(ids)
        owners = {r.owner for r in self._asked.values() if r.owner is not None}
        if owners:
            self._owners += [member for (member,) in await self._read(_OWNERS, owners)]

    async def read_turns(self, ids: Collection[str]) -> None:
        """Reads for which turns of the clock these wait: known until somebody asks for one."""
        for (step,) in await self._read(_TURNS, ids):
            self._turns.setdefault(step.thread_id, []).append(step)

    async def _read(self, wanted: Select[*tuple[Any, ...]], these: Collection[str]) -> list[Any]:
        found = await self._session.execute(wanted, {"pid": self._rows.pid, "these": list(these)})
        return list(found)

    def add(self, model: type[Row], **values: object) -> None:
        """Adds a row of this partnership, written before anything is read, and at the end."""
        super().add(model, **values)
        if model is Outbox:
            self._cards.add((str(values["person"]), str(values["key"])))

    async def has_card(self, person: str, key: str) -> bool:
        """Tells whether somebody has a card of this key, or may get one."""
        if key not in self._threads:
            return True
        if not self._cards_read:  # not before: a nudge changes no card
            self._cards_read = True
            for wanted in _CARDS:
                found = await self._read(wanted, self._threads)
                self._cards.update((whose, of) for whose, of in found)
        return (person, key) in self._cards

    async def thread(self, id: str, *, lock: bool = True) -> Thread | None:
        """Finds the thread of this id, if it is here. Locked, nobody else acts on it meanwhile."""
        return self._threads.get(id) or await super().thread(id, lock=lock)

    async def left_out(self, thread: Thread) -> frozenset[str]:
        """Names the leads it is about, sealed with what sent it to them: they don't hear it."""
        if thread.id not in self._threads:
            return await super().left_out(thread)
        opened = (await self._opened(thread)).values()
        return frozenset([person for body in opened for person in body["left_out"]])

    async def may_read(self, thread: Thread) -> frozenset[str]:
        """Names those whom it names and who may read it, as was said beside it."""
        if thread.id not in self._threads:
            return await super().may_read(thread)
        opened = (await self._opened(thread)).values()
        return frozenset([person for body in opened for person in body.get("may_read", ())])

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

    async def _next(self, thread_id: str) -> int:
        if thread_id not in self._last:
            return await super()._next(thread_id)
        self._last[thread_id] += 1
        return self._last[thread_id]

    def parts_lost(self, thread_id: str, people: Collection[str]) -> None:
        """Notes that only these people still have a part in it."""
        if fresh := self._fresh.get(thread_id):
            for person in fresh.audience.keys() - set(people):
                fresh.audience[person] = ThreadRole.PAST


class _KnownReferrals(Referrals):
    def __init__(
        self,
        repo: Ahead,
        rows: OwnRows,
        known: dict[str, Referral],
        turns: dict[str, list[Step]],
    ) -> None:
        super().__init__(rows)
        self._repo = repo
        self._known = known
        self._turns = turns

    async def turn_of(self, thread: Thread, names: Collection[str]) -> Step | None:
        """Finds the turn of the clock that it waits for."""
        if (known := self._turns.pop(thread.id, None)) is None:
            return await super().turn_of(thread, names)
        return next((step for step in known if step.name in names), None)

    async def of(self, thread: Thread) -> Referral:
        """Finds the referral that a thread is."""
        return self._known.get(thread.id) or await super().of(thread)

    async def keep_only(self, thread: Thread, people: set[str]) -> None:
        """Leaves those who had it before the sight of it, and no part in it any more."""
        await super().keep_only(thread, people)
        self._repo.parts_lost(thread.id, people)

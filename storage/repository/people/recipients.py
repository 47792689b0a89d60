"""Before whom a thread lies, as one transaction sees it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Exists
from sqlmodel import col, delete, exists, or_, select, update

from storage.engine.own_rows import OwnRows
from storage.partnership import PersonId
from storage.repository.people.parts import Parts
from storage.schema import Audience, CardSent, Outbox, Thread
from storage.schema.values import ThreadRole

A_MOMENT: Final = timedelta(minutes=1)
"""So long a message may be on its way before anybody is said not to be reached."""


@dataclass
class Fresh:
    """What needn't be asked of a thread that this very transaction begins."""

    left_out: frozenset[str] = frozenset()
    may_read: frozenset[str] = frozenset()
    audience: dict[PersonId, ThreadRole] = field(default_factory=dict)


class Recipients:
    """Who may open one partnership's threads."""

    now: datetime
    parts: Parts
    _rows: OwnRows
    _fresh: dict[str, Fresh]

    def add_recipient(self, thread: Thread, person: PersonId, role: ThreadRole) -> None:
        """Adds somebody who may open the thread from now on."""
        self._rows.add(Audience, thread_id=thread.id, person=person, role=role)
        if fresh := self._fresh.get(thread.id):
            fresh.audience[person] = role

    async def set_role(self, thread: Thread, person: PersonId, role: ThreadRole) -> None:
        """Gives a recipient another part in it."""
        if fresh := self._fresh.get(thread.id):
            fresh.audience[person] = role
        here = self._rows.of(Audience, thread.id), col(Audience.person) == person
        await self._rows.change(update(Audience).where(*here).values(role=role))

    async def audience(self, thread: Thread) -> dict[PersonId, ThreadRole]:
        """Finds everyone before whom it lies, with their part: lead, second or fallback."""
        if fresh := self._fresh.get(thread.id):
            return dict(fresh.audience)
        rows = await self._rows.all(select(Audience).where(self._rows.of(Audience, thread.id)))
        return {PersonId(row.person): row.role for row in rows}

    async def reached(self, thread: Thread) -> bool:
        """Tells whether anybody has it before whom it lies: a card about it stands with them, or
        only waits for their hours while it lies on their pages. At first it is on its way."""
        if thread.id in self._fresh:
            return False
        theirs, about = col(CardSent.person) == col(Audience.person), col(CardSent.key) == thread.id
        stands = exists().where(self._rows.mine(CardSent), theirs, about)
        has_it = or_(stands, self._comes_in_time(thread))
        here = select(Audience.person).where(self._rows.of(Audience, thread.id), has_it)
        return await self._rows.first(here.limit(1)) is not None

    def _comes_in_time(self, thread: Thread) -> Exists:
        """Of what was tried in vain, or had to be put off, the times part."""
        kept, due = self._rows.mine(Outbox), col(Outbox.due_at)
        theirs = col(Outbox.person) == col(Audience.person), col(Outbox.thread_id) == thread.id
        well = col(Outbox.why).is_(None), col(Outbox.dead).is_(None), col(Outbox.since) == due
        return exists().where(kept, *theirs, *well, due > self.now - A_MOMENT)

    async def remove_recipient(self, thread: Thread, person: PersonId) -> None:
        """Takes a thread from somebody who is gone: they may read nothing more of it."""
        if fresh := self._fresh.get(thread.id):
            fresh.audience.pop(person, None)
        await self.parts.remove(thread, person)
        # What is on its way to them about it would be no news of theirs any more.
        theirs = self._rows.mine(Outbox), col(Outbox.person) == person
        await self._rows.change(delete(Outbox).where(*theirs, col(Outbox.thread_id) == thread.id))

    async def clear_recipients(self, thread: Thread) -> None:
        """Takes a thread from everyone who had it, as when it is passed on."""
        if fresh := self._fresh.get(thread.id):
            fresh.audience.clear()
        await self._rows.change(delete(Audience).where(self._rows.of(Audience, thread.id)))

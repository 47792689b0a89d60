"""The timers of threads, as one transaction sees them: what falls due, and what no longer does."""

from datetime import datetime

from sqlmodel import col, delete, select, update

from storage.engine.ids import new_id
from storage.engine.own_rows import OwnRows
from storage.schema import Step, Thread


class Timers:
    """Steps by the clock of the threads that one transaction touches."""

    def __init__(self, rows: OwnRows) -> None:
        self._rows = rows
        self._none: set[str] = set()

    def begin(self, thread_id: str) -> None:
        """Notes a thread that begins here: until it is reminded, there is nothing to forget."""
        self._none.add(thread_id)

    def remind(
        self,
        thread: Thread,
        name: str,
        at: datetime,
        number: int = 0,
        *,
        last: bool = False,
        again: bool = False,
    ) -> None:
        """Sets a step that falls due in this thread then; `Step` says what the rest is."""
        self._none.discard(thread.id)
        order = {"number": number, "last": last, "again": again}
        named = {"id": new_id(), "thread_id": thread.id, "command": thread.command, "name": name}
        self._rows.add(Step, **named, **order, due_at=at, attempts=0)

    async def last_due(self, thread_id: str, name: str) -> datetime | None:
        """Finds when the last step of this name falls due in this thread; None if none does."""
        here = self._rows.of(Step, thread_id), col(Step.name) == name
        latest = select(Step.due_at).where(*here).order_by(col(Step.due_at).desc()).limit(1)
        return await self._rows.first(latest)

    async def bring_forward(self, thread: Thread, name: str, at: datetime) -> None:
        """Has these steps fall due at that moment, unless they do before."""
        later = self._rows.of(Step, thread.id), col(Step.name) == name, col(Step.due_at) > at
        sooner = update(Step).where(*later).values(due_at=at)
        await self._rows.change(sooner.execution_options(synchronize_session=False))

    async def forget(self, thread_id: str, *names: str) -> None:
        """Takes these steps away; without names, all of the thread's."""
        if thread_id in self._none:
            return
        wanted = select(Step.id).where(self._rows.of(Step, thread_id))
        wanted = wanted.where(col(Step.name).in_(names)) if names else wanted
        # One that is being taken waits for this thread, and will see what became of it: waiting
        # for that step in turn would be a deadlock.
        found = await self._rows.all(wanted.with_for_update(skip_locked=True))
        these = self._rows.mine(Step), col(Step.id).in_(found)
        await self._rows.change(delete(Step).where(*these))

"""The timers of threads, as one transaction sees them: what falls due, and what no longer does."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, select, update

from storage.engine.ids import new_id
from storage.schema import Step, Thread


class Timers:
    """Steps by the clock of the threads that one transaction touches."""

    def __init__(
        self,
        session: Callable[[], Awaitable[AsyncSession]],
        add: Callable[..., None],
        partnership_id: str,
    ) -> None:
        self._session = session
        self._add = add
        self._pid = partnership_id
        self._none: set[str] = set()

    def begin(self, thread_id: str) -> None:
        """A thread that begins here: until it is reminded, there is nothing to forget."""
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
        self._add(
            Step,
            id=new_id(),
            thread_id=thread.id,
            command=thread.command,
            name=name,
            number=number,
            last=last,
            again=again,
            due_at=at,
            attempts=0,
        )

    async def last_due(self, thread_id: str, name: str) -> datetime | None:
        """When the last step of this name falls due in this thread; None if none does."""
        found = await (await self._session()).scalars(
            select(Step.due_at)
            .where(
                col(Step.partnership_id) == self._pid,
                col(Step.thread_id) == thread_id,
                col(Step.name) == name,
            )
            .order_by(col(Step.due_at).desc())
            .limit(1)
        )
        return found.first()

    async def bring_forward(self, thread: Thread, name: str, at: datetime) -> None:
        """These steps needn't wait: they fall due at that moment."""
        here = (col(Step.partnership_id) == self._pid, col(Step.thread_id) == thread.id)
        await (await self._session()).execute(
            update(Step)
            .where(*here, col(Step.name) == name, col(Step.due_at) > at)
            .values(due_at=at)
            .execution_options(synchronize_session=False)
        )

    async def forget(self, thread_id: str, *names: str) -> None:
        """These steps no longer fall due; without names, none does."""
        if thread_id in self._none:
            return
        wanted = select(Step.id).where(
            col(Step.partnership_id) == self._pid, col(Step.thread_id) == thread_id
        )
        wanted = wanted.where(col(Step.name).in_(names)) if names else wanted
        # One that is being taken waits for this thread, and will see what became of it: waiting
        # for that step in turn would be a deadlock.
        found = await (await self._session()).scalars(wanted.with_for_update(skip_locked=True))
        await (await self._session()).execute(
            delete(Step).where(col(Step.partnership_id) == self._pid, col(Step.id).in_(list(found)))
        )

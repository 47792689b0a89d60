"""What those who answer a thread know of it besides: their notes, and who did what on which day."""

from collections.abc import Callable
from datetime import date

from sqlmodel import col, select

from storage.audit.trail import Done, Trail
from storage.content import Spoken, Texts
from storage.engine.own_rows import OwnRows
from storage.schema import Message, Thread


class Desk:
    """The notes and the history of one partnership's threads, as one transaction sees them."""

    def __init__(
        self, texts: Texts, trail: Trail, rows: OwnRows, today_at: Callable[[str | None], date]
    ) -> None:
        self._texts = texts
        self._trail = trail
        self._rows = rows
        self._today_at = today_at

    async def notes(self, thread: Thread) -> list[Spoken]:
        """Opens what was noted among those who answer, oldest first."""
        if not await self._texts.readable(thread.id):
            return []
        noted = self._rows.of(Message, thread.id), col(Message.side) == "note"
        every = select(Message).where(*noted).order_by(col(Message.number))
        return [await self._texts.open(row) for row in await self._rows.all(every)]

    async def history(self, thread: Thread) -> list[Done]:
        """Reads what was done to a thread, by whom and on which day, oldest first."""
        return await self._trail.read(thread.id, self._today_at(thread.agency))

    async def restate(self, thread: Thread, text: str) -> None:
        """Puts other words in the place of those that were said first; the rest stays."""
        missing = "There is nothing said first in this thread."
        first = await self._rows.get(Message, thread.id, 1)
        if first is None:
            raise LookupError(missing)
        body = await self._texts.open_body(thread.id, 1, first.sealed)
        first.sealed = await self._texts.seal(thread.id, 1, **{**body, "text": text})

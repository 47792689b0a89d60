"""What those who answer a thread know of it besides: their notes, and who did what on which day."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, or_, select

from storage.audit.trail import Done, Trail
from storage.content import Spoken, Texts
from storage.engine.own_rows import OwnRows
from storage.schema import Message, Thread, ThreadKey

_TOGETHER: Final = 500
"""Threads that are asked for by name in one question."""


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
        noted = self._rows.of(Message, thread.id), *_noted("note")
        every = select(Message).where(*noted).order_by(col(Message.number))
        return [await self._texts.open(row) for row in await self._rows.all(every)]

    async def tags_of(self, ids: Sequence[str]) -> dict[str, list[str]]:
        """Opens by what tags those who answer these threads know them now.

        Whoever has one passed on has none of those that were chosen before.
        """
        found: dict[str, Message] = {}
        for at in range(0, len(ids), _TOGETHER):
            for message, key in await self._chosen(ids[at : at + _TOGETHER]):
                self._texts.know(key.thread_id, key.wrapped)
                found[message.thread_id] = message
        chosen = {id: message for id, message in found.items() if message.kind == "tags"}
        opened = {id: await self._texts.open(message) for id, message in chosen.items()}
        return {id: said.text.split("\n") for id, said in opened.items() if said.text}

    async def _chosen(self, ids: Sequence[str]) -> Sequence[tuple[Message, ThreadKey]]:
        of, mine = col(Message.thread_id), self._rows.mine
        passed = and_(col(Message.side) == "lead", col(Message.kind) == "passed")
        rows = await (await self._rows.session()).execute(
            select(Message, ThreadKey)
            .join(ThreadKey, and_(mine(ThreadKey), col(ThreadKey.thread_id) == of))
            .where(mine(Message), of.in_(ids), or_(passed, and_(*_noted("tags"))))
            .order_by(col(Message.number))
        )
        return [(message, key) for message, key in rows]

    async def held_and_came_with(self, thread: Thread, ids: Sequence[str]) -> list[str]:
        """Finds which of these others were held, and went out on one day with it."""
        of, went = col(Message.thread_id), (col(Message.side) == "bot")
        days: dict[str, date] = {}
        for at in range(0, len(ids), _TOGETHER):
            some = of.in_(ids[at : at + _TOGETHER]), went, col(Message.kind) == "together"
            asked = select(of, col(Message.day)).where(self._rows.mine(Message), *some)
            rows = await (await self._rows.session()).execute(asked)
            days.update((id, day) for id, day in rows)
        mine = days.pop(thread.id, None)
        return [id for id in ids if id in days and days[id] == mine]

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


def _noted(kind: str) -> tuple[ColumnElement[bool], ...]:
    return col(Message.side) == "note", col(Message.kind) == kind

"""Goes through what goes on, however much of it there is, while others are served."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, literal_column, tuple_
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select

from storage.engine.database import read
from storage.schema import Thread
from storage.schema.values import State

PAGE: Final = 1000
"""So many threads are looked through at a time."""
_Place = tuple[str, str]
_BY: Final = (col(Thread.agency), col(Thread.id))
"""The order of the index."""
_place: Final = tuple_(*_BY)


def goes_on() -> ColumnElement[bool]:
    """Says of a thread that it isn't closed, in the words by which SQLite knows its index."""
    return col(Thread.state) != literal_column("'closed'")


class LiveThreads:
    """One partnership's threads that aren't closed."""

    def __init__(self, engine: AsyncEngine, partnership_id: str, page: int = PAGE) -> None:
        self._engine = engine
        self._pid = partnership_id
        self._page = page

    async def read(
        self, wanted: Select[*tuple[Any, ...]], states: Sequence[State]
    ) -> AsyncIterator[list[Row[Any]]]:
        """Asks this of the threads in these states, page by page."""
        for state in states:
            after: _Place | None = ("", "")
            while after is not None:
                here = (*self._in(state), after < _place)
                end = await self._end_of_page(here)
                page = wanted.where(*here, *((_place <= end,) if end else ())).order_by(*_BY)
                yield await read(self._engine, page, {})
                after = end
                await asyncio.sleep(0)

    def _in(self, state: State) -> tuple[ColumnElement[bool], ...]:
        return col(Thread.partnership_id) == self._pid, goes_on(), col(Thread.state) == state

    async def _end_of_page(self, here: tuple[ColumnElement[bool], ...]) -> _Place | None:
        last = select(*_BY).where(*here).order_by(*_BY).offset(self._page - 1).limit(1)
        found = await read(self._engine, last, {})
        return (found[0].agency, found[0].id) if found else None

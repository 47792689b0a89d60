"""One partnership's rows, as one transaction reads and writes them."""

from collections.abc import Awaitable, Callable
from typing import Protocol, Self, TypeVar

from sqlalchemy import ColumnElement, Executable, Select, and_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.engine.rows import Row, ThreadRow

Model = TypeVar("Model", bound=Row)
Found = TypeVar("Found")


class Add(Protocol):
    """Takes a row of the partnership at hand, to be written in this transaction."""

    def __call__(self, model: type[Row], **values: object) -> None: ...


class OwnRows:
    """The rows of one partnership that one transaction touches."""

    def __init__(
        self, session: Callable[[], Awaitable[AsyncSession]], add: Add, partnership_id: str
    ) -> None:
        self.session = session
        """Gives the session to read from, once what is pending is written."""
        self.add = add
        self.pid = partnership_id

    @classmethod
    def within(cls, session: AsyncSession, partnership_id: str) -> Self:
        """Takes the rows of a session on which nothing is pending."""

        async def here() -> AsyncSession:
            return session

        def add(model: type[Row], **values: object) -> None:
            session.add(model(partnership_id=partnership_id, **values))

        return cls(here, add, partnership_id)

    def mine(self, model: type[Row]) -> ColumnElement[bool]:
        """Says of a row that it is this partnership's."""
        return col(model.partnership_id) == self.pid

    def of(self, model: type[ThreadRow], thread_id: str) -> ColumnElement[bool]:
        """Says of a row that it belongs to this thread."""
        return and_(self.mine(model), col(model.thread_id) == thread_id)

    async def get(self, model: type[Model], *key: str | int) -> Model | None:
        """Gets the row of this key, if there is one."""
        return await (await self.session()).get(model, (self.pid, *key))

    async def beside(self, model: type[Model], thread_id: str, otherwise: str) -> Model:
        """Gets the row beside a thread. Raises LookupError, with these words, where none is."""
        found = await self.get(model, thread_id)
        if found is None:
            raise LookupError(otherwise)
        return found

    async def all(self, wanted: Select[Found]) -> list[Found]:
        """Reads everything that is wanted."""
        return list(await (await self.session()).scalars(wanted))

    async def first(self, wanted: Select[Found]) -> Found | None:
        """Reads the first of what is wanted, if there is any."""
        return (await (await self.session()).scalars(wanted)).first()

    async def change(self, change: Executable) -> None:
        """Updates or deletes rows where they are."""
        await (await self.session()).execute(change)

"""A main database in memory, in which one person's waiting threads lie while a page is made.

What waits isn't in main. Handlers read and change it all the same, as they do any thread: it is
laid out here, and afterwards sealed again or thrown away. Nothing here is ever committed.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncSession

from storage.engine.database import make_engine
from storage.engine.sqlite import MEMORY
from storage.schema import main_metadata


class Scratch:
    """One database in memory; whoever comes next waits until it is empty again."""

    def __init__(self) -> None:
        self._engine = make_engine(f"sqlite+aiosqlite:///{MEMORY}")
        self._made = False

    @asynccontextmanager
    async def empty(self) -> AsyncIterator[AsyncSession]:
        """Gives an empty database for the length of an `async with`."""
        async with AsyncSession(self._engine, expire_on_commit=False) as session:
            if not self._made:
                await (await session.connection()).run_sync(main_metadata.create_all)
                await session.commit()
                self._made = True
            try:
                yield session
            finally:
                await session.rollback()

    async def close(self) -> None:
        """Closes it, and all of it is gone."""
        await self._engine.dispose()

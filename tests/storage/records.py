"""A main database with an audit of a few threads, and somebody who may write to it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Executable, Table, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from storage.audit.days import seal_days
from storage.audit.trail import Trail, record
from storage.audit.verification import Verdict, verify
from storage.content import Texts
from storage.crypto.keys import Keys
from storage.crypto.secrets_file import create_secret
from storage.engine.database import make_engine
from storage.engine.own_rows import OwnRows
from storage.schema import Thread, main_metadata
from storage.schema.values import How, Release, State, ThreadCommand
from tests.conftest import Stores

MONDAY = date(2026, 11, 23)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
AUDIT, DAYS = main_metadata.tables["audit"], main_metadata.tables["audit_day"]
THREAD = main_metadata.tables["thread"]
ELSEWHERE = "next-town"


def a_thread(id: str) -> dict[str, object]:
    """A thread that somebody raised on Monday."""
    made = Thread(
        partnership_id="anytown", id=id, command=ThreadCommand("concern"), how=How.ANONYMOUS,
        about="decision", topic="threshold", danger=False, agency="school", return_ref=id,
        release=Release.SOON, state=State.OPEN, day=MONDAY,
    )  # fmt: skip
    return made.model_dump()


@dataclass
class Records:
    """A main database in which three threads were dealt with on two days."""

    engine: AsyncEngine
    keys: Keys

    async def does(self, day: date, *done: tuple[str, str], here: str = "anytown") -> None:
        """Something is done to threads on a day."""
        async with AsyncSession(self.engine) as session, session.begin():
            await record(session, self.keys, here, day, done)

    async def verdict(self, today: date = WEDNESDAY) -> Verdict:
        """What a walk over all of it finds."""
        return await verify(self.engine, self.keys, "anytown", today)

    async def tampers(self, *statements: Executable) -> None:
        """Somebody who may write to the database does."""
        async with self.engine.begin() as connection:
            for statement in statements:
                await connection.execute(statement)

    async def rows(self, table: Table) -> list[dict[str, object]]:
        """Every row of a table."""
        async with self.engine.connect() as connection:
            return [dict(row) for row in (await connection.execute(select(table))).mappings()]


@asynccontextmanager
async def dealt_with(stores: Stores, folder: Path) -> AsyncIterator[Records]:
    """Three threads in our town and one in the next, over two days that are sealed."""
    create_secret(folder / "secret.key")
    engine = make_engine(stores.main_url)
    records = Records(engine, Keys.load(folder / "secret.key", folder))
    async with engine.begin() as connection:
        await connection.run_sync(main_metadata.create_all)
    async with engine.begin() as connection:
        await connection.execute(insert(THREAD).values([a_thread(id) for id in "abc"]))
    await records.does(MONDAY, ("a", "picked up"), ("a", "lead: says"), ("b", "picked up"))
    await records.does(TUESDAY, ("a", "closed"), ("a", "hold"), ("c", "picked up"))
    await records.does(TUESDAY, ("a", "picked up"), here=ELSEWHERE)
    assert await seal_days(engine, records.keys, "anytown", WEDNESDAY) == 2
    yield records
    await engine.dispose()


def trail(records: Records, session: AsyncSession) -> tuple[Trail, Texts]:
    """What one transaction does to threads, and their texts."""

    rows = OwnRows.within(session, "anytown")
    texts = Texts(records.keys.content, rows)
    return Trail(records.keys.audit, texts, rows), texts

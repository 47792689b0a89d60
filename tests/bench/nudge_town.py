"""A partnership with many referrals open, of which a thousand at a time fall due."""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from handlers.contract.people import Named
from handlers.referral.case import make
from storage.bulk.referral_batch import ReferralBatch
from storage.engine.database import erase_journal
from storage.engine.ids import new_id
from storage.partnership import AgencyId
from storage.repository import Repository
from storage.schema import main_metadata
from tests.conftest import Stores
from tests.core.anytown import MONDAY, Town, anytown

CARE: Final = AgencyId("childrens-social-care")
OWNER: Final = "web:amina-yusuf"
DAYS: Final = 90
"""Over so many days to come the others fall due."""
Copied = Mapping[str, Mapping[str, str]]
"""Tables, and what stands in the copies where it isn't what stands in the original."""
COPIED: Final[Copied] = {
    "thread": {}, "thread_key": {}, "referral": {}, "message": {}, "audience": {},
    "step": {"due_at": "filler.at"},
}  # fmt: skip
"""Whatever a nudge reads."""
_LETTERS: Final = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
_PLACE: Final = "CAST(i * 262143 / {many} AS INTEGER)"
_ID: Final = "".join(
    f"substr('{_LETTERS}', ({_PLACE} / {of} & 63) + 1, 1) || " for of in (4096, 64, 1)
)
"""Ids from all over the alphabet, as real ones are, but in order: they are written faster so."""
_MADE: Final = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many}) "
    f"INSERT INTO filler SELECT {_ID} lower(hex(randomblob(9))), "
    "strftime('%Y-%m-%d %H:%M:%S.000000', '{after:%Y-%m-%d %H:%M:%S}', '+' || "
    "(abs(random()) % {seconds}) || ' seconds') FROM n",
    "postgresql": f"INSERT INTO filler SELECT {_ID} substr(md5(random()::text), 1, 18), "
    "'{after:%Y-%m-%d %H:%M:%S}+00'::timestamptz + random() * '{seconds} seconds'::interval "
    "FROM generate_series(1::bigint, {many}) AS i",
}
_AT: Final = {"sqlite": "TEXT", "postgresql": "TIMESTAMP WITH TIME ZONE"}


class Due:
    """The moments at which more fall due, so many at each."""

    def __init__(self, rounds: int) -> None:
        self.moments = [MONDAY + timedelta(minutes=1 + number) for number in range(rounds + 1)]
        self.never = self.moments[-1] + timedelta(minutes=1)
        """What falls due at this moment isn't reached."""
        self._left = iter(self.moments)

    def next(self) -> datetime:
        """The next of them."""
        return next(self._left)


@asynccontextmanager
async def town_of(
    stores: Stores, folder: Path, due: Due, each: int, open_in_all: int = 0
) -> AsyncIterator[Town]:
    """A partnership in which `each` referrals fall due at each moment, and so many are open."""
    async with anytown(stores, folder) as town:
        for moment in (*due.moments, due.never):
            await _referrals(town, moment, each)
        others = open_in_all - each * (len(due.moments) + 1)
        if others > 0:
            await _others(town, others, due.never + timedelta(hours=1))
        await rested(town)
        yield town


async def _referrals(town: Town, due: datetime, many: int) -> None:
    """Whole ones, sealed and chained; every other one waits for somebody to own it."""
    core, leila = town.core, town.actor("leila")
    async with AsyncSession(core.engine) as session, session.begin():
        repo = Repository(session, core.partnership, core.keys, town.clock.now())
        who = Named(leila.person, leila.name, leila.agency)
        made = make(who, "information", CARE, None, repo)
        leads = core.partnership.leads(CARE)
        batch = ReferralBatch(core.keys, core.partnership.id)
        for number in range(many):
            id, owner = new_id(), OWNER if number % 2 else None
            own = {"thread_id": id, "owner": owner, "owner_name": owner and "Amina", "asked": 1}
            asked = (owner,) if owner else leads
            what = "Please send what you have recorded since March. " * 2
            await batch.begin(
                made.thread.model_dump() | {"id": id}, made.referral.model_dump() | own, what,
                f"R-{number}", asked,
            )  # fmt: skip
            batch.remind(id, "nudge", due)
        await batch.ready()
        await batch.write(session)


async def _others(town: Town, many: int, after: datetime) -> None:
    step = main_metadata.tables["step"]
    async with town.core.engine.begin() as connection:
        like = await connection.scalar(select(step.c.thread_id).limit(1))
        await filled(connection, str(like), many, after, COPIED)


async def filled(
    connection: AsyncConnection, like: str, many: int, after: datetime, tables: Copied
) -> None:
    """Copies of one thread, in these tables: the database makes them itself."""
    kind = connection.dialect.name
    await connection.execute(text(f"CREATE TEMPORARY TABLE filler (id TEXT, at {_AT[kind]})"))
    made = _MADE[kind].format(many=many, after=after, seconds=DAYS * 24 * 60 * 60)
    await connection.exec_driver_sql(made)
    if kind == "sqlite":
        await connection.execute(text("PRAGMA cache_size = -200000"))
    for statement in _copies(tables):
        await connection.execute(text(statement), {"like": like})
    await connection.execute(text("DROP TABLE filler"))
    if kind == "sqlite":
        await connection.execute(text("PRAGMA cache_size = -2000"))


def _copies(tables: Copied) -> Iterator[str]:
    for name, others in tables.items():
        by = "id" if name == "thread" else "thread_id"
        columns = [column.name for column in main_metadata.tables[name].columns]
        own = {by: "filler.id", "id": "filler.id", **others}
        values = ", ".join(own.get(column, f"one.{column}") for column in columns)
        yield (
            f"INSERT INTO {name} ({', '.join(columns)}) SELECT {values} "
            f"FROM (SELECT * FROM {name} WHERE {by} = :like) AS one, filler"
        )


async def rested(town: Town) -> None:
    """As after a quiet hour: statistics are there, and nothing is left to be written."""
    await erase_journal(town.core.engine)
    if town.core.engine.dialect.name == "postgresql":
        async with town.core.engine.connect() as connection:
            calm = await connection.execution_options(isolation_level="AUTOCOMMIT")
            await calm.execute(text("VACUUM ANALYZE"))
            await calm.execute(text("CHECKPOINT"))


async def more_steps(town: Town, threads: Sequence[str]) -> None:
    """A step more in each of these threads, due now."""
    rows = [
        {"partnership_id": "anytown", "id": new_id(), "thread_id": thread, "command": "referral",
         "name": "bench", "number": 0, "last": False, "again": False,
         "due_at": town.clock.now(), "attempts": 0}
        for thread in threads
    ]  # fmt: skip
    async with town.core.engine.begin() as connection:
        await connection.execute(insert(main_metadata.tables["step"]), rows)


async def threads_due_at(town: Town, moment: datetime) -> list[str]:
    """Threads whose step falls due at a moment, from all over the table."""
    step = main_metadata.tables["step"]
    async with town.core.engine.connect() as connection:
        wanted = select(step.c.thread_id).where(step.c.due_at == moment)
        return list(await connection.scalars(wanted))

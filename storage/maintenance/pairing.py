"""Whether the main database and the keyring belong together, before anything is swept.

An empty main database, another one or an old copy looks as if every address had lost its thread. So
both stores have a random mark, renewed at each start and each hour: a sweep trusts only a pair.
"""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import BindParameter, Select, Table, bindparam, func, inspect, or_, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.delivery.live_threads import goes_on
from storage.engine.ids import new_id
from storage.keyring.afterwards import FARED
from storage.keyring.tables import ring, ring_pair
from storage.schema import main_metadata

store_pair, thread, pause = (main_metadata.tables[n] for n in ("store_pair", "thread", "pause"))
_ONE_AT_A_TIME: Final = 7_262_012
"""Any number, as long as nothing else in these databases locks by it."""
_PID: Final[BindParameter[str]] = bindparam("pid")


@dataclass(frozen=True)
class Differences:
    """What one store has and the other doesn't know of, for one partnership."""

    addresses: int
    """Rows of the keyring that belong to no thread of this main database."""
    threads: int
    """Threads that go on in main, and whose address isn't in this keyring."""
    shared: int
    """Addresses whose threads go on."""
    known: int
    """Rows of the keyring that belong to some thread of main, perhaps a closed one."""
    paired: bool | None
    """Whether both have the same mark; None where one or both have none yet."""

    @property
    def sound(self) -> bool:
        """Tells whether a sweep would take no more than what a crash left."""
        if self.paired or not (self.addresses or self.threads):
            return True
        if self.paired is False:
            return False
        # From before there were marks: most of what one has, the other has too.
        return self.addresses <= self.known and self.threads <= self.shared


class StoresApartError(Exception):
    """The main database and the keyring don't belong together; nothing was changed in either."""

    def __init__(self, found: Differences) -> None:
        super().__init__(
            f"The main database and the keyring don't belong together: {found.addresses} addresses "
            f"in the keyring have no thread here, and {found.threads} open threads have no address "
            "there; starting would destroy them. Look at UPSTANDER_DATABASE_URL, "
            "UPSTANDER_KEYRING_URL and the data folder (a mistyped address? a new volume?), or "
            "bring the backup back with upstander restore FILE. To go on with these two and lose "
            "what only one of them has: upstander stores --join."
        )
        self.found = found


class Pairing:
    """The marks of one partnership's two stores."""

    def __init__(self, main: AsyncEngine, keyring: AsyncEngine, partnership_id: str) -> None:
        self._main = main
        self._keyring = keyring
        self._here = {"pid": partnership_id}

    async def verify(self) -> None:
        """Raises StoresApartError unless a sweep would take no more than what a crash left."""
        async with self._main.begin() as main:
            await _alone(main)
            async with self._keyring.connect() as keyring:
                await self._verify(main, keyring)

    async def renew(self, joining: bool = False) -> None:
        """Gives both stores a new mark. Raises StoresApartError, unless they are to be joined.

        The keyring knows both marks until main has the new one, so a crash can't part them.
        """
        mark = new_id()
        async with self._main.begin() as main:
            await _alone(main)
            if not joining:
                async with self._keyring.connect() as keyring:
                    await self._verify(main, keyring)
            old = await main.scalar(_mark_of(store_pair), self._here)
            async with self._keyring.begin() as keyring:
                await self._write(keyring, ring_pair, mark=old or mark, coming=mark)
            await self._write(main, store_pair, mark=mark)
        async with self._keyring.begin() as keyring:
            mine = ring_pair.c.partnership_id == _PID, ring_pair.c.coming == bindparam("new")
            forgotten = ring_pair.update().where(*mine).values(mark=ring_pair.c.coming)
            await keyring.execute(forgotten, self._here | {"new": mark})

    async def look(self) -> Differences:
        """Compares both without locking or writing; tables that aren't there count as empty."""
        before = await self._marks()
        async with self._main.connect() as main, self._keyring.connect() as keyring:
            return await self._differences(main, keyring, before)

    async def _verify(self, main: AsyncConnection, keyring: AsyncConnection) -> None:
        found = await self._differences(main, keyring, frozenset())
        if not found.sound:
            raise StoresApartError(found)

    async def _marks(self) -> frozenset[str]:
        async with self._keyring.connect() as keyring:
            return await self._ring_marks(keyring)

    async def _ring_marks(self, keyring: AsyncConnection) -> frozenset[str]:
        if ring_pair.name not in await tables_in(keyring):
            return frozenset()
        both = select(ring_pair.c.mark, ring_pair.c.coming).where(
            ring_pair.c.partnership_id == _PID
        )
        found = (await keyring.execute(both, self._here)).first()
        return frozenset(found or ())

    async def _differences(
        self, main: AsyncConnection, keyring: AsyncConnection, before: frozenset[str]
    ) -> Differences:
        mark = None
        if store_pair.name in await tables_in(main):
            mark = await main.scalar(_mark_of(store_pair), self._here)
        # Read before and after main's: whichever way a server is just renewing them, one fits.
        marks = before | await self._ring_marks(keyring)
        paired = None if mark is None or not marks else mark in marks
        known, waiting = await self._in_main(main)
        refs, rows = await self._in_keyring(keyring)
        lost = {ref for ref in rows if ref not in known}
        return Differences(
            len(lost), len(waiting - refs), len(waiting & refs), len(rows) - len(lost), paired
        )

    async def _in_main(self, main: AsyncConnection) -> tuple[set[str], set[str]]:
        if not {thread.name, pause.name} <= await tables_in(main):
            return set(), set()
        mine = thread.c.partnership_id == _PID, thread.c.return_ref.is_not(None)
        goes = or_(goes_on(), thread.c.keeps.is_(True))
        every = await main.scalars(select(thread.c.return_ref).where(*mine), self._here)
        waiting = await main.scalars(select(thread.c.return_ref).where(*mine, goes), self._here)
        boxes = select(pause.c.keeper, pause.c.ballot).where(pause.c.partnership_id == _PID)
        rounds = {ref for row in await main.execute(boxes, self._here) for ref in row if ref}
        return rounds.union(every), set(waiting)

    async def _in_keyring(self, keyring: AsyncConnection) -> tuple[set[str], set[str]]:
        if ring.name not in await tables_in(keyring):
            return set(), set()
        mine = select(ring.c.ref, ring.c.kind).where(ring.c.partnership_id == _PID)
        found = (await keyring.execute(mine, self._here)).all()
        # A vote has a reference of its own, and comes and goes with its round's ballot box; so have
        # what waits for its time, and how somebody fared.
        rows = {r.ref for r in found if not r.kind.startswith(("v:", "waiting", FARED))}
        return {row.ref for row in found if row.kind == "return"}, rows

    async def _write(self, connection: AsyncConnection, table: Table, **values: str) -> None:
        mine = table.c.partnership_id == _PID
        await connection.execute(table.delete().where(mine), self._here)
        row = {"partnership_id": self._here["pid"], **values}
        await connection.execute(table.insert().values(row))


async def tables_in(connection: AsyncConnection) -> set[str]:
    """Finds the tables that a database has."""
    return set(await connection.run_sync(lambda c: inspect(c).get_table_names()))


def _mark_of(table: Table) -> Select[str]:
    return select(table.c.mark).where(table.c.partnership_id == _PID)


async def _alone(main: AsyncConnection) -> None:
    """SQLite has one writer at a time anyway."""
    if main.dialect.name == "postgresql":
        await main.execute(select(func.pg_advisory_xact_lock(_ONE_AT_A_TIME)))
        # Whoever is just raising something has an address already, and its thread in a moment.
        await main.execute(text("LOCK TABLE thread IN SHARE MODE"))

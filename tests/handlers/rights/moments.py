"""A moment of the tour, kept: both stores, who did what, and a copy on which others try the same.

What is tried is really done, and committed; then the copy is as it was. The tour itself hears of
none of it.
"""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from bot.base.settings import Settings
from bot.core.admission import Incoming
from bot.core.dispatch import Dispatch
from bot.core.ports import Reply
from bot.core.unit_of_work import Transactions
from bot.wiring import Core, build_core
from storage.directory.members import Seen
from storage.keyring.ballots import Ballots
from storage.keyring.store import Keyring
from storage.keyring.waiting import WaitingRoom
from storage.partnership import Partnership, PersonId
from tests.conftest import STORES
from tests.core.anytown import FixedClock, Town

Value = str | int | bytes | None
ELSEWHERE = "another-partnership"


@dataclass(frozen=True)
class Moment:
    """What somebody did, and how everything stood just before."""

    incoming: Incoming
    partnership: Partnership
    now: datetime
    stores: tuple[sqlite3.Connection, ...] = field(repr=False)
    """Copies in memory: main, keyring."""

    def rows(self, statement: str, *values: str) -> list[tuple[Value, ...]]:
        """What main says."""
        return self.stores[0].execute(statement, values).fetchall()

    def forget(self) -> None:
        """Gives the memory back."""
        for store in self.stores:
            store.close()


def kept(town: Town, incoming: Incoming, folder: Path) -> Moment:
    """Keeps this moment of a town whose stores lie in a folder."""
    here = town.core.partnership.as_it_stands()
    return Moment(incoming, here, town.clock.now(), tuple(_copied(folder, s) for s in STORES))


def _copied(folder: Path, store: str) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:")
    with closing(sqlite3.connect(folder / f"{store}.db")) as there:
        there.backup(copy)
    return copy


@dataclass
class Trial:
    """A second core on copies of the stores, with the tour's keys."""

    core: Core
    clock: FixedClock
    files: tuple[sqlite3.Connection, ...]
    moment: Moment | None = None

    async def stands_at(self, moment: Moment, people: list[Seen]) -> None:
        """Has everything stand as it did then, and these people in the directory besides."""
        for copy, there in zip(moment.stores, self.files, strict=True):
            copy.backup(there)
        await self.core.members.remember(people)
        for copy, there in zip(moment.stores, self.files, strict=True):
            there.backup(copy)
        self.clock.jump(moment.now - self.clock.now())
        self.moment = moment

    def back(self) -> None:
        """Takes back whatever was done since."""
        assert self.moment is not None
        for copy, there in zip(self.moment.stores, self.files, strict=True):
            copy.backup(there)

    def changes(self) -> list[int]:
        """A number for each store, another as soon as anything is committed in it."""
        return [there.execute("PRAGMA data_version").fetchone()[0] for there in self.files]

    async def leaves(self, person: PersonId) -> None:
        """Somebody's account is deactivated; what they held has moved on, or not."""
        await self.core.members.forget([person])

    async def does(self, incoming: Incoming, partnership: Partnership) -> Reply:
        """Somebody does something, as whom this partnership knows them."""
        return await Dispatch(self._transactions(partnership)).handle(incoming)

    def _transactions(self, partnership: Partnership) -> Transactions:
        # Everything anew: what a process counts of one who tries must not hold for the next.
        of = replace(self.core.transactions, partnership=partnership, renew=_nothing)
        if partnership.id != ELSEWHERE:
            return of
        keyring = Keyring(of.keyring.engine, of.keys, partnership.id)
        room = WaitingRoom(keyring)
        return replace(of, keyring=keyring, ballots=Ballots(keyring), room=room)


async def _nothing() -> None:
    pass


@asynccontextmanager
async def trial(town: Town, source: Path, folder: Path) -> AsyncIterator[Trial]:
    """Opens the second core on what the tour begins with."""
    folder.mkdir()
    for store in STORES:
        copied = closing(_copied(source, store))
        with closing(sqlite3.connect(folder / f"{store}.db")) as there, copied as copy:
            copy.backup(there)
    main, keyring = (f"sqlite+aiosqlite:///{folder / store}.db" for store in STORES)
    settings = Settings(data_dir=folder, database_url=main, keyring_url=keyring)
    clock = FixedClock()
    async with build_core(settings, clock, town.core.partnership, town.core.keys) as core:
        files = tuple(sqlite3.connect(folder / f"{store}.db") for store in STORES)
        for there in files:
            there.execute("PRAGMA synchronous=OFF")
        try:
            yield Trial(core, clock, files)
        finally:
            for there in files:
                there.close()

"""Brings a database to the newest schema. Main and keyring have migrations of their own."""

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from sqlalchemy import Connection, column, func, inspect, select, table
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.engine.postgres import unhurried
from storage.migrations.main.statistics import tell

if TYPE_CHECKING:
    from alembic.config import Config

Store = Literal["main", "keyring"]
Schema = Literal["none", "older", "current", "newer"]
_ONE_AT_A_TIME = 7_262_011
"""Any number, as long as nothing else in these databases locks by it."""
FOLDER = Path(__file__).parents[1] / "migrations"
_REVISION: Final = re.compile(r'^(down_|)revision\b[^=]*= "(\w+)"', re.MULTILINE)


def _config(store: Store, connection: Connection | None = None) -> "Config":
    # With what it needs, a tenth of a start that migrates nothing.
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER / store))
    config.attributes["connection"] = connection
    return config


async def migrate(engine: AsyncEngine, store: Store, to: str = "head") -> None:
    """Runs what is missing, up to a revision; of several that start at once, one after another."""
    async with engine.begin() as connection, unhurried(connection):
        if to == "head" and await schema_of(connection, store) == "current":
            await _tell_again(connection, store)
            return
        if engine.dialect.name == "postgresql":
            # Others may be at it for longer than a lock is otherwise waited for.
            await connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
            await connection.execute(select(func.pg_advisory_xact_lock(_ONE_AT_A_TIME)))
            await connection.exec_driver_sql("SET LOCAL lock_timeout = '60s'")
        await connection.run_sync(lambda c: _upgrade(store, c, to))


def _upgrade(store: Store, connection: Connection, to: str) -> None:
    from alembic import command

    command.upgrade(_config(store, connection), to)


async def _tell_again(connection: AsyncConnection, store: Store) -> None:
    # What it was told by another version may be out of date.
    if store == "main":
        await connection.run_sync(tell)


async def schema_of(connection: AsyncConnection, store: Store) -> Schema:
    """Tells how a database's schema stands to the newest one that is known here."""
    now, (known, newest) = await connection.run_sync(lambda c: _revision(c, store)), _known(store)
    if now is None:
        return "none"
    if now not in known:
        return "newer"
    return "current" if now == newest else "older"


def _revision(connection: Connection, store: Store) -> str | None:
    name = f"{store}_version"
    if not inspect(connection).has_table(name):
        return None
    found: str | None = connection.scalar(select(table(name, column("version_num")).c.version_num))
    return found


@cache
def _known(store: Store) -> tuple[frozenset[str], str]:
    """Reads from their files which revisions there are, and which is the newest."""
    files = (FOLDER / store / "versions").glob("*.py")
    found = [each for file in files for each in _REVISION.findall(file.read_text("utf-8"))]
    known = frozenset(id for down, id in found if not down)
    [newest] = known - {id for down, id in found if down}
    return known, newest


async def is_current(engine: AsyncEngine, store: Store) -> bool:
    """Tells whether nothing is missing."""
    async with engine.connect() as connection:
        return await schema_of(connection, store) == "current"

"""Brings a database to the newest schema. Main and keyring have migrations of their own."""

from pathlib import Path
from typing import Literal

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.engine.postgres import unhurried

Store = Literal["main", "keyring"]
Schema = Literal["none", "older", "current", "newer"]
_ONE_AT_A_TIME = 7_262_011
"""Any number, as long as nothing else in these databases locks by it."""
FOLDER = Path(__file__).parents[1] / "migrations"


def _config(store: Store, connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER / store))
    config.attributes["connection"] = connection
    return config


async def migrate(engine: AsyncEngine, store: Store, to: str = "head") -> None:
    """Runs what is missing, up to a revision; of several that start at once, one after another."""
    async with engine.begin() as connection, unhurried(connection):
        if engine.dialect.name == "postgresql":
            # Others may be at it for longer than a lock is otherwise waited for.
            await connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
            await connection.execute(select(func.pg_advisory_xact_lock(_ONE_AT_A_TIME)))
            await connection.exec_driver_sql("SET LOCAL lock_timeout = '60s'")
        await connection.run_sync(lambda c: command.upgrade(_config(store, c), to))


async def schema_of(connection: AsyncConnection, store: Store) -> Schema:
    """Tells how a database's schema stands to the newest one that is known here."""
    now = await connection.run_sync(
        lambda c: MigrationContext.configure(
            c, opts={"version_table": f"{store}_version"}
        ).get_current_revision()
    )
    if now is None:
        return "none"
    script = ScriptDirectory.from_config(_config(store))
    if now not in {known.revision for known in script.walk_revisions()}:
        return "newer"
    return "current" if now == script.get_current_head() else "older"


async def is_current(engine: AsyncEngine, store: Store) -> bool:
    """Tells whether nothing is missing."""
    async with engine.connect() as connection:
        return await schema_of(connection, store) == "current"

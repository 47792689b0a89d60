"""PostgreSQL whose every answer is waited for only so long, directly or through a pooler."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

from psycopg import AsyncConnection, OperationalError
from psycopg import errors as refused
from psycopg.abc import RV, PQGen
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection as Connected

from storage.engine.sqlite import READS

CONNECT: Final = 5
"""Seconds within which a server has to let us in."""
ANSWER: Final = 20.0
"""Seconds within which it has to answer. A proxy that stopped forwarding still takes what we say,
so the network itself never notices."""
OPTIONS: Final = {
    "connect_timeout": CONNECT,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}
LIMITS: Final = (
    "SELECT set_config('statement_timeout', '15s', true), set_config('lock_timeout', '10s', true),"
    " set_config('idle_in_transaction_session_timeout', '60s', true),"
    " set_config('search_path', '\"$user\", public', true)"
)
"""For one transaction each, since a pooler gives the next one another session: so a connection that
froze lets go of its locks. pg_dump leaves an empty search path in a pooler's sessions."""


class BoundedConnection(AsyncConnection[Any]):
    """A connection that ends itself when the server doesn't answer."""

    usual: float = ANSWER
    patience: float | None = ANSWER

    async def wait(
        self,
        gen: PQGen[RV],
        interval: float = 0.1,
        timeout: float | None = None,  # noqa: ASYNC109 - psycopg has it
    ) -> RV:
        """Waits for an answer. Raises OperationalError once it took too long."""
        try:
            return await super().wait(gen, interval, timeout or self.patience)
        except refused._WaitTimeout:  # noqa: SLF001 - psycopg has no other name for it
            self.pgconn.finish()
            raise OperationalError("the database gave no answer in time") from None


async def connect_bounded(patience: float, *args: Any, **options: Any) -> BoundedConnection:
    """Connects for SQLAlchemy; what stands in the address counts more than what is meant here."""
    # Prepared statements stay in a session, and a pooler gives each transaction another one.
    chosen = {**OPTIONS, **options, "prepare_threshold": None}
    connection = await BoundedConnection.connect(*args, **chosen)
    connection.patience = connection.usual = patience
    return connection


def limit(connection: Connection) -> None:
    """Tells the server how long this transaction may take, wait for a lock, or stand idle."""
    if connection.get_execution_options().get(READS):
        return
    cursor = connection.connection.cursor()
    cursor.execute(LIMITS)
    cursor.close()


@asynccontextmanager
async def unhurried(connection: Connected) -> AsyncIterator[None]:
    """Lets this transaction take as long as it needs: a migration, on whatever there is."""
    driver = (await connection.get_raw_connection()).driver_connection
    if not isinstance(driver, BoundedConnection):
        yield
        return
    driver.patience = None
    try:
        await connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        yield
    finally:  # the pool gives it to others, whatever became of this
        driver.patience = driver.usual

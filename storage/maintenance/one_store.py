"""Whether main and keyring are one database or on one server, however their addresses are spelt."""

from secrets import randbits

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine.private_files import file_of


async def same_database(
    main: AsyncEngine, keyring: AsyncEngine, main_url: str, keyring_url: str
) -> bool:
    """Tells whether both addresses lead to one database; nothing is made or written."""
    if main_url == keyring_url:
        return True
    if main.dialect.name != keyring.dialect.name:
        return False
    if main.dialect.name != "postgresql":
        files = file_of(main_url), file_of(keyring_url)
        return None not in files and len({path.resolve() for path in files if path}) == 1
    # The lock of one is in the other's way only where both are the same.
    number = select(func.pg_try_advisory_xact_lock(randbits(62)))
    async with main.begin() as one, keyring.begin() as other:
        await one.execute(number)
        return not await other.scalar(number)


async def same_server(main: AsyncEngine, keyring: AsyncEngine) -> bool:
    """Tells whether both are databases of one PostgreSQL server, which is copied as a whole."""
    if {main.dialect.name, keyring.dialect.name} != {"postgresql"}:
        return False
    # To the microsecond; what would name a server for certain is not everybody's to read.
    began = select(func.pg_postmaster_start_time())
    async with main.connect() as one, keyring.connect() as other:
        return await one.scalar(began) == await other.scalar(began)

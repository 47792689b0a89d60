"""Whether main and keyring are one database, however their addresses are spelt."""

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

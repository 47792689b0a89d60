"""One after the other: whoever changes what waits, and the clock that moves it into main."""

from collections.abc import Collection
from hashlib import sha256

from sqlalchemy import ARRAY, BigInteger, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

_LOCK = select(func.pg_advisory_xact_lock(func.unnest(bindparam("these", type_=ARRAY(BigInteger)))))


async def take_turn(session: AsyncSession, ids: Collection[str]) -> None:
    """Has nobody else act on what waits under these ids until this transaction ends.

    It leaves no trace: neither a row nor a transaction's number. SQLite's one writer is that turn.
    """
    if session.get_bind().dialect.name == "postgresql":
        # In one order everywhere, so that two who take several never wait for each other.
        await session.execute(_LOCK, {"these": sorted(map(_number, ids))})


def _number(id: str) -> int:
    return int.from_bytes(sha256(id.encode()).digest()[:8], signed=True)

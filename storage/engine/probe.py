"""Whether something could be stored now. Nothing of it is kept: no row, and no trace in a journal
from which somebody could tell when others wrote."""

import asyncio
import os
from pathlib import Path
from secrets import token_bytes, token_hex
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine.private_files import file_of

_BYTES: Final = 128 * 1024
_ROWS: Final = 8000
"""Some 300 kB: a table's free pages would take a few, though the disk is full."""
_FRESH_PAGES: Final = text(
    f"CREATE TEMPORARY TABLE upstander_probe AS SELECT generate_series(1, {_ROWS})"
)


async def probe(engine: AsyncEngine, url: str) -> None:
    """Writes as much as somebody's words take, and takes it back. Raises what the database says."""
    async with engine.connect() as connection:
        transaction = await connection.begin()
        try:
            if engine.dialect.name == "postgresql":
                await connection.execute(_FRESH_PAGES)
        finally:
            await transaction.rollback()
    if (path := file_of(url)) is not None:
        await asyncio.to_thread(_write_beside, path)


def _write_beside(path: Path) -> None:
    """SQLite writes into its journal, which stands in this folder and grows like this."""
    scratch = path.with_name(f".{path.name}-{token_hex(4)}.probe")
    descriptor = os.open(scratch, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(token_bytes(_BYTES))
            file.flush()
            os.fsync(file.fileno())
    finally:
        scratch.unlink()

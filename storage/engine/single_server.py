"""One process serves from an SQLite database at a time: two would send everything twice."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from storage.engine.private_files import created_private, file_of

if sys.platform == "win32":
    from msvcrt import LK_NBLCK, locking

    def _lock(file: IO[bytes]) -> None:
        locking(file.fileno(), LK_NBLCK, 1)

else:
    from fcntl import LOCK_EX, LOCK_NB, flock

    def _lock(file: IO[bytes]) -> None:
        flock(file, LOCK_EX | LOCK_NB)


class AlreadyServedError(Exception):
    """Another process serves from this database; the text says what to do."""

    def __init__(self, database: Path) -> None:
        super().__init__(
            f"Another Upstander already serves from {database}, so this one stops here; nothing "
            "is lost. With SQLite one server runs at a time: end the other one first, or give "
            "this one a UPSTANDER_DATA_DIR of its own. For several servers, use PostgreSQL "
            "(docs/running.md). check, backup and purge may run beside a server."
        )


@contextmanager
def serving_alone(url: str) -> Iterator[None]:
    """Holds SQLite's database for one server; any number may serve from PostgreSQL.

    The kernel lets go when the process ends, however it ends, so no stale lock is left behind.
    """
    path = file_of(url)
    if path is None:
        yield
        return
    # Beside the database, not on it: SQLite's own locks on that file would be lost with ours.
    lock = path.with_name(f"{path.name}.serving")
    created_private(lock)
    with lock.open("ab") as file:
        try:
            _lock(file)
        except OSError:
            raise AlreadyServedError(path) from None
        yield

"""Files that nobody but their owner may read, whatever the umask says."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from sqlalchemy.engine import make_url

OTHERS: Final = 0o077
JOURNALS: Final = ("", "-wal", "-shm", "-journal", ".serving")
"""What stands beside an SQLite database; SQLite gives its own the database's permissions."""


def file_of(url: str) -> Path | None:
    """Finds the file of an SQLite database; None on any other, and in memory."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        return None
    return Path(parsed.database or "")


def created_private(path: Path) -> None:
    """Makes an empty file for its owner only; one that is there stays as it is."""
    if os.name != "nt" and path.parent.is_dir() and not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))


def files_of(urls: Iterable[str], folder: Path, secret: Path, keys: Path) -> list[Path]:
    """Lists what is there of both stores, the secret and the ratchets, folders included."""
    databases = [path for url in urls if (path := file_of(url)) is not None]
    beside = [path.with_name(path.name + end) for path in databases for end in JOURNALS]
    ratchets = [found for top in keys.glob("ratchet-*") for found in (top, *top.glob("*"))]
    folders = {folder, keys, *(path.parent for path in databases)}
    return [path for path in (*sorted(folders), *beside, secret, *ratchets) if path.exists()]


def exposed(paths: Iterable[Path]) -> Iterator[Path]:
    """Finds those that others than their owner may look into."""
    if os.name != "nt":
        yield from (path for path in paths if path.stat().st_mode & OTHERS)


def made_private(paths: Iterable[Path], keep: Iterable[Path] = ()) -> list[Path]:
    """Takes others' permissions away where the files are ours, and gives those it took them from.

    Folders to keep stay as they are.
    """
    kept = set(keep)
    mended = [p for p in exposed(paths) if p not in kept and p.stat().st_uid == os.getuid()]
    for path in mended:
        path.chmod(path.stat().st_mode & 0o700)
    return mended

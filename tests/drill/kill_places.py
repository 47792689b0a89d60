"""Stores that stand somewhere, and copies of them: each kill point needs stores of its own."""

import json
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import Protocol

from bot.base.settings import Settings
from bot.wiring import build_core
from tests.core.anytown import FixedClock, Town, example

anytown_as_written = cache(example)


@dataclass(frozen=True)
class Place:
    """Two stores, and the folder with the secret, the ratchet and a backup."""

    folder: Path
    main_url: str
    keyring_url: str

    @property
    def settings(self) -> Settings:
        """What an operator of these stores has set."""
        return Settings(
            data_dir=self.folder,
            keys_dir=self.folder / "keys",
            partnership=self.folder / "partnership.yaml",
            database_url=self.main_url,
            keyring_url=self.keyring_url,
        )

    @property
    def backup(self) -> Path:
        """Where the backup stands."""
        return self.folder / "backup.sqlite3"


@asynccontextmanager
async def town_at(place: Place, now: datetime) -> AsyncIterator[Town]:
    """The town on these stores as they are: nothing is mended by opening it."""
    clock = FixedClock(now)
    core = build_core(place.settings, clock, anytown_as_written())
    town = Town(core, clock)
    core.clients["web"] = town.client
    try:
        yield town
    finally:
        await core.close()


class Places(Protocol):
    """Where stores can be put."""

    @property
    def kind(self) -> str:
        """The database's name."""
        ...

    def empty(self) -> Place:
        """Stores without a table."""
        ...

    def copied(self, place: Place) -> Place:
        """The same stores once more."""
        ...

    def gone(self, place: Place) -> None:
        """They are no longer needed."""
        ...

    def digest(self, place: Place) -> bytes:
        """Two that have the same are the same to the last byte."""
        ...


@contextmanager
def copy_of(place: Place, places: Places) -> Iterator[Place]:
    """A copy for the length of a `with`."""
    copy = places.copied(place)
    try:
        yield copy
    finally:
        places.gone(copy)


@dataclass(frozen=True)
class OnSqlite:
    """Files in folders."""

    root: Path
    kind: str = "SQLite"

    def empty(self) -> Place:
        """Stores without a table."""
        place = self._in(self.root / token_hex(4))
        place.folder.mkdir(parents=True)
        name_partnership(place.folder)
        return place

    def copied(self, place: Place) -> Place:
        """The same stores once more."""
        copy = self._in(self.root / token_hex(4))
        shutil.copytree(place.folder, copy.folder)
        return copy

    def gone(self, place: Place) -> None:
        """They are no longer needed."""
        shutil.rmtree(place.folder)

    def digest(self, place: Place) -> bytes:
        """Two that have the same are the same to the last byte."""
        return digest_of(place.folder)

    def _in(self, folder: Path) -> Place:
        main, keyring = (f"sqlite+aiosqlite:///{folder / n}.sqlite3" for n in ("main", "keyring"))
        return Place(folder, main, keyring)


def digest_of(folder: Path) -> bytes:
    """Of every file in it, but for what SQLite makes anew from the journal after a crash."""
    digest = sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.endswith("-shm"):
            digest.update(f"{path.relative_to(folder)}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
    return digest.digest()


def name_partnership(folder: Path) -> None:
    """The same town, told briefly: commands that operators type read it from a file each time."""
    town = anytown_as_written()
    agency = {
        "id": "school", "name": "Anytown School", "sector": "education", "nation": "england",
        "urgent": [{"name": "Police", "number": "999"}], "leads": ["slack:T1:U1"],
        "roles": {"fallback": ["slack:T1:U2"]}, "slack_workspaces": ["T1"],
    }  # fmt: skip
    brief = {"id": town.id, "name": "Anytown", "agencies": [agency]}
    (folder / "partnership.yaml").write_text(json.dumps(brief), "utf-8")

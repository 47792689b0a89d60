"""What the keyring's tests share: one store, and any number of processes on it."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.crypto.identity import ReturnAddress
from storage.crypto.keys import Keys
from storage.crypto.secrets_file import create_secret
from storage.engine.database import make_engine
from storage.keyring.store import Keyring
from storage.keyring.tables import ring

SAM = ReturnAddress("slack:T01:U01SAM", '{"channel":"D01"}', "en", "school", "", "anonymous")
ALEX = replace(SAM, person="teams:8:ALEX", mode="confidence", name="Alex Morgan")


class Bench:
    """One keyring store and its keys, from which any number of processes can be opened."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self.folder = folder
        self.ratchet = folder / "ratchets" / "ratchet-anytown"
        self.engines: list[AsyncEngine] = []
        create_secret(folder / "secret")

    def process(self, partnership: str = "anytown", secret: str = "secret") -> Keyring:
        self.engines.append(make_engine(self.url))
        keys = Keys.load(self.folder / secret, self.folder / "ratchets")
        return Keyring(self.engines[-1], keys, partnership)

    async def opened(self, partnership: str = "anytown") -> Keyring:
        keyring = self.process(partnership)
        await keyring.create()
        return keyring

    async def rows(self) -> list[tuple[str, str, str, int, bytes]]:
        async with self.engines[0].connect() as connection:
            found = await connection.execute(select(ring))
            return [tuple(row) for row in found]

    async def alter(self, ref: str, **values: int | bytes) -> None:
        async with self.engines[0].begin() as connection:
            await connection.execute(update(ring).where(ring.c.ref == ref).values(**values))

    def versions(self) -> list[str]:
        return sorted(path.name for path in self.ratchet.iterdir())

"""Whoever keeps a town's stores: takes backups of them, and brings them back."""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path

from bot.base.settings import Settings
from tests.conftest import Stores
from tests.core.anytown import FixedClock, Town, anytown
from tests.core.tools import settings_of

DONE = "The panel met again, with the health visitor."


@dataclass
class Operator:
    """Keeps one town's stores, and its backups in a folder."""

    stores: Stores
    folder: Path
    clock: FixedClock

    @property
    def settings(self) -> Settings:
        """What is set."""
        return settings_of(self.stores, self.folder / "data")

    @property
    def copy(self) -> Path:
        """The backup."""
        return self.folder / "copy"

    def town(self) -> AbstractAsyncContextManager[Town]:
        """The server, for as long as it runs."""
        return anytown(self.stores, self.folder / "data", self.clock)


async def answered(town: Town, how: str = "anonymous") -> str:
    await town.raises("leila", how=how, release="now")
    page = await town.presses_card("grace", "I’ll pick this up")
    asked = await page.presses("Give the final answer")
    await asked.fills(outcome="acted", text=DONE)
    await town.core.ticks.drain()
    return str((await town.column("thread", "id"))[-1])

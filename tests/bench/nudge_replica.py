"""A process that takes what is due whenever it is told to: one of one, or one of two.

python -m tests.bench.nudge_replica MAIN_URL KEYRING_URL FOLDER     (reads moments, a line each)
"""

import asyncio
import resource
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tests.conftest import Stores
from tests.core.anytown import anytown


@dataclass
class Replica:
    """Such a process, from outside."""

    process: asyncio.subprocess.Process
    rss_mb: float = 0
    """What it holds in memory, as it last said."""

    async def take(self, moment: datetime) -> int:
        """Has it take what is due by then; gives how many that were."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{moment.isoformat()}\n".encode())
        return await self.answer()

    async def answer(self) -> int:
        """The number it says."""
        assert self.process.stdout is not None
        taken, rss = (await self.process.stdout.readline()).split()
        self.rss_mb = float(rss)
        return int(taken)


@asynccontextmanager
async def replica(stores: Stores, folder: Path) -> AsyncIterator[Replica]:
    """One that is up."""
    where = (stores.main_url, stores.keyring_url, str(folder))
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bench.nudge_replica", *where,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    started = Replica(process)
    try:
        await started.answer()
        yield started
    finally:
        process.terminate()
        await process.wait()


def rss_mb() -> float:
    """What this process holds in memory now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


async def main(main_url: str, keyring_url: str, folder: str) -> None:
    """Until nobody tells it anything any more."""
    async with anytown(Stores(main_url, keyring_url, "postgres"), Path(folder)) as town:
        print(0, rss_mb(), flush=True)
        while line := await asyncio.to_thread(sys.stdin.readline):
            town.clock.set(datetime.fromisoformat(line.strip()))
            print(await town.core.ticks.steps(), rss_mb(), flush=True)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))

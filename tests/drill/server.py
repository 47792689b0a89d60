"""`upstander serve` as a process of its own, so that it can be killed and started again."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from tests.peers import free_port
from tests.peers.slack_payloads import SECRET, TEAM

ROOT = Path(__file__).resolve().parents[2]
SERVE = "import sys; from bot.cli.main import main; sys.argv = ['upstander', *sys.argv[1:]]; main()"
LEADS = ("U08LEAD", "U09LEAD")
HEAD = "U10HEAD"
PATIENCE = 60


def town_file(folder: Path, **more: object) -> Path:
    """A school in one workspace with two leads, written as YAML (which JSON is)."""
    agency = {
        "id": "school", "name": "Anytown School", "sector": "education", "nation": "england",
        "urgent": [{"name": "Police", "number": "999"}], "slack_workspaces": [TEAM],
        "leads": [f"slack:{TEAM}:{lead}" for lead in LEADS],
        "roles": {"fallback": [f"slack:{TEAM}:{HEAD}"]},
    }  # fmt: skip
    written = folder / "partnership.yaml"
    town = {
        "id": "anytown", "name": "Anytown", "agencies": [agency],
        "thresholds": {"raised_an_hour": 1_000_000},  # a few people raise it all here
        **more,
    }  # fmt: skip
    written.write_text(json.dumps(town), "utf-8")
    return written


@dataclass
class Process:
    """A server by its command line; one on a port at a time."""

    command: tuple[str, ...]
    settings: dict[str, str]
    log: Path
    port: int = field(default_factory=free_port)
    metrics_port: int = field(default_factory=free_port)
    tree: Path = ROOT
    """The checkout whose code it runs."""
    _running: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def watch(self) -> str:
        """Where it tells operators how it is."""
        return f"http://127.0.0.1:{self.metrics_port}"

    @property
    def pid(self) -> int:
        """The running process's id."""
        assert self._running is not None
        return self._running.pid

    async def start(self) -> float:
        """Starts it; returns after how many seconds it said that it is ready."""
        began = time.perf_counter()
        with self.log.open("ab") as log:
            self._running = subprocess.Popen(
                self.command, cwd=self.tree, env=self._environment, stdout=log, stderr=log
            )
        async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as http:
            while not await self._ready(http):
                await asyncio.sleep(0.02)
        return time.perf_counter() - began

    async def run_out(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The same with other words behind its name, or as it is, until it ends by itself."""
        command = (*self.command[:-1], *(arguments or self.command[-1:]))
        return await asyncio.to_thread(
            subprocess.run, command, cwd=self.tree, env=self._environment, text=True,
            timeout=PATIENCE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    @property
    def _environment(self) -> dict[str, str]:
        known = {"PATH", "HOME", "LANG", "TMPDIR", "COVERAGE_PROCESS_START"}
        return {k: v for k, v in os.environ.items() if k in known} | self.settings

    async def _ready(self, http: aiohttp.ClientSession) -> bool:
        assert self._running is not None
        assert self._running.poll() is None, f"it ended at once: {self.log.read_text()[-2000:]}"
        try:
            async with http.get(f"{self.url}/readyz") as answer:
                return answer.status == 200
        except aiohttp.ClientError:
            return False

    async def kill(self) -> None:
        """As a power cut would: nothing is finished, nobody is told."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        """As an operator would."""
        await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> None:
        if self._running is not None:
            self._running.send_signal(how)
            await asyncio.to_thread(self._running.wait, PATIENCE)
            self._running = None


def upstander(
    folder: Path,
    slack_api: str,
    database_url: str = "",
    keyring_url: str = "",
    partnership: Path | None = None,
    name: str = "server",
) -> Process:
    """The product, told everything by its settings alone."""
    process = Process((sys.executable, "-c", SERVE, "serve"), {}, folder / f"{name}.log")
    process.settings = {
        "UPSTANDER_PARTNERSHIP": str(partnership or town_file(folder)),
        "UPSTANDER_DATA_DIR": str(folder / "data"),
        "UPSTANDER_PACE_SECONDS": "0",  # two leads get everything here
        "UPSTANDER_DATABASE_URL": database_url,
        "UPSTANDER_KEYRING_URL": keyring_url,
        "UPSTANDER_PORT": str(process.port),
        "UPSTANDER_METRICS_PORT": str(process.metrics_port),
        "SLACK_BOT_TOKEN": "xoxb-test",
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": slack_api,
    }
    return process


@asynccontextmanager
async def serving(process: Process) -> AsyncIterator[Process]:
    """It runs for the length of an `async with`."""
    await process.start()
    try:
        yield process
    finally:
        await process.stop()

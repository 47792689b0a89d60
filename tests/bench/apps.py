"""The servers side by side, each a process of its own, and what is sent to each."""

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

import aiohttp

from prompts.words import say, speak
from tests.bench.client import request
from tests.bench.forms import Forms
from tests.drill.forms import HOW
from tests.drill.server import Process, upstander
from tests.peers import free_port
from tests.peers import slack_payloads as says
from tests.peers.slack_payloads import SECRET

STAFF = [f"U{number:04}STAFF" for number in range(400)]
"""They take turns, since nobody may raise more than so much in an hour."""


@dataclass
class App:
    """A server under measurement."""

    name: str
    server: Process
    forms: Forms
    """The product's own: all are sent the same."""
    bare: bool = True
    only: str = ""
    """The one thing that it can be sent; otherwise anything."""
    started: float = 0.0
    _turns: Iterator[str] = field(default_factory=lambda: cycle(STAFF))

    @property
    def rss(self) -> float:
        """Resident memory in MB."""
        status = Path(f"/proc/{self.server.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def concern_typed(self, number: int) -> list[bytes]:
        """Typed `/concern`s, each with a trigger of its own."""
        return self._typed("/concern", number)

    def challenge_typed(self, number: int) -> list[bytes]:
        """Typed `/challenge`s, each with a trigger of its own."""
        return self._typed("/challenge", number)

    def concerns(self, number: int) -> list[bytes]:
        """Forms that are sent, each once: a third by name, in confidence, anonymous."""
        return self._sent("concern", number)

    def challenges(self, number: int) -> list[bytes]:
        """Challenges whose sentence was looked over, each sent once, a third each way."""
        return self._sent("challenge", number)

    def answer_to(self, words: str) -> bytes:
        """What shows that it was taken: the product's own words; a bare app says always the same"""
        return b'"update"' if self.bare else speak(say(words), "en").encode()

    def _typed(self, what: str, number: int) -> list[bytes]:
        bodies = [says.command(next(self._turns), what) for _ in range(number)]
        return [request(self.server.port, body) for body in bodies]

    def _sent(self, what: str, number: int) -> list[bytes]:
        bodies = [self.forms.sent(what, next(self._turns), HOW[n % 3]) for n in range(number)]
        return [request(self.server.port, body) for body in bodies]

    async def quiet(self, http: aiohttp.ClientSession) -> bool:
        """Whether everything it took is delivered too, so that it leaves the others alone."""
        if self.bare:
            return True
        async with http.get(f"{self.server.watch}/readyz") as answer:
            return not (await answer.json())["outbox_waiting"]


@asynccontextmanager
async def lean_slack() -> AsyncIterator[str]:
    """A Slack that says yes to everything."""
    port = free_port()
    command = (sys.executable, "-m", "tests.bench.slack", str(port))
    process = await asyncio.create_subprocess_exec(*command)
    try:
        yield f"http://127.0.0.1:{port}/api/"
    finally:
        process.terminate()
        await process.wait()


def bare(kind: str, folder: Path, slack_api: str) -> Process:
    """A bare Bolt app."""
    return _process(folder, slack_api, f"{kind}.log", "tests.bench.bare", kind)


def _process(folder: Path, slack_api: str, log: str, *module: str) -> Process:
    process = Process((sys.executable, "-m", *module), {}, folder / log)
    process.settings = {
        "PORT": str(process.port),
        "SLACK_API_URL": slack_api,
        "SLACK_SIGNING_SECRET": SECRET,
    }
    return process


def four(folder: Path, slack_api: str) -> list[App]:
    """The product; Bolt with its default runner and with process_before_response; the floor."""
    forms = Forms(folder)
    floor = _process(folder, slack_api, "floor.log", "tests.bench.floor", str(folder / "floor"))
    return [
        App("Upstander", upstander(folder, slack_api), forms, bare=False),
        App("bare Bolt", bare("default", folder, slack_api), forms),
        App("bare Bolt, before response", bare("before", folder, slack_api), forms),
        App("the floor", floor, forms, only="submission"),
    ]

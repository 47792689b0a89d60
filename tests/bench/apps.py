"""The three servers side by side, each a process of its own, and what is sent to each."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

from bot.slack.render import modal
from handlers.concern_form import concern_form
from handlers.contract import Event
from storage.partnership import AgencyId
from storage.partnership.reading import read_partnership
from tests.bench.client import request
from tests.drill.forms import HOW, filled
from tests.drill.server import Process, town_file, upstander
from tests.peers import slack_payloads as says
from tests.peers.slack_payloads import SECRET, unique

Json = dict[str, Any]
USER = "U20TEACHER"
TYPICAL = "The plan was agreed, and nobody came. It is the third time this month."


@dataclass
class App:
    """A server under measurement."""

    name: str
    server: Process
    views: Mapping[str, Json]
    """The product's own form for each choice: all three are sent the same."""
    started: float = 0.0

    @property
    def rss(self) -> float:
        """Resident memory in MB."""
        status = Path(f"/proc/{self.server.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def commands(self, number: int) -> list[bytes]:
        """Typed `/concern`s, each with a trigger of its own."""
        bodies = [says.command(USER, "/concern") for _ in range(number)]
        return [request(self.server.port, body) for body in bodies]

    def submissions(self, number: int) -> list[bytes]:
        """Forms that are sent, each once: a third by name, in confidence, anonymous."""
        return [request(self.server.port, self._form(HOW[n % 3])) for n in range(number)]

    def _form(self, how: str) -> bytes:
        return filled(self.views, USER, how, unique("bench-form-token-"), TYPICAL).body()

    async def quiet(self, http: aiohttp.ClientSession) -> bool:
        """Whether everything it took is delivered too, so that it leaves the others alone."""
        async with http.get(f"{self.server.url}/readyz") as answer:
            return (
                answer.content_type == "text/plain" or not (await answer.json())["outbox_waiting"]
            )


def bare(kind: str, folder: Path, slack_api: str) -> Process:
    """A bare Bolt app."""
    command = (sys.executable, "-m", "tests.bench.bare", kind)
    process = Process(command, {}, folder / f"{kind}.log")
    process.settings = {
        "PORT": str(process.port),
        "SLACK_API_URL": slack_api,
        "SLACK_SIGNING_SECRET": SECRET,
    }
    return process


def three(folder: Path, slack_api: str) -> list[App]:
    """The product, and Bolt with its default runner and with process_before_response."""
    views = _views(folder)
    return [
        App("Upstander", upstander(folder, slack_api), views),
        App("bare Bolt", bare("default", folder, slack_api), views),
        App("bare Bolt, before response", bare("before", folder, slack_api), views),
    ]


def _views(folder: Path) -> dict[str, Json]:
    town = read_partnership(town_file(folder))
    opened = Event("concern")
    return {
        how: modal(
            concern_form(AgencyId("school"), Event("concern", "", {"how": how}), town),
            "en", opened,
        ) | {"id": "V1", "hash": "h"}
        for how in HOW
    }  # fmt: skip

"""local-slack: an independent Slack for end-to-end tests.

It listens on every interface, so it only starts where there is no way out: a network namespace
that has loopback and nothing else. The server under test and the tests must share that loopback,
and the neatest way to share it is to put the whole test run inside. `make test` does:
`tests/peers/offline.sh pytest`. Run pytest by itself and these tests are skipped, with the reason.

    async with local_slack.running(folder, request_url=url) as slack:
        await slack.command("/concern", user=TEACHER)
        assert "picked up" in str(await slack.messages("C01GEN"))

It drives by its own control API and, for modals, the WebSocket its web page uses. It enforces no
block limits and no trigger expiry, and has no OAuth, shared channels, 429s or message shortcuts.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import httpx
from ruamel.yaml import YAML
from websockets.asyncio.client import ClientConnection, connect

from tests.peers import NODE_MODULES, free_port

BINARY = NODE_MODULES / "local-slack-linux-x64" / "bin" / "local-slack"
ROUTES = Path("/proc/self/net/route")
TOKENS = {"botToken": "xoxb-test", "appToken": "xapp-test", "signingSecret": "test-secret"}
TEAM, BOT, TEACHER, LEAD, OTHER_LEAD = "T01TEST", "U0BOT", "U01TEACHER", "U01LEAD", "U02LEAD"
MEETING = "C01GEN"
PEOPLE: Mapping[str, str] = {TEACHER: "A Teacher", LEAD: "A Lead", OTHER_LEAD: "Another Lead"}

Json = dict[str, Any]


def lacking() -> str | None:
    """Why local-slack can't be started here, or None."""
    if not BINARY.exists():
        return "no local-slack: needs Linux on x64 with npm, then `make test`"
    if not ROUTES.exists() or len(ROUTES.read_text().splitlines()) > 1:
        return "local-slack starts only in a network of its own: tests/peers/offline.sh pytest ..."
    return None


def config(
    mode: Literal["events", "socket"], request_url: str, people: Mapping[str, str] = PEOPLE
) -> Json:
    """A workspace of these people and the bot, all in one channel."""
    app = {"appId": "A01APP", "botUserId": BOT, "botName": "upstander", "mode": mode, **TOKENS}
    return {
        "workspace": {"name": "Anytown", "domain": "anytown", "teamId": TEAM},
        "app": app | ({"requestUrl": request_url} if mode == "events" else {}),
        "users": [
            {
                "id": id,
                "name": id.lower(),
                "real_name": name,
                "email": f"{id.lower()}@anytown.example",
            }
            for id, name in people.items()
        ],
        "channels": [{"id": MEETING, "name": "strategy-meeting", "members": [*people, BOT]}],
    }


@dataclass(frozen=True)
class LocalSlack:
    """A running workspace, driven as its people would."""

    url: str
    http: httpx.AsyncClient
    ui: ClientConnection
    request_url: str = ""
    """Where it posts what people do, in mode `events`."""

    @property
    def api(self) -> str:
        """What SLACK_API_URL is set to."""
        return f"{self.url}/api/"

    async def control(self, verb: str, **body: object) -> Json:
        """`POST /_control/{verb}`: command, interact, message, open-home."""
        answer = await self.http.post(f"/_control/{verb}", json=body)
        answer.raise_for_status()
        result: Json = answer.json()
        return result

    async def command(self, command: str, user: str, channel: str = MEETING) -> Json:
        """Someone types a slash command."""
        return await self.control("command", command=command, text="", user=user, channel=channel)

    async def messages(self, channel: str) -> Any:
        """What stands in a channel or a direct conversation."""
        return (await self.http.get(f"/_control/messages/{channel}")).raise_for_status().json()

    async def log(self) -> Any:
        """Everything that went between the app and the workspace."""
        return (await self.http.get("/_control/log")).raise_for_status().json()

    async def open_home(self, user: str) -> None:
        """Someone opens the app's Home; what it shows is then `shown("home")`."""
        await self.control("open-home", user=user)

    async def press(self, user: str, channel: str, message: str, action: Json) -> None:
        """Someone presses a button of a message, named by its timestamp."""
        await self.control("interact", user=user, channel=channel, messageTs=message, action=action)

    async def submit(self, user: str, values: Json) -> None:
        """Someone presses a modal's submit button, `values` as in `view.state.values`."""
        await self.ui.send(json.dumps({"t": "view_submit", "user": user, "values": values}))

    async def shown(self, kind: str, within: float = 5) -> Json:
        """The next change on screen: view, view_errors, home, message or message_update."""
        async with asyncio.timeout(within):
            async for frame in self.ui:
                event: Json = json.loads(frame)
                if event["t"] == kind:
                    return event
        raise ConnectionError("local-slack closed its web page")


@asynccontextmanager
async def running(
    folder: Path,
    request_url: str = "",
    mode: Literal["events", "socket"] = "events",
    people: Mapping[str, str] = PEOPLE,
) -> AsyncIterator[LocalSlack]:
    """A workspace for the length of an `async with`; its settings and output stay in the folder."""
    if (reason := lacking()) is not None:
        raise RuntimeError(reason)
    settings, port = folder / "slack.yaml", free_port()
    YAML().dump(config(mode, request_url, people), settings)
    with (folder / "slack.log").open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            BINARY, "--config", settings, "--port", str(port), "--base-host", "127.0.0.1",
            "--files-dir", folder / "files",
            stdout=output, stderr=output,
        )  # fmt: skip
        try:
            async with _driving(f"127.0.0.1:{port}", process, request_url) as slack:
                yield slack
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()


@asynccontextmanager
async def _driving(
    address: str, process: asyncio.subprocess.Process, request_url: str
) -> AsyncIterator[LocalSlack]:
    url = f"http://{address}"
    async with httpx.AsyncClient(base_url=url, trust_env=False) as http:
        await _ready(http, process)
        async with connect(f"ws://{address}/ui", proxy=None) as ui:
            yield LocalSlack(url, http, ui, request_url)


async def _ready(http: httpx.AsyncClient, process: asyncio.subprocess.Process) -> None:
    async with asyncio.timeout(20):
        while process.returncode is None:
            try:
                await http.get("/_control/log")
                return
            except httpx.TransportError:
                await asyncio.sleep(0.02)  # until it listens
    raise RuntimeError(f"local-slack ended with {process.returncode}: see slack.log")

"""Slack's end of a Socket Mode connection: it sends an envelope, and reads what comes back.

async with slack_socket.running(slack) as wire:      # beside a fake Slack, before the edge
    answer = await wire.ask(suggestion(...))
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import WSMsgType, web

from tests.peers.fake_slack import METHODS, FakeSlack
from tests.peers.slack_payloads import unique

Json = dict[str, Any]


class Wire:
    """One open connection, and the answers that are waited for."""

    def __init__(self) -> None:
        self.url = ""
        self._open: asyncio.Future[web.WebSocketResponse] = asyncio.Future()
        self._answers: dict[str, asyncio.Future[Json]] = {}

    async def ask(self, payload: Json) -> Json:
        """Sends an interaction; gives the payload of the answer. Slack waits for three seconds."""
        envelope = unique("E")
        answer = self._answers[envelope] = asyncio.Future()
        async with asyncio.timeout(10):
            socket = await self._open
            await socket.send_json({
                "type": "interactive", "envelope_id": envelope, "payload": payload,
                "accepts_response_payload": True,
            })  # fmt: skip
            answered = await answer
        found: Json = answered["payload"]
        return found

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """Greets, as Slack does, and listens."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})
        self._open.set_result(socket)
        async for message in socket:
            if message.type == WSMsgType.TEXT and message.data.startswith("{"):
                answer = json.loads(message.data)
                self._answers[answer["envelope_id"]].set_result(answer)
        return socket


@asynccontextmanager
async def running(slack: FakeSlack) -> AsyncIterator[Wire]:
    """A socket that the fake Slack names when it is asked where to connect."""
    wire, app = Wire(), web.Application()
    app.add_routes([web.get("/link", wire.handle)])
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    wire.url = f"ws://127.0.0.1:{runner.addresses[0][1]}/link"
    METHODS["apps.connections.open"] = lambda _slack, _body: {"url": wire.url}
    try:
        yield wire
    finally:
        del METHODS["apps.connections.open"]
        await runner.cleanup()

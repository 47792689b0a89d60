"""Socket Mode: the same listeners, for a workspace behind a firewall."""

import asyncio
from collections.abc import Callable
from typing import Protocol

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp

from bot.base.logs import log

LOOK = 10.0
"""Seconds between two looks at the connection."""
QUIET_LOOKS = 3
"""The library reconnects by itself; when it hasn't after this many looks, it is rebuilt."""


class Connection(Protocol):
    """The part of slack_sdk's Socket Mode client that we use."""

    async def connect(self) -> None:
        """Tries until it is connected."""

    async def is_connected(self) -> bool:
        """Tells whether it is neither closed nor has gone quiet."""

    async def close(self) -> None:
        """Disconnects for good."""


class Socket:
    """Keeps one connection, and a new one when it has gone quiet."""

    def __init__(self, make: Callable[[], Connection], look: float = LOOK) -> None:
        self._make = make
        self._look = look
        self._task: asyncio.Task[None] | None = None
        self._up = asyncio.Event()

    async def start(self, patience: float) -> None:
        """Connects, and keeps connected until stopped; waits so long for the first connection."""
        self._task = asyncio.create_task(self._keep(), name="slack socket")
        try:
            await asyncio.wait_for(self._up.wait(), patience)
        except TimeoutError:
            log.said("Slack can't be reached yet; trying on")

    async def stop(self) -> None:
        """Disconnects."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _keep(self) -> None:
        while True:
            client = self._make()
            # The library tries until it succeeds, so trying in vain is a quiet connection too.
            connecting = asyncio.create_task(self._connect(client))
            try:
                await self._gone_quiet(client)
                log.said("the Slack connection had gone quiet and is made anew")
            finally:
                connecting.cancel()
                await asyncio.gather(connecting, return_exceptions=True)
                await client.close()

    async def _connect(self, client: Connection) -> None:
        await client.connect()
        self._up.set()

    async def _gone_quiet(self, client: Connection) -> None:
        missed = 0
        while missed < QUIET_LOOKS:
            await asyncio.sleep(self._look)
            missed = 0 if await client.is_connected() else missed + 1


def connection_of(app: AsyncApp, app_token: str, direct: bool) -> Connection:
    """Makes a fresh connection, with the app's logger. `direct`: no proxy stands between."""
    client = AsyncSocketModeHandler(app, app_token, logger=app.logger).client
    if direct:
        client.proxy = None
    return client

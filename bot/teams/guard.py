"""Stands before the SDK: it would parse 20 MB from anybody, and answer nonsense with a 500."""

import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.teams.connector.hosts import Hosts

MOST_BYTES = 512 * 1024
"""An activity is far smaller; a flagged message with its attachments may be long."""


class RefusedError(Exception):
    """Not for us: the status, and not a word more."""

    def __init__(self, status: int) -> None:
        super().__init__("A request that can't come from Teams.")
        self.status = status


@dataclass(frozen=True)
class TeamsGuard:
    """Lets through what looks like an activity from a connector we know."""

    hosts: Hosts = field(default_factory=Hosts)

    async def admit(
        self, headers: Mapping[str, str], chunks: AsyncIterator[bytes]
    ) -> dict[str, Any]:
        """The activity as it came. Raises RefusedError."""
        if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            raise RefusedError(415)
        body = await _body(headers.get("content-length", ""), chunks)
        activity = _object(body)
        if not isinstance(activity.get("type"), str) or activity.get("channelId") != "msteams":
            raise RefusedError(400)
        # Without a service address the SDK skips the check of the token's own.
        if not self.hosts.allow(activity.get("serviceUrl")):
            raise RefusedError(400)
        return activity


async def _body(length: str, chunks: AsyncIterator[bytes]) -> bytes:
    if length and (not length.isdecimal() or int(length) > MOST_BYTES):
        raise RefusedError(413)
    body = bytearray()
    async for chunk in chunks:
        body += chunk
        if len(body) > MOST_BYTES:
            raise RefusedError(413)
    return bytes(body)


def _object(body: bytes) -> dict[str, Any]:
    try:
        activity = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise RefusedError(400) from None
    if not isinstance(activity, dict):
        raise RefusedError(400)
    return activity

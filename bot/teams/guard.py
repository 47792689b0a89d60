"""Stands before the SDK: it would parse 20 MB from anybody, and answer nonsense with a 500."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.base.requests import RefusedRequest, media_type, read_json, whole_body
from bot.teams.connector.hosts import Hosts

MOST_BYTES = 512 * 1024
"""An activity is far smaller; a flagged message with its attachments may be long."""


@dataclass(frozen=True)
class TeamsGuard:
    """Lets through what looks like an activity from a connector we know."""

    hosts: Hosts = field(default_factory=Hosts)

    async def admit(
        self, headers: Mapping[str, str], chunks: AsyncIterator[bytes]
    ) -> dict[str, Any]:
        """Gives the activity as it came. Raises RefusedRequest."""
        if media_type(headers) != "application/json":
            raise RefusedRequest(415)
        length = headers.get("content-length", "")
        if length and (not length.isdecimal() or int(length) > MOST_BYTES):
            raise RefusedRequest(413)
        activity = _object(await whole_body(chunks, MOST_BYTES))
        if not isinstance(activity.get("type"), str) or activity.get("channelId") != "msteams":
            raise RefusedRequest(400)
        # Without a service address the SDK skips the check of the token's own.
        if not self.hosts.allow(activity.get("serviceUrl")):
            raise RefusedRequest(400)
        return activity


def _object(body: bytes) -> dict[str, Any]:
    try:
        activity = read_json(body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise RefusedRequest(400) from None
    if not isinstance(activity, dict):
        raise RefusedRequest(400)
    return activity

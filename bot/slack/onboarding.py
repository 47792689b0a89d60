"""Introduces the bot to everyone: their direct conversation is open before anybody says anything,
so that opening it is never a trace of having spoken up."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.core.ports import Directory
from bot.slack.client import seconds_in
from bot.slack.people import SlackPeople, person_id
from storage.directory.members import Seen

PACE = 1.2
"""Seconds between two introductions: conversations.open takes about fifty a minute."""
BURST = 20
"""So many at once are fine, so that a small partnership is met in a moment."""
SLACKBOT = "USLACKBOT"
PATIENCE = 60.0


class Onboarding:
    """Keeps the directory in step with the workspace. Running it twice changes nothing."""

    def __init__(
        self, web: AsyncWebClient, people: SlackPeople, members: Directory, pace: float = PACE
    ) -> None:
        self._web = web
        self._people = people
        self._members = members
        self._pace = pace
        self._opened = 0

    async def run(self, team: str) -> None:
        """Meets or renews everyone in the workspace, and forgets those who left."""
        self._opened = 0
        async for user in self._users():
            home = self._people.home_of(user, str(user.get("team_id") or team))
            if user.get("is_bot") or user.get("id") == SLACKBOT:
                continue
            if user.get("deleted"):
                await self._members.forget([person_id(home, str(user["id"]))])
                continue
            seen = self._people.seen(user, home)
            if seen.agency is not None:
                await self._meet(user, home, seen)
            elif await self._members.find(seen.person) is not None:
                await self._members.forget([seen.person])  # a guest by now

    async def _meet(self, user: dict[str, Any], home: str, seen: Seen) -> None:
        known = await self._members.find(seen.person)
        channel = json.loads(known.address).get("channel", "") if known else ""
        if not channel:
            channel = await self._open(str(user["id"]))
        seen = self._people.seen(user, home, channel)
        if known and not user.get("locale"):
            seen = replace(seen, language=known.language)  # what isn't told changes nothing
        await self._members.remember([seen])

    async def _open(self, user: str) -> str:
        self._opened += 1
        if self._opened > BURST:
            await asyncio.sleep(self._pace)
        try:
            opened = await patiently(partial(self._web.conversations_open, users=user))
        except SlackApiError:
            return ""  # someone who can't be written to may still write to us
        return str((opened.get("channel") or {}).get("id", ""))

    async def _users(self) -> AsyncIterator[dict[str, Any]]:
        cursor = ""
        while True:
            page = await patiently(
                partial(self._web.users_list, limit=200, include_locale=True, cursor=cursor)
            )
            for user in page.get("members") or ():
                yield user
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return


async def patiently(call: Callable[[], Awaitable[AsyncSlackResponse]]) -> AsyncSlackResponse:
    """Calls again after the wait Slack asks for: nobody is waiting on this."""
    while True:
        try:
            return await call()
        except SlackApiError as refused:
            if getattr(refused.response, "status_code", 0) != 429:
                raise
            wait = seconds_in(refused.response.headers)
            await asyncio.sleep(PATIENCE if wait is None else wait)

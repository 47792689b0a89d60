"""Whose person somebody is where several agencies share a tenant: their e-mail tells, and Teams
keeps that in a conversation's roster, not in what people do."""

import asyncio
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx

from bot.base.logs import log
from bot.teams.activity import Activity
from bot.teams.connector.hosts import Hosts
from bot.teams.connector.server import Take
from bot.teams.connector.tokens import NoTokenError, Tokens
from bot.teams.people import TeamsPeople

PATIENCE = 3.0
"""Seconds to wait for a roster: whoever pressed a button is waiting too."""


@dataclass(frozen=True)
class Roster:
    """Asks the conversation that somebody acts in, once for each person."""

    people: TeamsPeople
    http: httpx.AsyncClient
    tokens: Tokens
    hosts: Hosts

    def before(self, take: Take) -> Take:
        """Waits with an activity until it is known whose person this is."""

        async def placed(activity: Activity) -> Any:
            if self.people.is_unplaced(activity):
                await self._ask(activity)
            return await take(activity)

        return placed

    async def _ask(self, activity: Activity) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                told = await self._member(activity)
        except (httpx.HTTPError, NoTokenError, OSError, ValueError) as error:
            # Without an agency this once: it is asked again when they act again.
            log.failed("a look at a Teams roster", error)
            return
        if told is not None:
            emails = (told.get("email"), told.get("userPrincipalName"))
            self.people.place(activity, [email for email in emails if isinstance(email, str)])

    async def _member(self, activity: Activity) -> dict[str, Any] | None:
        base = activity.service_url
        if not self.hosts.allow(base):
            return None
        conversation = quote(activity.conversation.id.partition(";")[0], safe="")
        member = quote(activity.from_.id, safe="")
        answer = await self.http.get(
            f"{base.rstrip('/')}/v3/conversations/{conversation}/members/{member}",
            headers={"Authorization": f"Bearer {await self.tokens.token()}"},
        )
        # 403: the bot isn't in this conversation, and another may tell.
        found = answer.json() if answer.is_success else None
        return found if isinstance(found, dict) else None

"""Introduces the bot to everyone: their direct conversation is open before anybody says anything,
so that opening it is never a trace of having spoken up. The directory is written from what Slack
says of people, and never in or beside what they do."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from functools import partial
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.core.ports import Directory
from bot.slack.client import THEIRS, code_of, seconds_in
from bot.slack.workspace.authorization import FAILURES
from bot.slack.workspace.people import SlackPeople, person_id
from storage.directory.members import Seen
from storage.partnership import PersonId, Platform, PlatformId

PACE = 1.2
"""Seconds between two introductions: conversations.open takes about fifty a minute."""
BURST = 20
"""So many at once are fine, so that a small partnership is met in a moment."""
MOST_ASKED = 100
"""As many as users.info answers in a minute."""
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
        """Meets or renews everyone in the workspace, and forgets those who left.

        Whom the partnership names comes first: messages may be waiting for them.
        """
        self._opened = 0
        self._people.forget_asked()
        for person in self._people.named():
            if (user := await self._ask(person)) is not None:
                await self._renew(user, PlatformId.read(person).home)
        listed: set[PersonId] = set()
        async for user in self._users():
            home = self._people.home_of(user, str(user.get("team_id") or team))
            listed.add(person_id(home, str(user.get("id"))))
            await self._renew(user, home)
        await self._look_for(listed)

    async def hear(self, user: dict[str, Any], team: str) -> None:
        """Hears from Slack that somebody is new or has changed: their name, or whose they are."""
        home = self._people.home_of(user, str(user.get("team_id") or team))
        seen = self._people.seen(user, home)
        self._people.forget_asked(seen.person)
        known = await self._members.find(seen.person)
        if known is not None and _tells_nothing_new(seen, known):
            return  # most changes are of a status or a picture
        # The event leaves out what the directory needs, such as the language.
        if not user.get("deleted"):
            user = await self._ask(seen.person) or user
        await self._renew(user, home)

    async def introduce(self, person: PersonId) -> Seen | None:
        """Meets one person now. Raises SlackApiError while Slack is busy or refuses us."""
        _, home, own = PlatformId.read(person)
        try:
            told = await self._web.users_info(user=own, include_locale=True)
            user = dict(told["user"])
            if user.get("deleted") or user.get("is_bot"):
                return None
            opened = await self._web.conversations_open(users=own)
        except SlackApiError as refused:
            if code_of(refused) in THEIRS:
                return None
            raise
        seen = self._people.seen(user | {"id": own}, home, str(opened["channel"]["id"]))
        if self._people.is_named(person):
            await self._members.remember([seen])
        return seen

    async def strangers(self) -> list[PersonId]:
        """Finds whom Slack doesn't know of those whom the file names, or who left; of very many
        the first, as far as Slack answers at once."""
        found: list[PersonId] = []
        for person in self._people.named()[:MOST_ASKED]:
            try:
                told = await self._web.users_info(user=PlatformId.read(person).own)
                gone = bool(told["user"].get("deleted"))
            except SlackApiError as refused:
                if code_of(refused) not in THEIRS:
                    break
                gone = True
            except FAILURES:
                break
            if gone:
                found.append(person)
        return found

    async def _ask(self, person: PersonId) -> dict[str, Any] | None:
        """Slack's own word on one person; None for somebody it doesn't show us."""
        own = PlatformId.read(person).own
        try:
            told = await patiently(partial(self._web.users_info, user=own, include_locale=True))
        except SlackApiError as refused:
            if code_of(refused) in THEIRS:
                return None
            raise
        return dict(told["user"]) | {"id": own}

    async def _look_for(self, listed: Collection[PersonId]) -> None:
        """Whoever is no longer listed may be gone; Slack is asked, lest a short list empties it."""
        for known in await self._members.everyone():
            if PlatformId.read(known.person).platform != Platform.SLACK or known.person in listed:
                continue
            if (user := await self._ask(known.person)) is None:
                await self._members.forget([known.person])
            else:
                await self._renew(user, PlatformId.read(known.person).home)
            await asyncio.sleep(self._pace)

    async def _renew(self, user: dict[str, Any], home: str) -> None:
        if user.get("is_bot") or user.get("id") == SLACKBOT:
            return
        seen = self._people.seen(user, home)
        known = await self._members.find(seen.person)
        theirs = seen.agency is not None or self._people.is_named(seen.person)
        if theirs and not user.get("deleted"):
            await self._meet(user, home, known)
        elif known is not None:
            await self._members.forget([seen.person])  # they left, or are a guest by now

    async def _meet(self, user: dict[str, Any], home: str, known: Seen | None) -> None:
        channel = json.loads(known.address).get("channel", "") if known else ""
        if not channel:
            channel = await self._open(str(user["id"]))
        seen = self._people.seen(user, home, channel)
        if known is None or not _tells_nothing_new(seen, known) or seen.address != known.address:
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


def _tells_nothing_new(seen: Seen, known: Seen) -> bool:
    same = (seen.agency, seen.name, seen.timezone) == (known.agency, known.name, known.timezone)
    return same and seen.language in {"", known.language}


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

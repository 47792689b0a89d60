"""What somebody reads when Slack can't put before them what they asked for: words, the number to
call, and the way on. It says the same whatever they were about to do."""

import asyncio
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.base.logs import log
from bot.base.settings import is_loopback
from bot.core.admission import Actor
from bot.core.delivery.answers import NOT_SENT
from bot.slack.client import SlackClient
from bot.slack.payloads import Acted
from bot.slack.render.launcher import launcher
from bot.slack.render.surfaces import card
from bot.slack.waits import Waits
from bot.slack.workspace.people import SlackPeople, address_of, person_id
from handlers.shared.numbers import urgent, whom_to_call
from prompts.shapes import Block, Callout, Card
from prompts.words import LANGUAGES, say, speak
from storage.engine.clock import SystemClock
from storage.partnership import Partnership

What = Literal["slack-not-opened", "slack-not-shown", "slack-not-sent"]
"""Nothing was asked; something may have arrived, but its answer can't be seen; nothing was sent."""
HOSTS = frozenset(("hooks.slack.com", "hooks.slack-gov.com"))


@dataclass(frozen=True)
class Telling:
    """Tells people in words, by whatever still works."""

    web: AsyncWebClient
    people: SlackPeople
    partnership: Partnership
    waits: Waits

    async def words(self, acted: Acted, what: What = "slack-not-opened") -> str:
        """Writes it as text: for a typed command, whose own answer may be all there is."""
        actor = await self._actor(acted)
        numbers = say("slack-urgent")
        if actor.agency is not None:
            numbers = say("slack-call", routes=whom_to_call(actor.agency, self.partnership))
        return "\n".join(speak(words, actor.language) for words in (say(what), numbers))

    async def tell(self, acted: Acted, what: What = "slack-not-opened") -> None:
        """Tells them where they are, seen by them alone, or else in their direct conversation."""
        actor = await self._actor(acted)
        shown = Card(
            say("slack-sorry"),
            (Callout(say(what), "warn"), self._urgent(actor)),
            launcher().buttons,
        )
        if await self._answered(acted.response_url, shown, actor.language):
            return
        try:
            await SlackClient(self.web).send(actor.address, shown, actor.language)
        except NOT_SENT as error:
            log.failed("telling somebody that Slack could not show what they asked for", error)

    def _urgent(self, actor: Actor) -> Block:
        if actor.agency is None:
            return Callout(say("slack-urgent"), "urgent")
        return urgent(actor.agency, self.partnership, SystemClock().now())

    async def _actor(self, acted: Acted) -> Actor:
        try:
            async with asyncio.timeout(self.waits.telling):
                return await self.people.actor(acted.user, acted.team)
        except Exception as error:
            log.failed("looking up somebody on Slack", error)
        address = address_of(acted.user, acted.team)
        return Actor(person_id(acted.team, acted.user), "", LANGUAGES[0], None, address)

    async def _answered(self, url: str, shown: Card, language: str) -> bool:
        """Answers at the address that came with what they did: it needs no token of ours."""
        if self.web.session is None or not self._is_slacks(url):
            return False
        body = {**card(shown, language), "response_type": "ephemeral", "replace_original": False}
        for _ in range(2):  # a kept connection may have died with whatever went wrong before
            try:
                async with self.web.session.post(url, json=body, proxy=self.web.proxy) as answer:
                    return answer.status == 200
            except (aiohttp.ClientError, TimeoutError) as error:
                log.failed("answering at Slack's own address", error)
        return False

    def _is_slacks(self, url: str) -> bool:
        try:
            host, scheme = urlsplit(url).hostname or "", urlsplit(url).scheme
        except ValueError:
            return False
        local = is_loopback(host) and is_loopback(urlsplit(self.web.base_url).hostname or "")
        return local or (scheme == "https" and host in HOSTS)

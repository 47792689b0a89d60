"""Sends and changes cards in Teams, for the courier and for launcher cards."""

import json
from dataclasses import dataclass, field
from urllib.parse import quote

import httpx

from bot.core.courier import TryAgain, Unreachable
from bot.teams.connector.hosts import Hosts
from bot.teams.connector.tokens import NoTokenError, Tokens
from bot.teams.connector.transport import retry_after
from bot.teams.refresh import CARD, standing
from bot.teams.render.text import Json
from prompts.shapes import Card


@dataclass(frozen=True)
class TeamsClient:
    """The courier's client for Teams. It never sends our token to a host we don't know."""

    http: httpx.AsyncClient
    tokens: Tokens
    hosts: Hosts
    bot_id: str
    """The bot in Teams' own spelling: 28:<client id>."""
    _opened: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)

    async def send(self, address: str, card: Card, language: str) -> str:
        """Sends a card; gives where it went, to change it later."""
        where = _address(address)
        base = self._base(where)
        conversation = where.get("conversation") or await self._open(base, where)
        path = f"{base}/v3/conversations/{quote(conversation, safe='')}/activities"
        activity = _activity(card, language)
        answer = await self._ask("POST", path, activity)
        return json.dumps({"conversation": conversation, "activity": str(answer.get("id", ""))})

    async def update(self, address: str, ref: str, card: Card, language: str) -> None:
        """Changes a card that was sent."""
        sent = _address(ref)
        base = self._base(_address(address))
        conversation, activity = (
            quote(sent[part], safe="") for part in ("conversation", "activity")
        )
        path = f"{base}/v3/conversations/{conversation}/activities/{activity}"
        await self._ask("PUT", path, {**_activity(card, language), "id": sent["activity"]})

    async def _open(self, base: str, where: dict[str, str]) -> str:
        """The one-to-one conversation with somebody, who is known only from a group or channel."""
        user, tenant = where["user"], where["tenant"]
        if (known := self._opened.get((user, tenant))) is not None:
            return known
        asked = {
            "bot": {"id": self.bot_id},
            "members": [{"id": user}],
            "isGroup": False,
            "tenantId": tenant,
            "channelData": {"tenant": {"id": tenant}},
        }
        answer = await self._ask("POST", f"{base}/v3/conversations", asked)
        conversation = str(answer["id"])
        self._opened[user, tenant] = conversation
        return conversation

    def _base(self, where: dict[str, str]) -> str:
        url = where.get("serviceUrl", "")
        if not self.hosts.allow(url):
            raise Unreachable
        return url.rstrip("/")

    async def _ask(self, method: str, url: str, body: Json) -> Json:
        try:
            token = await self.tokens.token()
            headers = {"Authorization": f"Bearer {token}"}
            answer = await self.http.request(method, url, json=body, headers=headers)
        except (httpx.HTTPError, NoTokenError, OSError, ValueError):
            # The last two are msal's, offline. From None: the error's text has the address in it.
            raise TryAgain(None) from None
        return _answer(answer)


def _answer(answer: httpx.Response) -> Json:
    status = answer.status_code
    if status in {401, 408, 412, 429} or status >= 500:
        raise TryAgain(retry_after(answer))
    if status >= 400:
        # 403 BotNotInConversationRoster: not installed for them; 404: the conversation is gone.
        raise Unreachable
    found = answer.json() if answer.content else {}
    return found if isinstance(found, dict) else {}


def _address(text: str) -> dict[str, str]:
    try:
        found = json.loads(text)
    except ValueError:
        raise Unreachable from None
    if not isinstance(found, dict):
        raise Unreachable
    return {str(key): str(value) for key, value in found.items()}


def _activity(card: Card, language: str) -> Json:
    shown = standing(card, language)
    return {
        "type": "message",
        "locale": language,
        "attachments": [{"contentType": CARD, "content": shown}],
    }

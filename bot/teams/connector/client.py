"""Sends and changes cards in Teams, for the courier and for launcher cards."""

import json
from dataclasses import dataclass, field
from urllib.parse import quote

import httpx

from bot.core.delivery.answers import Misconfigured, PerhapsArrived, TryAgain, Unreachable
from bot.core.ports import Introducing
from bot.teams.connector.hosts import Hosts
from bot.teams.connector.tokens import NoTokenError, Tokens
from bot.teams.connector.transport import retry_after
from bot.teams.refresh import CARD, standing
from bot.teams.render.text import Json
from prompts.shapes import Card
from storage.directory.members import Seen
from storage.partnership import PersonId

THEIRS = frozenset(
    (
        "BotNotInConversationRoster", "ConversationNotFound", "ConversationBlockedByUser",
        "MessageWritesBlocked", "ForbiddenOperationException", "UserNotFound", "NotInRoster",
        "BotDisabledByAdmin", "InvalidConversation",
    )
)  # fmt: skip
"""These say that this very person or conversation takes no message; nothing else does."""
PASSING = frozenset({408, 412, 425, 429})
GONE = frozenset(("ActivityNotFoundInConversation", "MessageNotFound"))
NO_ANSWER = "no_answer_of_teams"
"""A proxy's page, or nothing: it came from something else than the connector."""


@dataclass(eq=False)
class TeamsClient:
    """The courier's client for Teams. It never sends our token to a host we don't know."""

    http: httpx.AsyncClient
    tokens: Tokens
    hosts: Hosts
    bot_id: str
    """The bot in Teams' own spelling: 28:<client id>."""
    people: Introducing | None = None
    """Who meets people for it; needs this client to do so, and is set once that is built."""
    _opened: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)

    async def send(self, address: str, card: Card, language: str) -> str:
        """Sends a card; gives where it went, to change it later."""
        where = _address(address)
        base = self._base(where)
        conversation = where.get("conversation") or await self.open(where)
        path = f"{base}/v3/conversations/{quote(conversation, safe='')}/activities"
        activity = _activity(card, language)
        answer = await self._ask("POST", path, activity, repeatable=False)
        return json.dumps({"conversation": conversation, "activity": str(answer.get("id", ""))})

    async def update(self, address: str, ref: str, card: Card, language: str) -> None:
        """Changes a card that was sent."""
        sent = _address(ref)
        if not sent.get("activity"):
            return  # it stands there, and the connector never said where
        base = self._base(_address(address))
        conversation, activity = (
            quote(sent[part], safe="") for part in ("conversation", "activity")
        )
        path = f"{base}/v3/conversations/{conversation}/activities/{activity}"
        await self._ask(
            "PUT", path, {**_activity(card, language), "id": sent["activity"]}, fine=GONE
        )

    async def introduce(self, person: PersonId) -> Seen | None:
        """Meets somebody now, since something is to go to them."""
        return await self.people.introduce(person) if self.people is not None else None

    async def open(self, where: dict[str, str]) -> str:
        """Opens the one-to-one conversation with somebody who is known from elsewhere.

        Raises Unreachable where they don't have the app, TryAgain while Teams is busy or away.
        """
        base, user, tenant = self._base(where), where["user"], where["tenant"]
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
        if not (conversation := str(answer.get("id") or "")):
            raise Misconfigured(NO_ANSWER)
        self._opened[user, tenant] = conversation
        return conversation

    def _base(self, where: dict[str, str]) -> str:
        url = where.get("serviceUrl", "")
        if not self.hosts.allow(url):
            raise Misconfigured("unknown_service_url")
        return url.rstrip("/")

    async def _ask(
        self,
        method: str,
        url: str,
        body: Json,
        fine: frozenset[str] = frozenset(),
        repeatable: bool = True,
    ) -> Json:
        """`repeatable`: done twice it is as if done once. Errors come without who or what."""
        try:
            headers = {"Authorization": f"Bearer {await self.tokens.token()}"}
        except NoTokenError:
            raise Misconfigured("no_token") from None
        except (httpx.HTTPError, OSError, ValueError):
            raise TryAgain from None  # msal's, offline
        try:
            answer = await self.http.request(method, url, json=body, headers=headers)
        except (httpx.ReadError, httpx.ReadTimeout, httpx.RemoteProtocolError):
            raise (TryAgain() if repeatable else PerhapsArrived()) from None
        except (httpx.HTTPError, OSError, ValueError):
            raise TryAgain from None
        return _answer(answer, fine)


def _answer(answer: httpx.Response, fine: frozenset[str]) -> Json:
    status, told = answer.status_code, _told(answer)
    if answer.is_success:
        return _taken(answer, told)
    if status in PASSING or status >= 500:
        raise TryAgain(retry_after(answer))
    error = told.get("error")
    code = str(error.get("code", "")) if isinstance(error, dict) else ""
    if code in fine:
        return {}
    # 403 BotNotInConversationRoster: not installed for them. A proxy's 403 has no code of Teams'.
    raise Unreachable(code) if code in THEIRS else Misconfigured(code or NO_ANSWER)


def _taken(answer: httpx.Response, told: Json) -> Json:
    """A 201 was taken, even if it doesn't say where it stands. An empty 200 may be the connector's;
    a page is a proxy's."""
    if told or answer.status_code != httpx.codes.OK:
        return told
    raise Misconfigured(NO_ANSWER) if answer.content.strip() else PerhapsArrived


def _told(answer: httpx.Response) -> Json:
    """What the connector says; nothing where that isn't JSON."""
    try:
        found = answer.json()
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _address(text: str) -> dict[str, str]:
    try:
        found = json.loads(text)
    except ValueError:
        raise Unreachable("no_address") from None
    if not isinstance(found, dict):
        raise Unreachable("no_address")
    return {str(key): str(value) for key, value in found.items()}


def _activity(card: Card, language: str) -> Json:
    shown = standing(card, language)
    return {
        "type": "message",
        "locale": language,
        "attachments": [{"contentType": CARD, "content": shown}],
    }

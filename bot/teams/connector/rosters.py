"""Who is in a conversation, as Teams' own rosters say."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import httpx

from bot.core.delivery.answers import TryAgain
from bot.teams.connector.hosts import Hosts
from bot.teams.connector.tokens import NoTokenError, Tokens
from bot.teams.connector.transport import retry_after

PAGE = 500
GONE = frozenset(
    ("BotNotInConversationRoster", "ConversationNotFound", "MemberNotFoundInConversation")
)
"""The bot is there no longer, or they aren't. Anything else says nothing of anybody."""


@dataclass(frozen=True)
class Account:
    """Somebody as a roster shows them; '' is what it leaves out."""

    user: str = field(repr=False)
    """The bot's own id for them: 29:..."""
    oid: str = field(repr=False)
    tenant: str
    name: str = field(repr=False)
    emails: tuple[str, ...] = field(repr=False)
    is_guest: bool
    """Somebody from elsewhere, whom this tenant has let in."""


@dataclass(frozen=True)
class Rosters:
    """Asks the connector. Never sends our token to a host we don't know."""

    http: httpx.AsyncClient
    tokens: Tokens
    hosts: Hosts

    async def member(self, base: str, conversation: str, user: str) -> Account | None:
        """Finds one of a conversation, by the bot's own id for them.

        None when they, or the bot, aren't in it. Raises TryAgain when Teams doesn't say.
        """
        found = await self._get(base, conversation, f"members/{quote(user, safe='')}")
        return None if found is None else account(found)

    async def everyone(self, base: str, conversation: str) -> AsyncIterator[list[Account] | None]:
        """Reads everybody of a conversation by the page; one None when the bot isn't in it.

        Raises TryAgain when Teams doesn't say.
        """
        token = ""
        while True:
            then = f"&continuationToken={quote(token, safe='')}" if token else ""
            found = await self._get(base, conversation, f"pagedmembers?pageSize={PAGE}{then}")
            if found is None:
                yield None
                return
            told = found.get("members")
            if not isinstance(told, list) or not told:
                raise TryAgain(None)  # nobody is not what a conversation's people can be
            yield [account(one) for one in told if isinstance(one, dict)]
            token = str(found.get("continuationToken") or "")
            if not token:
                return

    async def _get(self, base: str, conversation: str, what: str) -> dict[str, Any] | None:
        if not self.hosts.allow(base):
            raise TryAgain(None)
        where = f"{base.rstrip('/')}/v3/conversations/{quote(conversation, safe='')}"
        try:
            headers = {"Authorization": f"Bearer {await self.tokens.token()}"}
            answer = await self.http.get(f"{where}/{what}", headers=headers)
            found = answer.json() if answer.content else None
        except (httpx.HTTPError, NoTokenError, OSError, ValueError):
            # From None: the error's text has the address in it.
            raise TryAgain(None) from None
        if answer.is_success and isinstance(found, dict):
            return found
        if _code(found) in GONE:
            return None
        raise TryAgain(retry_after(answer))


def account(told: Mapping[str, Any]) -> Account:
    """Reads what a roster says of somebody."""
    emails = (_text(told, "email"), _text(told, "userPrincipalName"))
    # An invited account keeps its own address in its name here, and that mark behind it.
    invited = any("#ext#" in email.lower() for email in emails)
    role = _text(told, "userRole").lower()
    return Account(
        user=_text(told, "id"),
        oid=_text(told, "aadObjectId") or _text(told, "objectId"),
        tenant=_text(told, "tenantId"),
        name=_text(told, "name"),
        emails=tuple(email for email in emails if email),
        is_guest=invited or role in {"guest", "anonymous"},
    )


def _text(told: Mapping[str, Any], key: str) -> str:
    found = told.get(key)
    return found if isinstance(found, str) else ""


def _code(found: object) -> str:
    error = found.get("error") if isinstance(found, dict) else None
    return str(error.get("code", "")) if isinstance(error, dict) else ""

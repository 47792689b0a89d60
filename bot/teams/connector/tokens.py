"""The bot's own token for the connector: from msal, or a fixed one for local peers."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from bot.base.logs import log

SCOPE = "https://api.botframework.com/.default"
AUTHORITY = "https://login.microsoftonline.com/"


TENANT = (
    "Microsoft doesn't know TEAMS_TENANT_ID: copy the Directory (tenant) ID again from the app's "
    "page in Entra."
)
REFUSALS = {
    "invalid_client": "Microsoft doesn't accept the bot's sign-in: TEAMS_CLIENT_SECRET is wrong or "
    "too old. Make a new client secret for the app in Entra, and set its value.",
    "unauthorized_client": "Microsoft doesn't find the app: TEAMS_CLIENT_ID isn't in this tenant. "
    "Copy both ids again from the app's page in Entra.",
    "invalid_request": TENANT,
    "invalid_tenant": TENANT,
}
"""What to do about the refusals operators meet."""
REFUSED = (
    "Microsoft gives the bot no token: look at TEAMS_CLIENT_ID, its secret and TEAMS_TENANT_ID."
)


class NoTokenError(Exception):
    """Microsoft gave us no token; the message says what to do, and names nobody."""


class Tokens(Protocol):
    """Something that has a bearer token for the connector."""

    async def token(self) -> str:
        """Gives one that is valid now. Raises NoTokenError."""


@dataclass(frozen=True)
class StaticToken:
    """A fixed token, for peers on this machine only: settings refuse it elsewhere."""

    value: str = field(repr=False)

    async def token(self) -> str:
        """Gives the same, always."""
        return self.value


@dataclass
class MsalTokens:
    """Tokens by client secret or certificate. msal blocks, so every call runs in a thread."""

    client_id: str
    tenant_id: str
    client_secret: str = field(default="", repr=False)
    certificate: Path | None = field(default=None, repr=False)
    authority: str = AUTHORITY
    _client: Any = field(default=None, init=False, repr=False)
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock, init=False, repr=False)

    async def token(self) -> str:
        """Gives one from msal's cache while that is good."""
        async with self._lock:
            if self._client is None:
                self._client = await asyncio.to_thread(self._built)
            client = self._client
        answer = await asyncio.to_thread(self._acquired, client)
        token = answer.get("access_token")
        if not isinstance(token, str):
            refused = NoTokenError(REFUSALS.get(str(answer.get("error")), REFUSED))
            log.wrong(str(refused))
            raise refused
        return token

    def _built(self) -> Any:
        try:
            return self._build()
        except ValueError:
            # So does msal call a tenant that Microsoft doesn't know; away is something else.
            raise NoTokenError(TENANT) from None
        except RuntimeError:
            raise ConnectionError from None  # an answer that is no metadata: a proxy's, or a 5xx

    def _acquired(self, client: Any) -> Any:
        try:
            return client.acquire_token_for_client(scopes=[SCOPE])
        except (RuntimeError, ValueError):
            raise ConnectionError from None

    def _build(self) -> Any:
        import msal

        return msal.ConfidentialClientApplication(
            self.client_id,
            authority=f"{self.authority}{self.tenant_id}",
            client_credential=self._credential(),
        )

    def _credential(self) -> str | dict[str, str]:
        if self.certificate is None:
            return self.client_secret
        # One PEM file with the key and the certificate; msal works the thumbprint out itself.
        pem = self.certificate.read_text("ascii")
        return {"private_key": pem, "public_certificate": pem}

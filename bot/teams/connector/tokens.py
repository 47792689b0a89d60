"""The bot's own token for the connector: from msal, or a fixed one for local peers."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from bot.base.logs import log

SCOPE = "https://api.botframework.com/.default"
AUTHORITY = "https://login.microsoftonline.com/"


REFUSALS = {
    "invalid_client": "the bot's sign-in to Microsoft (TEAMS_CLIENT_SECRET is wrong or too old)",
    "unauthorized_client": "the bot's sign-in to Microsoft (TEAMS_CLIENT_ID isn't in this tenant)",
    "invalid_request": "the bot's sign-in to Microsoft (TEAMS_TENANT_ID is wrong)",
}
"""What to do about the refusals operators meet."""


class NoTokenError(Exception):
    """Microsoft gave us no token. The log says why, as far as that names nobody."""


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
                self._client = await asyncio.to_thread(self._build)
            client = self._client
        answer = await asyncio.to_thread(client.acquire_token_for_client, scopes=[SCOPE])
        token = answer.get("access_token")
        if not isinstance(token, str):
            refused = NoTokenError()
            log.failed(REFUSALS.get(answer.get("error"), "the bot's sign-in to Microsoft"), refused)
            raise refused
        return token

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

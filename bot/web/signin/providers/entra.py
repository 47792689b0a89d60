"""Signing in with Microsoft, through msal: people of the agencies' own tenants, and no guests.

msal goes the way with PKCE, state and nonce. Since 1.38 it checks nothing of the token, so every
check is made here: the signature too.
"""

import asyncio
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final

import httpx

from bot.web.signin.cookies import Values
from bot.web.signin.providers.http import AwayError, Http
from bot.web.signin.providers.openid import DISCOVERY, Found
from bot.web.signin.providers.tokens import Claims, NotBelievedError, verified
from prompts.words import Words
from storage.partnership import Platform, PlatformId, in_one_spelling

AUTHORITY: Final = "https://login.microsoftonline.com/organizations"
PERSONAL: Final = "9188040d-6c67-4c5b-b112-36a304b66dad"
"""The tenant in which Microsoft keeps everybody's personal accounts."""
_POSTED: Final = "form_post"
_KEPT: Final = ("state", "nonce", "code_verifier")


@dataclass
class Entra:
    """Microsoft's way in, for all tenants; which of them are let in the partnership's file says."""

    title: Words
    client_id: str
    client_secret: str = field(repr=False)
    tenants: Callable[[], Collection[str]]
    http: Http = field(default_factory=Http)
    authority: str = AUTHORITY
    name: str = "microsoft"

    async def begin(self, back: str) -> tuple[str, Values]:
        """Gives the address to send a browser to, and what it carries meanwhile."""
        flow = await asyncio.to_thread(self._begun, back)
        return str(flow["auth_uri"]), {name: str(flow[name]) for name in _KEPT}

    async def finish(self, values: Values, came: Mapping[str, str], back: str) -> Found:
        """Tells whom Microsoft says that it was. Raises NotBelievedError or AwayError."""
        if not came.get("code"):
            raise NotBelievedError
        flow = {**values, "redirect_uri": back, "scope": ["openid", "profile"]}
        answer = await asyncio.to_thread(self._exchanged, flow, dict(came))
        # msal asks for the nonce's hash, so that only who began can end it.
        nonce = sha256(str(values["nonce"]).encode()).hexdigest()
        keys = await self._keys()
        token = str(answer.get("id_token", ""))
        return self._found(verified(token, keys, self.client_id, nonce, self._issuer_of))

    def _found(self, claims: Claims) -> Found:
        tenant, person = claims.get("tid"), claims.get("oid")
        ours = isinstance(tenant, str) and tenant in self.tenants() and tenant != PERSONAL
        # `idp` names another directory, and `acct` says 1, for somebody who is a guest there.
        guest = claims.get("idp", claims["iss"]) != claims["iss"] or claims.get("acct") in (1, "1")
        if not ours or guest or not isinstance(person, str) or not person:
            raise NotBelievedError
        return Found(account=in_one_spelling(str(PlatformId(Platform.TEAMS, tenant or "", person))))

    def _issuer_of(self, claims: Claims) -> str:
        """Every tenant issues its own tokens: the one that a token says it is of."""
        return f"{self.authority.rpartition('/')[0]}/{claims.get('tid')}/v2.0"

    async def _keys(self) -> Claims:
        _, about = await self.http.asked("GET", f"{self.authority}/v2.0{DISCOVERY}")
        status, keys = await self.http.asked("GET", str(about.get("jwks_uri", "")))
        if status != httpx.codes.OK:
            raise AwayError
        return keys

    def _begun(self, back: str) -> dict[str, Any]:
        with self.http.blocking() as client:
            app = self._app(client)
            found: dict[str, Any] = app.initiate_auth_code_flow([], back, response_mode=_POSTED)
        # msal warns of anything else. But a form from another site comes without our cookie, which
        # is what binds the way back to this browser; and a code is worth nothing without it.
        asked = str(found["auth_uri"]).replace(f"response_mode={_POSTED}", "response_mode=query")
        return {**found, "auth_uri": asked}

    def _exchanged(self, flow: dict[str, Any], came: dict[str, str]) -> dict[str, Any]:
        with self.http.blocking() as client:
            try:
                app = self._app(client)
                found: dict[str, Any] = app.acquire_token_by_auth_code_flow(flow, came)
            except httpx.HTTPError:
                raise AwayError from None
            except (ValueError, RuntimeError):
                raise NotBelievedError from None
        if "error" in found:
            raise NotBelievedError
        return found

    def _app(self, client: httpx.Client) -> Any:
        # Anew each time: the cache of one would hold everybody's tokens.
        from msal import ConfidentialClientApplication

        try:
            return ConfidentialClientApplication(
                self.client_id, self.client_secret, authority=self.authority,
                instance_discovery=False, http_client=_ForMsal(client),
                exclude_scopes=["offline_access"],
            )  # fmt: skip
        except (ValueError, httpx.HTTPError):
            raise AwayError from None


@dataclass(frozen=True)
class _ForMsal:
    """An HTTP client as msal wants one."""

    client: httpx.Client

    def get(self, url: str, params: Any = None, headers: Any = None, **_: Any) -> httpx.Response:
        """Asks."""
        return self.client.get(url, params=params, headers=headers)

    def post(
        self, url: str, params: Any = None, data: Any = None, headers: Any = None, **_: Any
    ) -> httpx.Response:
        """Sends a form."""
        form = {name: value for name, value in (data or {}).items() if value is not None}
        return self.client.post(url, params=params, data=form, headers=headers)

    def close(self) -> None:
        """Leaves it open: whoever opened it closes it."""

"""OpenID Connect by discovery: authorisation code, PKCE, state, nonce; any provider, and Slack."""

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Final
from urllib.parse import urlencode

from bot.web.signin.cookies import Values
from bot.web.signin.providers.http import AwayError, Http
from bot.web.signin.providers.tokens import Claims, NotBelievedError, verified
from prompts.words import Words
from storage.engine.clock import Clock

DISCOVERY: Final = "/.well-known/openid-configuration"
_FRESH: Final = timedelta(hours=1)
_SOON: Final = timedelta(minutes=1)
"""Keys are asked for anew at most so often, whatever key a token names."""


@dataclass(frozen=True)
class Client:
    """What a provider knows us by."""

    issuer: str
    id: str
    secret: str = field(repr=False)
    scope: str = "openid email"


@dataclass
class OpenId:
    """One provider. What it has to find again at the end lies in the browser, sealed."""

    name: str
    title: Words
    client: Client
    clock: Clock
    http: Http = field(default_factory=Http)
    found: Callable[[Claims], "Found"] = lambda claims: Found(email=_email(claims))
    _told: dict[str, tuple[datetime, Claims]] = field(default_factory=dict, repr=False)

    async def begin(self, back: str) -> tuple[str, Values]:
        """Gives the address to send a browser to, and what it carries meanwhile."""
        about = await self._about()
        state, nonce, verifier = token_urlsafe(24), token_urlsafe(24), token_urlsafe(48)
        asked = {
            "response_type": "code", "client_id": self.client.id, "redirect_uri": back,
            "scope": self.client.scope, "state": state, "nonce": nonce,
            "code_challenge": _challenge(verifier), "code_challenge_method": "S256",
        }  # fmt: skip
        address = str(about["authorization_endpoint"])
        joint = "&" if "?" in address else "?"
        values = {"state": state, "nonce": nonce, "verifier": verifier}
        return f"{address}{joint}{urlencode(asked)}", values

    async def finish(self, values: Values, came: Mapping[str, str], back: str) -> "Found":
        """Tells whom the provider says that it was. Raises NotBelievedError or AwayError."""
        if came.get("iss", self.client.issuer) != self.client.issuer or not came.get("code"):
            raise NotBelievedError
        about = await self._about()
        tokens = await self._exchanged(about, came["code"], str(values["verifier"]), back)
        claims = await self._believed(about, str(tokens.get("id_token", "")), str(values["nonce"]))
        if "email" not in claims and "userinfo_endpoint" in about and "access_token" in tokens:
            claims = {**await self._more(about, str(tokens["access_token"]), claims), **claims}
        return self.found(claims)

    async def _exchanged(self, about: Claims, code: str, verifier: str, back: str) -> Claims:
        sent = {
            "grant_type": "authorization_code", "code": code, "redirect_uri": back,
            "code_verifier": verifier,
        }  # fmt: skip
        how: dict[str, object] = {"data": sent}
        ways = about.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        if "client_secret_basic" in ways:
            how["auth"] = (self.client.id, self.client.secret)
        else:
            sent |= {"client_id": self.client.id, "client_secret": self.client.secret}
        status, tokens = await self.http.asked("POST", str(about["token_endpoint"]), **how)
        if status != _OK:
            raise NotBelievedError
        return tokens

    async def _believed(self, about: Claims, token: str, nonce: str) -> Claims:
        keys = str(about["jwks_uri"])
        given = self.client.id, nonce, lambda _claims: self.client.issuer
        try:
            return verified(token, await self._fetched(keys), *given)
        except NotBelievedError:
            # It may be signed with a key that is newer than what we know.
            return verified(token, await self._fetched(keys, _SOON), *given)

    async def _more(self, about: Claims, token: str, claims: Claims) -> Claims:
        bearer = {"authorization": f"Bearer {token}"}
        place = str(about["userinfo_endpoint"])
        status, more = await self.http.asked("GET", place, headers=bearer)
        if status != _OK or more.get("sub") != claims["sub"]:
            raise NotBelievedError
        return more

    async def _about(self) -> Claims:
        about = await self._fetched(self.client.issuer.rstrip("/") + DISCOVERY)
        if about.get("issuer") != self.client.issuer:
            raise AwayError  # it is somebody else's
        return about

    async def _fetched(self, url: str, fresh: timedelta = _FRESH) -> Claims:
        now = self.clock.steady()
        kept = self._told.get(url)
        if kept is not None and now - kept[0] < fresh:
            return kept[1]
        status, found = await self.http.asked("GET", url)
        if status != _OK:
            raise AwayError
        self._told[url] = now, found
        return found


_OK: Final = 200


@dataclass(frozen=True)
class Found:
    """Whom a provider named: by a platform's account, or by an address that it has checked."""

    account: str = field(default="", repr=False)
    email: str = field(default="", repr=False)


def _email(claims: Claims) -> str:
    # Not every provider checks that an address is somebody's own.
    checked = claims.get("email_verified") in (True, "true")
    return str(claims.get("email", "")) if checked else ""


def _challenge(verifier: str) -> str:
    digest = sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")

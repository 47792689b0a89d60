"""Providers with real rules, and whatever they may do wrong: any OpenID provider, Slack, and Entra.

Each checks what a provider checks: who asks, PKCE, that a code is used once, and by whom.
"""

import base64
import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import jwt

from tests.peers.teams_tokens import key, published

CLIENT, SECRET = "upstander-client", "a secret of the provider's"
Json = dict[str, Any]


@dataclass
class Granted:
    """What stands behind a code."""

    claims: Json
    nonce: str
    challenge: str
    back: str


@dataclass
class OpenIdPeer:
    """One provider."""

    issuer: str
    base: str = ""
    told: Json = field(default_factory=dict)
    """What it says of itself besides."""
    spoils: Callable[[Json], Json] = dict
    """What it does to the claims of a token before it signs it."""
    signs: Callable[[Json], str] | None = None
    """How it signs, where that is not as it should be."""
    signed_by: str = "provider"
    away: bool = False
    granted: dict[str, Granted] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    asked: list[Json] = field(default_factory=list)
    """Every request to sign somebody in."""
    heard: list[str] = field(default_factory=list)
    """Every address that the product asked, whether something is there or not."""

    @property
    def place(self) -> str:
        return self.base or self.issuer

    def signs_in(self, address: str, **claims: Any) -> str:
        """Somebody signs in there: gives the address to which their browser is sent back."""
        asked = {name: value[0] for name, value in parse_qs(urlsplit(address).query).items()}
        assert address.startswith(f"{self.place}/authorize?")
        assert (asked["response_type"], asked["client_id"]) == ("code", CLIENT)
        assert asked["code_challenge_method"] == "S256"
        assert len(asked["state"]) >= 16
        self.asked.append(asked)
        code = f"code-{len(self.granted)}"
        self.granted[code] = Granted(
            claims, asked["nonce"], asked["code_challenge"], asked["redirect_uri"]
        )
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def handle(self, request: httpx.Request) -> httpx.Response:
        """Answers whatever the product asks it."""
        self.heard.append(str(request.url))
        if self.away:
            raise httpx.ConnectError("away")
        path = str(request.url).removeprefix(self.place).partition("?")[0]
        if path.endswith("/.well-known/openid-configuration"):
            return httpx.Response(200, json=self._about())
        if path == "/keys":
            return httpx.Response(200, json={"keys": [published(self.signed_by, ())]})
        if path == "/token":
            return self._token(request)
        if path == "/userinfo":
            return self._userinfo(request)
        return httpx.Response(404, json={})

    def transport(self) -> httpx.MockTransport:
        """Where the product's requests arrive."""
        return httpx.MockTransport(self.handle)

    def _about(self) -> Json:
        places = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.place}/authorize",
            "token_endpoint": f"{self.place}/token",
            "userinfo_endpoint": f"{self.place}/userinfo",
            "jwks_uri": f"{self.place}/keys",
        }
        return places | self.told

    def _token(self, request: httpx.Request) -> httpx.Response:
        form = {k: v[0] for k, v in parse_qs(request.content.decode()).items()}
        basic = request.headers.get("authorization", "").removeprefix("Basic ")
        known = base64.b64decode(basic).decode() if basic else ""
        shown = known or f"{form.get('client_id')}:{form.get('client_secret')}"
        grant = self.granted.get(form.get("code", ""))
        challenge = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if (
            shown != f"{CLIENT}:{SECRET}"
            or grant is None
            or form["code"] in self.used
            or form["redirect_uri"] != grant.back
            or base64.urlsafe_b64encode(challenge).decode().rstrip("=") != grant.challenge
        ):
            return httpx.Response(400, json={"error": "invalid_grant"})
        self.used.add(form["code"])
        now = int(time.time())
        good = {
            "iss": self.issuer, "aud": CLIENT, "sub": "s-1", "iat": now, "exp": now + 300,
            "nonce": grant.nonce, **grant.claims,
        }  # fmt: skip
        token = (self.signs or self._signed)(self.spoils(good))
        return httpx.Response(200, json={
            "access_token": form["code"], "id_token": token, "token_type": "Bearer",
            "expires_in": 300,
        })  # fmt: skip

    def _signed(self, claims: Json) -> str:
        return jwt.encode(
            claims, key(self.signed_by), algorithm="RS256", headers={"kid": self.signed_by}
        )

    def _userinfo(self, request: httpx.Request) -> httpx.Response:
        grant = self.granted[request.headers["authorization"].removeprefix("Bearer ")]
        return httpx.Response(200, json={"sub": "s-1", **grant.claims})


def stranger_signs(claims: Json) -> str:
    """Signed with another key, under the provider's name."""
    return jwt.encode(claims, key("stranger"), algorithm="RS256", headers={"kid": "provider"})


def nobody_signs(claims: Json) -> str:
    """Not signed at all."""
    return jwt.encode(claims, key="", algorithm="none", headers={"kid": "provider"})

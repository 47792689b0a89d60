"""Mints the tokens a Bot Connector sends, and every kind that must be refused."""

import json
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jwt.algorithms import RSAAlgorithm

ISSUER = "https://api.botframework.com"


@cache
def key(name: str) -> RSAPrivateKey:
    """A key pair by name, made once a process since making one takes a while."""
    del name
    return generate_private_key(public_exponent=65537, key_size=2048)


def published(name: str, endorsements: tuple[str, ...]) -> dict[str, Any]:
    """The public half, as a key server publishes it."""
    found: dict[str, Any] = json.loads(RSAAlgorithm.to_jwk(key(name).public_key()))
    return {**found, "use": "sig", "kid": name, "endorsements": list(endorsements)}


class Mint:
    """Tokens for one bot and one connector."""

    def __init__(self, app_id: str, service_url: str) -> None:
        self.app_id = app_id
        self.service_url = service_url

    def claims(self, **other: Any) -> dict[str, Any]:
        """What a good token says, with changes."""
        now = int(time.time())
        good = {
            "iss": ISSUER,
            "aud": self.app_id,
            "serviceurl": self.service_url,
            "iat": now,
            "nbf": now,
            "exp": now + 3600,
        }
        return {name: value for name, value in {**good, **other}.items() if value is not None}

    def good(self, by: str = "teams", kid: str | None = None, **other: Any) -> str:
        """A token signed by a key, under that key's id or another's."""
        return jwt.encode(
            self.claims(**other), key(by), algorithm="RS256", headers={"kid": kid or by}
        )

    def bad(self) -> Mapping[str, Callable[[], str]]:
        """Authorization headers that must each get 401, by what is wrong with them."""
        hour_ago = int(time.time()) - 3600
        return {
            "no header": lambda: "",
            "garbage": lambda: "Bearer not.a.token",
            "empty bearer": lambda: "Bearer ",
            "not a bearer": lambda: f"Basic {self.good()}",
            "signed by another key": lambda: f"Bearer {self.good('stranger', kid='teams')}",
            "unknown key": lambda: f"Bearer {self.good('stranger')}",
            "key for another channel": lambda: f"Bearer {self.good('webchat')}",
            "for another bot": lambda: f"Bearer {self.good(aud='another-bot')}",
            "from another issuer": lambda: f"Bearer {self.good(iss='https://evil.example')}",
            "from an Entra tenant": lambda: f"Bearer {self.good(**ENTRA)}",
            "without an end": lambda: f"Bearer {self.good(exp=None)}",
            "expired": lambda: f"Bearer {self.good(exp=hour_ago)}",
            "not valid yet": lambda: f"Bearer {self.good(nbf=int(time.time()) + 3600)}",
            "for another service": lambda: f"Bearer {self.good(serviceurl='https://x.example')}",
            "for no service": lambda: f"Bearer {self.good(serviceurl=None)}",
            "unsigned": lambda: f"Bearer {self._unsigned()}",
            "signed with the public key as a secret": lambda: f"Bearer {self._confused()}",
        }

    def _unsigned(self) -> str:
        return jwt.encode(self.claims(), key="", algorithm="none", headers={"kid": "teams"})

    def _confused(self) -> str:
        import hashlib
        import hmac

        head = _part({"alg": "HS256", "typ": "JWT", "kid": "teams"})
        body = f"{head}.{_part(self.claims())}"
        secret = (
            key("teams").public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        )
        signature = hmac.new(secret, body.encode(), hashlib.sha256).digest()
        return f"{body}.{_encoded(signature)}"


ENTRA = {"iss": "https://sts.windows.net/any-tenant/", "tid": "any-tenant"}


def _part(value: dict[str, Any]) -> str:
    return _encoded(json.dumps(value).encode())


def _encoded(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()

"""What a provider says of somebody, believed only after every check."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import jwt
from jwt.exceptions import PyJWTError

ALGORITHMS: Final = (
    "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
)  # fmt: skip
"""Signatures with a key pair. Nothing unsigned, and nothing that a public key could sign."""
LEEWAY: Final = 120
"""Seconds by which clocks may differ."""
_NEEDED: Final = ["iss", "sub", "aud", "exp", "iat"]

Claims = Mapping[str, Any]


class NotBelievedError(Exception):
    """What came doesn't prove who somebody is. Nothing of it is told, here or to anybody."""

    def __init__(self) -> None:
        super().__init__("This is no proof of who somebody is.")


def verified(
    token: str, keys: Claims, client_id: str, nonce: str, issued_by: Callable[[Claims], str]
) -> Claims:
    """Checks signature, issuer, audience, times and nonce. Raises NotBelievedError.

    `issued_by` says who must have issued a token that claims what it claims.
    """
    try:
        key = _key_of(token, keys)
        claims = jwt.decode(
            token, key, algorithms=ALGORITHMS, audience=client_id, leeway=LEEWAY,
            options={"require": _NEEDED},
        )  # fmt: skip
    except (PyJWTError, ValueError, TypeError, KeyError):
        raise NotBelievedError from None
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    for_us = claims.get("azp", None if several else client_id) == client_id
    if not for_us or claims["iss"] != issued_by(claims) or claims.get("nonce") != nonce:
        raise NotBelievedError
    return claims


def _key_of(token: str, keys: Claims) -> jwt.PyJWK:
    """Finds the key that a token names, and only for the signature that the key is for."""
    head = jwt.get_unverified_header(token)
    listed = [key for key in keys["keys"] if key.get("use", "sig") == "sig"]
    # Where there is only one, a provider needn't say which.
    named = (
        [key for key in listed if key.get("kid") == head.get("kid")] if "kid" in head else listed
    )
    if head.get("alg") not in ALGORITHMS or len(named) != 1:
        raise NotBelievedError
    return jwt.PyJWK(named[0], algorithm=named[0].get("alg") or head["alg"])

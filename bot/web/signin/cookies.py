"""Sealed cookies: all that we know of a browser lies in the browser, and only we can read it."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from typing import Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from starlette.requests import HTTPConnection

from storage.crypto.aead import LENGTH_BYTES, associated, open_bytes, pad, seal_bytes, unpad
from storage.crypto.errors import SealBrokenError

SESSION: Final = "__Host-upstander"
"""Whoever has signed in has this one."""
START: Final = "__Host-upstander-start"
"""Whoever is about to has this one."""
_SIZE: Final = 1024
"""Bytes inside: a name's length says nothing, and both ways in look alike."""
_MOST: Final = 4 * _SIZE

Values = Mapping[str, str | int]


class TooMuchError(ValueError):
    """More than a cookie of ours holds."""


class Sealed:
    """Seals small values for one purpose, at one length."""

    def __init__(self, key: bytes, purpose: str, size: int = _SIZE) -> None:
        self._cipher = AESGCMSIV(key)
        self._place = associated("web", purpose)
        self._size = size

    def seal(self, values: Values) -> str:
        """Seals them. Raises TooMuchError for more than a cookie holds."""
        plain = json.dumps(values, separators=(",", ":")).encode()
        if len(plain) > self._size - LENGTH_BYTES:
            raise TooMuchError
        sealed = seal_bytes(self._cipher, self._place, pad(plain, self._size))
        return urlsafe_b64encode(sealed).decode().rstrip("=")

    def open(self, text: str) -> Values | None:
        """Opens what was sealed for this purpose; None for anything else."""
        if not text.isascii() or len(text) > _MOST:
            return None
        try:
            sealed = urlsafe_b64decode(text + "=" * (-len(text) % 4))
            found = json.loads(unpad(open_bytes(self._cipher, self._place, sealed)))
        except (SealBrokenError, ValueError):
            return None
        return found if isinstance(found, dict) else None


def cookie(name: str, value: str, lasts: int | None = None) -> str:
    """Writes the header that sets a cookie: for this host alone, and for no script."""
    ends = "" if lasts is None else f"; Max-Age={lasts}"
    return f"{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax{ends}"


def no_cookie(name: str) -> str:
    """Writes the header that takes it away."""
    return cookie(name, "", 0)


def sent(request: HTTPConnection, name: str) -> str:
    """Reads what a browser sent under this name; empty if nothing."""
    return request.cookies.get(name, "")

"""A page that came of something sent carries itself along, to be read in the other language.

No address leads to it, and to send the same again would do it again. What it carries is sealed:
only we made it, for whoever reads it, and nothing of it is kept here. After two hours nobody opens
it, so that no page that was left behind shows for long what its reader may see no more.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from secrets import token_bytes
from time import time
from typing import Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

from bot.core.forms import packed, unpacked
from prompts.shapes import Form
from storage.crypto.aead import LENGTH_BYTES, associated, open_bytes, pad, seal_bytes, unpad
from storage.crypto.errors import SealBrokenError
from storage.partnership import PersonId

CARRIED: Final = "_page"
"""Under this name it comes back."""
PAGE: Final = "page"
"""Drawn as any page of a person's is."""
LASTS: Final = 2 * 3600
"""Seconds, from when it was shown first."""
_STEP: Final = 2048
"""Its length tells little of what it says."""
_SINCE: Final = 8


class Carrying:
    """Seals pages for those who read them."""

    def __init__(self, key: bytes | None = None, seconds: Callable[[], float] = time) -> None:
        """Takes the key of all servers of an installation; without one, of this process alone."""
        self._cipher = AESGCMSIV(key or token_bytes(32))
        self._seconds = seconds

    def carried(self, page: Form, reader: PersonId, shown_by: str, since: int = 0) -> str:
        """Seals a page for those who draw it; again, with `since` when it was shown first."""
        plain = (since or int(self._seconds())).to_bytes(_SINCE, "big") + packed(page)
        size = -(-(len(plain) + LENGTH_BYTES) // _STEP) * _STEP
        sealed = seal_bytes(self._cipher, _for(reader, shown_by), pad(plain, size))
        return urlsafe_b64encode(sealed).decode()

    def read(self, carried: str, reader: PersonId, shown_by: str) -> tuple[Form, int] | None:
        """Opens what was sealed for this reader and for those who draw it, with since when; None
        for anything else: nobody is handed a page of a shape that they don't know."""
        try:
            sealed = urlsafe_b64decode(carried)
            plain = unpad(open_bytes(self._cipher, _for(reader, shown_by), sealed))
            since = int.from_bytes(plain[:_SINCE], "big")
            return (unpacked(plain[_SINCE:]), since) if self._seconds() < since + LASTS else None
        except (SealBrokenError, ValueError):
            return None


def _for(reader: PersonId, shown_by: str) -> bytes:
    return associated("page in a browser", reader, shown_by)

"""Receipts: a code in the hand of somebody who left no address, and a pass while they read.

A code is 100 random bits, so guessing is hopeless and no slow hash is needed. Its tag is the
thread's return reference: it looks like every other, and can't be worked back to the code.
"""

import base64
import hmac
import unicodedata
from datetime import datetime, timedelta
from typing import Final

from storage.crypto.aead import open_small, seal_small, tag_of
from storage.crypto.errors import SealBrokenError
from storage.crypto.keys import Keys

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O or U, which are misread."""
PASS_LASTS: Final = timedelta(minutes=30)
_LENGTH: Final = 20
_GROUP: Final = 5
_MOST_TYPED: Final = 200
_REF_BYTES: Final = 16
PURPOSE: Final = "receipt pass"
PASS_LENGTH: Final = 64
_MISREAD: Final = str.maketrans("OIL", "011")


class Receipts:
    """Makes codes and passes, and knows them again; keeps neither."""

    def __init__(self, keys: Keys) -> None:
        self._pepper = keys.key_for("receipt pepper")
        self._seed = keys.key_for("receipt seed")
        self._pass = keys.key_for(PURPOSE)

    def __repr__(self) -> str:
        return "Receipts(hidden)"

    def code_for(self, token: str) -> str:
        """The code that belongs to a form, by its random token: sent twice, it is the same code.

        So whoever lost the answer gets it again, and still it is kept nowhere.
        """
        drawn = int.from_bytes(hmac.digest(self._seed, token.encode(), "sha256"))
        code = "".join(ALPHABET[(drawn >> 5 * at) & 31] for at in range(_LENGTH))
        return "-".join(code[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))

    def tag(self, code: str) -> str | None:
        """The return reference of a code, however it was typed; None if it can't be a code."""
        plain = _plain(code)
        return None if plain is None else tag_of(self._pepper, plain)

    def new_pass(self, ref: str, now: datetime) -> str:
        """What stands for the thread in the pages of whoever showed a code, for half an hour."""
        until = int((now + PASS_LASTS).timestamp())
        sealed = seal_small(self._pass, PURPOSE, _ref_bytes(ref) + until.to_bytes(4, "big"))
        return base64.urlsafe_b64encode(sealed).decode()

    def open_pass(self, text: str, now: datetime) -> str | None:
        """The return reference of a pass; None if it ran out, was altered or isn't ours."""
        if len(text) != PASS_LENGTH or not text.isascii():
            return None
        try:
            plain = open_small(
                self._pass, PURPOSE, base64.b64decode(text, altchars=b"-_", validate=True)
            )
        except (SealBrokenError, ValueError):
            return None
        if now.timestamp() >= int.from_bytes(plain[_REF_BYTES:], "big"):
            return None
        return base64.urlsafe_b64encode(plain[:_REF_BYTES]).decode().rstrip("=")


def _plain(typed: str) -> str | None:
    if len(typed) > _MOST_TYPED:
        return None
    # Full-width letters, any dash and any space come from keyboards and copying.
    wide = unicodedata.normalize("NFKC", typed).upper()
    plain = "".join(c for c in wide if not c.isspace() and unicodedata.category(c) != "Pd")
    plain = plain.translate(_MISREAD)
    return plain if len(plain) == _LENGTH and set(plain) <= set(ALPHABET) else None


def _ref_bytes(ref: str) -> bytes:
    return base64.urlsafe_b64decode(f"{ref}==")

"""Receipts: a code in the hand of somebody who left no address, and a pass while they read.

A code is 100 random bits, so guessing is hopeless and no slow hash is needed. Its tag is the
thread's return reference: it looks like every other, and can't be worked back to the code.
"""

import base64
import hmac
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

from storage.crypto.aead import associated, open_bytes, seal_bytes, tag_of
from storage.crypto.codes import ALPHABET, read_letters
from storage.crypto.errors import SealBrokenError
from storage.crypto.keys import Keys

PASS_LASTS: Final = timedelta(minutes=30)
_LENGTH: Final = 20
_GROUP: Final = 5
_REF_BYTES: Final = 16
PURPOSE: Final = "receipt pass"
_PLACE: Final = associated(PURPOSE)
PASS_LENGTH: Final = 64


class Receipts:
    """Makes codes and passes, and knows them again; keeps neither."""

    def __init__(self, keys: Keys) -> None:
        self._pepper = keys.key_for("receipt pepper")
        self._seed = keys.key_for("receipt seed")
        self._pass = AESGCMSIV(keys.key_for(PURPOSE))

    def __repr__(self) -> str:
        return "Receipts(hidden)"

    def code_for(self, token: str) -> str:
        """Makes the code of a form, by its random token: sent twice, it is the same code.

        So whoever lost the answer gets it again, and still it is kept nowhere.
        """
        drawn = int.from_bytes(hmac.digest(self._seed, token.encode(), "sha256"))
        code = "".join(ALPHABET[(drawn >> 5 * at) & 31] for at in range(_LENGTH))
        return "-".join(code[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))

    def tag(self, code: str) -> str:
        """Finds the return reference of a code, however it was typed; nobody's if it is none."""
        return tag_of(self._pepper, read_letters(code, _LENGTH) or token_hex(_LENGTH // 2))

    def new_pass(self, ref: str, now: datetime) -> str:
        """Makes what stands for the thread in the pages of whoever showed a code, half an hour."""
        until = int((now + PASS_LASTS).timestamp())
        plain = base64.urlsafe_b64decode(f"{ref}==") + until.to_bytes(4, "big")
        return base64.urlsafe_b64encode(seal_bytes(self._pass, _PLACE, plain)).decode()

    def open_pass(self, text: str, now: datetime) -> str | None:
        """Finds the return reference of a pass; None if it ran out, was altered or isn't ours."""
        if len(text) != PASS_LENGTH or not text.isascii():
            return None
        try:
            sealed = base64.b64decode(text, altchars=b"-_", validate=True)
            plain = open_bytes(self._pass, _PLACE, sealed)
        except (SealBrokenError, ValueError):
            return None
        if now.timestamp() >= int.from_bytes(plain[_REF_BYTES:], "big"):
            return None
        return base64.urlsafe_b64encode(plain[:_REF_BYTES]).decode().rstrip("=")

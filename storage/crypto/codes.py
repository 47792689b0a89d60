"""Codes and words of a pause, as they are read however somebody typed them."""

import unicodedata
from typing import Final

from storage.crypto.receipts import ALPHABET

CODE_LETTERS: Final = 8
_MISREAD: Final = str.maketrans("OIL", "011")
_MOST_TYPED: Final = 60


def read_code(typed: str) -> str:
    """A code as the chair has it, however it was typed; empty if it can't be one."""
    # Full-width letters, any dash and any space come from keyboards and copying.
    wide = unicodedata.normalize("NFKC", typed[:_MOST_TYPED]).upper()
    plain = "".join(c for c in wide if not c.isspace() and unicodedata.category(c) != "Pd")
    plain = plain.translate(_MISREAD)
    if len(plain) != CODE_LETTERS or not set(plain) <= set(ALPHABET):
        return ""
    half = CODE_LETTERS // 2
    return f"{plain[:half]}-{plain[half:]}"

"""Codes and words that people type, read however they typed them."""

import unicodedata
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O or U, which are misread."""
CODE_LETTERS: Final = 8
_MISREAD: Final = str.maketrans("OIL", "011")
_MOST_TYPED: Final = 200


def read_letters(typed: str, length: int) -> str:
    """Reads so many letters of the alphabet; empty if it can't be that."""
    # Full-width letters, any dash and any space come from keyboards and copying.
    wide = unicodedata.normalize("NFKC", typed).upper() if len(typed) <= _MOST_TYPED else ""
    plain = "".join(c for c in wide if not c.isspace() and unicodedata.category(c) != "Pd")
    plain = plain.translate(_MISREAD)
    return plain if len(plain) == length and set(plain) <= set(ALPHABET) else ""


def read_code(typed: str) -> str:
    """Reads the code or word of a pause as the chair has it; empty if it can't be one."""
    plain, half = read_letters(typed, CODE_LETTERS), CODE_LETTERS // 2
    return f"{plain[:half]}-{plain[half:]}" if plain else ""

"""Codes and words that people type, read however they typed, dictated or pasted them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final
from urllib.parse import unquote

from storage.typed.names import words_of

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O or U, which are misread."""
CODE_LETTERS: Final = 8
NO_CODE: Final = "UUUU-UUUU"
"""As long as a pause's code, and none: U isn't in the alphabet."""
MOST_TYPED: Final = 200
"""Characters: a code with a sentence, or a whole address, around it."""

_MISREAD: Final = str.maketrans("OIL", "011")
_WORD: Final = re.compile(r"[^\W_]+")
_IN_ADDRESS: Final = re.compile(r"[?&#;]code=([^&#\s]*)", re.IGNORECASE)
_LABEL: Final = re.compile(r".*[:=]", re.DOTALL)
_LABELS: Final = words_of(
    """
    A CALL COD CODE DERBYNEB FY GOD HERE IS IT JOIN MY NGHOD PAUSE RECEIPT S SAIB THE THIS Y YDY
    YMUNO YN YOUR YR YW
    """
)
_FIGURES: Final = """
    ZERO NOUGHT OH SERO DIM|ONE UN|TWO DAU|THREE TRI|FOUR PEDWAR|FIVE PUMP|SIX CHWECH|SEVEN SAITH
    |EIGHT WYTH|NINE NAW
    """
_SPOKEN: Final = {
    **dict.fromkeys(words_of("COMMA CYSYLLTNOD DASH FULL HYPHEN MINUS SPACE STOP"), ""),
    **{w: str(at) for at, words in enumerate(_FIGURES.split("|")) for w in words.split()},
}


def read_letters(typed: str, length: int) -> str:
    """Reads so many letters of the alphabet; empty if it can't be that, or could be two."""
    if len(typed) > MOST_TYPED:
        return ""
    # Every reading is tried whatever was found: how long it takes tells nothing of what it is.
    likely = [_plain("".join(words), length) for words in _readings(typed)]
    among_words = {_plain(run, length) for run in _runs(_words(typed), length)} - {""}
    only = among_words.pop() if len(among_words) == 1 else ""
    return next(filter(None, likely), only)


def _readings(typed: str) -> Iterator[Sequence[str]]:
    """Lists what the code may be, the likeliest first."""
    words = _words(typed)
    yield words
    yield words[: len(words) // 2] if words[: len(words) // 2] * 2 == words else []
    for value in _IN_ADDRESS.findall(typed):
        yield _words(unquote(value))
    yield _words(_LABEL.sub("", typed))
    said = _without_label(words)
    yield said
    yield [_SPOKEN.get(word, word) for word in said]


def _words(typed: str) -> list[str]:
    # Full-width letters come from keyboards, accents and hidden signs from copying.
    wide = unicodedata.normalize("NFKC", typed).upper()
    return _WORD.findall("".join(c for c in wide if unicodedata.category(c) != "Cf"))


def _without_label(words: Sequence[str]) -> Sequence[str]:
    first = next((at for at, word in enumerate(words) if word not in _LABELS), len(words))
    return words[first:]


def _runs(words: Sequence[str], length: int) -> Iterator[str]:
    """Joins neighbours that have so many letters together, where only words stand around them."""
    for first, end in combinations(range(len(words) + 1), 2):
        run, around = words[first:end], (*words[:first], *words[end:])
        alike = len(set(map(len, run))) == 1  # as we write it, in groups
        if alike and len("".join(run)) == length and all(map(_is_no_group, around)):
            yield "".join(run)


def _is_no_group(word: str) -> bool:
    return len(word) > 1 and word.isalpha()


def _plain(letters: str, length: int) -> str:
    plain = letters.translate(_MISREAD)
    return plain if len(plain) == length and set(plain) <= set(ALPHABET) else ""


def read_code(typed: str) -> str:
    """Reads the code or word of a pause as the chair has it; empty if it can't be one."""
    plain, half = read_letters(typed, CODE_LETTERS), CODE_LETTERS // 2
    return f"{plain[:half]}-{plain[half:]}" if plain else ""

"""Finds among many options those that somebody types a part of. Pure: it depends on nobody."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from prompts.shapes import Option
from prompts.words import LANGUAGES, speak
from storage.typed.names import plain

_WORD: Final = re.compile(r"[^\W_]+")


def matching(options: Sequence[Option], typed: str, language: str) -> list[Option]:
    """Lists the options that match what was typed, the best first; all of them before that.

    Accents, case and apostrophes are no matter, nor in which of our languages it is typed. Options
    that match as well stand in their own order.
    """
    words = _words(typed)
    if not words:
        return list(options)
    ranked = [(_rank(words, option, language), option) for option in options]
    found = [(rank, option) for rank, option in ranked if rank is not None]
    return [option for _, option in sorted(found, key=lambda pair: pair[0])]


def _rank(typed: Sequence[str], option: Option, language: str) -> int | None:
    others = (other for other in LANGUAGES if other != language)
    names = [_words(speak(option.words, each)) for each in (language, *others)]
    for rank, fits in enumerate(_WAYS):
        if any(fits(typed, name) for name in names):
            return rank
    return None


def _words(text: str) -> list[str]:
    return _WORD.findall(plain(text))


def _begins(typed: Sequence[str], name: Sequence[str]) -> bool:
    return " ".join(name).startswith(" ".join(typed))


def _each_begins_a_word(typed: Iterable[str], name: Sequence[str]) -> bool:
    return all(any(word.startswith(part) for word in name) for part in typed)


def _each_is_inside(typed: Iterable[str], name: Sequence[str]) -> bool:
    whole = "".join(name)
    return all(part in whole for part in typed)


_WAYS: Final[tuple[Callable[[Sequence[str], Sequence[str]], bool], ...]] = (
    _begins,
    _each_begins_a_word,
    _each_is_inside,
)
"""How a name may match, the best way first."""

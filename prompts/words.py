"""Finds words by id in a person's language, with English where a language has none."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Final

from babel.dates import format_date
from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("en", "cy")
"""Shipped languages. Welsh awaits a Welsh reader."""


_BEGINS: Final = re.compile(r"^[a-z][\w-]*(?= *=)", re.MULTILINE)
_MENTIONED: Final = re.compile(r"\{ *([a-z][\w-]*) *\}")
_MOST: Final = 2400
"""Letters of what is filled into words."""


class UnknownWordsError(LookupError):
    """No such words: add the id to the .ftl file of each language."""


@dataclass(frozen=True)
class Term:
    """Words by id, with values to fill in. A value may itself be words."""

    id: str
    values: Mapping[str, "str | int | Words"] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Plain:
    """Words that need no translation: a name, a number, a reference."""

    text: str = field(repr=False)


@dataclass(frozen=True)
class Labelled:
    """Words the partnership wrote itself, one text a language."""

    texts: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True)
class Day:
    """A day, as people of that language write it: 24 November 2026."""

    day: date


_PLACES = {"en": "en_GB", "cy": "cy_GB"}

Words = Term | Plain | Labelled | Day


def say(id: str, /, **values: "str | int | Words") -> Term:
    """Names words by id, with values to fill in: `say("nudge", hours=2)`."""
    return Term(id, values)


class _Tongue:
    """The words of one language. Each is parsed once it is wanted: all of them take two seconds."""

    def __init__(self, language: str) -> None:
        self._bundle = FluentBundle([language], use_isolating=False)
        self._written: dict[str, str] = {}
        for file in files("prompts").joinpath(language).iterdir():
            if file.name.endswith(".ftl"):
                self._written |= written_in(file.read_text("utf-8"))

    def knows(self, id: str) -> bool:
        """Tells whether anybody has written these words."""
        return id in self._written

    def fill(self, id: str, values: Mapping[str, str | int]) -> str | None:
        """Fills in words that are known; None where that can't be done."""
        self._parse(id)
        pattern = self._bundle.get_message(id).value
        text, errors = self._bundle.format_pattern(pattern, {**values}) if pattern else ("", [id])
        return None if errors else str(text)

    def _parse(self, id: str) -> None:
        if self._bundle.has_message(id) or id not in self._written:
            return
        self._bundle.add_resource(FluentResource(self._written[id]))
        for other in _MENTIONED.findall(self._written[id]):
            self._parse(other)


def written_in(text: str) -> dict[str, str]:
    """Parts the words of a file, by id."""
    begins = [*_BEGINS.finditer(text)]
    ends = [*(each.start() for each in begins[1:]), len(text)]
    return {each[0]: text[each.start() : end] for each, end in zip(begins, ends, strict=True)}


@cache
def _tongue(language: str) -> _Tongue:
    return _Tongue(language)


def read_all() -> None:
    """Reads the words of every language, so that nobody who opens the first page waits for it."""
    for language in LANGUAGES:
        _tongue(language)


def speak(words: Words, language: str) -> str:
    """Finds the text of words in a language. Raises UnknownWordsError if no language has them."""
    match words:
        case Plain(text):
            return text
        case Labelled(texts):
            return texts.get(language) or texts["en"]
        case Day(day):
            return format_date(day, "long", locale=_PLACES.get(language, "en_GB"))
        case Term(id, values) if not values:
            return _constant(id, language)
        case Term(id, values):
            return _term(id, values, language)


@cache
def _constant(id: str, language: str) -> str:
    # Most words never vary; what is filled in may be a name, and is never kept.
    return _term(id, {}, language)


def first_known(*ids: str) -> Term:
    """Finds the first of these words that somebody has written. Raises UnknownWordsError."""
    for id in ids:
        if _tongue("en").knows(id):
            return Term(id)
    raise UnknownWordsError(f"No words for any of {ids}: add them to prompts/en and prompts/cy.")


def _term(id: str, values: Mapping[str, Any], language: str) -> str:
    for tongue in (language, "en"):
        words = _tongue(tongue if tongue in LANGUAGES else "en")
        if not words.knows(id):
            continue
        text = words.fill(id, {k: _value(v, language) for k, v in values.items()})
        if text is None:
            raise UnknownWordsError(f"The words {id!r} in {tongue!r} can't be filled in.")
        return text
    raise UnknownWordsError(f"No words for {id!r}: add them to prompts/en and prompts/cy.")


def _value(value: "str | int | Words", language: str) -> str | int:
    said = speak(value, language) if isinstance(value, Term | Plain | Labelled | Day) else value
    # Fluent fills in no longer one; whatever is shown of what somebody sent may be as long.
    return f"{said[:_MOST]}…" if isinstance(said, str) and len(said) > _MOST else said

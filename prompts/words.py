"""Finds words by id in a person's language, with English where a language has none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from babel.dates import format_date
from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("en", "cy")
"""Shipped languages. Welsh awaits a Welsh reader."""


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


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted(files("prompts").joinpath(language).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle


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
        if _bundle("en").has_message(id):
            return Term(id)
    raise UnknownWordsError(f"No words for any of {ids}: add them to prompts/en and prompts/cy.")


def _term(id: str, values: Mapping[str, Any], language: str) -> str:
    for tongue in (language, "en"):
        bundle = _bundle(tongue if tongue in LANGUAGES else "en")
        if not bundle.has_message(id):
            continue
        pattern = bundle.get_message(id).value
        if pattern is None:
            break
        filled = {k: _value(v, language) for k, v in values.items()}
        text, errors = bundle.format_pattern(pattern, filled)
        if errors:
            raise UnknownWordsError(f"The words {id!r} in {tongue!r} can't be filled in.")
        return str(text)
    raise UnknownWordsError(f"No words for {id!r}: add them to prompts/en and prompts/cy.")


def _value(value: "str | int | Words", language: str) -> str | int:
    return speak(value, language) if isinstance(value, Term | Plain | Labelled | Day) else value

"""Words to start from, as they stand beside a box."""

from dataclasses import dataclass

from prompts.words import Words


@dataclass(frozen=True)
class Suggestion:
    """Words that one press puts into a box; `press` is what that press is called by."""

    press: str
    words: Words


@dataclass(frozen=True)
class SuggestionGroup:
    """Suggestions of one kind, and what that kind is good for."""

    title: Words
    hint: Words
    rows: tuple[Suggestion, ...]


@dataclass(frozen=True)
class Suggestions:
    """Words to start from, shown below a box once somebody asked for them."""

    groups: tuple[SuggestionGroup, ...]
    notes: tuple[Words, ...] = ()
    """What is to be known before one is picked."""
    ways: tuple[Words, ...] = ()
    """Ways to do it that aren't said in this box; the first line says so."""
    others: tuple[Suggestion, ...] = ()
    """Presses that show the same in another language, or close it again."""
    language: str = ""
    """In which the suggestions are worded, whatever language the reader has on."""

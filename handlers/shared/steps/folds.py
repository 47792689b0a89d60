"""What a form need not ask: lines that say what holds, each with the questions behind it."""

from dataclasses import replace
from functools import reduce
from typing import Final

from handlers.contract.people import Event
from prompts.shapes import Field, Tick, When
from prompts.words import Words, say

REST: Final = "change_rest"
"""Folds away, while something has to be looked at, everything else that was answered."""


def fold(
    name: str, line: Words, change: Words, event: Event, *behind: Field, when: When | None = None
) -> tuple[Field, ...]:
    """Makes a line that says what holds, and the questions that stand behind its press.

    Once it is open they speak for themselves: the line may be true no longer.
    """
    opened = event.one(name) == "yes"
    words = say("steps-open") if opened else line
    after = When(name, "yes")
    hidden = (replace(f, when=after) if f.when is None else f for f in behind)
    return (Tick(name, words, opened, when=when, change=change), *hidden)


def joined(*words: Words) -> Words:
    """Says one thing after the other, in one line."""
    return reduce(lambda first, second: say("steps-both", first=first, second=second), words)


def rest() -> Tick:
    """Makes the line that stands for all that need not be looked at again."""
    return Tick(REST, say("steps-rest"), change=say("steps-change"))

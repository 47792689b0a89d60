"""Typed text. A dialog can't be opened from it, so it is answered by a card whose button can."""

import re
from collections.abc import Mapping
from functools import cache

from handlers.registry import button_words, commands
from prompts.shapes import Block, Button, Card, Link, Style, Text
from prompts.words import LANGUAGES, UnknownWordsError, first_known, say, speak

HOME = "mine"
"""The page from which everything else is reached."""
_MENTION = re.compile(r"<at\b[^>]*>.*?</at>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]+>|&nbsp;|\u00a0")


def command_of(text: str) -> str:
    """Finds the command that a message's first word means, in any language. Keeps no more."""
    words = _TAG.sub(" ", _MENTION.sub(" ", text)).split()
    return _names().get(words[0].lstrip("/").casefold(), "help") if words else "help"


def typed_names() -> list[str]:
    """Lists the commands that can be typed, the most needed first; `help` is what all else gets."""
    return [name for name, command in commands().items() if command.typed]


@cache
def _names() -> Mapping[str, str]:
    return {
        typed_word(name, language).casefold(): name
        for name in typed_names()
        for language in LANGUAGES
    }


def typed_word(name: str, language: str) -> str:
    """Finds the word by which a command is typed; without one of its own, its name."""
    try:
        return speak(say(f"teams-typed-{name}"), language)
    except UnknownWordsError:
        return name


def launcher(command: str, pages: str = "") -> Card:
    """Makes the card that answers a typed command. It repeats nothing of what was typed."""
    if command == "help":
        buttons = tuple(_opens(name) for name in typed_names())
        blocks: tuple[Block, ...] = (Text(say("teams-help-text")), *to_browser(pages))
        return Card(say("teams-help-title"), blocks, buttons)
    return Card(
        first_known(f"teams-launch-{command}", f"{command}-title"),
        (Text(say("teams-launch-text")),),
        (_opens(command, "primary"),),
    )


def to_browser(pages: str) -> tuple[Link, ...]:
    """Leads to where people sign in in a browser, if there is such a place."""
    return (Link(say("teams-pages"), pages),) if pages else ()


def _opens(name: str, style: Style = "plain") -> Button:
    return Button(button_words(name, f"teams-open-{name}"), name, style=style)

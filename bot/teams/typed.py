"""Typed text. A dialog can't be opened from it, so it is answered by a card whose button can."""

import re
from collections.abc import Mapping

from prompts.shapes import Button, Card, Text
from prompts.words import LANGUAGES, say, speak

COMMANDS = (
    *("concern", "challenge", "referral", "second-opinion", "pause", "debrief"),
    *("mine", "receipt", "standin", "language", "help"),
)
"""The commands with words of their own here; `help` is what everything else gets."""

_MENTION = re.compile(r"<at\b[^>]*>.*?</at>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]+>|&nbsp;|\u00a0")


def command_of(text: str) -> str:
    """The command meant by a message: its first word, in any of our languages. Keeps no more."""
    words = _TAG.sub(" ", _MENTION.sub(" ", text)).split()
    return _names().get(words[0].lstrip("/").casefold(), "help") if words else "help"


def _names() -> Mapping[str, str]:
    return {
        speak(say(f"teams-typed-{command}"), language).casefold(): command
        for command in COMMANDS
        for language in LANGUAGES
    }


def launcher(command: str) -> Card:
    """The card that answers a typed command. It repeats nothing of what was typed."""
    if command == "help":
        buttons = tuple(Button(say(f"teams-open-{name}"), name) for name in COMMANDS)
        return Card(say("teams-help-title"), (Text(say("teams-help-text")),), buttons)
    return Card(
        say(f"teams-launch-{command}"),
        (Text(say("teams-launch-text")),),
        (Button(say(f"teams-open-{command}"), command, style="primary"),),
    )

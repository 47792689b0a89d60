"""The card that answers a message or a mention, and can be pinned where no command works."""

from handlers.registry import menu_buttons
from prompts.shapes import Card, Text
from prompts.words import say


def launcher() -> Card:
    """Makes a card with buttons instead of a conversation: nothing typed is read."""
    return Card(
        title=say("slack-launcher"),
        blocks=(Text(say("slack-launcher-line")),),
        buttons=menu_buttons("launcher", "slack-launcher-{name}"),
    )

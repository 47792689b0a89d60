"""The card that answers a message or a mention, and can be pinned where no command works."""

from prompts.shapes import Button, Card, Text
from prompts.words import say


def launcher() -> Card:
    """Buttons instead of a conversation: nothing typed is read."""
    return Card(
        title=say("slack-launcher"),
        blocks=(Text(say("slack-launcher-line")),),
        buttons=(
            Button(say("slack-launcher-concern"), "concern", style="primary"),
            Button(say("slack-launcher-challenge"), "challenge"),
            Button(say("slack-launcher-referral"), "referral"),
            Button(say("slack-launcher-second-opinion"), "second-opinion"),
            Button(say("pause-button"), "pause"),
            Button(say("debrief-button"), "debrief"),
            Button(say("slack-launcher-mine"), "mine"),
            Button(say("slack-launcher-receipt"), "receipt"),
            Button(say("slack-launcher-help"), "help"),
        ),
    )

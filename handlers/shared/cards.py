"""What cards of several commands share. A card carries the kind and the urgency, never content."""

from prompts.shapes import Button, Card, Facts
from prompts.words import say
from storage.schema import Thread


def summary_of(thread: Thread) -> Facts:
    """What it is about and how urgent it is: all that may stand in a message."""
    urgency = say("urgency-danger") if thread.danger else say("urgency-usual")
    return Facts(
        (
            (say("fact-about"), say(f"about-{thread.about}")),
            (say("fact-urgency"), urgency),
            (say("fact-how"), say(f"card-how-{thread.how}")),
        )
    )


def news() -> Card:
    """The same words whatever is new, with a button that names no thread."""
    return Card(say("news-title"), (), (Button(say("news-button"), "mine"),))

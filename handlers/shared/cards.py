"""What cards of several commands share. A card carries the kind and the urgency, never content."""

from prompts.shapes import Button, Card, Facts, Text
from prompts.words import Plain, say
from storage.schema import Thread


def summary_of(thread: Thread) -> Facts:
    """Says what a thread is about and how urgent it is: all that may stand in a message."""
    urgency = say("urgency-danger") if thread.danger else say("urgency-usual")
    about = (say("fact-about"), say(f"about-{thread.about}"))
    how = (say("fact-how"), say(f"card-how-{thread.how}"))
    return Facts((about, (say("fact-urgency"), urgency), how))


def unreached_card(thread: Thread) -> Card:
    """Tells whoever has a thread that its raiser, known by name, gets no message of ours."""
    text = Text(say("raiser-unreached", name=Plain(thread.raiser_name or "")))
    about = (summary_of(thread),) if thread.about else ()
    return Card(say("raiser-unreached-card"), (*about, text))


def greeting() -> Card:
    """Makes the card with which whoever sets it up sees that messages reach somebody."""
    return Card(
        say("greeting-title"), (Text(say("greeting-words")),), (Button(say("mine-button"), "mine"),)
    )


def room_unreached_card() -> Card:
    """Tells whoever chairs a meeting that its channel takes no message of ours."""
    return Card(say("room-unreached-card"), (Text(say("room-unreached")),))


def news() -> Card:
    """Makes the card that says the same whatever is new, with a button that names no thread."""
    return Card(say("news-title"), (), (Button(say("news-button"), "mine"),))

"""Cards before a concern's leads. A card carries the kind and the urgency, never content."""

from handlers.shared.cards import summary_of
from prompts.shapes import Block, Button, Callout, Card
from prompts.words import Labelled, Plain, Words, say
from storage.partnership import Partnership
from storage.schema import Thread
from storage.schema.values import State


def lead_card(thread: Thread, partnership: Partnership, note: Words | None = None) -> Card:
    """The card before a lead: it can be opened, picked up or passed on."""
    agency = Labelled(dict(partnership.agency(thread.home).name))
    shut = thread.state == State.CLOSED
    blocks: list[Block] = [Callout(note, "note")] if note else []
    if thread.danger and not shut:
        blocks.append(Callout(say("urgency-danger"), "urgent"))
    blocks.append(summary_of(thread))
    buttons = [] if shut else [Button(say("button-open"), "thread.open", thread.id, "primary")]
    if thread.state == State.OPEN:
        buttons.append(Button(say("button-pick"), "thread.pick", thread.id))
        buttons.append(Button(say("button-pass"), "thread.pass", thread.id))
    return Card(say("card-title", agency=agency), tuple(blocks), tuple(buttons))


def taken_card(thread: Thread, partnership: Partnership) -> Card:
    """What the others' cards say once somebody has it, or once it was passed on."""
    agency = Labelled(dict(partnership.agency(thread.home).name))
    words = (
        say("card-taken", name=Plain(thread.picked_name or ""))
        if thread.picked_by
        else say("card-passed", agency=agency)
    )
    return Card(say("card-title", agency=agency), (summary_of(thread), Callout(words, "done")))

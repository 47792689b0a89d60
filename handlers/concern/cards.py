"""Cards for a concern's leads. A card carries the kind and the urgency, never content."""

from handlers.concern.case import ConcernCase
from handlers.shared.cards import summary_of
from prompts.shapes import Block, Button, Callout, Card
from prompts.words import Plain, Words, say
from storage.schema.values import State


def lead_card(case: ConcernCase, note: Words | None = None) -> Card:
    """Makes the card for a lead: the concern can be opened, picked up or passed on."""
    thread = case.thread
    shut = thread.state == State.CLOSED
    blocks: list[Block] = [Callout(note, "note")] if note else []
    if thread.danger and not shut:
        blocks.append(Callout(say("urgency-danger"), "urgent"))
    blocks.append(summary_of(thread))
    buttons = [] if shut else [Button(say("button-open"), "thread.open", thread.id, "primary")]
    if thread.state == State.OPEN:
        buttons.append(Button(say("button-pick"), "thread.pick", thread.id))
        buttons.append(Button(say("button-pass"), "thread.pass", thread.id))
    return Card(say("card-title", agency=case.agency_name), tuple(blocks), tuple(buttons))


def taken_card(case: ConcernCase) -> Card:
    """Makes the card for the others, once somebody has the concern or it was passed on."""
    agency, words = case.agency_name, say("card-passed", agency=case.agency_name)
    if case.thread.picked_by:
        words = say("card-taken", name=Plain(case.thread.picked_name or ""))
    return Card(say("card-title", agency=agency), (summary_of(case.thread), Callout(words, "done")))

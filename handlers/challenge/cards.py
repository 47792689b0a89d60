"""The card before whoever is asked to answer a challenge: it names nobody, and has no content."""

from handlers.shared.cards import summary_of
from prompts.shapes import Block, Button, Callout, Card, Facts
from prompts.words import Day, Labelled, Words, say
from storage.partnership import Partnership
from storage.schema import Challenge, Thread
from storage.schema.values import State, ThreadRole


def challenge_card(
    thread: Thread, challenge: Challenge, partnership: Partnership, note: Words | None = None
) -> Card:
    """What is asked of them on this step, and by when."""
    agency = Labelled(dict(partnership.agency(thread.home).name))
    blocks: list[Block] = [Callout(note, "note")] if note else []
    if thread.danger and thread.state != State.CLOSED:
        blocks.append(Callout(say("urgency-danger"), "urgent"))
    blocks.append(summary_of(thread))
    open_ = thread.state == State.OPEN
    if open_ and challenge.due is not None:
        blocks.append(Facts(((say("fact-due"), Day(challenge.due)),)))
    title = say(f"challenge-card-{challenge.step}", agency=agency)
    return Card(title, tuple(blocks), _buttons(thread, challenge))


def _buttons(thread: Thread, challenge: Challenge) -> tuple[Button, ...]:
    if thread.state == State.CLOSED:
        return ()
    look = Button(say("button-open"), "challenge.open", thread.id, "primary")
    if thread.state != State.OPEN:
        return (look,)
    if challenge.step == ThreadRole.ADOPT:
        return (look, Button(say("button-adopt"), "challenge.adopt", thread.id))
    return (look, Button(say("button-verdict"), "challenge.answer", thread.id))


def pointed_card(thread: Thread, partnership: Partnership) -> Card:
    """Somebody else answers it now."""
    agency = Labelled(dict(partnership.agency(thread.home).name))
    words = Callout(say("card-pointed"), "done")
    return Card(say("challenge-card-owner", agency=agency), (summary_of(thread), words))


def carried_card(thread: Thread, partnership: Partnership, note: Words) -> Card:
    """A lead carries it on: for that lead, and for those who were asked too."""
    agency = Labelled(dict(partnership.agency(thread.home).name))
    look = Button(say("button-open"), "challenge.open", thread.id, "primary")
    return Card(
        say("challenge-card-carried", agency=agency),
        (summary_of(thread), Callout(note, "note")),
        () if thread.state == State.CLOSED else (look,),
    )


def moderator_card(thread: Thread, partnership: Partnership) -> Card:
    """A moderator is asked to look at a thread."""
    agency = Labelled(dict(partnership.agency(thread.home).name))
    return Card(
        say("moderator-card", agency=agency),
        (summary_of(thread),),
        (Button(say("button-open"), "challenge.open", thread.id, "primary"),),
    )


def reviewer_card(thread: Thread, partnership: Partnership, note: Words | None = None) -> Card:
    """An independent reviewer reads a thread in its owner's place."""
    agency = Labelled(dict(partnership.agency(thread.home).name))
    blocks: tuple[Block, ...] = (Callout(note, "note"),) if note else ()
    return Card(
        say("reviewer-card", agency=agency),
        (*blocks, summary_of(thread)),
        (Button(say("button-open"), "challenge.open", thread.id, "primary"),),
    )

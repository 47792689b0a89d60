"""Cards of a second opinion: they name nobody who stays hidden, and have no content."""

from handlers.shared.cards import summary_of
from prompts.shapes import Block, Button, Callout, Card, Facts
from prompts.words import Day, Plain, Words, say
from storage.partnership import AgencyId, Partnership, WorkingTime
from storage.schema import Opinion, Thread
from storage.schema.values import State


def due_facts(thread: Thread, opinion: Opinion, partnership: Partnership) -> tuple[Facts, ...]:
    """By when it is needed, on the clock of whoever was asked first."""
    if opinion.due_at is None or thread.state != State.OPEN:
        return ()
    local = WorkingTime(partnership.agency(AgencyId(thread.agency))).local(opinion.due_at)
    words = say("due-at", day=Day(local.date()), time=Plain(f"{local:%H:%M}"))
    return (Facts(((say("fact-due"), words),)),)


def reviewer_card(
    thread: Thread, opinion: Opinion, partnership: Partnership, note: Words | None = None
) -> Card:
    """A second opinion is asked of them."""
    blocks: list[Block] = [Callout(note, "note")] if note else []
    if thread.danger:
        blocks.append(Callout(say("urgency-danger"), "urgent"))
    blocks += [summary_of(thread), *due_facts(thread, opinion, partnership)]
    return Card(
        say("opinion-card"),
        tuple(blocks),
        (
            Button(say("button-open"), "opinion.open", thread.id, "primary"),
            Button(say("button-decline"), "opinion.decline", thread.id),
        ),
    )


def shown_card(thread: Thread, note: Words | None = None) -> Card:
    """All opinions can be read now; later, what was decided."""
    look = Button(say("button-open"), "opinion.open", thread.id, "primary")
    words = Callout(note or say("opinion-shown-card"), "done")
    return Card(say("opinion-card-yours"), (words,), (look,))


def closed_card(thread: Thread, note: Words) -> Card:
    """There is nothing more to do for them, but they can look at it."""
    look = Button(say("button-open"), "opinion.open", thread.id)
    return Card(say("opinion-card"), (summary_of(thread), Callout(note, "done")), (look,))

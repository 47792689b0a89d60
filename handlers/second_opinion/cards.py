"""Cards of a second opinion: they name nobody who stays hidden, and have no content."""

from handlers.second_opinion.case import OpinionCase
from handlers.shared.cards import summary_of
from handlers.shared.desk.deadlines import at_words
from handlers.shared.labels import by
from handlers.shared.pages import danger_note
from prompts.shapes import Button, Callout, Card, Facts
from prompts.words import Words, say
from storage.schema import Thread
from storage.schema.values import State


def due_facts(case: OpinionCase) -> tuple[Facts, ...]:
    """Tells by when it is needed, on the clock of whoever was asked first."""
    due_at = case.opinion.due_at
    if due_at is None or case.thread.state != State.OPEN:
        return ()
    words = at_words(due_at, case.home)
    return (Facts(((say("fact-due"), by(words, over=due_at <= case.repo.now)),)),)


def reviewer_card(case: OpinionCase, note: Words | None = None) -> Card:
    """Asks somebody for their opinion."""
    thread = case.thread
    noted = (Callout(note, "note"),) if note else ()
    return Card(
        say("opinion-card"),
        (*noted, *danger_note(thread), summary_of(thread), *due_facts(case)),
        (
            Button(say("button-open"), "opinion.open", thread.id, "primary"),
            Button(say("button-decline"), "opinion.decline", thread.id),
        ),
    )


def shown_card(thread: Thread, note: Words | None = None) -> Card:
    """Tells a reviewer that all opinions can be read now; later, that something was decided."""
    look = Button(say("button-open"), "opinion.open", thread.id, "primary")
    words = Callout(note or say("opinion-shown-card"), "done")
    return Card(say("opinion-card-yours"), (words,), (look,))


def closed_card(thread: Thread, note: Words) -> Card:
    """Tells a reviewer that there is nothing more to do for them; they can look at it."""
    look = Button(say("button-open"), "opinion.open", thread.id)
    return Card(say("opinion-card"), (summary_of(thread), Callout(note, "done")), (look,))

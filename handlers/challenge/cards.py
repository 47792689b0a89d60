"""Cards for those who answer a challenge: they name nobody, and have no content."""

from handlers.challenge.case import ChallengeCase
from handlers.shared.cards import summary_of
from prompts.shapes import Block, Button, Callout, Card, Facts
from prompts.words import Words, say
from storage.schema.values import State, ThreadRole


def challenge_card(case: ChallengeCase, note: Words | None = None) -> Card:
    """Makes the card that says what is asked of them on this step, and by when."""
    thread, challenge = case.thread, case.challenge
    blocks: list[Block] = [Callout(note, "note")] if note else []
    if thread.danger and thread.state != State.CLOSED:
        blocks.append(Callout(say("urgency-danger"), "urgent"))
    blocks.append(summary_of(thread))
    if case.due_words is not None:
        blocks.append(Facts(((say("fact-due"), case.due_words),)))
    title = say(f"challenge-card-{challenge.step}", agency=case.agency_name)
    return Card(title, tuple(blocks), _buttons(case))


def _buttons(case: ChallengeCase) -> tuple[Button, ...]:
    if not case.is_open:
        return _look(case)
    if case.challenge.step == ThreadRole.ADOPT:
        return (*_look(case), Button(say("button-adopt"), "challenge.adopt", case.id))
    return (*_look(case), Button(say("button-verdict"), "challenge.answer", case.id))


def _look(case: ChallengeCase) -> tuple[Button, ...]:
    if case.thread.state == State.CLOSED:
        return ()
    return (Button(say("button-open"), "challenge.open", case.id, "primary"),)


def adopting_card(case: ChallengeCase) -> Card:
    """Asks a lead to carry on what another carried who has left."""
    adopt = Button(say("button-adopt"), "challenge.adopt", case.id)
    title = say("challenge-card-adopt", agency=case.agency_name)
    return Card(title, (summary_of(case.thread),), (*_look(case), adopt))


def pointed_card(case: ChallengeCase) -> Card:
    """Makes the card for whoever owned the decision, now that somebody else answers it."""
    words = Callout(say("card-pointed"), "done")
    title = say("challenge-card-owner", agency=case.agency_name)
    return Card(title, (summary_of(case.thread), words))


def carried_card(case: ChallengeCase, note: Words) -> Card:
    """Makes the card for the lead who carries a challenge on, and for those who were asked too."""
    title = say("challenge-card-carried", agency=case.agency_name)
    return Card(title, (summary_of(case.thread), Callout(note, "note")), _look(case))


def reading_card(case: ChallengeCase, title: str) -> Card:
    """Makes the card that asks a moderator to look at a thread, or a reviewer to read it."""
    words = say(title, agency=case.agency_name)
    return Card(words, (summary_of(case.thread),), _look(case))

"""A moderator, not the owner, can divert an abusive thread to an independent reviewer.

It is never dropped. Neither whoever raised it nor the owner sees a difference, and nothing is kept
about its sender: a thread is diverted, never a person.
"""

from collections.abc import Mapping

from handlers.challenge.cards import reading_card
from handlers.challenge.case import AnsweringCase
from handlers.challenge.responders import moderators, reviewers
from handlers.contract.commands import Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, Send, ToPerson, no
from handlers.contract.people import Event
from handlers.shared.cases import acts_on
from handlers.shared.pages import done, text_wrong
from handlers.shared.questions import text_form
from storage.schema.values import ThreadRole

TEXT_MOST = 1000

as_asked = acts_on(AnsweringCase.find_for, "not-for-you", when=lambda c: c.may("moderate"))
"""Hands a handler the challenge of somebody who may ask a moderator to look at it."""
as_moderator = acts_on(
    AnsweringCase.find_for, "not-for-you", when=lambda c: c.may("moderate.leave")
)
"""Hands a handler the challenge that this person was asked to look at as a moderator."""


@as_asked
async def ask(case: AnsweringCase, _event: Event) -> Outcomes:
    """Asks why a moderator should look."""
    return [Ask(text_form("moderate", "moderate", case.id, TEXT_MOST))]


@as_asked
async def ask_moderator(case: AnsweringCase, event: Event) -> Outcomes:
    """Asks a moderator to look. The thread stays as it is, and must still be answered."""
    if wrong := text_wrong(event.one("text"), TEXT_MOST):
        return [Refuse(wrong)]
    thread, repo = case.thread, case.repo
    audience = await repo.audience(thread)
    people = [p for p in await moderators(case) if p not in audience]
    if not people:
        return no("no-moderator")
    for person in people:
        repo.add_recipient(thread, person, ThreadRole.MODERATOR)
    repo.note(thread.id, "moderator asked", case.who.person)
    # Held for ever: whoever raised it never sees that a moderator was asked.
    await repo.say(thread, "lead", "moderate-why", event.one("text"), held=True)
    card = reading_card(case, "moderator-card")
    return [
        Ask(done("moderate-done-title", "moderate-done")),
        *(Send(ToPerson(p), card, key=thread.id) for p in people),
    ]


@as_moderator
async def divert(case: AnsweringCase, _event: Event) -> Outcomes:
    """Diverts what is said from now on to a reviewer; the owner sees the thread as it stands."""
    thread, challenge, repo = case.thread, case.challenge, case.repo
    if challenge.reviewer is not None:
        return no("diverted-already")
    audience = await repo.audience(thread)
    reviewer = next((p for p in await reviewers(case) if p not in audience), None)
    if reviewer is None:
        return no("no-reviewer")
    said = await repo.said(thread, "raiser")
    challenge.diverted_after = max((s.number for s in said), default=0)
    challenge.reviewer = reviewer
    repo.add_recipient(thread, reviewer, ThreadRole.REVIEWER)
    repo.note(thread.id, "diverted", case.who.person)
    card = reading_card(case, "reviewer-card")
    return [
        Ask(done("divert-done-title", "divert-done")),
        Send(ToPerson(reviewer), card, key=thread.id),
    ]


@as_moderator
async def leave(case: AnsweringCase, _event: Event) -> Outcomes:
    """Leaves the thread as it was: it isn't abuse."""
    await case.repo.set_role(case.thread, case.who.person, ThreadRole.PAST)
    case.repo.note(case.id, "moderator: left as it was", case.who.person)
    return [Ask(done("moderate-left-title", "moderate-left"))]


VERBS: Mapping[str, Verb] = {
    "moderate": asks("person", ask),
    "moderate.send": Verb("person", ask_moderator),
    "moderate.divert": Verb("person", divert),
    "moderate.leave": Verb("person", leave),
}

"""A moderator, not the owner, can divert an abusive thread to an independent reviewer.

It is never dropped. Neither whoever raised it nor the owner sees a difference, and nothing is kept
about its sender: a thread is diverted, never a person.
"""

from collections.abc import Mapping

from handlers.challenge.cards import moderator_card, reviewer_card
from handlers.challenge.pages import lying_before
from handlers.challenge.responders import moderators, reviewers
from handlers.contract import Ask, Event, Named, Outcomes, Refuse, Send, ToPerson, Verb, asks, no
from handlers.shared.pages import done, text_wrong
from prompts.shapes import Form, Long
from prompts.words import say
from storage.repository import Repository
from storage.schema import Challenge, Thread
from storage.schema.values import ThreadRole

TEXT_MOST = 1000
ASKS = ("owner", "reader", "stage")


async def _of(
    who: Named, event: Event, repo: Repository, parts: tuple[str, ...]
) -> tuple[Thread, Challenge] | None:
    found = await lying_before(who, event, repo)
    return found[:2] if found is not None and found[2] in parts else None


async def ask(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Why should a moderator look?"""
    found = await _of(who, event, repo, ASKS)
    if found is None:
        return no("not-for-you")
    why = Long("text", say("moderate-label"), hint=say("moderate-hint"), most=TEXT_MOST)
    form = Form(
        title=say("moderate-title"),
        verb="moderate.send",
        subject=found[0].id,
        fields=(why,),
        submit=say("moderate-submit"),
    )
    return [Ask(form)]


async def ask_moderator(who: Named, event: Event, repo: Repository) -> Outcomes:
    """A moderator is asked. The thread stays as it is, and must still be answered."""
    found = await _of(who, event, repo, ASKS)
    if found is None:
        return no("not-for-you")
    if wrong := text_wrong(event.one("text"), TEXT_MOST):
        return [Refuse(wrong)]
    thread, challenge = found
    audience = await repo.audience(thread)
    people = [p for p in moderators(thread, challenge, repo.partnership) if p not in audience]
    if not people:
        return no("no-moderator")
    for person in people:
        repo.add_recipient(thread, person, ThreadRole.MODERATOR)
    repo.note(thread.id, "moderator asked", who.person)
    # Held for ever: whoever raised it never sees that a moderator was asked.
    await repo.say(thread, "lead", "moderate-why", event.one("text"), held=True)
    card = moderator_card(thread, repo.partnership)
    return [
        Ask(done("moderate-done-title", "moderate-done")),
        *(Send(ToPerson(p), card, key=thread.id) for p in people),
    ]


async def divert(who: Named, event: Event, repo: Repository) -> Outcomes:
    """What is said from now on goes to an independent reviewer; the owner sees it as it stands."""
    found = await _of(who, event, repo, ("moderator",))
    if found is None:
        return no("not-for-you")
    thread, challenge = found
    if challenge.reviewer is not None:
        return no("diverted-already")
    audience = await repo.audience(thread)
    people = [p for p in reviewers(thread, challenge, repo.partnership) if p not in audience]
    if not people:
        return no("no-reviewer")
    said = await repo.said(thread, "raiser")
    challenge.diverted_after = max((s.number for s in said), default=0)
    challenge.reviewer = people[0]
    repo.add_recipient(thread, people[0], ThreadRole.REVIEWER)
    repo.note(thread.id, "diverted", who.person)
    card = reviewer_card(thread, repo.partnership)
    return [
        Ask(done("divert-done-title", "divert-done")),
        Send(ToPerson(people[0]), card, key=thread.id),
    ]


async def leave(who: Named, event: Event, repo: Repository) -> Outcomes:
    """It isn't abuse: the thread goes on as it was."""
    found = await _of(who, event, repo, ("moderator",))
    if found is None:
        return no("not-for-you")
    await repo.set_role(found[0], who.person, ThreadRole.PAST)
    repo.note(found[0].id, "moderator: left as it was", who.person)
    return [Ask(done("moderate-left-title", "moderate-left"))]


VERBS: Mapping[str, Verb] = {
    "moderate": asks("person", ask),
    "moderate.send": Verb("person", ask_moderator),
    "moderate.divert": Verb("person", divert),
    "moderate.leave": Verb("person", leave),
}

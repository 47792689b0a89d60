"""A referral is done, and whoever made it says whether they have heard back."""

from collections.abc import Mapping

from handlers.contract import Ask, Event, Named, Outcomes, Refuse, Update, Verb, asks, no
from handlers.referral.access import (
    TEXT_MOST,
    acting,
    everyone,
    form_of,
    owned_by,
    seen,
    text_of,
    told,
)
from handlers.referral.cards import past_card
from handlers.referral.owner import TELL, TURNS, disown
from handlers.referral.reminders import climb
from handlers.shared import questions
from handlers.shared.pages import done, text_wrong
from prompts.shapes import Choice
from prompts.words import say
from storage.repository import Repository
from storage.repository.people import Known
from storage.schema.values import State

OUTCOMES = ("done", "part", "not-needed", "cannot")


async def ask_done(who: Named, event: Event, repo: Repository) -> Outcomes:
    """What came of it?"""
    found = await acting(who, event, repo)
    if found is None:
        return no("referral-not-for-you")
    outcome = Choice(
        "outcome",
        say("referral-outcome-label"),
        questions.options("referral-outcome", OUTCOMES),
    )
    return form_of("done", found[0], outcome, text_of("done"))


async def take_done(who: Named, event: Event, repo: Repository) -> Outcomes:
    """It is done; whoever made it hears what came of it, and says whether that is so."""
    found = await acting(who, event, repo)
    if found is None:
        return no("referral-not-for-you")
    wrong = text_wrong(event.one("text"), TEXT_MOST)
    if event.one("outcome") not in OUTCOMES:
        wrong["outcome"] = say("missing-outcome")
    if wrong:
        return [Refuse(wrong)]
    thread, referral = found
    before = [p for p in await everyone(thread, repo) if p != thread.raiser]
    await owned_by(Known(who.person, who.name), thread, referral)
    thread.state, referral.heard = State.ANSWERED, "asked"
    await repo.timers.forget(thread.id, *TURNS, TELL)
    repo.timers.remind(thread, "forget", repo.now + repo.answered_for)
    await repo.say(thread, "lead", f"referral-{event.one('outcome')}", event.one("text"))
    repo.note(thread.id, f"done: {event.one('outcome')}", who.person)
    gone = past_card(thread, await repo.reference_of(thread), say("referral-is-done"))
    return [
        Ask(done("referral-finished-title", "referral-finished")),
        *(Update(p, thread.id, gone) for p in before),
        await told(thread, referral, "referral-came-of-it", repo),
    ]


async def heard(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Whoever made it has heard back: it is done with."""
    thread = await seen(who, event, repo)
    if thread is None or thread.raiser != who.person or thread.state == State.CLOSED:
        return no("referral-not-yours")
    referral = await repo.referrals.of(thread)
    referral.heard = "yes"
    await repo.say(thread, "bot", "heard")
    before = await everyone(thread, repo)
    await repo.close(thread)
    gone = past_card(thread, await repo.reference_of(thread), say("referral-is-done"))
    updates = [Update(p, thread.id, gone) for p in dict.fromkeys(before)]
    return [Ask(done("referral-closed-title", "referral-closed")), *updates]


async def further(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Whoever made it hasn't heard, or isn't content: the next role up is asked now."""
    thread = await seen(who, event, repo)
    if thread is None or thread.raiser != who.person or thread.state == State.CLOSED:
        return no("referral-not-yours")
    referral = await repo.referrals.of(thread)
    if referral.heard == "no" and thread.state != State.ANSWERED:
        return no("referral-already-further")
    referral.heard = "no"
    await repo.timers.forget(thread.id, "forget")
    if thread.state == State.ANSWERED:
        await disown(thread, referral, repo)
    sent = await climb(thread, referral, repo, pressed=True)
    return [Ask(done("referral-further-title", "referral-further")), *sent]


VERBS: Mapping[str, Verb] = {
    "referral.done": asks("person", ask_done),
    "referral.done.send": Verb("person", take_done),
    "referral.heard": Verb("person", heard),
    "referral.further": Verb("person", further),
}

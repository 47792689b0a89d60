"""News of a referral from either side; it is done, and whoever made it says if they heard back."""

from collections.abc import Mapping

from handlers.contract.commands import Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, Send, ToPerson, no
from handlers.contract.people import Event
from handlers.referral.cards import owner_card
from handlers.referral.case import TELLS, ReaderCase, as_asked, as_referrer, as_speaker
from handlers.referral.form import TEXT_MOST, in_reply, text_field
from handlers.referral.owner import end_cards, tell_referrer
from handlers.referral.reminders import escalate
from handlers.shared import questions
from handlers.shared.moments import settled_after
from handlers.shared.pages import done, text_wrong
from prompts.shapes import Choice
from prompts.words import Plain, say
from storage.schema.values import HeardBack, State

UPDATE_MOST = 2500
"""As much as is added to anything else: here come the words of a form that was sent again."""
OUTCOMES = ("done", "part", "not-needed", "cannot")


@as_asked
async def ask_done(case: ReaderCase, _event: Event) -> Outcomes:
    """Asks what came of it."""
    outcomes = questions.options("referral-outcome", OUTCOMES)
    outcome = Choice("outcome", say("referral-outcome-label"), outcomes)
    return await in_reply("done", case, outcome, text_field("done"))


@as_asked
async def take_done(case: ReaderCase, event: Event) -> Outcomes:
    """Answers it: whoever made it hears what came of it, and says whether that is so."""
    wrong = text_wrong(event.one("text"), TEXT_MOST)
    if event.one("outcome") not in OUTCOMES:
        wrong["outcome"] = say("missing-outcome")
    if wrong:
        return [Refuse(wrong)]
    thread, repo, who = case.thread, case.repo, case.who
    before = [p for p in await case.card_holders() if p != thread.raiser]
    case.assign(who)
    thread.state, case.referral.heard = State.ANSWERED, HeardBack.ASKED
    await case.forget_turns(*TELLS)
    repo.timers.remind(thread, "forget", settled_after(thread, repo))
    text = event.one("text")
    await repo.say(thread, "lead", f"referral-{event.one('outcome')}", text, by=who.name)
    repo.note(thread.id, f"done: {event.one('outcome')}", who.person)
    return [
        Ask(done("referral-finished-title", "referral-finished")),
        *await end_cards(case, before, say("referral-is-done")),
        await tell_referrer(case, say("referral-came-of-it", name=Plain(who.name))),
    ]


@as_referrer
async def heard(case: ReaderCase, _event: Event) -> Outcomes:
    """Closes it: whoever made it has heard back."""
    thread, repo = case.thread, case.repo
    case.referral.heard = HeardBack.YES
    await repo.say(thread, "bot", "heard")
    before = dict.fromkeys(await case.card_holders())
    await repo.close(thread)
    gone = await end_cards(case, before, say("referral-is-done"))
    return [Ask(done("referral-closed-title", "referral-closed")), *gone]


@as_referrer
async def further(case: ReaderCase, _event: Event) -> Outcomes:
    """Escalates it now: whoever made it hasn't heard, or isn't content."""
    answered = case.thread.state == State.ANSWERED
    if case.referral.heard == HeardBack.NO and not answered:
        return no("referral-already-further")
    case.referral.heard = HeardBack.NO
    await case.repo.timers.forget(case.id, "forget")
    if answered:
        await case.disown()
    sent = await escalate(case, pressed=True)
    return [Ask(done("referral-further-title", "referral-further")), *sent]


@as_speaker
async def ask_update(case: ReaderCase, _event: Event) -> Outcomes:
    """Asks what there is to tell, which ends nothing and moves no day."""
    return await in_reply("update", case, text_field("update", most=UPDATE_MOST))


@as_speaker
async def take_update(case: ReaderCase, event: Event) -> Outcomes:
    """Tells the other side: whoever made it, or those who are asked now."""
    if wrong := text_wrong(event.one("text"), UPDATE_MOST):
        return [Refuse(wrong)]
    has_it, text = case.may_act(), event.one("text")
    if has_it:
        await case.repo.say(case.thread, "lead", "update", text, by=case.who.name)
    else:
        await case.repo.say(case.thread, "raiser", "added", text)
    case.repo.note(case.id, "update" if has_it else "added", case.who.person)
    page = Ask(done("referral-update-done-title", "referral-update-done"))
    if has_it:
        case.referral.news = True
        return [page, await tell_referrer(case, say("referral-news", name=Plain(case.who.name)))]
    ahead = await case.ahead(await case.turn())
    card = owner_card(case, await case.reference(), say("referral-added"), ahead)
    return [page, *(Send(ToPerson(p), card, key=case.id) for p in await case.asked_people())]


VERBS: Mapping[str, Verb] = {
    "referral.done": asks("person", ask_done),
    "referral.done.send": Verb("person", take_done),
    "referral.update": asks("person", ask_update),
    "referral.update.send": Verb("person", take_update),
    "referral.heard": Verb("person", heard),
    "referral.further": Verb("person", further),
}

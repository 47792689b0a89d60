"""It isn't theirs: whose it is, and why."""

from collections.abc import Mapping

from handlers.contract.commands import Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, ToPerson
from handlers.contract.people import Event
from handlers.referral.case import ReaderCase, as_asked
from handlers.referral.form import TEXT_MOST, question, text_field
from handlers.referral.owner import begin, end_cards, restart, tell_referrer
from handlers.shared import questions
from handlers.shared.pages import done, text_wrong
from prompts.shapes import Choice, Line, Long, Option
from prompts.words import say
from storage.repository.people import Known
from storage.schema.values import ThreadRole


@as_asked
async def ask_reassign(case: ReaderCase, event: Event) -> Outcomes:
    """Asks whose it is, then."""
    return question("notmine", case, *_whose(event))


def _whose(event: Event, owners: tuple[Option, ...] = ()) -> tuple[Choice | Line | Long, ...]:
    label, hint = say("referral-notmine-owner"), say("referral-notmine-owner-hint")
    return (
        questions.owner(label, hint, event),
        *questions.which_owner(owners, event),
        text_field("notmine", event.one("text")),
    )


@as_asked
async def reassign(case: ReaderCase, event: Event) -> Outcomes:
    """Asks whom they name, or everyone who could take it."""
    if wrong := text_wrong(event.one("text"), TEXT_MOST):
        return [Refuse(wrong)]
    found = await questions.called(event, case.agency, case.repo, case.who.person)
    if found.unknown:
        return [Refuse({"owner": say("referral-owner-unknown")})]
    if found.unclear:
        return question("notmine", case, *_whose(event, found.options))
    return await _hand_on(case, found.one, event.one("text"))


async def _hand_on(case: ReaderCase, to: Known | None, why: str) -> Outcomes:
    repo, before = case.repo, await case.recipients(ThreadRole.ASKED)
    await repo.say(case.thread, "lead", "notmine", why)
    await case.disown()
    if case.referral.level > 0:
        await restart(case)
    case.referral.asked = 0
    case.offer(to)
    repo.note(case.id, "handed on", case.who.person)
    sent = await begin(case)
    others = [p for p in before if all(s.to != ToPerson(p) for s in sent)]
    return [
        Ask(done("referral-handed-title", "referral-handed")),
        *await end_cards(case, others, say("referral-handed-on")),
        *sent,
        await tell_referrer(case, say("referral-moved-on")),
    ]


VERBS: Mapping[str, Verb] = {
    "referral.notmine": asks("person", ask_reassign),
    "referral.notmine.send": Verb("person", reassign),
}

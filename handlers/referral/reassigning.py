"""It isn't theirs: whose it is, and why; or they left, or can't be reached."""

from collections.abc import Mapping

from handlers.contract.commands import Absence, Verb, asks
from handlers.contract.outcomes import Ask, Outcomes, Refuse, ToPerson
from handlers.contract.people import Event
from handlers.referral.case import ReaderCase, ReferralCase, as_asked
from handlers.referral.form import TEXT_MOST, question, text_field
from handlers.referral.owner import ask_anew, begin, end_cards, restart, tell_referrer
from handlers.referral.reminders import escalate
from handlers.referral.responding import help_again
from handlers.shared import questions
from handlers.shared.labels import known_as
from handlers.shared.pages import done, text_wrong
from handlers.shared.people.leaving import farewell, leave
from prompts.shapes import Choice, Line, Long, Option
from prompts.words import say
from storage.repository import Repository
from storage.repository.people.people import Known
from storage.schema import Thread
from storage.schema.values import ThreadRole


@as_asked
async def ask_reassign(case: ReaderCase, event: Event) -> Outcomes:
    """Asks whose it is, then."""
    owners = await questions.chosen_among(event, case.agency, case.repo, case.who.person)
    return question("notmine", case, *_whose(event, owners))


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
        yours, nobody = say("referral-owner-yourself"), say("referral-owner-unknown")
        return [Refuse({"owner": yours if found.yours else nobody})]
    if found.unclear:
        return question("notmine", case, *_whose(event, found.options))
    return await _hand_on(case, found.one, event.one("text"))


async def _hand_on(case: ReaderCase, to: Known | None, why: str) -> Outcomes:
    repo, before = case.repo, await case.recipients(ThreadRole.ASKED)
    await repo.say(case.thread, "lead", "notmine", why, by=case.who.name)
    await case.disown()
    if case.referral.level > 0:
        await restart(case)
    case.referral.asked = 0
    case.offer(to)
    repo.note(case.id, "handed on", case.who.person)
    sent = await begin(case)
    others = [p for p in before if all(s.to != ToPerson(p) for s in sent)]
    asked = say("referral-handed")
    if to is not None:
        asked = say("referral-handed-to", name=known_as(to, repo.partnership))
    return [
        Ask(done("referral-handed-title", asked)),
        *await end_cards(case, others, say("referral-handed-on")),
        *sent,
        await tell_referrer(case, say("referral-moved-on")),
    ]


async def without(thread: Thread, absence: Absence, repo: Repository) -> Outcomes:
    """Asks the others, if it was theirs or nobody is left who was asked; else it is as it was."""
    case = await ReferralCase.of(thread, repo)
    part, owned = (await repo.audience(thread)).get(absence.person), case.is_owner(absence.person)
    if not await leave(thread, absence, repo) and not (owned and part):
        return []
    gone = await farewell(thread, absence, repo)
    if not case.is_open:
        return gone
    if owned:
        return [*gone, *await _unassign(case, absence)]
    if part == ThreadRole.HELPER:
        return [*gone, *await help_again(case)]
    away = await repo.parts.unreached(thread)
    if part == ThreadRole.ASKED and not set(await case.recipients(ThreadRole.ASKED)) - away:
        return [*gone, *await _ask_next(case)]
    return gone


async def _unassign(case: ReferralCase, absence: Absence) -> Outcomes:
    repo, what = case.repo, "gone" if absence.gone else "unreached"
    await repo.say(case.thread, "bot", f"owner-{what}", case.referral.owner_name or "")
    await case.disown()
    sent = await _ask_next(case)
    return [*sent, await tell_referrer(case, say(f"referral-owner-{what}"))]


async def _ask_next(case: ReferralCase) -> Outcomes:
    """Asks whoever else is asked on its level, or else further up."""
    if await case.asked_people():
        return await ask_anew(case, say("referral-nobodys"))
    return [] if case.is_last else await escalate(case)


VERBS: Mapping[str, Verb] = {
    "referral.notmine": asks("person", ask_reassign),
    "referral.notmine.send": Verb("person", reassign),
}

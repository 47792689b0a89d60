"""It isn't theirs: whose it is, and why."""

from collections.abc import Mapping

from handlers.contract import (
    Ask,
    Event,
    Named,
    Outcomes,
    Refuse,
    ToPerson,
    Update,
    Verb,
    asks,
    no,
)
from handlers.referral.access import TEXT_MOST, acting, asked_before, form_of, text_of, told
from handlers.referral.cards import past_card
from handlers.referral.owner import begin, disown, from_the_start
from handlers.shared import questions
from handlers.shared.pages import done, text_wrong
from prompts.shapes import Choice, Line, Long, Option
from prompts.words import Plain, say
from storage.partnership import AgencyId
from storage.repository import Repository
from storage.repository.people import Known
from storage.schema import Referral, Thread


async def ask_reassign(who: Named, event: Event, repo: Repository) -> Outcomes:
    """Whose is it, then?"""
    found = await acting(who, event, repo)
    if found is None:
        return no("referral-not-for-you")
    return form_of("notmine", found[0], *_whose(event))


def _whose(event: Event, owners: tuple[Option, ...] = ()) -> tuple[Choice | Line | Long, ...]:
    label, hint = say("referral-notmine-owner"), say("referral-notmine-owner-hint")
    return (
        questions.owner(label, hint, event),
        *questions.which_owner(owners, event),
        text_of("notmine", event.one("text")),
    )


async def reassign(who: Named, event: Event, repo: Repository) -> Outcomes:
    """It goes to whom they name, or to everyone who could take it."""
    found = await acting(who, event, repo)
    if found is None:
        return no("referral-not-for-you")
    if wrong := text_wrong(event.one("text"), TEXT_MOST):
        return [Refuse(wrong)]
    thread, referral = found
    known = await repo.people.called(event.one("owner"), AgencyId(thread.agency))
    known = [k for k in known if k.person != who.person]
    if event.one("owner") and not known:
        return [Refuse({"owner": say("referral-owner-unknown")})]
    meant = [k for k in known if k.person == event.one("owner_id")] or known
    if len(meant) > 1:
        owners = tuple(Option(k.person, Plain(k.name)) for k in known)
        return form_of("notmine", thread, *_whose(event, owners))
    return await _hand_on(who, meant[0] if meant else None, thread, referral, event, repo)


async def _hand_on(
    who: Named,
    to: Known | None,
    thread: Thread,
    referral: Referral,
    event: Event,
    repo: Repository,
) -> Outcomes:
    before = await asked_before(thread, repo)
    await repo.say(thread, "lead", "notmine", event.one("text"))
    await disown(thread, referral, repo)
    if referral.level > 0:
        await from_the_start(thread, referral, repo)
    referral.asked = 0
    if to is not None:
        referral.owner, referral.owner_name = to.person, to.name
    repo.note(thread.id, "handed on", who.person)
    sent = await begin(thread, referral, repo)
    again = {s.to.person for s in sent if isinstance(s.to, ToPerson)}
    reference = await repo.reference_of(thread)
    gone = past_card(thread, reference, say("referral-handed-on"))
    return [
        Ask(done("referral-handed-title", "referral-handed")),
        *(Update(p, thread.id, gone) for p in before if p not in again),
        *sent,
        await told(thread, referral, "referral-moved-on", repo),
    ]


VERBS: Mapping[str, Verb] = {
    "referral.notmine": asks("person", ask_reassign),
    "referral.notmine.send": Verb("person", reassign),
}

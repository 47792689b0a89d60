"""A challenge moves on when somebody who has a part in it left, or can't be reached."""

from handlers.challenge.cards import adopting_card, reading_card
from handlers.challenge.case import ChallengeCase
from handlers.challenge.escalation import ask
from handlers.challenge.responders import moderators, responders_of, reviewers
from handlers.contract.commands import Absence
from handlers.contract.outcomes import Outcome, Outcomes, Send, ToPerson
from handlers.shared.people.fallback import fallbacks_for
from handlers.shared.people.leaving import farewell, leave, tell_raiser
from storage.partnership import PersonId
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import ThreadRole


async def without(thread: Thread, absence: Absence, repo: Repository) -> Outcomes:
    """Asks the next in each part that this person had; where there is none, the next step."""
    part = (await repo.audience(thread)).get(absence.person)
    if part is None or not await leave(thread, absence, repo):
        return []
    case = await ChallengeCase.of(thread, repo)
    if absence.gone and thread.picked_by == absence.person:
        thread.picked_by = None
    sent: list[Outcome] = [*await farewell(thread, absence, repo)]
    if absence.gone and case.challenge.adopted_by == absence.person:
        sent += await _without_adopter(case, absence)
    if part == ThreadRole.MODERATOR:
        sent += await _without_moderator(case)
    if case.challenge.reviewer == absence.person:
        sent += await _without_reviewer(case)
    if part == case.challenge.step and case.is_open:
        sent += await _without_asked(case, absence)
    return sent


async def _without_asked(case: ChallengeCase, absence: Absence) -> list[Outcome]:
    """Asks on this step anew, once nobody is left of those who were asked on it."""
    away = await case.repo.parts.unreached(case.thread)
    if set(await case.asked_people()) - away:
        return []
    if absence.gone and case.challenge.owner == absence.person:
        case.challenge.owner = case.challenge.owner_name = None
    told = await tell_raiser(case.thread, "asked", absence, case.repo)
    return [*await ask(case, case.step), told]


async def _without_adopter(case: ChallengeCase, absence: Absence) -> list[Send]:
    """Asks the other leads to carry it on in their name; meanwhile its stage goes on."""
    thread, challenge, repo = case.thread, case.challenge, case.repo
    challenge.adopted_by = challenge.adopted_name = None
    audience, idle = await repo.audience(thread), (None, ThreadRole.PAST, ThreadRole.ADOPT)
    leads = await responders_of(case, ThreadRole.ADOPT)
    people = [p for p in leads if audience.get(p) in idle]
    for person in people:
        if person in audience:
            await repo.set_role(thread, person, ThreadRole.ADOPT)
        else:
            repo.add_recipient(thread, person, ThreadRole.ADOPT)
    told = await tell_raiser(thread, "adopter", absence, repo)
    card = adopting_card(case)
    return [*(Send(ToPerson(p), card, key=case.id) for p in people), told]


async def _without_moderator(case: ChallengeCase) -> list[Send]:
    """Asks another moderator, if nobody is left who was asked; neither side sees a difference."""
    away = await case.repo.parts.unreached(case.thread)
    if set(await case.recipients(ThreadRole.MODERATOR)) - away:
        return []
    audience = await case.repo.audience(case.thread)
    people = [p for p in await moderators(case) if p not in audience]
    for person in people:
        case.repo.add_recipient(case.thread, person, ThreadRole.MODERATOR)
    return _reads(case, people, "moderator-card")


async def _without_reviewer(case: ChallengeCase) -> list[Send]:
    """Gives a diverted challenge to the next who reads it; its owner sees no difference."""
    audience = await case.repo.audience(case.thread)
    gone = (await case.repo.people.left()).altogether
    outside = fallbacks_for(case.thread, case.partnership, await case.apart() | gone)
    every = (*await reviewers(case), *await moderators(case), *outside)
    idle = (None, ThreadRole.MODERATOR, ThreadRole.PAST)
    next_one = next((p for p in every if audience.get(p) in idle), None)
    case.challenge.reviewer = next_one
    if next_one is None:
        return []
    if next_one in audience:
        await case.repo.set_role(case.thread, next_one, ThreadRole.REVIEWER)
    else:
        case.repo.add_recipient(case.thread, next_one, ThreadRole.REVIEWER)
    return _reads(case, [next_one], "reviewer-card")


def _reads(case: ChallengeCase, people: list[PersonId], title: str) -> list[Send]:
    card = reading_card(case, title)
    return [Send(ToPerson(p), card, key=case.id) for p in people]

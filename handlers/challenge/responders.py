"""Who answers a challenge on each step of its way; the owner of the decision never judges twice."""

from collections.abc import Iterable
from typing import Final

from handlers.challenge.case import ChallengeCase
from handlers.shared.people.fallback import fallbacks, fallbacks_for
from storage.partnership import AgencyId, PersonId, Role
from storage.repository import Repository
from storage.schema.values import ChallengeStep, How, ThreadRole

_ROLES: Final[tuple[Role, ...]] = ("manager", "liaison_officer")
_ROLES_ELSEWHERE: Final[tuple[Role, ...]] = ("reviewer", "moderator")


async def responders_of(case: ChallengeCase, step: ChallengeStep) -> list[PersonId]:
    """Lists everybody who is asked on this step; the first to answer answers for all."""
    away = case.repo.people.stands_in
    people = [p for named in _named(case, step) for p in (named, await away(named)) if p]
    # Nobody judges their own decision twice, nor as a stand-in; and nobody what they raised.
    twice = step in (ThreadRole.READER, ThreadRole.ADOPT, ThreadRole.PERSON)
    never = await case.apart() if twice else await case.never()
    found = await _here(case, (p for p in dict.fromkeys(people) if p not in never))
    if not found and step == ThreadRole.OWNER:  # whoever owns it can't be reached
        return await _here(case, (p for p in _managers(case) if p not in never))
    if found or step != ThreadRole.PERSON:
        return found
    return await _here(case, (p for p in _leads_elsewhere(case) if p not in never))


async def everybody_asked(
    agency: str, how: str, told: AgencyId | None, owner: str | None, repo: Repository
) -> set[PersonId]:
    """Lists everybody whom a challenge may reach by their role, wherever it comes to.

    Hidden, and told whose people raised it, that agency's leads are asked to adopt it.
    """
    partnership = repo.partnership
    here = {a.id: a for a in partnership.agencies}.get(AgencyId(agency))
    if here is None:
        return set()
    found = {*here.leads, *(p for role in _ROLES for p in here.roles.get(role, ()))}
    for role in _ROLES_ELSEWHERE:
        found |= {*partnership.holders_elsewhere(here.id, role), *here.roles.get(role, ())}
    for stage in partnership.stages:
        found |= set(partnership.answering(stage, here.id))
    found |= set(fallbacks(here.id, How(how), partnership) if how in set(How) else ())
    found |= set(partnership.leads(told) if told else ())
    found |= await repo.people.standing_in_for(found)
    return {person for person in found if person != owner}


async def _here(case: ChallengeCase, people: Iterable[PersonId]) -> list[PersonId]:
    """Leaves out who has left, or can't be reached about this."""
    left, unreached = await case.repo.people.left(), await case.repo.parts.unreached(case.thread)
    return [p for p in people if p not in unreached and not left.has_left(p, case.agency)]


def _named(case: ChallengeCase, step: ChallengeStep) -> Iterable[PersonId]:
    partnership, thread, stage = case.partnership, case.thread, case.stage
    match step:
        case ThreadRole.OWNER:
            return _owners(case)
        case ThreadRole.READER:
            return _readers(case)
        case ThreadRole.ADOPT:
            return partnership.leads(AgencyId(thread.told_agency or case.agency))
        case ThreadRole.STAGE:
            if stage is None or stage.answers == "owner":
                return _owners(case)
            return partnership.answering(stage, case.agency)
        case ThreadRole.PERSON:
            # Without a policy of its own, a partnership's leads keep it.
            officers = partnership.holders(case.agency, "liaison_officer")
            first = officers if partnership.stages else case.home.leads
            return (*first, *fallbacks_for(thread, partnership))


def _owners(case: ChallengeCase) -> tuple[PersonId, ...]:
    # Where we don't know whose decision it is, it is their managers', or else their leads'.
    if case.challenge.owner is not None:
        return (PersonId(case.challenge.owner),)
    return _managers(case)


def _managers(case: ChallengeCase) -> tuple[PersonId, ...]:
    return case.partnership.holders(case.agency, "manager") or case.home.leads


def _readers(case: ChallengeCase) -> list[PersonId]:
    # Another agency than either side's, if there is one; never the owner's own.
    partnership, told = case.partnership, case.thread.told_agency
    others = partnership.holders_elsewhere(case.agency, "reviewer")
    theirs = partnership.holders(AgencyId(told), "reviewer") if told else ()
    return [p for p in others if p not in theirs] or list(others)


def _leads_elsewhere(case: ChallengeCase) -> Iterable[PersonId]:
    # Everybody here is who it is about: it must not end with nobody.
    return (p for a in case.partnership.agencies if a.id != case.agency for p in a.leads)


async def moderators(case: ChallengeCase) -> list[PersonId]:
    """Lists who may divert a thread: moderators, of other agencies first, never its owner."""
    return await _others_first(case, "moderator")


async def reviewers(case: ChallengeCase) -> list[PersonId]:
    """Lists who reads a diverted thread in its owner's place, without either noticing."""
    return await _others_first(case, "reviewer")


async def _others_first(case: ChallengeCase, role: Role) -> list[PersonId]:
    partnership, agency = case.partnership, case.agency
    apart = partnership.holders_elsewhere(agency, role) or partnership.holders(agency, role)
    out = await case.apart()
    return await _here(case, (p for p in apart if p not in out))

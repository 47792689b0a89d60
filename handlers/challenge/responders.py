"""Who answers a challenge on each step of its way; the owner of the decision never judges twice."""

from collections.abc import Iterable

from storage.partnership import Agency, AgencyId, Partnership, PersonId, Role
from storage.repository import Repository
from storage.schema import Challenge, Thread
from storage.schema.values import ChallengeStep, ThreadRole


async def responders_of(
    thread: Thread, challenge: Challenge, step: ChallengeStep, repo: Repository
) -> list[PersonId]:
    """Everybody who is asked on this step; the first to answer answers for all."""
    apart = step in (ThreadRole.READER, ThreadRole.ADOPT, ThreadRole.PERSON)
    people = await _with_stand_ins(_named(thread, challenge, step, repo.partnership), repo)
    # Nobody judges their own decision twice, nor as somebody's stand-in.
    return [p for p in people if not (apart and p == challenge.owner)]


def _named(
    thread: Thread, challenge: Challenge, step: ChallengeStep, partnership: Partnership
) -> Iterable[PersonId]:
    agency = partnership.agency(thread.home)
    match step:
        case ThreadRole.OWNER:
            return owners(challenge, agency)
        case ThreadRole.READER:
            return _readers(thread, partnership)
        case ThreadRole.ADOPT:
            return partnership.leads(AgencyId(thread.told_agency or thread.home))
        case ThreadRole.STAGE:
            stage = partnership.stages[challenge.stage - 1]
            owned = stage.answers == "owner"
            return owners(challenge, agency) if owned else partnership.answering(stage, agency.id)
        case ThreadRole.PERSON:
            # Without a policy of its own, a partnership's leads keep it.
            first = _role(agency, "liaison_officer") if partnership.stages else agency.leads
            return (*first, *_role(agency, "fallback"))


def owners(challenge: Challenge, agency: Agency) -> tuple[PersonId, ...]:
    """Whose decision it is; where we don't know them, their managers, or else their leads."""
    if challenge.owner is not None:
        return (PersonId(challenge.owner),)
    return _role(agency, "manager") or agency.leads


def moderators(thread: Thread, challenge: Challenge, partnership: Partnership) -> list[PersonId]:
    """Who may divert a thread: moderators, of other agencies first, never its owner."""
    return _others_first(thread, "moderator", challenge, partnership)


def reviewers(thread: Thread, challenge: Challenge, partnership: Partnership) -> list[PersonId]:
    """Who reads a diverted thread in its owner's place, without either noticing."""
    return _others_first(thread, "reviewer", challenge, partnership)


def _readers(thread: Thread, partnership: Partnership) -> list[PersonId]:
    # Another agency than either side's, if there is one; never the owner's own.
    others = partnership.holders_elsewhere(thread.home, "reviewer")
    theirs = partnership.agency(AgencyId(thread.told_agency)) if thread.told_agency else None
    apart = [p for p in others if theirs is None or p not in _role(theirs, "reviewer")]
    return apart or list(others)


def _role(agency: Agency, role: Role) -> tuple[PersonId, ...]:
    return agency.roles.get(role, ())


def _others_first(
    thread: Thread, role: Role, challenge: Challenge, partnership: Partnership
) -> list[PersonId]:
    agency = thread.home
    apart = partnership.holders_elsewhere(agency, role) or partnership.holders(agency, role)
    return [p for p in apart if p != challenge.owner]


async def _with_stand_ins(people: Iterable[PersonId], repo: Repository) -> list[PersonId]:
    found = [p for person in people for p in (person, await repo.people.stands_in(person)) if p]
    return list(dict.fromkeys(found))

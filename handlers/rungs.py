"""Who answers a challenge on each rung of its way; the owner of the decision never judges twice."""

from collections.abc import Iterable
from typing import Literal

from storage.partnership import Agency, AgencyId, Partnership, PersonId, Role, Stage
from storage.repository import Repository
from storage.tables import Challenge, Thread

Rung = Literal["owner", "reader", "adopt", "stage", "person"]


async def who_answers(
    thread: Thread, challenge: Challenge, rung: Rung, repo: Repository
) -> list[PersonId]:
    """Everybody who is asked on this rung; the first to answer answers for all."""
    apart = rung in ("reader", "adopt", "person")
    people = _named(thread, challenge, rung, repo.partnership)
    return await _with_stand_ins([p for p in people if not (apart and p == challenge.owner)], repo)


def _named(
    thread: Thread, challenge: Challenge, rung: Rung, partnership: Partnership
) -> Iterable[PersonId]:
    agency = partnership.agency(AgencyId(thread.agency))
    match rung:
        case "owner":
            return owners(challenge, agency)
        case "reader":
            return _readers(thread, partnership)
        case "adopt":
            return partnership.leads(AgencyId(thread.told_agency or thread.agency))
        case "stage":
            stage = stages(partnership)[challenge.stage - 1]
            return _of_stage(stage, challenge, agency, partnership)
        case "person":
            return (*_role(agency, "liaison_officer"), *_role(agency, "fallback"))


def owners(challenge: Challenge, agency: Agency) -> tuple[PersonId, ...]:
    """Whose decision it is; where we don't know them, their managers, or else their leads."""
    if challenge.owner is not None:
        return (PersonId(challenge.owner),)
    return _role(agency, "manager") or agency.leads


def stages(partnership: Partnership) -> tuple[Stage, ...]:
    """The partnership's own stages; none where it has set none."""
    return partnership.escalation.stages if partnership.escalation else ()


def moderators(thread: Thread, challenge: Challenge, partnership: Partnership) -> list[PersonId]:
    """Who may divert a thread: moderators, of other agencies first, never its owner."""
    return _others_first(thread, "moderator", challenge, partnership)


def reviewers(thread: Thread, challenge: Challenge, partnership: Partnership) -> list[PersonId]:
    """Who reads a diverted thread in its owner's place, without either noticing."""
    return _others_first(thread, "reviewer", challenge, partnership)


def _readers(thread: Thread, partnership: Partnership) -> list[PersonId]:
    # Another agency than either side's, if there is one; never the owner's own.
    others = [a for a in partnership.agencies if a.id != thread.agency]
    apart = [a for a in others if a.id != thread.told_agency]
    found = [p for a in apart for p in _role(a, "reviewer")]
    return found or [p for a in others for p in _role(a, "reviewer")]


def _of_stage(
    stage: Stage, challenge: Challenge, agency: Agency, partnership: Partnership
) -> tuple[PersonId, ...]:
    match stage.answers:
        case "owner":
            return owners(challenge, agency)
        case "lead":
            return agency.leads
        case "chair":
            # One chair serves the whole partnership.
            return tuple(p for a in partnership.agencies for p in _role(a, "chair"))
        case "manager" | "liaison_officer":
            return _role(agency, stage.answers)


def _role(agency: Agency, role: Role) -> tuple[PersonId, ...]:
    return agency.roles.get(role, ())


def _others_first(
    thread: Thread, role: Role, challenge: Challenge, partnership: Partnership
) -> list[PersonId]:
    apart = [p for a in partnership.agencies if a.id != thread.agency for p in _role(a, role)]
    own = [p for a in partnership.agencies if a.id == thread.agency for p in _role(a, role)]
    return [p for p in apart or own if p != challenge.owner]


async def _with_stand_ins(people: list[PersonId], repo: Repository) -> list[PersonId]:
    found = [p for person in people for p in (person, await repo.people.stands_in(person)) if p]
    return list(dict.fromkeys(found))

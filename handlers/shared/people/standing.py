"""Whether a part that somebody was given is theirs still: by the role they hold now, and where.

Having been asked once isn't enough. Who left, moved or lost the role reads nothing more, at once,
also before anybody else was asked in their place.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final

from handlers.contract.people import Named
from storage.directory.leavers import NOBODY, Left
from storage.partnership import AgencyId, Partnership, PersonId
from storage.repository import Repository
from storage.repository.people.parts import Part
from storage.schema import Thread
from storage.schema.values import ThreadRole

Roles = frozenset[tuple[str, AgencyId]]

_WAY_UP: Final = frozenset({"lead", "manager", "liaison_officer", "fallback"})
_THERE: Final[Mapping[ThreadRole, frozenset[str]]] = {
    ThreadRole.LEAD: frozenset({"lead", "stand_in", "fallback"}),
    ThreadRole.SECOND: frozenset({"lead", "stand_in", "fallback"}),
    ThreadRole.OWNER: frozenset({"lead", "manager"}),
    ThreadRole.ADOPT: frozenset({"lead"}),
    ThreadRole.ADOPTER: frozenset({"lead"}),
    ThreadRole.PERSON: frozenset({"lead", "liaison_officer", "fallback"}),
    ThreadRole.ASKED: _WAY_UP | {"reviewer"},
    ThreadRole.HELPER: _WAY_UP,
    ThreadRole.PAST: _WAY_UP | {"reviewer", "moderator", "stand_in", "chair"},
}
"""Roles by which each part is held, in the agency whose people were asked."""
_ANYWHERE: Final[Mapping[ThreadRole, frozenset[str]]] = {
    ThreadRole.FALLBACK: frozenset({"fallback"}),
    ThreadRole.READER: frozenset({"reviewer"}),
    ThreadRole.REVIEWER: frozenset({"reviewer", "moderator", "fallback"}),
    ThreadRole.MODERATOR: frozenset({"moderator"}),
    ThreadRole.PERSON: frozenset({"fallback"}),
    ThreadRole.ASKED: frozenset({"chair"}),
    ThreadRole.HELPER: frozenset({"chair"}),
    ThreadRole.PAST: frozenset({"reviewer", "moderator", "chair", "fallback"}),
}
"""Roles by which it is held in any agency: who looks from outside, or is the partnership's."""


def holds(
    part: Part, place: AgencyId | None, partnership: Partnership, left: Left = NOBODY
) -> bool:
    """Tells whether a part is somebody's by their own role, or by name; `place` is whose they are.

    Owning a decision or a referral takes no role: only that they are that agency's people still.
    """
    named = partnership.roles_of(part.person)
    roles = frozenset(role for role in named if not left.has_left(part.person, role[1]))
    there_still = not left.has_left(part.person, part.agency)
    of_theirs = part.agency in {place, *(agency for _, agency in roles)} and there_still
    if of_theirs and part.agency and (part.personal or part.role == ThreadRole.PAST):
        return True
    if part.role == ThreadRole.STAGE:
        return _answers_stage(part, roles, partnership)
    if part.role == ThreadRole.ASKED and all(a.id != part.agency for a in partnership.agencies):
        return _any(roles, {"fallback", "chair"})  # it has closed: others' are asked
    there = {part.agency, part.told} if part.role in _ADOPTING else {part.agency}
    return _any(roles, _THERE.get(part.role, ()), there) or _any(
        roles, _ANYWHERE.get(part.role, ())
    )


_HEARING: Final = (ThreadRole.LEAD, ThreadRole.SECOND, ThreadRole.FALLBACK)
_ADOPTING: Final = (ThreadRole.ADOPT, ThreadRole.ADOPTER)


def _answers_stage(part: Part, roles: Roles, partnership: Partnership) -> bool:
    stages = partnership.stages
    answers = stages[part.stage - 1].answers if 0 < part.stage <= len(stages) else "owner"
    if answers == "chair":
        return _any(roles, {"chair"})
    named = {"lead", "manager"} if answers == "owner" else {answers}
    return _any(roles, named, {part.agency})


def _any(
    roles: Roles, wanted: Collection[str], there: Collection[AgencyId | None] | None = None
) -> bool:
    return any(role in wanted and (there is None or agency in there) for role, agency in roles)


async def is_theirs(part: Part, place: AgencyId | None, repo: Repository) -> bool:
    """Tells whether a part is somebody's now, also as the stand-in of whoever holds it."""
    left = await repo.people.left()
    if holds(part, place, repo.partnership, left):
        return True
    # Whoever stood in keeps what they took and what they were asked to do, and hears nothing new.
    kept = part.has_it or part.role not in _HEARING
    away = await repo.people.stood_in_for(part.person, ever=kept)
    named = part.person in repo.partnership.everyone_named()
    if not away or not named or part.person in left.altogether:
        return False
    for person in away:
        instead = part.by(person)
        if holds(instead, await repo.people.agency_of(person), repo.partnership):
            return True
    return False


async def part_of(who: Named, thread: Thread, repo: Repository) -> ThreadRole | None:
    """Finds the part that somebody has in a thread now; None if they have, or hold, none."""
    part = await repo.parts.one(thread.id, who.person)
    own = thread.return_ref is not None and thread.raiser == who.person
    if part is None or own:  # nobody answers what they raised
        return None
    place = who.agency or await repo.people.agency_of(who.person)
    return part.role if await is_theirs(part, place, repo) else None


async def lost_by(
    person: PersonId, place: AgencyId | None, repo: Repository, *, past: bool = False
) -> frozenset[str]:
    """Finds the threads in which somebody was given a part that isn't theirs any more.

    With `past`, also those that are closed, and those with which they had to do once.
    """
    known: dict[Part, bool] = {}
    lost = set()
    for part in await repo.parts.of(person, past=past):
        alike = replace(part, thread_id="")
        if alike not in known:
            known[alike] = await is_theirs(part, place, repo)
        if not known[alike]:
            lost.add(part.thread_id)
    return frozenset(lost)


async def losers(people: Collection[PersonId], repo: Repository) -> frozenset[PersonId]:
    """Finds those of these people who were given something that isn't theirs any more."""
    await repo.people.read(people)
    lost: set[PersonId] = set()
    for part in await repo.parts.kinds(people):
        place = await repo.people.agency_of(part.person)
        if part.person not in lost and not await is_theirs(part, place, repo):
            lost.add(part.person)
    return frozenset(lost)

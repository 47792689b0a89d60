"""A thread in confidence whose name two people may open together."""

from dataclasses import dataclass, replace
from typing import Final, Self

from handlers.contract.people import Event, Named
from handlers.registry import kind_of
from handlers.shared.cases import Case, acts_on
from handlers.shared.pages import live_thread
from handlers.shared.people.standing import is_theirs, part_of
from storage.directory.leavers import Left
from storage.partnership import PersonId, Role
from storage.repository import Repository
from storage.schema import BreakGlass
from storage.schema.values import How, ThreadRole

AGREEING: Final[tuple[Role, ...]] = ("manager", "liaison_officer", "chair", "fallback")


@dataclass(frozen=True)
class GlassCase(Case):
    """A thread in confidence, and the request to open its name, as one who may ask or agree."""

    request: BreakGlass | None
    who: Named
    left: Left
    left_out: frozenset[str]
    """Whoever it is about agrees to nothing."""

    @classmethod
    async def find_for(cls, who: Named, event: Event, repo: Repository) -> Self | None:
        """Finds the thread if this person has a part in it, or is one of those who may agree."""
        thread = await live_thread(event, repo)
        if thread is None or thread.how != How.CONFIDENCE:
            return None
        if not kind_of(thread).names_can_be_opened:
            return None
        left, out = await repo.people.left(), await repo.left_out(thread)
        case = cls(thread, repo, await repo.challenges.glass_of(thread), who, left, out)
        if case.request and not case.request.agreed_by and not await case.is_asked_still():
            case = replace(case, request=None)  # with whoever asked, their request is gone
        part = await part_of(who, thread, repo) or ThreadRole.PAST
        return case if part != ThreadRole.PAST or who.person in case.agreeing() else None

    def agreeing(self) -> list[PersonId]:
        """Lists who may agree: people with responsibility in the agency that has the thread."""
        found = [p for role in AGREEING for p in self.home.roles.get(role, ())]
        chairs = [p for a in self.partnership.agencies for p in a.roles.get("chair", ())]
        every = [p for p in dict.fromkeys((*found, *chairs)) if p not in self.left_out]
        return [person for person in every if not self.left.has_left(person, self.agency)]

    async def is_asked_still(self) -> bool:
        """Tells whether whoever asked for the name is one of those who may still."""
        if self.request is None:
            return False
        asked = PersonId(self.request.asked_by)
        part = await self.repo.parts.one(self.id, asked)
        place = await self.repo.people.agency_of(asked)
        return asked in self.agreeing() or (
            part is not None and await is_theirs(part, place, self.repo)
        )

    def may_agree(self, request: BreakGlass) -> bool:
        """Tells whether they are the second of the two: nobody agrees with themselves."""
        return self.who.person in self.agreeing() and self.who.person != request.asked_by


as_one_of_two = acts_on(GlassCase.find_for, "glass-not-here")
"""Hands a handler the thread whose name this person may ask for, or agree to open."""

"""A concern as its leads and the clock act on it: who hears it, who has it, what they may do."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Self

from handlers.contract.outcomes import Send
from handlers.contract.people import Event, Named
from handlers.shared.cases import Case, acts_on
from handlers.shared.pages import live_thread
from handlers.shared.people.standing import part_of
from storage.partnership import PersonId
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import How, State


class ConcernCase(Case):
    """A concern: it has nothing besides its thread."""

    def owner(self) -> list[PersonId]:
        """Lists the lead who picked it up, if one did."""
        return [PersonId(self.thread.picked_by)] if self.thread.picked_by else []

    async def leads(self) -> list[PersonId]:
        """Lists the agency's leads, each with whoever stands in for them today; but for those who
        are kept out, who don't choose either who reads it."""
        out, away = await self.repo.left_out(self.thread), self.repo.people.stands_in
        leads = [lead for lead in self.home.leads if lead not in out]
        return [p for lead in leads for p in (lead, await away(lead)) if p]

    async def newer_leads(self) -> Sequence[PersonId]:
        """Lists those of them who weren't asked."""
        asked = await self.recipients()
        return [person for person in await self.leads() if person not in asked]

    async def live(self) -> list[PersonId]:
        """Lists those who were asked and can be reached."""
        away = await self.repo.parts.unreached(self.thread)
        return [p for p in await self.recipients() if p not in away]


@dataclass(frozen=True)
class LeadCase(ConcernCase):
    """A concern as one of those who hear it acts on it."""

    who: Named

    @classmethod
    async def find_for(cls, who: Named, event: Event, repo: Repository) -> Self | None:
        """Finds the concern if this person hears it; a card that travelled opens nothing."""
        thread = await live_thread(event, repo)
        if thread is None or thread.command != "concern":
            return None
        return cls(thread, repo, who) if await part_of(who, thread, repo) else None

    def is_mine(self) -> bool:
        """Tells whether they picked it up."""
        return self.thread.picked_by == self.who.person

    def may_pass(self) -> bool:
        """Tells whether nobody else has it, so that they can pass it on."""
        return self.thread.picked_by is None or self.is_mine()

    def learns_name(self) -> bool:
        """Tells whether it is they who may know by whom it was raised in confidence."""
        thread = self.thread
        return thread.how == How.CONFIDENCE and thread.name_goes and self.is_mine()


as_recipient = acts_on(LeadCase.find_for, "not-for-you")
"""Hands a handler the concern that this person hears."""
as_owner = acts_on(LeadCase.find_for, "pick-first", when=LeadCase.is_mine)
"""Hands a handler the concern that this person picked up."""

Act = Callable[[ConcernCase], Awaitable[list[Send]]]
InState = Callable[[Thread, Repository], Awaitable[list[Send]]]


def while_in(*states: State) -> Callable[[Act], InState]:
    """Makes a decorator that hands a step its concern, and does nothing in any other state."""

    def decorate(act: Act) -> InState:
        @wraps(act)
        async def step(thread: Thread, repo: Repository) -> list[Send]:
            return await act(ConcernCase(thread, repo)) if thread.state in states else []

        return step

    return decorate

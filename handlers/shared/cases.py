"""What a handler acts on is found before it is called, or refused: one decorator says who may."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import TypeVar

from handlers.contract.outcomes import Outcomes, Refuse
from handlers.contract.people import Event
from handlers.shared.labels import agency_name
from prompts.words import Words, say
from storage.partnership import Agency, AgencyId, Partnership, PersonId
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import How, ThreadRole

C = TypeVar("C")
W = TypeVar("W")
Of = Callable[[W, Event, Repository], Awaitable[C]]
Handle = Callable[[C, Event], Awaitable[Outcomes]]


def acts_on(
    find: Of[W, C | None],
    refusal: str,
    not_now: str = "",
    *,
    when: Callable[[C], bool] = lambda _: True,
) -> Callable[[Handle[C]], Of[W, Outcomes]]:
    """Makes a decorator that hands a handler the case it acts on.

    It refuses in these words where `find` finds none, or `when` doesn't hold of it: then in
    those of `not_now`, if it has any.
    """

    def decorate(handle: Handle[C]) -> Of[W, Outcomes]:
        @wraps(handle)
        async def acts(who: W, event: Event, repo: Repository) -> Outcomes:
            case = await find(who, event, repo)
            if case is None:
                return [Refuse({"": say(refusal)})]
            if not when(case):
                return [Refuse({"": say(not_now) if not_now else say(refusal)})]
            return await handle(case, event)

        return acts

    return decorate


@dataclass(frozen=True)
class Case:
    """Something that people raised: its thread, and the transaction in which it is acted on."""

    thread: Thread
    repo: Repository

    @property
    def id(self) -> str:
        """The thread's id, which buttons carry."""
        return self.thread.id

    @property
    def partnership(self) -> Partnership:
        """The partnership in which it was raised."""
        return self.repo.partnership

    @property
    def agency(self) -> AgencyId:
        """The agency whose people were asked."""
        return self.thread.home

    @property
    def home(self) -> Agency:
        """That agency in the partnership's file, on its own clock."""
        return self.partnership.agency(self.agency)

    @property
    def today(self) -> date:
        """Which day it is there."""
        return self.repo.today_at(self.agency)

    @property
    def agency_name(self) -> Words:
        """What that agency calls itself."""
        return agency_name(self.agency, self.partnership)

    async def recipients(self, *parts: ThreadRole) -> list[PersonId]:
        """Lists those who have a part in it, or one of these parts."""
        audience = await self.repo.audience(self.thread)
        return [p for p, part in audience.items() if not parts or part in parts]


async def opened_by(person: PersonId, thread: Thread, repo: Repository) -> bool:
    """Tells whether they are one of the two who opened the name behind a thread in confidence."""
    if thread.how != How.CONFIDENCE:
        return False
    asked = await repo.challenges.glass_of(thread)
    return (
        asked is not None
        and asked.agreed_by is not None
        and person
        in (
            asked.asked_by,
            asked.agreed_by,
        )
    )

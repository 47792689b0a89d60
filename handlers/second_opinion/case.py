"""A second opinion as whoever asked, a reviewer or the clock acts on it."""

from dataclasses import dataclass
from typing import Self

from handlers.contract.people import Event, Named, Raiser
from handlers.second_opinion.form import SOON
from handlers.shared.cases import Case, acts_on
from handlers.shared.pages import own_thread
from handlers.shared.people.standing import part_of
from storage.partnership import AgencyId, Limit, PersonId
from storage.repository import Repository
from storage.schema import Opinion, Reviewer, Thread
from storage.schema.values import State


@dataclass(frozen=True)
class OpinionCase(Case):
    """A second opinion: its thread, and its own row."""

    opinion: Opinion

    @classmethod
    async def of(cls, thread: Thread, repo: Repository) -> Self:
        """Finds the case that a thread is. Raises LookupError for any other kind of thread."""
        return cls(thread, repo, await repo.opinions.of(thread))

    @classmethod
    async def for_asker(cls, _who: Raiser, event: Event, repo: Repository) -> Self | None:
        """Finds the case of whoever asked, once all is shown and nothing is decided."""
        thread = await own_thread(event, repo)
        if thread.command != "second-opinion" or thread.state != State.ANSWERED:
            return None
        case = await cls.of(thread, repo)
        return None if await case.is_decided() else case

    @property
    def limit(self) -> Limit:
        """How long the reviewers have, on the clock of whoever is asked first."""
        danger = self.partnership.times.danger_answer
        return danger if self.thread.danger else SOON[self.opinion.soon]

    @property
    def told_agency(self) -> AgencyId | None:
        """The agency of whoever asks, where the reviewers may be told."""
        return AgencyId(self.thread.told_agency) if self.thread.told_agency else None

    async def proposal(self) -> str:
        """Finds what whoever asks proposes; '' where nothing was asked of them yet."""
        said = await self.repo.said(self.thread, "lead")
        return next((s.parts.get("proposal", "") for s in said if s.kind == "raised"), "")

    async def reviewers(self) -> list[Reviewer]:
        """Lists everybody who was asked, in the order in which they were."""
        return await self.repo.opinions.reviewers(self.thread)

    async def is_decided(self) -> bool:
        """Tells whether whoever asked has recorded what was decided."""
        return any(s.kind == "decided" for s in await self.repo.said(self.thread, "raiser"))


@dataclass(frozen=True)
class ReviewerCase(OpinionCase):
    """A second opinion as one of those who were asked for it acts on it."""

    reviewer: Reviewer
    who: Named

    @classmethod
    async def for_reviewer(cls, who: Named, event: Event, repo: Repository) -> Self | None:
        """Finds the case if it was asked of this person."""
        thread = await repo.thread(event.subject)
        if thread is None or thread.command != "second-opinion" or thread.state == State.WAITING:
            return None
        if await part_of(who, thread, repo) is None:
            return None
        case = await OpinionCase.of(thread, repo)
        mine = (r for r in await case.reviewers() if r.person == who.person)
        return next((cls(thread, repo, case.opinion, reviewer, who) for reviewer in mine), None)

    @property
    def person(self) -> PersonId:
        """Whoever was asked."""
        return PersonId(self.reviewer.person)

    def may_answer(self) -> bool:
        """Tells whether their opinion is still waited for."""
        return self.thread.state == State.OPEN and is_waited_for(self.reviewer)

    def sees_all(self) -> bool:
        """Tells whether all opinions are shown: until then each thinks alone."""
        return self.thread.state in (State.ANSWERED, State.CLOSED)

    def may_note(self) -> bool:
        """Tells whether they can note something for the others: they answered, all is shown."""
        return self.thread.state == State.ANSWERED and self.reviewer.message is not None


def is_waited_for(reviewer: Reviewer) -> bool:
    """Tells whether somebody who was asked has neither answered nor declined."""
    return reviewer.message is None and not reviewer.declined


as_reviewer = acts_on(ReviewerCase.for_reviewer, "not-for-you")
"""Hands a handler the case that this person was asked about."""
as_waited_for = acts_on(ReviewerCase.for_reviewer, "opinion-not-now", when=ReviewerCase.may_answer)
"""The same, as long as their opinion is waited for."""
as_noting = acts_on(
    ReviewerCase.for_reviewer, "not-for-you", "opinion-not-now", when=ReviewerCase.may_note
)
"""The same, once they have answered and all is shown."""
as_asker_deciding = acts_on(OpinionCase.for_asker, "opinion-not-yet")
"""Hands a handler the case about which whoever asked may decide now."""

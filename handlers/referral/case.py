"""A referral as people and the clock act on it: where it stands, and who has it next."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Final, Self, cast, get_args

from handlers.contract.commands import Step
from handlers.contract.outcomes import Outcomes, Refuse
from handlers.contract.people import Event, Named
from prompts.words import Words, say
from storage.delivery.due_steps import DueStep
from storage.partnership import Agency, AgencyId, Limit, PersonId, Stage
from storage.partnership.turns import BY_THE_CLOCK, Forecast, Name, Turn, forecast
from storage.repository import Repository
from storage.repository.people import Known
from storage.schema import Referral, Thread
from storage.schema.values import AskedRole, State, ThreadRole

OWN_DATE: Final = Limit(1, "working day")
"""What is due on a day of its own has no limit; turns after that day are working days apart."""
TURNS: Final[tuple[Name, ...]] = get_args(Name)
TELL_DUE: Final = "tell-due"
TELL_UP: Final = "tell-up"
TELLS: Final = (TELL_DUE, TELL_UP)
"""Whoever made it hears, once their own agency is open, that it is due, or went up."""


@dataclass(frozen=True, repr=False, eq=False)
class ReferralCase:
    """A referral with its thread: on level 0 it waits for its owner, above for role after role."""

    thread: Thread
    referral: Referral
    repo: Repository

    @classmethod
    async def of(cls, thread: Thread, repo: Repository) -> Self:
        """Reads the row of a referral's thread. Raises LookupError for any other thread."""
        return cls(thread, await repo.referrals.of(thread), repo)

    # Where it stands

    @property
    def id(self) -> str:
        """Its thread's id, which its cards carry."""
        return self.thread.id

    @property
    def agency(self) -> AgencyId:
        """The agency that was asked."""
        return self.thread.home

    @property
    def home(self) -> Agency:
        """That agency in the partnership's file, on its own clock."""
        return self.repo.partnership.agency(self.agency)

    @property
    def is_open(self) -> bool:
        """Whether it can still be taken or done."""
        return self.thread.state in (State.OPEN, State.PICKED)

    @property
    def is_owned(self) -> bool:
        """Whether somebody said that it is theirs."""
        return self.thread.state == State.PICKED

    @property
    def stages(self) -> list[Stage]:
        """The partnership's roles above the owner, in order."""
        return [stage for stage in self.repo.partnership.stages if stage.answers != "owner"]

    @property
    def is_last(self) -> bool:
        """Whether nobody further up could be asked."""
        return self.referral.level > len(self.stages)

    @property
    def next_level(self) -> int:
        """The next level with somebody to ask; beyond the stages it is the last resort."""
        stages, up = self.stages, self.referral.level + 1
        while up <= len(stages) and not self.answering(stages[up - 1]):
            up += 1
        return min(up, len(stages) + 1)

    @property
    def limit(self) -> Limit:
        """How long whoever has it now may take."""
        return self.limit_at(self.referral.level)

    def limit_at(self, level: int) -> Limit:
        """Gives how long it may take on a level; danger waits for nobody's stage."""
        kind = self.repo.partnership.kind(self.referral.kind)
        within = kind.within if kind is not None else OWN_DATE
        if not 0 < level <= len(self.stages) or within.unit in BY_THE_CLOCK:
            return within
        return self.stages[level - 1].within

    async def hours(self) -> Agency:
        """Gives the agency on its owner's clock: they may work in another time zone."""
        return await hours_for(self.agency, self.referral.owner, self.repo)

    async def reference(self) -> str:
        """Opens the reference under which it was recorded."""
        return await self.repo.reference_of(self.thread)

    async def turn(self) -> Turn | None:
        """Finds the turn of the clock that it waits for."""
        step = await self.repo.referrals.turn_of(self.thread, TURNS)
        return Turn(cast(Name, step.name), step.due_at) if step and step.due_at else None

    async def ahead(self, turn: Turn | None) -> Forecast | None:
        """Forecasts what comes if it waits for this turn and nobody does anything more."""
        if turn is None:
            return None
        hours, by, news = await self.hours(), self.referral.answer_by, self.referral.news
        return forecast(turn, self.limit, hours, by, self.home, owned=self.is_owned, news=news)

    # Whom it concerns

    async def recipients(self, *parts: ThreadRole) -> list[PersonId]:
        """Lists those who have one of these parts in it."""
        return [p for p, part in (await self.repo.audience(self.thread)).items() if part in parts]

    async def card_holders(self) -> list[PersonId]:
        """Lists everyone whose card can still be acted on: its maker and helpers too."""
        found = await self.recipients(ThreadRole.ASKED, ThreadRole.HELPER)
        return [*found, *([PersonId(self.thread.raiser)] if self.thread.raiser else [])]

    async def asked_people(self) -> list[PersonId]:
        """Lists who is asked now: the owner, everyone who could be, or the next role up."""
        return await self.with_stand_ins(self._asked())

    def _asked(self) -> Iterable[PersonId]:
        referral, partnership = self.referral, self.repo.partnership
        if referral.owner is not None and (self.is_owned or referral.level == 0):
            return [PersonId(referral.owner)]
        if self.is_last:
            return partnership.holders(self.agency, "fallback")
        if referral.level > 0:
            return self.answering(self.stages[referral.level - 1])
        managers = referral.role == AskedRole.MANAGER and partnership.holders(
            self.agency, "manager"
        )
        return managers or partnership.leads(self.agency)

    def answering(self, stage: Stage) -> tuple[PersonId, ...]:
        """Lists who answers at this stage in the agency that was asked."""
        return self.repo.partnership.answering(stage, self.agency)

    async def with_stand_ins(self, people: Iterable[PersonId]) -> list[PersonId]:
        """Adds, after each of these people, whoever stands in for them today."""
        away = self.repo.people.stands_in
        return list(dict.fromkeys([p for who in people for p in (who, await away(who)) if p]))

    # What becomes of it

    def offer(self, owner: Known | None) -> None:
        """Names who is to own it, if anybody: they have not taken it yet."""
        self.referral.owner = owner.person if owner else None
        self.referral.owner_name = owner.name if owner else None

    def assign(self, who: Named) -> None:
        """Makes this person its owner, from whom nothing was asked yet."""
        self.offer(Known(who.person, who.name))
        self.thread.state = State.PICKED
        self.thread.picked_by, self.thread.picked_name = who.person, who.name
        self.referral.asked = 0

    def unassign(self) -> None:
        """Takes it from its owner, who may take it again."""
        self.offer(None)
        self.thread.state, self.referral.news = State.OPEN, False
        self.thread.picked_by = self.thread.picked_name = None

    async def disown(self) -> None:
        """Takes it from its owner and everyone asked: they keep sight of it, and no part in it."""
        self.unassign()
        await self.repo.referrals.keep_only(self.thread, set())

    def remind(self, turn: Turn, *, again: bool = False) -> None:
        """Sets the turn that it waits for; `again` if it was put off after it was due."""
        self.repo.timers.remind(self.thread, turn.name, turn.at, again=again)

    async def forget_turns(self, *others: str) -> None:
        """Takes back the turn that it waits for, and these other steps."""
        await self.repo.timers.forget(self.id, *TURNS, *others)


Act = Callable[[Named, Event, ReferralCase], Awaitable[Outcomes]]
Handle = Callable[[Named, Event, Repository], Awaitable[Outcomes]]
May = Callable[[ReferralCase, PersonId], Awaitable[bool]]


def _guard(may: May, refusal: Words) -> Callable[[Act], Handle]:
    refused = [Refuse({"": refusal})]

    def decorate(act: Act) -> Handle:
        @wraps(act)
        async def handle(who: Named, event: Event, repo: Repository) -> Outcomes:
            thread = await repo.thread(event.subject)
            if thread is None or thread.command != "referral":
                return refused
            case = await ReferralCase.of(thread, repo)
            return await act(who, event, case) if await may(case, who.person) else refused

        return handle

    return decorate


async def _may_read(case: ReferralCase, person: PersonId) -> bool:
    return case.thread.raiser == person or person in await case.repo.audience(case.thread)


async def _may_act(case: ReferralCase, person: PersonId) -> bool:
    return case.is_open and person in await case.recipients(ThreadRole.ASKED)


async def _made(case: ReferralCase, person: PersonId) -> bool:
    return case.thread.raiser == person and case.thread.state != State.CLOSED


as_reader: Final = _guard(_may_read, say("referral-not-for-you"))
"""Hands an act its case if it lies or lay before whoever acts, or they made it."""
as_asked: Final = _guard(_may_act, say("referral-not-for-you"))
"""Hands an act its case if it is open and they are asked; whoever made it may only read it."""
as_referrer: Final = _guard(_made, say("referral-not-yours"))
"""Hands an act its case if they made it and it isn't closed."""


def while_open(take: Callable[[ReferralCase, DueStep], Awaitable[Outcomes]]) -> Step:
    """Hands a step its case; of what is done or closed, nobody is asked or told any more."""

    async def taken(thread: Thread, step: DueStep, repo: Repository) -> Outcomes:
        if thread.state not in (State.OPEN, State.PICKED):
            return []
        return await take(await ReferralCase.of(thread, repo), step)

    return taken


async def hours_for(agency: AgencyId, person: str | None, repo: Repository) -> Agency:
    """Gives an agency's hours, on one person's clock if their platform tells it."""
    found = repo.partnership.agency(agency)
    zone = await repo.people.timezone_of(PersonId(person)) if person else None
    return found.model_copy(update={"timezone": zone}) if zone else found

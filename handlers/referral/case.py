"""A referral as people and the clock act on it: where it stands, and who has it next."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final, Self, cast, get_args
from zoneinfo import ZoneInfo

from handlers.contract.commands import Step
from handlers.contract.outcomes import Outcomes
from handlers.contract.people import Event, Named
from handlers.shared.cases import Case, acts_on
from handlers.shared.people.fallback import fallbacks
from handlers.shared.people.standing import part_of
from handlers.shared.threads import named_thread
from storage.delivery.due_steps import DueStep
from storage.partnership import (
    Agency,
    AgencyId,
    Limit,
    Partnership,
    PersonId,
    Stage,
    WorkingTime,
    due,
)
from storage.partnership.turns import BY_THE_CLOCK, Forecast, Name, Turn, forecast, rules_of
from storage.repository import Repository
from storage.repository.people.people import Known
from storage.schema import Referral, Thread
from storage.schema.values import AskedRole, How, State, ThreadCommand, ThreadRole

OWN_DATE: Final = Limit(1, "working day")
"""What is due on a day of its own has no limit; turns after that day are working days apart."""
TURNS: Final[tuple[Name, ...]] = get_args(Name)
TELL_DUE: Final = "tell-due"
TELL_UP: Final = "tell-up"
TELLS: Final = (TELL_DUE, TELL_UP)
"""Whoever made it hears, once their own agency is open, that it is due, or went up."""


@dataclass(frozen=True)
class ReferralCase(Case):
    """A referral with its row: on level 0 it waits for its owner, above for role after role."""

    referral: Referral

    @classmethod
    async def of(cls, thread: Thread, repo: Repository) -> Self:
        """Reads the row of a referral's thread. Raises LookupError for any other thread."""
        return cls(thread, repo, await repo.referrals.of(thread))

    # Where it stands

    @property
    def is_open(self) -> bool:
        """Whether it can still be taken or done."""
        return self.thread.state in (State.OPEN, State.PICKED)

    @property
    def is_overdue(self) -> bool:
        """Whether it was to be done by now."""
        return is_overdue(self.thread, self.referral, self.repo.now)

    @property
    def is_owned(self) -> bool:
        """Whether somebody said that it is theirs."""
        return self.thread.state == State.PICKED

    @property
    def stages(self) -> list[Stage]:
        """The partnership's roles above the owner, in order."""
        return [stage for stage in self.partnership.stages if stage.answers != "owner"]

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
        kind = self.partnership.kind(self.referral.kind)
        within = kind.within if kind is not None else OWN_DATE
        if not 0 < level <= len(self.stages) or within.unit in BY_THE_CLOCK:
            return within
        return self.stages[level - 1].within

    async def hours(self) -> Agency:
        """Gives the agency on its owner's clock: they may work in another time zone."""
        return await hours_for(self.agency, self.referral.owner, self.repo)

    def is_owner(self, person: PersonId) -> bool:
        """Tells whether it is this person's, or is to be theirs once they take it."""
        return self.referral.owner == person and (self.is_owned or self.referral.level == 0)

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

    async def card_holders(self) -> list[PersonId]:
        """Lists everyone whose card can still be acted on: its maker and helpers too."""
        found = await self.recipients(ThreadRole.ASKED, ThreadRole.HELPER)
        return [*found, *([PersonId(self.thread.raiser)] if self.thread.raiser else [])]

    async def asked_people(self) -> list[PersonId]:
        """Lists who is asked now: the owner, everyone who could be, or the next role up."""
        away, left = await self.repo.parts.unreached(self.thread), await self.repo.people.left()
        asked = await self.with_stand_ins(self._asked())
        found = [p for p in asked if p not in away and not left.has_left(p, self.agency)]
        if found and found[0] == self.referral.owner:
            return found
        # Nobody is asked for what they want of others, unless they said that it is theirs.
        mine = self.referral.owner != self.thread.raiser and self.thread.raiser
        out = await self.repo.left_out(self.thread)
        found = [p for p in found if p not in out]
        return [p for p in found if p != mine] or found

    def _asked(self) -> Iterable[PersonId]:
        referral = self.referral
        if referral.owner is not None and (self.is_owned or referral.level == 0):
            return [PersonId(referral.owner)]
        if self.is_last:
            return fallbacks(self.agency, How.NAMED, self.partnership)
        if referral.level > 0:
            return self.answering(self.stages[referral.level - 1])
        return role_holders(self.agency, referral.role, self.partnership)

    def answering(self, stage: Stage) -> tuple[PersonId, ...]:
        """Lists who answers at this stage in the agency that was asked."""
        return self.partnership.answering(stage, self.agency)

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


@dataclass(frozen=True)
class ReaderCase(ReferralCase):
    """A referral as one of those who may read it acts on it."""

    who: Named
    part: ThreadRole | None

    @classmethod
    async def find_for(cls, who: Named, event: Event, repo: Repository) -> Self | None:
        """Finds the referral if this person made it, or is or was asked about it."""
        thread = await repo.thread(event.subject)
        if thread is None or thread.command != "referral":
            return None
        part = await part_of(who, thread, repo)
        if part is None and thread.raiser != who.person:
            return None
        return cls(thread, repo, await repo.referrals.of(thread), who, part)

    def may_act(self) -> bool:
        """Tells whether it is open and they are asked; whoever made it may only read it."""
        return self.is_open and self.part == ThreadRole.ASKED

    def may_speak(self) -> bool:
        """Tells whether it is open, and they made it or are asked: one of its two sides."""
        return self.is_open and (self.may_act() or self.is_my_own())

    def is_my_own(self) -> bool:
        """Tells whether they made it, and it isn't closed."""
        return self.thread.raiser == self.who.person and self.thread.state != State.CLOSED


def is_overdue(thread: Thread, referral: Referral, now: datetime) -> bool:
    """Tells whether a referral was to be done by now, and isn't."""
    return thread.state in (State.OPEN, State.PICKED) and referral.due_at <= now


as_reader = acts_on(ReaderCase.find_for, "referral-not-for-you")
"""Hands a handler the referral that this person may read."""
as_asked = acts_on(ReaderCase.find_for, "referral-not-for-you", when=ReaderCase.may_act)
"""Hands a handler the open referral that this person is asked about."""
as_speaker = acts_on(ReaderCase.find_for, "referral-not-for-you", when=ReaderCase.may_speak)
"""Hands a handler the open referral that this person made, or is asked about."""
as_referrer = acts_on(ReaderCase.find_for, "referral-not-yours", when=ReaderCase.is_my_own)
"""Hands a handler the referral that this person made, until it is closed."""


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


def role_holders(
    agency: AgencyId, role: AskedRole, partnership: Partnership
) -> tuple[PersonId, ...]:
    """Lists who could take what is asked of an agency: its managers if wanted, or its leads."""
    managers = partnership.holders(agency, "manager") if role == AskedRole.MANAGER else ()
    return managers or partnership.leads(agency)


def make(
    who: Named, kind: str, agency: AgencyId, day: date | None, repo: Repository
) -> ReferralCase:
    """Makes the rows of a new referral; a day of its own overrules the limit of its kind."""
    thread = named_thread(ThreadCommand("referral"), agency, who, repo)
    by, rules = due_of(kind, agency, day, repo.now, repo.partnership)
    referral = Referral(
        partnership_id=repo.partnership.id,
        thread_id=thread.id,
        kind=kind,
        began=repo.now,
        due_at=by,
        answer_by=by,
        rules=rules,
        role=AskedRole.LEAD,
    )
    return ReferralCase(thread, repo, referral)


def due_of(
    kind_id: str, agency_id: AgencyId, day: date | None, began: datetime, partnership: Partnership
) -> tuple[datetime, str]:
    """Gives when it is due, and under which rules; a day of its own ends as the agency closes."""
    agency = partnership.agency(agency_id)
    kind = partnership.kind(kind_id)
    if day is not None or kind is None:
        closes = agency.hours.closes if agency.hours.closes != time(0) else time(23, 59)
        day = day or WorkingTime(agency).local(began).date()
        end = datetime.combine(day, closes, ZoneInfo(agency.timezone))
        return max(end, began), ""
    return due(kind.within, agency, began), rules_of(kind.within, agency)

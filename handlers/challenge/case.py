"""A challenge as those who answer it and the clock act on it: how far it came, who is asked now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Self, cast

from handlers.contract.people import Event, Named
from handlers.shared.cases import Case, acts_on
from handlers.shared.labels import by
from handlers.shared.moments import counted_from
from handlers.shared.pages import live_thread
from handlers.shared.people.standing import part_of
from prompts.words import Day, Words
from storage.partnership import Limit, PersonId, Stage, stage_due
from storage.partnership import due as limit_ends
from storage.partnership.deadlines import last_moment
from storage.repository import Repository
from storage.schema import Challenge, Thread
from storage.schema.values import ChallengeStep, How, State, ThreadRole

ANSWERS: Final = ("button-verdict", "challenge.answer")
ADOPTS: Final = ("button-adopt", "challenge.adopt")
POINTS: Final = ("button-point", "challenge.point")
SPEAKS: Final = tuple(
    (f"button-{kind}", f"challenge.{kind}") for kind in ("reply", "ask", "update")
)
CLOSES: Final = ("button-close", "challenge.close")
MODERATES: Final = ("button-moderate", "moderate")
GLASS: Final = ("button-glass", "glass")
THANKS: Final = ("button-thanks", "challenge.thanks")
TURN: Final[Mapping[ThreadRole, tuple[tuple[str, str], ...]]] = {
    ThreadRole.OWNER: (ANSWERS, POINTS),
    ThreadRole.ADOPT: (ADOPTS,),
}
"""What those can do who are asked; everybody else can answer."""
CAN: Final[Mapping[ThreadRole, tuple[tuple[str, str], ...]]] = {
    ThreadRole.OWNER: (*SPEAKS, THANKS, MODERATES),
    ThreadRole.READER: (*SPEAKS, THANKS, MODERATES),
    ThreadRole.STAGE: (*SPEAKS, THANKS, MODERATES),
    ThreadRole.REVIEWER: SPEAKS,
    ThreadRole.ADOPTER: (*SPEAKS, THANKS, CLOSES),
    ThreadRole.PERSON: (*SPEAKS, THANKS, CLOSES, GLASS),
    ThreadRole.ADOPT: (GLASS,),
    ThreadRole.MODERATOR: (
        ("button-divert", "moderate.divert"),
        ("button-leave", "moderate.leave"),
    ),
}
"""What each part in a challenge can do at any time."""


@dataclass(frozen=True)
class ChallengeCase(Case):
    """A challenge: its thread, and its own row."""

    challenge: Challenge

    @classmethod
    async def of(cls, thread: Thread, repo: Repository) -> Self:
        """Finds the case that a thread is. Raises LookupError for any other kind of thread."""
        return cls(thread, repo, await repo.challenges.of(thread))

    @property
    def stage(self) -> Stage | None:
        """The partnership's own stage that it has reached, if any."""
        reached = self.challenge.stage
        return self.partnership.stages[reached - 1] if reached else None

    @property
    def is_open(self) -> bool:
        """Whether an answer is awaited."""
        return self.thread.state == State.OPEN

    @property
    def due(self) -> date | None:
        """The day by which the answer is awaited that is awaited now, if any."""
        return self.challenge.due if self.is_open else None

    @property
    def due_words(self) -> Words | None:
        """The day by which the answer is awaited, and whether it is over, if one is."""
        return None if self.due is None else by(Day(self.due), over=self.is_overdue)

    @property
    def is_overdue(self) -> bool:
        """Whether that day is over, and there is no answer."""
        return self.due is not None and self.due < self.today

    def needs_adoption(self) -> bool:
        """Tells whether nobody's name stands for it yet, which formal stages need."""
        return self.thread.how != How.NAMED and self.challenge.adopted_by is None

    def needs_new_adopter(self) -> bool:
        """Tells whether the lead who carried it on has left, while it goes through its stages."""
        return self.challenge.step == ThreadRole.STAGE and self.needs_adoption()

    def deadline(self) -> tuple[Limit, datetime]:
        """Computes how long an answer may take from now, and the moment at which it is due."""
        times, home = self.partnership.times, self.home
        now = counted_from(self.thread, self.repo)
        stage = self.stage if self.challenge.step in (ThreadRole.OWNER, ThreadRole.STAGE) else None
        if self.thread.danger or stage is None:
            limit = times.danger_answer if self.thread.danger else times.answer
            return limit, limit_ends(limit, home, now)
        raised = last_moment(self.challenge.released or self.today, home, now)
        before = last_moment(self.challenge.before_day or self.today, home, now)
        return stage.within, stage_due(stage, home, raised=raised, previous=before, began=now)

    @property
    def step(self) -> ChallengeStep:
        """The step on which it is answered now."""
        return cast(ChallengeStep, self.challenge.step)

    async def never(self) -> set[str]:
        """Names who is asked on no step: whoever raised it, and those who are left out."""
        return {*await self.repo.left_out(self.thread), self.thread.raiser or ""}

    async def apart(self) -> set[str]:
        """Names who never judges it from outside: those, and the decision's owner."""
        return {*await self.never(), self.challenge.owner or ""}

    async def asked_people(self) -> list[PersonId]:
        """Lists who is asked at this moment."""
        return await self.recipients(self.challenge.step)

    def begin_stage(self, number: int) -> None:
        """Puts it at a stage of the partnership's own, counted from 1, from today on."""
        challenge = self.challenge
        challenge.before_day = challenge.stage_day or challenge.released
        challenge.stage, challenge.stage_day = number, self.today
        self.repo.note(self.id, f"stage {number}")


@dataclass(frozen=True)
class AnsweringCase(ChallengeCase):
    """A challenge as one of those who have a part in it acts on it."""

    who: Named
    part: ThreadRole

    @classmethod
    async def find_for(cls, who: Named, event: Event, repo: Repository) -> Self | None:
        """Finds the challenge if this person has a part in it; a stray card opens nothing."""
        thread = await live_thread(event, repo)
        if thread is None or thread.command != "challenge":
            return None
        part = await part_of(who, thread, repo)
        return cls(thread, repo, await repo.challenges.of(thread), who, part) if part else None

    @property
    def actions(self) -> tuple[tuple[str, str], ...]:
        """What they can do now, the most needed first: the words on each button, and its verb."""
        asked = self.part == self.challenge.step and self.is_open
        turn = TURN.get(self.part, (ANSWERS,)) if asked else ()
        if self.part == ThreadRole.ADOPT and self.needs_new_adopter():
            turn = (ADOPTS,)
        hidden = self.thread.how == How.CONFIDENCE
        return (*turn, *(can for can in CAN.get(self.part, ()) if hidden or can != GLASS))

    def may(self, verb: str) -> bool:
        """Tells whether they can do this now."""
        return any(verb == each for _, each in self.actions)

    def may_note(self) -> bool:
        """Tells whether they are one of the leads who carry it on, and note what for each other."""
        leads = (ThreadRole.ADOPT, ThreadRole.ADOPTER, ThreadRole.PERSON)
        return self.part in leads and self.who.person != self.challenge.owner

    def take(self) -> None:
        """Says on the thread that it is they who have it."""
        thread, who = self.thread, self.who
        thread.state, thread.picked_by, thread.picked_name = State.PICKED, who.person, who.name


as_recipient = acts_on(AnsweringCase.find_for, "not-for-you")
"""Hands a handler the challenge in which this person has a part."""
as_answering = acts_on(
    AnsweringCase.find_for, "not-yours-to-answer", when=lambda c: c.may("challenge.answer")
)
"""Hands a handler the challenge that waits for this person's answer."""
as_owner = acts_on(
    AnsweringCase.find_for, "not-yours-to-answer", when=lambda c: c.may("challenge.point")
)
"""The same, as long as it is the owner of the decision who is asked."""
as_speaker = acts_on(
    AnsweringCase.find_for, "not-yours-to-answer", when=lambda c: c.may("challenge.reply")
)
"""Hands a handler the challenge about which this person speaks with whoever raised it."""
as_lead = acts_on(AnsweringCase.find_for, "not-for-you", when=AnsweringCase.may_note)
"""Hands a handler the challenge that this person, a lead, carries on or may."""

"""A pause or a debrief as its chair, somebody in the room or the clock acts on it."""

from dataclasses import dataclass
from functools import partial
from typing import Final, Self

from handlers.contract.people import Event, Named, Participant
from handlers.pause.results import Result, results_in
from handlers.shared.cases import Case, acts_on
from storage.directory.meetings import RoomId
from storage.partnership import PersonId
from storage.repository import Repository
from storage.schema import Pause, Thread
from storage.schema.values import PauseKind, State

ROUNDS: Final = 2
MOST_LONGER: Final = 20
"""So often a round can be made longer; WCAG 2.2.1 asks for ten times at least."""


@dataclass(frozen=True)
class PauseCase(Case):
    """A pause or a debrief: its thread, and its own row."""

    pause: Pause

    @classmethod
    async def of(cls, thread: Thread, repo: Repository) -> Self:
        """Finds the case that a thread is. Raises LookupError for any other kind of thread."""
        return cls(thread, repo, await repo.pauses.of(thread))

    @classmethod
    async def for_room(
        cls, _who: Named | Participant, event: Event, repo: Repository, *, lock: bool = True
    ) -> Self | None:
        """Finds the case that an event is about. Locked, nobody else acts on it meanwhile."""
        thread = await repo.thread(event.subject, lock=lock)
        if thread is None or thread.command not in ("pause", "debrief"):
            return None
        return await cls.of(thread, repo)

    @classmethod
    async def for_chair(cls, who: Named, event: Event, repo: Repository) -> Self | None:
        """Finds the case if this person chairs it."""
        case = await cls.for_room(who, event, repo)
        return case if case is not None and case.chair == who.person else None

    @property
    def kind(self) -> str:
        """Which kind of pause it is: voices, premortem or debrief."""
        return self.pause.kind

    @property
    def chair(self) -> PersonId:
        """Whoever started it, and so chairs it."""
        return PersonId(self.thread.raiser or "")

    @property
    def who(self) -> Named:
        """The chair, as they act in their own name."""
        return Named(self.chair, self.thread.raiser_name or "", None)

    @property
    def key(self) -> str:
        """Names the cards of this round: what the next one brings leaves them as they are."""
        return f"{self.id}:{self.pause.round}"

    async def rooms(self) -> list[RoomId]:
        """Lists the rooms that take part."""
        return await self.repo.pauses.rooms(self.thread)

    async def results(self) -> list[Result]:
        """Lists what each round came to, the first one first."""
        return results_in(await self.repo.said(self.thread, "room"))

    async def latest(self) -> Result | None:
        """Finds what the last round came to, if one is over."""
        return next(reversed(await self.results()), None)

    async def was_stopped(self) -> bool:
        """Tells whether in any round somebody asked to stop."""
        return any(result.stop for result in await self.results())

    async def answered(self) -> int:
        """Tells the chair how many others have answered: in fives, and not within a minute."""
        boxes, pause = self.repo.pauses.ballots, self.pause
        return await boxes.tally(pause.keeper, pause.ballot or "", self.chair, self.repo.now)

    # What may be done next

    def is_open(self) -> bool:
        """Tells whether nothing has been decided yet."""
        return self.thread.state == State.OPEN

    def in_round(self) -> bool:
        """Tells whether a round is open, so that people can answer."""
        return self.pause.ballot is not None

    def may_decide(self) -> bool:
        """Tells whether a round has been shown and a decision is awaited."""
        return self.is_open() and not self.in_round()

    def may_last_longer(self) -> bool:
        """Tells whether a minute can be added to the round."""
        return self.pause.longer < MOST_LONGER

    def has_round_left(self) -> bool:
        """Tells whether a round is left after this one."""
        return self.kind == "voices" and self.pause.round < ROUNDS

    def has_voice(self, code: str) -> bool:
        """Tells whether a participant has a voice in this round: a code handed out since it began
        has one in the next. Codes that came after answers would let the chair find those out."""
        return not code or self.repo.pauses.counts(self.pause, code)

    def may_be_debriefed(self) -> bool:
        """Tells whether a debrief can be offered: once, after a pause."""
        return not self.pause.debriefed and not self.decides_nothing()

    def decides_nothing(self) -> bool:
        """Tells whether it ends without a decision: people look back, or practise."""
        return self.kind in (PauseKind.DEBRIEF, PauseKind.PRACTICE)


as_chair = acts_on(PauseCase.for_chair, "pause-not-chair")
"""Hands a handler the case that this person chairs."""
as_chair_while_open = acts_on(
    PauseCase.for_chair, "pause-not-chair", "pause-is-over", when=PauseCase.is_open
)
"""The same, as long as nothing is decided."""
as_chair_deciding = acts_on(
    PauseCase.for_chair, "pause-not-chair", "pause-not-now", when=PauseCase.may_decide
)
"""The same, once a round has been shown."""
# Many answer at once, and none waits for another: what ends a round is the ballot box's gate.
_unlocked = partial(PauseCase.for_room, lock=False)
in_room = acts_on(_unlocked, "pause-gone")
"""Hands a handler the case that somebody in the room reads."""
in_round = acts_on(_unlocked, "pause-round-over", when=PauseCase.in_round)
"""Hands a handler the case whose open round somebody in the room answers."""
in_round_locked = acts_on(PauseCase.for_room, "pause-round-over", when=PauseCase.in_round)
"""The same, where the case itself changes."""

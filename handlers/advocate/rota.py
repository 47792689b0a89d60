"""Who takes turns in a meeting at arguing the other side: a list, the next day, and whose turn.

It is sealed with its thread, as a whole, each time that it changes; the newest counts.
"""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Self

from handlers.shared.cases import Case
from storage.partnership import Agency, PersonId, WorkingTime
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import State

MOST: Final = 40
HOUR: Final = time(10)
"""At which somebody is told, on the working day before, by the clock of whoever began it."""


@dataclass(frozen=True)
class Rota:
    """The list as it stands. Shows nobody in a log."""

    people: tuple[PersonId, ...] = field(default=(), repr=False)
    """Whose turn comes next stands first."""
    declined: tuple[PersonId, ...] = field(default=(), repr=False)
    """Those who can't the next time; they keep their place."""
    day: str = ""
    """The next meeting, as an ISO date; '' while none is known."""
    weeks: int = 0
    """After how many weeks there is another one; 0 where nobody knows yet."""

    @classmethod
    def read(cls, text: str) -> Self:
        """Reads what was sealed."""
        found = json.loads(text)
        return cls(tuple(found["people"]), tuple(found["declined"]), found["day"], found["weeks"])

    def text(self) -> str:
        """Writes it as it is sealed."""
        return json.dumps(asdict(self))

    def turn(self, gone: Collection[PersonId] = ()) -> PersonId | None:
        """Finds whose turn it is next time; nobody's when all have declined."""
        able = (p for p in self.people if p not in self.declined and p not in gone)
        return next(able, None)

    def joined(self, person: PersonId) -> Self:
        """Adds somebody at the end."""
        return self if person in self.people else replace(self, people=(*self.people, person))

    def without(self, person: PersonId) -> Self:
        """Takes somebody off."""
        people, declined = (
            tuple(p for p in those if p != person) for those in (self.people, self.declined)
        )
        return replace(self, people=people, declined=declined)

    def declining(self, declined: tuple[PersonId, ...]) -> Self:
        """Passes over those who can't this time."""
        return replace(self, declined=declined)

    def meeting(self, day: str, weeks: int) -> Self:
        """Sets when the meeting is next: on another day everybody may be asked anew."""
        declined = self.declined if day == self.day else ()
        return replace(self, declined=declined, day=day, weeks=weeks)

    def held(self, gone: Collection[PersonId] = ()) -> Self:
        """Moves on after a meeting: whoever had the turn goes to the end, and all may be asked."""
        had = self.turn(gone)
        people = (*(p for p in self.people if p != had), *((had,) if had else ()))
        later = date.fromisoformat(self.day) + timedelta(weeks=self.weeks) if self.weeks else None
        return replace(self, people=people, declined=(), day=later.isoformat() if later else "")


@dataclass(frozen=True)
class RotaCase(Case):
    """A meeting's rota: its thread, and the list as it stands."""

    rota: Rota

    @classmethod
    async def of(cls, thread: Thread, repo: Repository) -> Self:
        """Finds the rota that a thread is."""
        said = await repo.said(thread, "room")
        lists = [Rota.read(spoken.text) for spoken in said if spoken.kind == "rota"]
        return cls(thread, repo, lists[-1] if lists else Rota())

    def is_open(self) -> bool:
        """Tells whether it goes on."""
        return self.thread.state == State.OPEN

    async def gone(self) -> Collection[PersonId]:
        """Finds who is nobody's any more, or whom the directory doesn't know: passed over."""
        known, left = (
            await self.repo.people.names_of(self.rota.people),
            await self.repo.people.left(),
        )
        return {p for p in self.rota.people if p not in known or p in left.altogether}

    async def turn(self) -> PersonId | None:
        """Finds whose turn it is next time."""
        return self.rota.turn(await self.gone())

    async def keep(self, rota: Rota) -> "RotaCase":
        """Seals the list as it is from now on, and sets the clock by it."""
        await self.repo.say(self.thread, "room", "rota", rota.text())
        if rota.day != self.rota.day:
            await self.repo.timers.forget(self.id, "advocate-tell", "advocate-held")
            if rota.day:
                self._set_clock(date.fromisoformat(rota.day))
        return replace(self, rota=rota)

    def _set_clock(self, day: date) -> None:
        home = self.home
        at = max(self.repo.now, told_at(day, home))
        self.repo.timers.remind(self.thread, "advocate-tell", at)
        self.repo.timers.remind(self.thread, "advocate-held", _at(day + timedelta(days=1), home))


def told_at(day: date, home: Agency) -> datetime:
    """Finds the working day before a meeting, at ten."""
    working = WorkingTime(home)
    earlier = (day - timedelta(days=n) for n in range(1, 15))
    before = next((d for d in earlier if working.works_on(d)), day - timedelta(days=1))
    return working.next_opening(_at(before, home, HOUR))


def _at(day: date, home: Agency, hour: time = time(0)) -> datetime:
    zone = WorkingTime(home).local(datetime.now(UTC)).tzinfo
    return datetime.combine(day, hour, zone).astimezone(UTC)

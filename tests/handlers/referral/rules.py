"""What a referral's plain rules start from: who, how long, and what comes next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from storage.partnership import Agency, Limit
from tests.storage import calendar_model as wall

HOUR = timedelta(hours=1)
Sent = tuple[datetime, str, str]
"""When, to whom, and what, in a word."""


@dataclass(frozen=True)
class Place:
    """The file as it stands: the agency asked, the agency that asks, and who is on the way up."""

    asked: Agency
    asking: Agency
    kind: Limit
    role: Sequence[str]
    stages: Sequence[tuple[Sequence[str], Limit]]
    fallback: str


@dataclass
class Rules:
    """One referral, and what its place and its past say of it."""

    place: Place
    referrer: str
    zones: Mapping[str, str | None]
    due_at: datetime
    owner: str | None
    away: dict[str, str] = field(default_factory=dict)
    taken: bool = False
    state: str = "live"
    news: bool = False
    level: int = 0
    times: int = 0
    heard: str = ""
    by: datetime = field(init=False)
    turn: tuple[str, datetime] | None = None
    again: bool = False
    """Put off after it was due: that happens once."""
    tell: tuple[str, datetime] | None = None
    holders: set[str] = field(default_factory=set)
    sent: list[Sent] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.by = self.due_at

    # Who, how long, and when somebody is there

    def limit(self, level: int) -> Limit:
        """How long it may take there."""
        if not 0 < level <= len(self.place.stages) or self.place.kind.unit in ("minute", "hour"):
            return self.place.kind
        return self.place.stages[level - 1][1]

    def at_the_top(self) -> bool:
        """Nobody is further up."""
        return self.level > len(self.place.stages)

    def there(self, agency: Agency, person: str | None) -> Agency:
        """An agency's hours on somebody's own clock."""
        zone = self.zones.get(person or "")
        return agency.model_copy(update={"timezone": zone}) if zone else agency

    def in_working_time(self, at: datetime, limit: Limit, hours: Agency) -> datetime:
        """Danger is by the clock; anything else waits until somebody is there."""
        return at if limit.unit in ("minute", "hour") else wall.next_open(hours, at)

    def room(self, limit: Limit) -> timedelta:
        """How long they have at least between two questions."""
        units = {"minute": HOUR / 60, "hour": HOUR, "working hour": HOUR}
        return units[limit.unit] * limit.amount / 8 if limit.unit in units else HOUR

    def people(self) -> list[str]:
        """Who is asked."""
        found: Sequence[str]
        if self.owner and (self.taken or self.level == 0):
            found = [self.owner]
        elif self.at_the_top():
            found = [self.place.fallback]
        elif self.level:
            found = self.place.stages[self.level - 1][0]
        else:
            found = self.place.role
        with_stand_ins = [p for who in found for p in (who, self.away.get(who)) if p]
        return list(dict.fromkeys(with_stand_ins))

    # What comes next

    def up_at(self, asked: datetime) -> datetime:
        """A working day after the day it was due, and never on the day they were asked."""
        limit, hours = self.limit(self.level), self.place.asked
        if limit.unit in ("minute", "hour"):
            whole = wall.owed_by(limit, hours, self.by) - self.by
            return max(self.by + whole / 4, asked + self.room(limit))
        over = wall.next_open(hours, wall.closing(hours, self.by, 1))
        return max(over, wall.on_a_later_day(hours, asked))

    def asked_now(self, now: datetime) -> None:
        """They were asked now, and this comes next."""
        limit, hours = self.limit(self.level), self.there(self.place.asked, self.owner)
        due = self.in_working_time(max(now, self.by), limit, hours)
        self.tell, self.again = None, False
        if now < self.by:
            nudge = self.in_working_time(
                wall.three_quarters(limit, hours, now, self.by), limit, hours
            )
            if now + self.room(limit) <= nudge <= due - self.room(limit):
                self.turn = ("nudge", nudge)
                return
        self.turn = ("due", due) if now + self.room(limit) <= due else ("over", self.up_at(now))

    def ask(self, now: datetime, what: str) -> None:
        """At most five times."""
        if self.times == 5:
            return
        self.times, self.news = self.times + 1, False
        for person in self.people():
            self.holders.add(person)
            self.sent.append((now, person, what))

    def unassigned(self) -> None:
        """Nobody has it."""
        self.taken, self.owner, self.news = False, None, False

    def in_a_day(self, now: datetime) -> datetime:
        """A working day from now; in danger the whole limit."""
        limit, hours = self.limit(self.level), self.there(self.place.asked, self.owner)
        danger = limit.unit in ("minute", "hour")
        return wall.owed_by(limit if danger else Limit(1, "working day"), hours, now)

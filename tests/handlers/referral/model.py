"""A referral as plain rules, slow and obvious: who must be asked what, and at which moment."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from tests.handlers.referral.rules import Rules
from tests.storage import calendar_model as wall


@dataclass
class Model(Rules):
    """One referral, as the clock and people act on it."""

    # What the clock does

    def runs(self, start: datetime, until: datetime) -> None:
        """The server runs: everything is done at its moment."""
        self._clock(until, lambda due: max(due, start))

    def wakes(self, now: datetime) -> None:
        """The server was off until now: everything is done now, and in its order."""
        self._clock(now, lambda _: now)

    def _clock(self, until: datetime, moment: Callable[[datetime], datetime]) -> None:
        while self.state == "live":
            waiting = [one for one in (self.turn, self.tell) if one and one[1] <= until]
            if not waiting:
                return
            first = min(waiting, key=lambda one: one[1])
            now = moment(first[1])
            if first is self.tell:
                self.tell = None
                self._tell(first[0], now)
            else:
                self._turn(first[0], now)

    def _turn(self, name: str, now: datetime) -> None:
        self.turn = None
        lapses = self.taken and not self.news
        limit, hours = self.limit(self.level), self.there(self.place.asked, self.owner)
        if lapses or name == "over":  # others are asked, who have the agency's own clock
            hours = self.place.asked
        if name == "over":
            limit = self.limit(self.level + 1)
        if (at := self.in_working_time(now, limit, hours)) > now:
            self.turn = (name, at)
        elif name == "over":
            self._over(now, lapses)
        elif lapses:
            self.lapse(name, now)
        else:
            self._question(name, now)

    def _question(self, name: str, now: datetime) -> None:
        limit, hours = self.limit(self.level), self.there(self.place.asked, self.owner)
        due = self.in_working_time(max(now, self.by), limit, hours)
        if self.at_the_top() and not self.taken:
            self.ask(now, name)
            return
        if name == "nudge" and due == now:
            name = "due"
        elif name == "nudge" and due - now < self.room(limit):
            self.turn = ("due", due)
            return
        self.turn = ("due", due) if name == "nudge" else ("over", self.up_at(now))
        self.ask(now, name)
        if name == "due" and self.level == 0 and not self.heard:
            self.heard = "asked"
            self._tell("heard-back", now)

    def _tell(self, what: str, now: datetime) -> None:
        if what == "heard-back" and now < self.by:
            self.heard = ""
            return
        hours = self.there(self.place.asking, self.referrer)
        at = self.in_working_time(now, self.limit(self.level), hours)
        self.tell = (what, at) if at > now else None
        if at == now:
            self.sent.append((now, self.referrer, what))

    def lapse(self, name: str, now: datetime) -> None:
        """It was theirs, and nothing came of it: others on that level have what time is left."""
        if self.at_the_top():
            self.begins_anew(now)
            return
        self.unassigned()
        self.holders.clear()
        self.times = 0
        due = self.in_working_time(max(now, self.by), self.limit(self.level), self.place.asked)
        if name == "due" or due == now:
            self._question("due", now)
        else:
            self.asked_now(now)
            self.ask(now, "nobody's")

    def begins_anew(self, now: datetime) -> None:
        """Nobody is further up, so those on the first level are asked again."""
        self.unassigned()
        self.holders.clear()
        self.from_the_start(now)
        self.asked_now(now)
        self.ask(now, "first")

    def from_the_start(self, now: datetime) -> None:
        """The first level again."""
        self.level, self.times, self.heard = 0, 0, ""
        self.by = max(self.due_at, self.in_a_day(now))

    def _over(self, now: datetime, lapses: bool) -> None:
        if not self.at_the_top():
            self.up(now, pressed=False)
        elif self.taken and (lapses or self.times == 5):
            self.begins_anew(now)
        elif self.taken:
            self.by = self.in_a_day(now)
            self.asked_now(now)
            self.ask(now, "due")

    def up(self, now: datetime, *, pressed: bool) -> None:
        """The next role is asked."""
        self.level = min(self.level + 1, len(self.place.stages) + 1)
        self.times = 0
        self.unassigned()
        self.turn = self.tell = None
        if self.at_the_top():
            self.ask(now, "at-fallback")
        else:
            self.by = wall.owed_by(self.limit(self.level), self.place.asked, now)
            self.asked_now(now)
            self.ask(now, "at-level")
        if pressed:
            self.sent.append((now, self.referrer, "went-up"))
        else:
            self._tell("went-up", now)

    # What people do

    def mine(self, who: str, now: datetime) -> None:
        """They have it, or say that they are on it."""
        if not self.taken:
            self.taken, self.owner, self.times, self.holders = True, who, 0, {who}
            if self.at_the_top():
                self.by = self.in_a_day(now)
                self.asked_now(now)
        self.news = True

    def hand_on(self, to: str | None, now: datetime) -> None:
        """It isn't theirs."""
        self.unassigned()
        self.holders.clear()
        if self.level:
            self.from_the_start(now)
        self.times, self.owner = 0, to
        self.asked_now(now)
        self.ask(now, "first")

    def later(self, until: datetime, now: datetime) -> datetime | None:
        """When they are asked again, if they are."""
        self.news = True
        limit, hours = self.limit(self.level), self.there(self.place.asked, self.owner)
        at = self.in_working_time(until, limit, hours)
        if self.turn is None:
            self.turn = ("nudge", at)
            return at
        name, waits = self.turn
        if self.times == 5 or (name == "over" and self.again):
            return None
        if name != "over" and not self.again:
            due = self.in_working_time(max(self.by, now), limit, hours)
            self.turn = ("due", due) if at > due - self.room(limit) else ("nudge", at)
            return self.turn[1]
        up = waits if name == "over" else self.up_at(waits)
        late, self.again = at > up - self.room(limit), True
        self.turn = ("over", up) if late else ("due", at)
        return None if late else at

    def done(self, who: str) -> None:
        """Somebody says what came of it."""
        self.state, self.owner, self.taken = "answered", who, True
        self.heard, self.times = "asked", 0
        self.turn = self.tell = None

    def further(self, now: datetime) -> bool:
        """Whoever made it wants more; once, unless it was said to be done."""
        if self.heard == "no" and self.state == "live":
            return False
        self.heard = "no"
        if self.state == "answered":
            self.unassigned()
            self.holders.clear()
        self.state = "live"
        self.up(now, pressed=True)
        return True

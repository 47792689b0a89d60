"""Counts what happened in a quarter, by what each thread's days and acts say.

Waiting is counted in days on which the agency worked, never in hours: of a hidden person's thread
main knows no hour, and of others none is kept for this.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from handlers.insight.questions import GROUPS, TOPICS
from handlers.insight.small_numbers import Hidden, shown, shown_parts
from handlers.insight.turns import turns_of
from storage.bulk.quarter_facts import ThreadFacts
from storage.partnership import AgencyId, Partnership, WorkingTime
from storage.repository.published.figures import Place, first_day, last_day

Parts = Mapping[str, str]
"""To each question of a group, the part into which something falls."""
Counted = tuple[str, Parts]
"""Something to be counted: its group, and its parts."""
Waits = tuple[tuple[int, str], ...]
_WAIT: Final[Waits] = ((0, "same"), (1, "next"), (3, "three"))
_TIME: Final[Waits] = ((5, "week"), (10, "fortnight"), (20, "month"))
_STAYED: Final[Waits] = ((2, "two"), (5, "five"))
_MOST: Final = 60
"""Days of waiting that are counted; all that is longer is longer."""


@dataclass(frozen=True)
class Span:
    """A quarter, and on whose days it is counted."""

    quarter: str
    partnership: Partnership

    def has(self, day: date | None) -> bool:
        """Tells whether a day lies in it."""
        return day is not None and first_day(self.quarter) <= day <= last_day(self.quarter)

    def waited(self, of: ThreadFacts, since: date, until: date, words: Waits) -> str:
        """Says how long it was, by how many days its agency worked after the first."""
        hours = WorkingTime(self.partnership.agency(AgencyId(of.agency or "")))
        later = (since + timedelta(days=n) for n in range(1, (until - since).days + 1))
        worked = sum(hours.works_on(day) for day, _ in zip(later, range(_MOST), strict=False))
        return next((word for most, word in words if worked <= most), "longer")


class Counts:
    """How many there are of each group, and in each part of its questions. Kept by nobody."""

    def __init__(self) -> None:
        self.totals = Counter[str]()
        self.parts = Counter[Place]()

    def add(self, thread: ThreadFacts, span: Span) -> None:
        """Counts one thread wherever it belongs."""
        for group, parts in _KINDS.get(thread.command, _nothing)(thread, span):
            self.totals[group] += 1
            self.parts.update((group, question, part) for question, part in parts.items())

    def add_fared(self, answers: Mapping[tuple[int, str, str], int]) -> None:
        """Adds how raisers fared, as it was counted for this quarter."""
        for (days, worse, again), many in answers.items():
            group = f"fared-{days}"
            if (worse, again) == ("all", "all"):
                self.totals[group] += many
            elif again == "all":
                self.parts[group, "worse", worse] += many
            else:
                self.parts[group, "again", again] += many

    def published(self, least: int) -> Iterator[tuple[Place, Hidden]]:
        """Gives what may be shown of each figure."""
        for group, questions in GROUPS.items():
            yield (group, "", ""), shown(self.totals[group], least)
            for question in questions:
                places = [(group, question.name, part) for part in question.parts]
                counts = [self.parts[place] for place in places]
                yield from zip(places, shown_parts(counts, question.together, least), strict=True)


def _first(thread: ThreadFacts, does: Callable[[str], bool]) -> date | None:
    return next((day for day, what in thread.acts if does(what)), None)


def _nothing(_thread: ThreadFacts, _span: Span) -> Iterator[Counted]:
    return iter(())


def _concern(thread: ThreadFacts, span: Span) -> Iterator[Counted]:
    if span.has(thread.day):
        topic = TOPICS.get(thread.topic or "", "other")
        yield "concern", {"how": thread.how, "about": thread.about or "system", "topic": topic}
    picked = _first(thread, lambda what: what == "picked up")
    if picked is not None and span.has(picked):
        yield "concern-picked", {"wait": span.waited(thread, thread.day, picked, _WAIT)}
    answered = _first(thread, lambda what: what == "lead: close")
    outcome = next((k for k in sorted(thread.kinds) if k.startswith("outcome-")), None)
    if answered is not None and outcome is not None and span.has(answered):
        time = span.waited(thread, thread.day, answered, _TIME)
        yield "concern-answered", {"time": time, "outcome": outcome.removeprefix("outcome-")}
    yield from _closed("concern-closed", thread, span)


def _closed(group: str, thread: ThreadFacts, span: Span) -> Iterator[Counted]:
    if span.has(_first(thread, lambda what: what == "closed")):
        ends = (end for end in ("settled", "withdrawn") if end in thread.kinds)
        yield group, {"end": next(ends, "unsaid")}


def _challenge(thread: ThreadFacts, span: Span) -> Iterator[Counted]:
    if span.has(thread.day) and thread.level is not None:
        yield "challenge", {"how": thread.how, "level": thread.level}
    stages = span.partnership.stages
    first_is_owners = bool(stages) and stages[0].answers == "owner"
    for turn in turns_of(thread.acts, thread.day, first_is_owners):
        if span.has(turn.until):
            stayed = span.waited(thread, turn.since, turn.until, _STAYED)
            yield turn.whose, {"reply": turn.reply, "stayed": stayed}
    yield from _closed("challenge-closed", thread, span)


def _referral(thread: ThreadFacts, span: Span) -> Iterator[Counted]:
    taken = _first(thread, lambda what: what == "taken" or what.startswith("done:"))
    done = _first(thread, lambda what: what.startswith("done:"))
    if span.has(thread.day):
        soon = ((1, "day"),)
        word = "not-yet" if taken is None else span.waited(thread, thread.day, taken, soon)
        yield "referral", {"taken": "later" if word == "longer" else word}
    if thread.due_at is None:
        return
    home = span.partnership.agency(AgencyId(thread.agency or ""))
    due = WorkingTime(home).local(thread.due_at).date()
    if span.has(due):
        withdrawn = any(what == "withdrawn" for _, what in thread.acts)
        late = "withdrawn" if withdrawn else "overdue"
        yield "referral-due", {"done": late if done is None else _in_time(done, due)}


def _in_time(done: date, due: date) -> str:
    return "in-time" if done <= due else "late"


def _pause(thread: ThreadFacts, span: Span) -> Iterator[Counted]:
    if span.has(thread.day):
        yield "pause", {"decided": thread.decided or "no-word"}


def _only(thread: ThreadFacts, span: Span) -> Iterator[Counted]:
    if span.has(thread.day):
        yield thread.command, {}


_KINDS: Final[Mapping[str, Callable[[ThreadFacts, Span], Iterator[Counted]]]] = {
    "concern": _concern,
    "challenge": _challenge,
    "referral": _referral,
    "second-opinion": _only,
    "pause": _pause,
    "debrief": _only,
}

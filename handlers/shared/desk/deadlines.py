"""By when something that waits is wanted: a day, on the clock of the agency before which it lies.

What a hidden person raised is counted from its day alone: a finer time would tell more of them.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.contract.commands import Deadline, Due
from prompts.words import Day, Plain, Words, say
from storage.partnership import Agency, AgencyId, Partnership, WorkingTime, day_at, days_on
from storage.partnership.deadlines import last_day
from storage.repository.lists import Outline
from storage.schema.values import State


def due_while(*states: State) -> Due:
    """Reads by when it is due off its own row, while it is in one of these states."""

    def find(outline: Outline, partnership: Partnership, now: datetime) -> Deadline | None:
        if outline.state not in states:
            return None
        if outline.due_at is not None:
            home = partnership.agency(AgencyId(outline.agency or ""))
            day, over = last_day(outline.due_at, home), outline.due_at <= now
            return Deadline(day, over, outline.due_at, exact=True)
        return _by_day(outline.due, outline, partnership, now)

    return find


def to_be_taken(outline: Outline, partnership: Partnership, now: datetime) -> Deadline | None:
    """Finds the day on which a concern that nobody takes goes to those who come last."""
    if outline.state != State.OPEN or outline.danger or outline.agency is None:
        return None
    home = partnership.agency(AgencyId(outline.agency))
    raised = datetime.combine(outline.day, time.max, ZoneInfo(home.timezone))
    end = WorkingTime(home).add(raised, partnership.times.fallback)
    return _by_day(WorkingTime(home).local(end).date(), outline, partnership, now)


def _by_day(
    day: date | None, outline: Outline, partnership: Partnership, now: datetime
) -> Deadline | None:
    if day is None:
        return None
    noon = datetime.combine(day, time(12), UTC)  # the same day wherever our agencies are
    end = days_on(partnership, outline.agency, noon, 1, time())
    return Deadline(day, day < day_at(partnership, outline.agency, now), end, exact=False)


def at_words(at: datetime, agency: Agency) -> Words:
    """Gives a day and a time on an agency's own clock."""
    local = WorkingTime(agency).local(at)
    if local.time() == time(0):  # the end of the day before, as people say it
        return say("due-midnight", day=Day(local.date() - timedelta(days=1)))
    return say("due-at", day=Day(local.date()), time=Plain(f"{local:%H:%M}"))

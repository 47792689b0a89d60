"""When a limit runs out: each unit ends at a moment of its own, on the agency's own clock."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from storage.partnership.calendar import WorkingTime
from storage.partnership.escalation import Stage
from storage.partnership.model import Agency
from storage.partnership.values import Limit


def due(limit: Limit, agency: Agency, start: datetime) -> datetime:
    """Finds the moment by which an answer is owed, in UTC.

    Minutes and hours run by the clock, day and night. Working hours run while the agency is open.
    Working days end as the agency closes on the n-th day that it works after the day of the start;
    that day isn't counted, as courts count days (Civil Procedure Rules 2.8), since the policies
    don't say. Calendar days end at the same time by the agency's clock, n days on, and months on
    the same day of a later month.
    """
    working = WorkingTime(agency)
    match limit.unit:
        case "working day":
            return working.closing(start, limit.amount)
        case "working hour":
            return working.add(start, timedelta(hours=limit.amount))
        case "calendar day":
            # Arithmetic on the wall's time: a day in which the clocks change is 23 or 25 hours.
            return (working.local(start) + timedelta(days=limit.amount)).astimezone(UTC)
        case "month":
            return _months_on(working.local(start), limit.amount).astimezone(UTC)
        case "hour":
            return start.astimezone(UTC) + timedelta(hours=limit.amount)
        case "minute":
            return start.astimezone(UTC) + timedelta(minutes=limit.amount)


def _months_on(local: datetime, months: int) -> datetime:
    # The same day of a later month, or its last day: 30 November and three months are 28 February.
    years, month = divmod(local.month - 1 + months, 12)
    year, month = local.year + years, month + 1
    return local.replace(year=year, month=month, day=min(local.day, monthrange(year, month)[1]))


def stage_due(
    stage: Stage, agency: Agency, *, raised: datetime, previous: datetime, began: datetime
) -> datetime:
    """Finds by when a stage is to be answered; `previous` is when the one before it began.

    A limit that had run out before the stage began runs from the stage itself, so that nobody is
    late before being asked.
    """
    since = {"raised": raised, "previous": previous, "stage": began}[stage.after]
    end = due(stage.within, agency, since)
    return end if end > began else due(stage.within, agency, began)


def last_moment(day: date, agency: Agency, now: datetime) -> datetime:
    """Finds the latest at which something may have begun, of which only the day is kept.

    So that nobody has less time than the policy gives.
    """
    end = datetime.combine(day, time.max, ZoneInfo(agency.timezone)).astimezone(UTC)
    return min(end, now)


def last_day(end: datetime, agency: Agency) -> date:
    """Finds the day by whose end an answer is owed: midnight ends the day before it."""
    return WorkingTime(agency).local(end - timedelta(microseconds=1)).date()


def nudge_at(limit: Limit, agency: Agency, start: datetime, end: datetime) -> datetime:
    """Finds three quarters of the way from start to end, in the time that this limit counts.

    While the agency is open, unless the limit runs by the clock or that would be too late.
    """
    working = WorkingTime(agency)
    if limit.unit in ("working hour", "working day"):
        at = working.add(start, working.between(start, end) * 3 / 4)
    else:
        at = start.astimezone(UTC) + (end - start) * 3 / 4
    if limit.unit in ("minute", "hour"):
        return at
    opening = working.next_opening(at)
    return opening if opening < end else at


def reminders(
    limit: Limit, agency: Agency, start: datetime, end: datetime, *, always: bool
) -> tuple[datetime, datetime, datetime]:
    """Finds when they are nudged, when it is due, and, a working day later, when they are silent.

    All while the agency is open, unless it is to be answered by day and by night.
    """
    nudged = nudge_at(limit, agency, start, end)
    if always:
        return nudged, end, end
    working = WorkingTime(agency)
    asked = working.next_opening(end)
    return working.next_opening(nudged), asked, working.next_working_day(asked)

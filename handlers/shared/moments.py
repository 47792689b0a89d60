"""From when time is counted, and at which hour something falls due days on.

Timers stand in the database while a thread is open. In a hidden thread they would tell to the
second when it was released, or closed, and who used the bot just then knows the platform.
"""

from datetime import datetime, time, timedelta
from typing import Final

from storage.partnership import day_at, days_on
from storage.repository import Repository
from storage.schema import Thread
from storage.schema.values import How

ASKED_AT: Final = time(10)
"""When people are asked how they fared, by the clock of the agency."""
_HOUR: Final = timedelta(hours=1)


def counted_from(thread: Thread, repo: Repository) -> datetime:
    """Finds from when the time of those who are asked is counted.

    In a hidden thread that is the next full hour, or the last one of a day, since limits are days;
    in danger, where nothing waits, it is now.
    """
    now = repo.now
    if thread.how == How.NAMED or thread.danger:
        return now
    begun = now.replace(minute=0, second=0, microsecond=0)
    full = begun if begun == now else begun + _HOUR
    here = (day_at(repo.partnership, thread.agency, moment) for moment in (now, full))
    return full if len(set(here)) == 1 else begun


def asked_on(thread: Thread, days: int, repo: Repository) -> datetime:
    """Finds when somebody is asked so many days on: at one hour, whenever today it was closed."""
    return days_on(repo.partnership, thread.agency, repo.now, days, ASKED_AT)


def settled_after(thread: Thread, repo: Repository, since: datetime | None = None) -> datetime:
    """Finds when what is answered counts as settled: whole days on, as the last one ends."""
    days = repo.partnership.answered_days + 1
    return days_on(repo.partnership, thread.agency, since or repo.now, days, time())

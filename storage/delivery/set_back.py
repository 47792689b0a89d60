"""A clock that was ahead is set back: what asks somebody within minutes doesn't wait for a day.

In danger, and for limits of minutes and hours, what was set by that clock is so long after, and not
at a time of day. Only steps that ask follow it: words that are held for a slot keep to the slot.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Table, bindparam, or_, select, update

from storage.engine.clock import utc
from storage.schema import main_metadata

ASKING: Final = ("nudge", "second", "fallback", "due", "silent", "over")
"""Steps of concerns, challenges and referrals by which somebody is asked, or others are."""
LIMITS: Final = ("began", "due_at", "answer_by")

step: Final = main_metadata.tables["step"]
thread: Final = main_metadata.tables["thread"]
referral: Final = main_metadata.tables["referral"]


def follow_back(
    connection: Connection,
    partnership_id: str,
    kinds: Collection[str],
    old: datetime,
    now: datetime,
    until: datetime | None = None,
) -> None:
    """Moves such steps by as much, and the limits of referrals of these kinds.

    With `until` only those that fall due after `old` and by then: they are not found a second time
    by another server, which notices the same.
    """
    here = step.c.partnership_id == partnership_id
    by_minutes = select(referral.c.thread_id).where(
        referral.c.partnership_id == partnership_id, referral.c.kind.in_(kinds)
    )
    urgent = select(thread.c.id).where(thread.c.partnership_id == partnership_id, thread.c.danger)
    wanted = select(step).where(
        here,
        step.c.name.in_(ASKING),
        or_(step.c.thread_id.in_(urgent), step.c.thread_id.in_(by_minutes)),
        step.c.due_at > (now if until is None else old),
    )
    if until is not None:
        wanted = wanted.where(step.c.due_at <= until)
    rows = list(connection.execute(wanted.with_for_update()).mappings())
    threads = {row["thread_id"] for row in rows if row["command"] == "referral"}
    of = referral.c.partnership_id == partnership_id, referral.c.thread_id.in_(threads)
    _move(connection, step, "id", rows, ("due_at",), now - old)
    found = connection.execute(select(referral).where(*of).with_for_update()).mappings()
    _move(connection, referral, "thread_id", list(found), LIMITS, now - old)


def _move(
    connection: Connection, table: Table, key: str, rows: Any, names: tuple[str, ...], by: timedelta
) -> None:
    this = table.c.partnership_id == bindparam("pid"), table.c[key] == bindparam("key")
    moved = update(table).where(*this).values({name: bindparam(f"new_{name}") for name in names})
    values = [
        {"pid": row["partnership_id"], "key": row[key]}
        | {f"new_{name}": utc(row[name]) + by for name in names}
        for row in rows
    ]
    if values:
        connection.execute(moved, values)

"""A clock that was ahead is set back: what asks somebody within minutes doesn't wait for a day.

In danger, for limits of minutes and hours, and for what is released soon, it was set so long after
something, and not at a time of day. Words that are held for a slot keep to the slot.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    bindparam,
    or_,
    select,
    update,
)

from storage.engine.clock import utc
from storage.schema import main_metadata
from storage.schema.values import Release

ASKING: Final = ("nudge", "second", "fallback", "due", "silent", "over")
"""Steps of concerns, challenges and referrals by which somebody is asked, or others are."""
HELD: Final = ("release", "deliver", "settle")
"""Steps by which words go out that somebody hidden wrote, or that are written to them."""
LIMITS: Final = ("began", "due_at", "answer_by")

step: Final = main_metadata.tables["step"]
thread: Final = main_metadata.tables["thread"]
referral: Final = main_metadata.tables["referral"]
outbox: Final = main_metadata.tables["outbox"]


def follow_back(
    connection: Connection,
    partnership_id: str,
    kinds: Collection[str],
    old: datetime,
    now: datetime,
    until: datetime | None = None,
) -> None:
    """Moves such steps and messages by as much, and the limits of referrals of these kinds.

    With `until` only those that fall due after `old` and by then: they are not found a second time
    by another server, which notices the same.
    """
    after, by = now if until is None else old, now - old
    wanted = (
        step.c.partnership_id == partnership_id,
        _follow(partnership_id, kinds),
        *_between(step, after, until),
    )
    rows = _locked(connection, step, wanted)
    _move(connection, step, "id", rows, ("due_at",), by)
    threads = {row["thread_id"] for row in rows if row["command"] == "referral"}
    of = referral.c.partnership_id == partnership_id, referral.c.thread_id.in_(threads)
    _move(connection, referral, "thread_id", _locked(connection, referral, of), LIMITS, by)
    hidden = (
        outbox.c.partnership_id == partnership_id,
        outbox.c.return_ref.in_(_soon(partnership_id, thread.c.return_ref)),
        *_between(outbox, after, until),
    )
    _move(connection, outbox, "id", _locked(connection, outbox, hidden), ("due_at",), by)


def _follow(partnership_id: str, kinds: Collection[str]) -> ColumnElement[bool]:
    """Says of a step that it is so long after something, whatever time of day that is."""
    by_minutes = select(referral.c.thread_id).where(
        referral.c.partnership_id == partnership_id, referral.c.kind.in_(kinds)
    )
    urgent = select(thread.c.id).where(thread.c.partnership_id == partnership_id, thread.c.danger)
    asks = or_(step.c.thread_id.in_(urgent), step.c.thread_id.in_(by_minutes))
    soon = step.c.thread_id.in_(_soon(partnership_id, thread.c.id))
    return or_(and_(step.c.name.in_(ASKING), asks), and_(step.c.name.in_(HELD), soon))


def _soon(partnership_id: str, column: ColumnElement[str]) -> Select[str]:
    mine = thread.c.partnership_id == partnership_id
    return select(column).where(mine, thread.c.release == Release.SOON)


def _between(
    table: Table, after: datetime, until: datetime | None
) -> tuple[ColumnElement[bool], ...]:
    due = table.c.due_at
    return (due > after, *((due <= until,) if until is not None else ()))


def _locked(connection: Connection, table: Table, where: Sequence[ColumnElement[bool]]) -> Any:
    return list(connection.execute(select(table).where(*where).with_for_update()).mappings())


def _move(
    connection: Connection, table: Table, key: str, rows: Any, names: tuple[str, ...], by: timedelta
) -> None:
    this = table.c.partnership_id == bindparam("pid"), table.c[key] == bindparam("of")
    moved = update(table).where(*this).values({name: bindparam(f"new_{name}") for name in names})
    values = [
        {"pid": row["partnership_id"], "of": row[key]}
        | {f"new_{name}": utc(row[name]) + by for name in names}
        for row in rows
    ]
    if values:
        connection.execute(moved, values)

"""State with types: what was packed into a step's argument gets columns, and filler is gone.

Who answers a challenge stands in `step`, as everybody calls it.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_DUE = sa.text("due_at IS NOT NULL")
_NEVER_RAISED = ("referral", "pause", "debrief", "asked")
_THREAD = sa.table("thread", *map(sa.column, ("command", "topic", "agency", "return_ref", "about")))
_REFERRAL = sa.table("referral", sa.column("heard"))
_STEP = sa.table(
    "step",
    *(sa.column(name) for name in ("partnership_id", "id", "name", "arg", "number")),
    *(sa.column(name, sa.Boolean()) for name in ("last", "again")),
    *(sa.column(name) for name in ("kept_rules", "kept_name")),
    sa.column("kept_at", sa.DateTime(timezone=True)),
)
_KEPT = 30
"""So long was what a turn had been: a fingerprint, microseconds in hex, and a name's initial."""
_NAMES = {"n": "nudge", "d": "due", "o": "over"}
_AT_ONCE = 1000


def upgrade() -> None:
    """Applies it."""
    with op.batch_alter_table("challenge") as challenge:
        challenge.alter_column(
            "rung",
            new_column_name="step",
            existing_type=sa.String(length=8),
            type_=sa.String(length=16),
        )
    _nothing_for_filler()
    _columns_for_arguments()


def _nothing_for_filler() -> None:
    lengths = {"about": 32, "topic": 32, "agency": 64, "return_ref": 32}
    with op.batch_alter_table("thread") as thread:
        for name, length in lengths.items():
            thread.alter_column(name, existing_type=sa.String(length=length), nullable=True)
    with op.batch_alter_table("referral") as referral:
        referral.alter_column("heard", existing_type=sa.String(length=8), nullable=True)
    nothing = {"about": None, "topic": None}
    op.execute(sa.update(_THREAD).where(_THREAD.c.command.in_(_NEVER_RAISED)).values(nothing))
    for name in ("topic", "agency", "return_ref"):
        op.execute(sa.update(_THREAD).where(_THREAD.c[name] == "").values({name: None}))
    op.execute(sa.update(_REFERRAL).where(_REFERRAL.c.heard == "").values(heard=None))


def _columns_for_arguments() -> None:
    new: dict[str, sa.Integer | sa.Boolean] = {
        "number": sa.Integer(),
        "last": sa.Boolean(),
        "again": sa.Boolean(),
    }
    for name, type_ in new.items():
        zero = sa.text("0") if name == "number" else sa.false()
        op.add_column("step", sa.Column(name, type_, nullable=False, server_default=zero))
    op.add_column("step", sa.Column("kept_rules", sa.String(length=16), nullable=True))
    op.add_column("step", sa.Column("kept_name", sa.String(length=16), nullable=True))
    op.add_column("step", sa.Column("kept_at", sa.DateTime(timezone=True), nullable=True))
    _unpack(op.get_bind())
    op.drop_index("step_due", table_name="step", postgresql_where=_DUE)
    with op.batch_alter_table("step") as step:
        step.drop_column("arg")
        for name, type_ in new.items():
            step.alter_column(name, existing_type=type_, server_default=None)
    columns = ["partnership_id", "due_at", "last", "number"]
    op.create_index("step_due", "step", columns, postgresql_where=_DUE)


def _unpack(connection: sa.Connection) -> None:
    packed = sa.select(_STEP.c.partnership_id, _STEP.c.id, _STEP.c.name, _STEP.c.arg)
    rows = connection.execute(packed.where(_STEP.c.arg != "")).all()
    here = (_STEP.c.partnership_id == sa.bindparam("pid"), _STEP.c.id == sa.bindparam("this"))
    values = {name: sa.bindparam(f"new_{name}", type_=_STEP.c[name].type) for name in _UNPACKED}
    change = sa.update(_STEP).where(*here).values(values)
    for page in _pages(rows):
        connection.execute(change, [
            {"pid": pid, "this": id}
            | {f"new_{k}": v for k, v in (_UNPACKED | {"name": name} | unpacked(name, arg)).items()}
            for pid, id, name, arg in page
        ])  # fmt: skip


_UNPACKED: dict[str, Any] = {
    "name": "",
    "number": 0,
    "last": False,
    "again": False,
    "kept_rules": None,
    "kept_name": None,
    "kept_at": None,
}


def unpacked(name: str, arg: str) -> dict[str, Any]:
    """Gives what an argument says, by column; what it leaves out is as it is on most steps."""
    if name == "tell":
        return {"name": f"tell-{arg}"}
    if arg == "~":
        return {"last": True}
    if name in _NAMES.values() and (len(arg.rstrip("+")) == _KEPT or arg.endswith("+")):
        return {"again": arg.endswith("+")} | _kept(arg.removesuffix("+"))
    return {"number": int(arg.partition(":")[0])}


def _kept(packed: str) -> dict[str, Any]:
    if not packed:
        return {}
    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=int(packed[16:29], 16))
    return {"kept_rules": packed[:16].rstrip(), "kept_name": _NAMES[packed[29]], "kept_at": at}


def _pages(rows: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (rows[start : start + _AT_ONCE] for start in range(0, len(rows), _AT_ONCE))

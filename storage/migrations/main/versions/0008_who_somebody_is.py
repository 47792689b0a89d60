"""One spelling of whoever stands in a row; who left is kept until what they held has moved on."""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

PEOPLE: Mapping[str, Sequence[str]] = {
    "audience": ("person",),
    "break_glass": ("asked_by", "agreed_by"),
    "card_sent": ("person",),
    "challenge": ("owner", "adopted_by", "reviewer"),
    "member": ("person",),
    "outbox": ("person",),
    "referral": ("owner",),
    "reviewer": ("person",),
    "stand_in": ("person", "stand_in"),
    "thread": ("raiser", "picked_by"),
}
"""Where people stand, by table."""
KEYS: Mapping[str, Sequence[str]] = {
    "audience": ("partnership_id", "thread_id"),
    "member": ("partnership_id",),
    "reviewer": ("partnership_id", "thread_id"),
    "stand_in": ("partnership_id",),
}
"""Where somebody stands once only, and beside what: of two spellings one row is kept."""
BETTER: Mapping[str, str] = {"audience": "role <> 'past'", "reviewer": "message IS NOT NULL"}
"""Which of them; otherwise the one that is spelled right, which is the platform's own."""


def upgrade() -> None:
    """Applies it."""
    op.create_table(
        "departed",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.Column("agency_before", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "person", "agency_before"),
        sqlite_with_rowid=False,
    )
    for table, columns in PEOPLE.items():
        if table in KEYS:
            _keep_one(table, KEYS[table])
        for column in columns:
            person = sa.column(column, sa.String())
            spelled = sa.update(sa.table(table, person)).values({column: _spelled(person)})
            op.execute(spelled.where(person != _spelled(person)))


def _spelled(person: sa.ColumnClause[str]) -> sa.Case[str]:
    """The id as it is compared from now on; a room's stays, in whose id capitals count."""
    slack = sa.literal("slack:").concat(sa.func.upper(sa.func.substr(person, 7)))
    return sa.case(
        (person.like("slack:room:%") | person.like("teams:room:%"), person),
        (person.like("slack:%"), slack),
        (person.like("teams:%"), sa.func.lower(person)),
        else_=person,
    )


def _keep_one(table: str, beside: Sequence[str]) -> None:
    """Deletes, of rows that become one, all but the one that says more."""
    connection = op.get_bind()
    person = sa.column("person", sa.String())
    this = sa.table(table, *(sa.column(name) for name in beside), person)
    spelled = _spelled(person)
    wrong = sa.select(spelled).select_from(this).where(person != spelled)
    better = sa.case((sa.literal_column(BETTER.get(table, "1 = 1")), 1), else_=0)
    rows = connection.execute(
        sa.select(*this.c, spelled.label("spelled"), better.label("better"))
        .select_from(this)
        .where(spelled.in_(wrong))
    ).all()
    kept: dict[tuple[str, ...], str] = {}
    for row in sorted(rows, key=lambda row: (row.better, row.person == row.spelled, row.person)):
        kept[(*row[: len(beside)], row.spelled)] = row.person
    for row in rows:
        if kept[(*row[: len(beside)], row.spelled)] != row.person:
            here = [this.c[name] == getattr(row, name) for name in (*beside, "person")]
            connection.execute(sa.delete(this).where(*here))

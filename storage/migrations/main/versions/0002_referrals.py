"""Referrals, where people are, the mornings on which leads were told; what is due is found fast."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Applies it."""
    op.create_table(
        "referral",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("thread_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("began", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer_by", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rules", sa.String(length=16), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("owner", sa.String(length=200), nullable=True),
        sa.Column("owner_name", sa.String(), nullable=True),
        sa.Column("news", sa.Boolean(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("heard", sa.String(length=8), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "thread_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "morning",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "agency", "day"),
        sqlite_with_rowid=False,
    )
    op.add_column("member", sa.Column("timezone", sa.String(length=64), nullable=True))
    # By the partnership first: SQLite would read everything a partnership has, due or not.
    _index("outbox", "partnership_id", "due_at")
    _index("step", "partnership_id", "due_at", "arg")
    often = sa.text("attempts >= 9")
    columns = ["partnership_id", "attempts"]
    op.create_index("step_failing", "step", columns, postgresql_where=often, sqlite_where=often)


def downgrade() -> None:
    """Takes it back."""
    op.drop_index("step_failing", table_name="step")
    _index("step", "due_at")
    _index("outbox", "due_at")
    op.drop_column("member", "timezone")
    op.drop_table("morning")
    op.drop_table("referral")


def _index(table: str, *columns: str) -> None:
    due = sa.text("due_at IS NOT NULL")
    op.drop_index(f"{table}_due", table_name=table, postgresql_where=due)
    op.create_index(f"{table}_due", table, list(columns), postgresql_where=due)

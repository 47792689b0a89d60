"""The partnership's versions, what is proposed, and what each agency confirms by the quarter."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0032"
down_revision: str | None = "0031"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def _text(name: str, most: int, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=most), nullable=nullable)


def upgrade() -> None:
    """Applies it."""
    op.create_table(
        "partnership_version",
        _text("partnership_id", 64),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("settings", sa.String(), nullable=False),
        sa.Column("edits", sa.String(), nullable=False),
        _text("source", 12),
        _text("mark", 64),
        _text("person", 200, nullable=True),
        _text("second", 200, nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "partnership_proposal",
        _text("partnership_id", 64),
        _text("id", 32),
        sa.Column("edits", sa.String(), nullable=False),
        _text("source", 12),
        _text("person", 200),
        sa.Column("waits", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "agency_check",
        _text("partnership_id", 64),
        _text("agency", 64),
        _text("quarter", 7),
        _text("person", 200, nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("partnership_id", "agency"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Takes it back."""
    for name in ("agency_check", "partnership_proposal", "partnership_version"):
        op.drop_table(name)

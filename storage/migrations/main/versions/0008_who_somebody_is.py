"""Who left is kept until what they held has moved on."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


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

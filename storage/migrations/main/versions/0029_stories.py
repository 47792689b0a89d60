"""Stories that may be told, and those that were."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0029"
down_revision: str | None = "0032"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Applies it."""
    op.create_table(
        "story",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("quarter", sa.String(length=7), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("did", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "quarter", "id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "story_draft",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("tag", sa.String(length=32), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("partnership_id", "tag"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Takes it back."""
    op.drop_table("story_draft")
    op.drop_table("story")

"""Messages on people's own pages, and sessions that were signed out of, outlast a restart."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0031"
down_revision: str | None = "0028"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Applies it."""
    op.create_table(
        "web_message",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("box", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_web_message_box", "web_message", ["box"])
    op.create_table(
        "session_over",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "digest"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Takes it back."""
    op.drop_table("session_over")
    op.drop_index("ix_web_message_box", "web_message")
    op.drop_table("web_message")

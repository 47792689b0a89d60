"""Pauses and debriefs, and the rooms in which they take place."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Applies it."""
    _pause()
    op.create_table(
        "room",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_room_place", "room", ["place"])
    op.create_table(
        "pause_room",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("thread_id", sa.String(length=32), nullable=False),
        sa.Column("room", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "thread_id", "room"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_pause_room_room", "pause_room", ["room"])


def _pause() -> None:
    op.create_table(
        "pause",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("thread_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("by_name", sa.Boolean(), nullable=False),
        sa.Column("many", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("ballot", sa.String(length=16), nullable=True),
        sa.Column("keeper", sa.String(length=32), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("longer", sa.Integer(), nullable=False),
        sa.Column("asked_longer", sa.Boolean(), nullable=False),
        sa.Column("questions", sa.String(length=32), nullable=False),
        sa.Column("codes", sa.Integer(), nullable=False),
        sa.Column("word", sa.String(length=16), nullable=False),
        sa.Column("decided", sa.String(length=8), nullable=True),
        sa.Column("debriefed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "thread_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_pause_word", "pause", ["word"])


def downgrade() -> None:
    """Takes it back."""
    op.drop_table("pause_room")
    op.drop_table("room")
    op.drop_table("pause")

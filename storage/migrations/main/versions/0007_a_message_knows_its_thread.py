"""A message on its way knows its thread, since when it waits, and why."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_NEW = ("thread_id", "since", "why", "urgent", "perhaps", "moved")


def upgrade() -> None:
    """Applies it. What was on its way already is known by its card's key, as most of it was."""
    op.add_column("outbox", sa.Column("thread_id", sa.String(length=32), nullable=True))
    op.add_column("outbox", sa.Column("since", sa.DateTime(timezone=True), nullable=True))
    op.add_column("outbox", sa.Column("why", sa.String(length=32), nullable=True))
    for name, type_, zero in (
        ("urgent", sa.Boolean(), sa.false()),
        ("perhaps", sa.Integer(), sa.text("0")),
        ("moved", sa.Boolean(), sa.false()),
    ):
        op.add_column("outbox", sa.Column(name, type_, nullable=False, server_default=zero))
        with op.batch_alter_table("outbox") as outbox:
            outbox.alter_column(name, existing_type=type_, server_default=None)
    op.execute(
        "UPDATE outbox SET thread_id = key WHERE person IS NOT NULL AND EXISTS (SELECT 1 FROM "
        "thread WHERE thread.partnership_id = outbox.partnership_id AND thread.id = outbox.key)"
    )


def downgrade() -> None:
    """Takes it back."""
    with op.batch_alter_table("outbox") as outbox:
        for name in _NEW:
            outbox.drop_column(name)

"""The index of return references holds only what isn't closed, or is kept for later questions."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0017"
down_revision: str | None = "0014"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_LIVE = "state <> 'closed' OR keeps IS "


def upgrade() -> None:
    """Applies it."""
    op.drop_index("ix_thread_return_ref", "thread")
    op.create_index(
        "thread_back",
        "thread",
        ["partnership_id", "return_ref"],
        sqlite_where=sa.text(_LIVE + "1"),
        postgresql_where=sa.text(_LIVE + "TRUE"),
    )


def downgrade() -> None:
    """Takes it back."""
    op.drop_index("thread_back", "thread")
    op.create_index("ix_thread_return_ref", "thread", ["return_ref"])

"""State with types: who answers a challenge stands in `step`, as everybody calls it."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Applies it."""
    with op.batch_alter_table("challenge") as challenge:
        challenge.alter_column(
            "rung",
            new_column_name="step",
            existing_type=sa.String(length=8),
            type_=sa.String(length=16),
        )

"""What waits for a second person stands in the order in which it was proposed."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0035"
down_revision: str | None = "0034"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Applies it."""
    number = sa.Column("number", sa.Integer(), nullable=False, server_default="0")
    op.add_column("partnership_proposal", number)
    with op.batch_alter_table("partnership_proposal") as proposal:
        proposal.alter_column("number", existing_type=sa.Integer(), server_default=None)


def downgrade() -> None:
    """Takes it back."""
    op.drop_column("partnership_proposal", "number")

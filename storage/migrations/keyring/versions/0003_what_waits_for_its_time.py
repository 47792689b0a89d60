"""What hidden people write, and what is on its way to them, waits for its time in the keyring."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Applies it."""
    op.create_table(
        "waiting",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("leased_until", sa.BigInteger(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "id"),
        sqlite_with_rowid=False,
    )
    op.create_index("waiting_due", "waiting", ["partnership_id", "due"])


def downgrade() -> None:
    """Takes it back."""
    op.drop_table("waiting")

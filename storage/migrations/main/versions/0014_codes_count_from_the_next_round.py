"""A pause knows how many codes have a voice in its round; those handed out since wait for the next.

Codes that were out already keep the voice that whoever holds them was promised.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0014"
down_revision: str | None = "0012"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Applies it."""
    op.add_column("pause", sa.Column("counting", sa.Integer(), nullable=False, server_default="0"))
    op.execute("UPDATE pause SET counting = codes")
    with op.batch_alter_table("pause") as pause:
        pause.alter_column("counting", existing_type=sa.Integer(), server_default=None)


def downgrade() -> None:
    """Takes it back."""
    op.drop_column("pause", "counting")

"""A form that was taken knows, by a keyed hash, with which words: others are no repetition."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Applies it."""
    op.add_column("submission", sa.Column("words", sa.String(64)))
    op.add_column("submission", sa.Column("began", sa.LargeBinary()))


def downgrade() -> None:
    """Takes it back."""
    op.drop_column("submission", "began")
    op.drop_column("submission", "words")

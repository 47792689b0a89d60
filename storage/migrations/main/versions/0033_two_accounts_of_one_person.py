"""Two accounts that somebody has linked are one person."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0033"
down_revision: str | None = "0029"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def _text(name: str, most: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=most), nullable=False)


def upgrade() -> None:
    """Applies it."""
    op.create_table(
        "account_link",
        _text("partnership_id", 64),
        _text("account", 200),
        _text("person", 200),
        sa.PrimaryKeyConstraint("partnership_id", "account"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "account_moved",
        _text("partnership_id", 64),
        _text("account", 200),
        _text("place", 40),
        _text("key", 200),
        sa.PrimaryKeyConstraint("partnership_id", "account", "place", "key"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "link_code",
        _text("partnership_id", 64),
        _text("holder", 32),
        _text("code", 32),
        _text("other", 32),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "holder"),
        sqlite_with_rowid=False,
    )
    for column in ("code", "other"):
        op.create_index(f"ix_link_code_{column}", "link_code", [column])


def downgrade() -> None:
    """Takes it back."""
    for name in ("link_code", "account_moved", "account_link"):
        op.drop_table(name)

"""Indexes by which lists, the audit and the sweep find what goes on, however much is stored."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Applies it."""
    _index("thread_raiser", "thread", ["raiser"], "raiser IS NOT NULL")
    live = "state <> 'closed' OR keeps IS "
    _index("thread_live", "thread", ["state", "agency", "id"], live + "1", live + "TRUE")
    _index("audience_person", "audience", ["person", "thread_id"], "role <> 'past'")
    op.create_index("audit_grown", "audit", ["partnership_id", "day"])


def _index(name: str, table: str, columns: list[str], where: str, on_postgres: str = "") -> None:
    op.create_index(
        name,
        table,
        ["partnership_id", *columns],
        sqlite_where=sa.text(where),
        postgresql_where=sa.text(on_postgres or where),
    )


def downgrade() -> None:
    """Takes it back."""
    op.drop_index("audit_grown", "audit")
    op.drop_index("audience_person", "audience")
    op.drop_index("thread_live", "thread")
    op.drop_index("thread_raiser", "thread")

"""the first schema."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Applies it."""
    _threads()
    _challenges()
    _clockwork()
    _people()
    _records()


def _threads() -> None:
    """What was raised, by whom it is read, and what was said."""
    op.create_table(
        "thread",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("command", sa.String(length=32), nullable=False),
        sa.Column("how", sa.String(length=16), nullable=False),
        sa.Column("about", sa.String(length=32), nullable=False),
        sa.Column("topic", sa.String(length=32), nullable=False),
        sa.Column("danger", sa.Boolean(), nullable=False),
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("told_agency", sa.String(length=64), nullable=True),
        sa.Column("return_ref", sa.String(length=32), nullable=False),
        sa.Column("raiser", sa.String(length=200), nullable=True),
        sa.Column("raiser_name", sa.String(), nullable=True),
        sa.Column("name_goes", sa.Boolean(), nullable=False),
        sa.Column("release", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("picked_by", sa.String(length=200), nullable=True),
        sa.Column("picked_name", sa.String(), nullable=True),
        sa.Column("keeps", sa.Boolean(), nullable=False),
        sa.Column("hold", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "id"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("thread", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_thread_return_ref"), ["return_ref"], unique=False)
    op.create_table(
        "thread_key",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("thread_id", sa.String(length=32), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "thread_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "message",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("thread_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(length=8), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "thread_id", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "audience",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("thread_id", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "thread_id", "person"),
        sqlite_with_rowid=False,
    )


def _challenges() -> None:
    """Who must answer, who asked for a name, and how raisers fared."""
    op.create_table(
        "challenge",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("thread_id", sa.String(length=32), nullable=False),
        sa.Column("level", sa.String(length=16), nullable=False),
        sa.Column("owner", sa.String(length=200), nullable=True),
        sa.Column("owner_name", sa.String(), nullable=True),
        sa.Column("rung", sa.String(length=8), nullable=False),
        sa.Column("stage", sa.Integer(), nullable=False),
        sa.Column("released", sa.Date(), nullable=True),
        sa.Column("stage_day", sa.Date(), nullable=True),
        sa.Column("before_day", sa.Date(), nullable=True),
        sa.Column("rounds", sa.Integer(), nullable=False),
        sa.Column("adopted_by", sa.String(length=200), nullable=True),
        sa.Column("adopted_name", sa.String(), nullable=True),
        sa.Column("diverted_after", sa.Integer(), nullable=True),
        sa.Column("reviewer", sa.String(length=200), nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("partnership_id", "thread_id"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("challenge", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_challenge_owner"), ["owner"], unique=False)
    op.create_table(
        "break_glass",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("thread_id", sa.String(length=32), nullable=False),
        sa.Column("asked_by", sa.String(length=200), nullable=False),
        sa.Column("asked_name", sa.String(), nullable=False),
        sa.Column("sealed_why", sa.LargeBinary(), nullable=False),
        sa.Column("tell", sa.Boolean(), nullable=False),
        sa.Column("agreed_by", sa.String(length=200), nullable=True),
        sa.Column("agreed_name", sa.String(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "thread_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "afterwards",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("quarter", sa.String(length=7), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("worse", sa.String(length=8), nullable=False),
        sa.Column("again", sa.String(length=8), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "quarter", "days", "worse", "again"),
        sqlite_with_rowid=False,
    )


def _clockwork() -> None:
    """What falls due, what is on its way, and where cards stand."""
    op.create_table(
        "step",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("thread_id", sa.String(length=32), nullable=False),
        sa.Column("command", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=16), nullable=False),
        sa.Column("arg", sa.String(length=32), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "id"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_step_thread_id"), ["thread_id"], unique=False)
        batch_op.create_index(
            "step_due", ["due_at"], unique=False, postgresql_where=sa.text("due_at IS NOT NULL")
        )
    op.create_table(
        "outbox",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=200), nullable=True),
        sa.Column("return_ref", sa.String(length=32), nullable=True),
        sa.Column("action", sa.String(length=8), nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("dead", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("partnership_id", "id"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index(
            "outbox_due", ["due_at"], unique=False, postgresql_where=sa.text("due_at IS NOT NULL")
        )
    op.create_table(
        "card_sent",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "id"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("card_sent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_card_sent_key"), ["key"], unique=False)


def _people() -> None:
    """Whom the bot can reach, and who stands in for whom."""
    op.create_table(
        "member",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.Column("agency", sa.String(length=64), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("chosen_language", sa.String(length=8), nullable=True),
        sa.Column("address", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "person"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "stand_in",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.Column("stand_in", sa.String(length=200), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "person"),
        sqlite_with_rowid=False,
    )


def _records() -> None:
    """What was done, and what must not be done twice."""
    op.create_table(
        "audit",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("thread_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("what", sa.String(length=32), nullable=False),
        sa.Column("sealed_by", sa.LargeBinary(), nullable=True),
        sa.Column("link", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "thread_id", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "audit_day",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("root", sa.LargeBinary(), nullable=False),
        sa.Column("heads", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "day"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "submission",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("tag", sa.String(length=64), nullable=False),
        sa.Column("reply", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "tag"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "seen_event",
        sa.Column("partnership_id", sa.String(length=64), nullable=False),
        sa.Column("tag", sa.String(length=64), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("partnership_id", "tag"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Takes it back."""
    op.drop_table("thread_key")
    with op.batch_alter_table("thread", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_thread_return_ref"))

    op.drop_table("thread")
    op.drop_table("submission")
    with op.batch_alter_table("step", schema=None) as batch_op:
        batch_op.drop_index("step_due", postgresql_where=sa.text("due_at IS NOT NULL"))
        batch_op.drop_index(batch_op.f("ix_step_thread_id"))

    op.drop_table("step")
    op.drop_table("stand_in")
    op.drop_table("seen_event")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("outbox_due", postgresql_where=sa.text("due_at IS NOT NULL"))

    op.drop_table("outbox")
    op.drop_table("message")
    op.drop_table("member")
    with op.batch_alter_table("challenge", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_challenge_owner"))

    op.drop_table("challenge")
    with op.batch_alter_table("card_sent", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_card_sent_key"))

    op.drop_table("card_sent")
    op.drop_table("break_glass")
    op.drop_table("audit_day")
    op.drop_table("audit")
    op.drop_table("audience")
    op.drop_table("afterwards")

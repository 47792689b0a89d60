"""Tables of the audit: what was done, by the day, as chains nobody can alter unseen."""

from datetime import date

from sqlalchemy import Index, LargeBinary
from sqlmodel import Field

from storage.engine.rows import Row, ThreadRow


class Audit(ThreadRow, table=True):
    """What was done to a thread, by the day: one hash chain a thread. Nobody is named in it."""

    __table_args__ = (Index("audit_grown", "partnership_id", "day"), {"sqlite_with_rowid": False})
    number: int = Field(primary_key=True)
    day: date
    what: str = Field(max_length=32)
    sealed_by: bytes | None = Field(default=None, sa_type=LargeBinary)
    """Who did it in their role, sealed with the thread's own key and shredded with it."""
    link: bytes = Field(sa_type=LargeBinary)


class AuditDay(Row, table=True):
    """The heads of the chains that grew on a day, randomly sorted, and one root over them."""

    __tablename__ = "audit_day"
    day: date = Field(primary_key=True)
    root: bytes = Field(sa_type=LargeBinary)
    heads: bytes = Field(sa_type=LargeBinary)

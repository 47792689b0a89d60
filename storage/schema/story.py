"""The tables of stories: those that were told, and, apart from any thread, those that may be."""

from sqlalchemy import LargeBinary
from sqlmodel import Field

from storage.engine.rows import Row


class Story(Row, table=True):
    """What was said and what was done, as everybody reads it of a quarter. Nothing leads back."""

    quarter: str = Field(primary_key=True, max_length=7)
    id: str = Field(primary_key=True, max_length=32)
    said: str
    did: str


class StoryDraft(Row, table=True):
    """A story that waits for its quarter, sealed; emptied, the mark that it was told.

    Its thread is found by nothing but a hash under that thread's own key.
    """

    __tablename__ = "story_draft"
    tag: str = Field(primary_key=True, max_length=32)
    wrapped: bytes | None = Field(default=None, sa_type=LargeBinary)
    sealed: bytes | None = Field(default=None, sa_type=LargeBinary)

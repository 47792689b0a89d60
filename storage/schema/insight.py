"""The table of what was published: rounded counts of a whole partnership, and nothing else."""

from sqlmodel import Field

from storage.engine.rows import Row


class Figure(Row, table=True):
    """One figure of a quarter, as everybody sees it from then on. No exact count is kept.

    Of no question it is its group's total. Of no group: the quarter is published, and `count` says
    how few were too few then; 0 of the one that was over when counting began.
    """

    quarter: str = Field(primary_key=True, max_length=7)
    group: str = Field(primary_key=True, max_length=24)
    question: str = Field(primary_key=True, max_length=16)
    part: str = Field(primary_key=True, max_length=16)
    count: int | None = None
    """Rounded; None where it isn't shown."""

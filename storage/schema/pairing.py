"""The table by which the main database knows the keyring that belongs to it."""

from sqlmodel import Field

from storage.engine.rows import Row


class StorePair(Row, table=True):
    """A random mark that the keyring has too. It changes each hour, and says nothing else."""

    __tablename__ = "store_pair"
    mark: str = Field(max_length=32)

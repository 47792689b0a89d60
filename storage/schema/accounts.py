"""The tables by which several accounts are one person, as that person said on each of them.

Nothing of a thread without a name is in them: that stays with the account it was raised from.
"""

from datetime import date

from sqlalchemy import LargeBinary
from sqlmodel import Field

from storage.engine.rows import Row


class AccountLink(Row, table=True):
    """An account that acts as another, the person's main one. It has no time."""

    __tablename__ = "account_link"
    account: str = Field(primary_key=True, max_length=200)
    person: str = Field(max_length=200)


class AccountMoved(Row, table=True):
    """What was this account's by name before it was linked, and is so again once that is undone."""

    __tablename__ = "account_moved"
    account: str = Field(primary_key=True, max_length=200)
    place: str = Field(primary_key=True, max_length=40)
    key: str = Field(primary_key=True, max_length=200)


class LinkCode(Row, table=True):
    """A code with which somebody is about to link two accounts. Whose it is can be told with our
    keys alone, and until when only by them; the day is there to tidy it.
    """

    __tablename__ = "link_code"
    holder: str = Field(primary_key=True, max_length=32)
    """A keyed hash of who got the code."""
    code: str = Field(max_length=32, index=True)
    """A keyed hash of the code, or of nothing once it was used."""
    other: str = Field(max_length=32, index=True)
    """A keyed hash of the account on which it was entered, or of nothing."""
    sealed: bytes = Field(sa_type=LargeBinary)
    day: date

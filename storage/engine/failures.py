"""What a database means when it fails: no room, no answer, or a mistake of ours."""

import errno
import sqlite3
from typing import Final

import psycopg
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as NoTurnError

FAILED: Final = (DBAPIError, NoTurnError, sqlite3.Error, psycopg.Error)
"""As what a database's failing arrives."""


class StillAwayError(ConnectionError):
    """A database is away still: what it couldn't be told before, it can't be told now."""


_FULL: Final = (sqlite3.SQLITE_FULL,)
_NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT)
_OURS: Final = (IntegrityError, ProgrammingError, DataError)
"""The database is there and well: what we asked of it was wrong."""


def is_away(error: BaseException) -> bool:
    """Tells whether the database can't do its work now, whatever it is asked."""
    return isinstance(error, (*FAILED, StillAwayError)) and not isinstance(error, _OURS)


def is_full(error: BaseException) -> bool:
    """Tells whether there is no room left on the disk of a database."""
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, OSError):
        return cause.errno in _NO_ROOM
    return isinstance(cause, psycopg.errors.DiskFull) or (
        isinstance(cause, sqlite3.Error) and getattr(cause, "sqlite_errorcode", 0) in _FULL
    )


def may_be_done(error: BaseException) -> bool:
    """Tells whether the answer was lost, so that what was asked may be done all the same."""
    return isinstance(error, DBAPIError) and error.connection_invalidated

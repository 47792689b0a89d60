"""How a database's address is written: told before anything is opened, and without a piece of it,
which may be a piece of the password."""

import re
from typing import Final

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

_DRIVERS: Final = ("postgresql+psycopg", "sqlite+aiosqlite")
_SPELT: Final = (
    "can't be read as a database's address. It is written "
    "postgresql+psycopg://user:password@host:5432/name or sqlite+aiosqlite:////folder/name.sqlite3"
)
_SIGNS: Final = (
    "has a sign in it that must be percent-encoded, most likely in the password: write % as %25, "
    "@ as %40, : as %3A, / as %2F, ? as %3F and # as %23"
)
_MEMORY: Final = (
    "names a database in memory, which forgets everything when the server ends: name a file, such "
    "as sqlite+aiosqlite:////folder/name.sqlite3"
)
_AFTER_PASSWORD: Final = re.compile(r"[^:/]+://(?:[^:/]*(?::[^@]*)?@)?(.*)", re.DOTALL)
"""What SQLAlchemy takes for host and database: to it, a password ends at its first @."""


def usable(address: str) -> str:
    """Gives back an address that can be used. Raises ValueError with what to do about another."""
    after = _AFTER_PASSWORD.fullmatch(address)
    if after and "@" in after[1]:
        raise ValueError(_SIGNS)
    try:
        url = make_url(address)
        (url.host or "").encode("idna")  # as whoever connects does, with a traceback
    except (ArgumentError, ValueError):
        raise ValueError(_SPELT) from None
    if url.drivername not in _DRIVERS:
        raise ValueError(_SPELT)
    if url.drivername.startswith("sqlite") and _in_memory(url):
        raise ValueError(_MEMORY)
    return address


def _in_memory(url: URL) -> bool:
    named = url.database or ":memory:"
    return ":memory:" in named or named == "file:" or url.query.get("mode") == "memory"

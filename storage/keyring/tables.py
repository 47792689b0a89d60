"""The keyring's tables and statements: no counters, nothing in order of arrival, and no times but
those at which something that waits is to go out."""

from collections.abc import AsyncIterator, Collection, Sequence
from typing import Final, NamedTuple

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    FromClause,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Select,
    String,
    Table,
    and_,
    bindparam,
    func,
    insert,
    literal,
    select,
    tuple_,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.engine.sqlite import driver_of

Values = dict[str, str | int | bytes]

keyring_metadata: Final = MetaData()
PAGE: Final = 8192
"""Bytes of a page on SQLite: a sealed address takes more than the quarter of a smaller one, and
would have a page of its own, three times the room."""

ring: Final = Table(
    "ring",
    keyring_metadata,
    Column("partnership_id", String(64), primary_key=True),
    Column("ref", String(32), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("key_version", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

# One row a partnership: the version that every row is sealed under, and whose keys those are.
ring_epoch: Final = Table(
    "ring_epoch",
    keyring_metadata,
    Column("partnership_id", String(64), primary_key=True),
    Column("key_version", Integer, nullable=False),
    Column("fingerprint", String(32), nullable=False),
    sqlite_with_rowid=False,
)

# The mark by which the main database that belongs to it is known, and the one that comes next: a
# crash between the two stores leaves main with one or the other.
ring_pair: Final = Table(
    "ring_pair",
    keyring_metadata,
    Column("partnership_id", String(64), primary_key=True),
    Column("mark", String(32), nullable=False),
    Column("coming", String(32), nullable=False),
    sqlite_with_rowid=False,
)

# What waits for its time, sealed with a key of its own that lies in `ring`: taken out there, it
# opens no more. Both times are seconds since 1970; nothing says whose it is, or what it is.
waiting: Final = Table(
    "waiting",
    keyring_metadata,
    Column("partnership_id", String(64), primary_key=True),
    Column("id", String(32), primary_key=True),
    Column("due", BigInteger, nullable=False),
    Column("leased_until", BigInteger, nullable=True),
    Column("sealed", LargeBinary, nullable=False),
    Index("waiting_due", "partnership_id", "due"),
    sqlite_with_rowid=False,
)


class SealedRow(NamedTuple):
    """One sealed row, in the order in which the identity keys take it."""

    ref: str
    kind: str
    key_version: int
    sealed: bytes


class Gone(NamedTuple):
    """Rows to destroy: those of `ring` of which one of these is true, and what waits so."""

    any_of: Collection[ColumnElement[bool]] = ()
    waiting: Collection[str] = ()


NOTHING: Final = Gone()


class Epoch(NamedTuple):
    """What every row is sealed under at this moment."""

    key_version: int
    fingerprint: str


Rows = Select[str, str, int, bytes]
ROWS: Final[Rows] = select(ring.c.ref, ring.c.kind, ring.c.key_version, ring.c.sealed)
_ALWAYS: Final = select(literal(1).label("always")).subquery()


def one_or(stand_in: SealedRow, *where: ColumnElement[bool]) -> Rows:
    """Asks for one row, and for the stand-in where there is none: either way one row is read."""
    either = (
        func.coalesce(ring.c[name], literal(value, ring.c[name].type))
        for name, value in stand_in._asdict().items()
    )
    return select(*either).select_from(_ALWAYS.outerjoin(ring, and_(*where)))


COLUMNS: Final = ("partnership_id", "ref", "kind", "key_version", "sealed")
EPOCH: Final = (
    ring_epoch.c.partnership_id == bindparam("partnership_id"),
    ring_epoch.c.key_version == bindparam("key_version"),
)


def row_under(epoch: FromClause) -> Select[tuple[str, str, str, int, bytes]]:
    """Spells a new row as a statement writes it, under the epoch that it finds there."""
    return select(
        epoch.c.partnership_id,
        bindparam("ref", type_=String),
        bindparam("kind", type_=String),
        epoch.c.key_version,
        bindparam("sealed", type_=LargeBinary),
    )


# It inserts nothing once the epoch has moved on (a row under an erased key would be lost for ever);
# on PostgreSQL it holds the epoch against a turn until it commits.
_PUT: Final = (
    insert(ring)
    .from_select(COLUMNS, row_under(ring_epoch).where(*EPOCH).with_for_update(read=True))
    .execution_options(preserve_rowcount=True)
)

REWRAP: Final = (
    update(ring)
    .where(
        ring.c.partnership_id == bindparam("at_partnership"),
        ring.c.ref == bindparam("at_ref"),
        ring.c.kind == bindparam("at_kind"),
    )
    .values(key_version=bindparam("to_version"), sealed=bindparam("to_sealed"))
)

_PUT_ON_SQLITE: Final = str(_PUT.compile(dialect=sqlite.dialect(paramstyle="named")))

_READ_EPOCH: Final = select(ring_epoch.c.key_version, ring_epoch.c.fingerprint).where(
    ring_epoch.c.partnership_id == bindparam("partnership_id")
)

# A write that changes nothing is the one lock that both databases understand.
_LOCK_EPOCH: Final = (
    update(ring_epoch)
    .where(ring_epoch.c.partnership_id == bindparam("at_partnership"))
    .values(key_version=ring_epoch.c.key_version)
)


async def put(engine: AsyncEngine, row: Values) -> bool:
    """Commits a row under the version it was sealed with; False if that is no longer the epoch."""
    if engine.dialect.name == "sqlite":
        return await on_driver(engine, _PUT_ON_SQLITE, row)
    async with engine.begin() as connection:
        return (await connection.execute(_PUT, row)).rowcount == 1


async def on_driver(engine: AsyncEngine, statement: str, values: Values) -> bool:
    """Commits a statement on SQLite; False if it wrote no row."""
    # Straight on the driver, where one statement is one transaction: SQLAlchemy would cross to
    # SQLite's thread eight times, and people wait for this.
    async with engine.connect() as connection:
        driver = await driver_of(connection)
        cursor = await driver.execute(statement, values)
        if driver.in_transaction:  # an engine that isn't in autocommit
            await driver.commit()
        return bool(cursor.rowcount == 1)


async def read_epoch(connection: AsyncConnection, partnership_id: str) -> Epoch | None:
    """Reads the epoch as it stands, or None in an empty store."""
    found = await connection.execute(_READ_EPOCH, {"partnership_id": partnership_id})
    row = found.first()
    return None if row is None else Epoch(*row)


def epoch_held(connection: Connection, partnership_id: str) -> int | None:
    """Reads under which version everything is sealed, which stays so until this commits."""
    held = _READ_EPOCH.with_for_update(read=True)
    row = connection.execute(held, {"partnership_id": partnership_id}).first()
    return None if row is None else int(row.key_version)


async def lock_epoch(connection: AsyncConnection, partnership_id: str, first: Epoch) -> Epoch:
    """Locks the epoch until the transaction ends; an empty store starts with `first`."""
    lock = {"at_partnership": partnership_id}
    if not (await connection.execute(_LOCK_EPOCH, lock)).rowcount:
        values = {"partnership_id": partnership_id, **first._asdict()}
        await connection.execute(_first_epoch(connection.dialect.name).values(values))
        await connection.execute(_LOCK_EPOCH, lock)
    return await read_epoch(connection, partnership_id) or first


async def set_epoch(connection: AsyncConnection, partnership_id: str, epoch: Epoch) -> None:
    """Sets the version under which everything is sealed from the commit on."""
    here = ring_epoch.c.partnership_id == partnership_id
    await connection.execute(update(ring_epoch).where(here).values(epoch._asdict()))


async def pages(
    connection: AsyncConnection, partnership_id: str, size: int
) -> AsyncIterator[Sequence[SealedRow]]:
    """Reads every row in the order of its random key, a page at a time."""
    key = tuple_(ring.c.ref, ring.c.kind)
    mine = ROWS.where(ring.c.partnership_id == partnership_id).order_by(ring.c.ref, ring.c.kind)
    found = await connection.execute(mine.limit(size))
    while rows := [SealedRow(*row) for row in found]:
        yield rows
        after = tuple_(rows[-1].ref, rows[-1].kind)
        found = await connection.execute(mine.where(key > after).limit(size))


def rewrapped(partnership_id: str, row: SealedRow) -> Values:
    """Gives the parameters with which REWRAP moves a row to another version."""
    return {
        "at_partnership": partnership_id,
        "at_ref": row.ref,
        "at_kind": row.kind,
        "to_version": row.key_version,
        "to_sealed": row.sealed,
    }


def _first_epoch(dialect: str) -> postgresql.Insert | sqlite.Insert:
    # Two replicas may start at once on an empty store.
    if dialect == "sqlite":
        return sqlite.insert(ring_epoch).on_conflict_do_nothing()
    return postgresql.insert(ring_epoch).on_conflict_do_nothing()

"""How a ballot's row is written: under the epoch it was sealed with, and while its gate stands."""

from typing import Final

from sqlalchemy import (
    Insert,
    LargeBinary,
    Select,
    String,
    bindparam,
    exists,
    literal_column,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.keyring_tables import driver_of, ring, ring_epoch

Values = dict[str, str | int | bytes]

COLUMNS: Final = ("partnership_id", "ref", "kind", "key_version", "sealed")
_EPOCH: Final = (
    ring_epoch.c.partnership_id == bindparam("partnership_id"),
    ring_epoch.c.key_version == bindparam("key_version"),
)
_HOLD_EPOCH: Final = select(ring_epoch.c.key_version).where(*_EPOCH).with_for_update(read=True)
_gate: Final = ring.alias("gate")
_STANDS: Final = (
    _gate.c.partnership_id == bindparam("partnership_id"),
    _gate.c.ref == bindparam("gate", type_=String),
    _gate.c.kind == literal_column("'gate'"),
)
_HOLD_GATE: Final = select(_gate.c.ref).where(*_STANDS).with_for_update(read=True)


def _row() -> Select[tuple[str, str, str, int, bytes]]:
    return select(
        ring_epoch.c.partnership_id,
        bindparam("ref", type_=String),
        bindparam("kind", type_=String),
        ring_epoch.c.key_version,
        bindparam("sealed", type_=LargeBinary),
    ).where(*_EPOCH)


def _written(insert: postgresql.Insert | sqlite.Insert, *, stands: bool) -> Insert:
    here = ("partnership_id", "ref", "kind")
    if stands:
        return insert.on_conflict_do_nothing(index_elements=here)
    new = {name: insert.excluded[name] for name in ("key_version", "sealed")}
    return insert.on_conflict_do_update(index_elements=here, set_=new)


def _on_sqlite(*, gated: bool, stands: bool) -> str:
    row = _row().where(exists().where(*_STANDS)) if gated else _row()
    statement = _written(sqlite.insert(ring).from_select(COLUMNS, row), stands=stands)
    return str(statement.compile(dialect=sqlite.dialect(paramstyle="named")))


_SQLITE: Final = {
    (gated, stands): _on_sqlite(gated=gated, stands=stands)
    for gated in (True, False)
    for stands in (True, False)
}
_POSTGRES: Final = {
    stands: _written(
        postgresql.insert(ring).from_select(COLUMNS, _row()), stands=stands
    ).execution_options(preserve_rowcount=True)
    for stands in (True, False)
}


async def put(engine: AsyncEngine, row: Values, gate: str = "", *, stands: bool) -> bool:
    """Commits the row; False if the epoch has moved on, the gate is gone, or one stands there."""
    values = {**row, "gate": gate}
    if engine.dialect.name == "sqlite":
        return await _one_statement(engine, _SQLITE[bool(gate), stands], values)
    async with engine.begin() as connection:
        # The epoch comes first, always, so that a turn of the ratchet can't deadlock with this.
        if (await connection.execute(_HOLD_EPOCH, row)).first() is None:
            return False
        # Held until the commit: whoever shuts the box waits, and then finds this answer in it.
        if gate and (await connection.execute(_HOLD_GATE, values)).first() is None:
            return False
        return (await connection.execute(_POSTGRES[stands], row)).rowcount == 1


async def _one_statement(engine: AsyncEngine, statement: str, values: Values) -> bool:
    # Straight on the driver, as addresses are written: people wait for this.
    async with engine.connect() as connection:
        driver = await driver_of(connection)
        cursor = await driver.execute(statement, values)
        if driver.in_transaction:  # an engine that isn't in autocommit
            await driver.commit()
        return bool(cursor.rowcount == 1)

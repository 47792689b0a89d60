"""How a ballot's row is written: under the epoch it was sealed with, and while its gate stands."""

from typing import Final

from sqlalchemy import Insert, Select, String, bindparam, exists, func, literal_column, select, true
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.keyring.tables import COLUMNS, EPOCH, Values, on_driver, ring, ring_epoch, row_under

_gate: Final = ring.alias("gate")
_STANDS: Final = (
    _gate.c.partnership_id == bindparam("partnership_id"),
    _gate.c.ref == bindparam("gate", type_=String),
    _gate.c.kind == literal_column("'gate'"),
)


def _written(insert: postgresql.Insert | sqlite.Insert) -> Insert:
    here = ("partnership_id", "ref", "kind")
    new = {name: insert.excluded[name] for name in ("key_version", "sealed")}
    return insert.on_conflict_do_update(index_elements=here, set_=new)


def _held(*, gated: bool) -> Select[tuple[str, str, str, int, bytes]]:
    """The row, for as long as nobody turns the ratchet or takes the gate away.

    The epoch is held first, always, so that a turn of the ratchet can't deadlock with this: the
    gate is looked for only once the epoch's row is counted. Both are held until the commit: whoever
    shuts the box waits, and then finds this answer in it.
    """
    held = (ring_epoch.c.partnership_id, ring_epoch.c.key_version)
    epoch = select(*held).where(*EPOCH).with_for_update(read=True).cte("epoch")
    row = row_under(epoch)
    if not gated:
        return row
    one_epoch = select(func.count()).select_from(epoch).scalar_subquery() == 1
    gate = select(_gate.c.ref).where(*_STANDS, one_epoch).with_for_update(read=True).cte("held")
    return row.select_from(epoch.join(gate, true()))


def _on_sqlite(*, gated: bool) -> str:
    row = row_under(ring_epoch).where(*EPOCH)
    row = row.where(exists().where(*_STANDS)) if gated else row
    statement = _written(sqlite.insert(ring).from_select(COLUMNS, row))
    return str(statement.compile(dialect=sqlite.dialect(paramstyle="named")))


_SQLITE: Final = {gated: _on_sqlite(gated=gated) for gated in (True, False)}
_POSTGRES: Final = {
    gated: _written(
        postgresql.insert(ring).from_select(COLUMNS, _held(gated=gated))
    ).execution_options(preserve_rowcount=True)
    for gated in (True, False)
}


async def put(engine: AsyncEngine, row: Values, gate: str = "") -> bool:
    """Commits the row; False if the epoch has moved on or the gate is gone."""
    values = {**row, "gate": gate}
    if engine.dialect.name == "sqlite":
        return await on_driver(engine, _SQLITE[bool(gate)], values)
    async with engine.connect() as connection:
        # One trip for all of it: many answer at once.
        at_once = await connection.execution_options(isolation_level="AUTOCOMMIT")
        return (await at_once.execute(_POSTGRES[bool(gate)], values)).rowcount == 1

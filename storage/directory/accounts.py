"""Accounts that are one person: what is a person's by name goes over to their main account.

What was raised without a name stays with its account: no row here, and no other, ties it to one.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    Column,
    Connection,
    Table,
    and_,
    bindparam,
    delete,
    exists,
    insert,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.engine.database import read, together
from storage.partnership import PersonId
from storage.partnership.changes.one_person import Links
from storage.schema import main_metadata

_TABLES: Final = main_metadata.tables
_link: Final = _TABLES["account_link"]
_moved: Final = _TABLES["account_moved"]
_outbox: Final = _TABLES["outbox"]
_ALL: Final = select(_link.c.account, _link.c.person).where(
    _link.c.partnership_id == bindparam("pid")
)

_code: Final = _TABLES["link_code"]
_OLD_CODES: Final = delete(_code).where(
    _code.c.partnership_id == bindparam("pid"), _code.c.day < bindparam("day")
)


class _Place(NamedTuple):
    """A column in which a person's id stands, and the one that says in which row."""

    table: Table
    column: str
    key: str

    @property
    def whose(self) -> Column[Any]:
        return self.table.c[self.column]

    @property
    def name(self) -> str:
        return f"{self.table.name}.{self.column}"

    @property
    def once(self) -> bool:
        """Whether a person stands there only once for each key."""
        return self.whose.primary_key

    @property
    def says(self) -> bool:
        """Whether each row there has an answer of its own, which stays whoever gave it."""
        return self.table.name == "reviewer"


PLACES: Final[tuple[_Place, ...]] = tuple(
    _Place(_TABLES[table], column, key)
    for table, column, key in (
        ("thread", "raiser", "id"),
        ("thread", "picked_by", "id"),
        ("audience", "person", "thread_id"),
        ("unreached", "person", "thread_id"),
        ("reviewer", "person", "thread_id"),
        ("challenge", "owner", "thread_id"),
        ("challenge", "adopted_by", "thread_id"),
        ("break_glass", "asked_by", "thread_id"),
        ("break_glass", "agreed_by", "thread_id"),
        ("referral", "owner", "thread_id"),
        ("partnership_proposal", "person", "id"),
        ("stand_in", "stand_in", "person"),
    )
)
"""All that people have or do by name, and that is theirs on whichever account they come with."""


async def tidy_codes(engine: AsyncEngine, partnership_id: str, today: date) -> None:
    """Forgets codes that were never used, and open nothing any more."""
    values = {"pid": partnership_id, "day": today}
    await together(engine, Connection.execute, _OLD_CODES, values)


async def links_now(engine: AsyncEngine, partnership_id: str) -> Links:
    """Reads which accounts act as another."""
    rows = await read(engine, _ALL, {"pid": partnership_id})
    return {PersonId(row.account): PersonId(row.person) for row in rows}


async def join(
    connection: AsyncConnection, partnership_id: str, account: PersonId, person: PersonId
) -> None:
    """Has this account act as the person from now on; what was its by name is theirs."""
    link = {"partnership_id": partnership_id, "account": account, "person": person}
    await connection.execute(insert(_link).values(link))
    for place in PLACES:
        await _move(connection, partnership_id, place, account, person)
    waiting = _outbox.c.partnership_id == partnership_id, _outbox.c.person == account
    await connection.execute(update(_outbox).where(*waiting).values(person=person))


async def _move(
    connection: AsyncConnection, pid: str, place: _Place, account: PersonId, person: PersonId
) -> None:
    table = place.table
    mine = and_(table.c.partnership_id == pid, place.whose == account)
    if place.once:
        other = table.alias()
        both = other.c.partnership_id == pid, other.c[place.key] == table.c[place.key]
        same = exists().where(*both, other.c[place.column] == person)
        if not place.says:  # the main account's row says it all
            await connection.execute(delete(table).where(mine, same))
        mine = and_(mine, ~same)
    columns = "partnership_id", "account", "place", "key"
    found = select(literal(pid), literal(account), literal(place.name), table.c[place.key])
    await connection.execute(insert(_moved).from_select(columns, found.where(mine)))
    await connection.execute(update(table).where(mine).values({place.column: person}))


async def part(
    connection: AsyncConnection, partnership_id: str, account: PersonId, *, back: bool = True
) -> None:
    """Has this account be somebody of its own again; what was its by name comes back to it.

    It doesn't come back to an account that is gone: its person goes on with the other.
    """
    own = _link.c.partnership_id == partnership_id, _link.c.account == account
    person = (await connection.execute(select(_link.c.person).where(*own))).scalar()
    if person is None:
        return
    for place in PLACES if back else ():
        await _restore(connection, partnership_id, place, account, PersonId(person))
    mine = _moved.c.partnership_id == partnership_id, _moved.c.account == account
    await connection.execute(delete(_moved).where(*mine))
    await connection.execute(delete(_link).where(*own))


async def _restore(
    connection: AsyncConnection, pid: str, place: _Place, account: PersonId, person: PersonId
) -> None:
    table = place.table
    keys = select(_moved.c.key).where(
        _moved.c.partnership_id == pid,
        _moved.c.account == account,
        _moved.c.place == place.name,
    )
    theirs = table.c.partnership_id == pid, place.whose == person, table.c[place.key].in_(keys)
    await connection.execute(update(table).where(*theirs).values({place.column: account}))


async def part_from(
    connection: AsyncConnection, partnership_id: str, gone: Sequence[PersonId]
) -> None:
    """Ends the links of accounts that left, or moved elsewhere, with the directory's own change."""
    either = or_(_link.c.account.in_(gone), _link.c.person.in_(gone))
    found = select(_link.c.account).where(_link.c.partnership_id == partnership_id, either)
    for account in (await connection.execute(found)).scalars().all():
        await part(connection, partnership_id, PersonId(account), back=account not in gone)

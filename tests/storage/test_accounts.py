"""What an account had by name goes over as it is linked, and comes back; nothing is told twice."""

import pytest
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.directory.accounts import PLACES, join, links_now, part, part_from
from storage.engine.database import make_engine, opened
from storage.partnership import PersonId
from storage.schema import main_metadata
from tests.conftest import Stores
from tests.storage.records import a_thread

ONE, OTHER = PersonId("slack:T01:U01"), PersonId("web:leila-haddad")
AUDIENCE = main_metadata.tables["audience"]
THREAD = main_metadata.tables["thread"]
NOBODYS = {
    "account_link", "account_moved", "agreement_confirmed", "agency_check", "card_sent", "departed",
    "mailbox", "member", "outbox", "partnership_version", "session_mark", "stand_in",
}  # fmt: skip
"""What is an account's and not a person's, or tells what was; who is away is a lead by the file."""


def test_no_column_in_which_somebody_stands_was_forgotten() -> None:
    known = {place.table.name for place in PLACES} | NOBODYS
    about = {"person", "raiser", "owner", "picked_by", "asked_by", "agreed_by", "adopted_by"}
    named = {n for n, table in main_metadata.tables.items() if about & set(table.columns.keys())}
    assert named <= known


async def _begun(connection: AsyncConnection) -> None:
    mine = {"id": "mine", "how": "named", "raiser": OTHER, "return_ref": None}
    await connection.execute(insert(THREAD).values({**a_thread("mine"), **mine}))
    await connection.execute(insert(THREAD).values({**a_thread("both"), "picked_by": OTHER}))
    for thread, person in (("mine", ONE), ("both", ONE), ("both", OTHER)):
        row = {"thread_id": thread, "person": person, "role": "lead", "partnership_id": "anytown"}
        await connection.execute(insert(AUDIENCE).values(row))


async def _stands(connection: AsyncConnection) -> tuple[list[str | None], list[str]]:
    threads = select(THREAD.c.raiser, THREAD.c.picked_by).order_by(THREAD.c.id)
    whose = [person for row in await connection.execute(threads) for person in row]
    before = select(AUDIENCE.c.person).order_by(AUDIENCE.c.thread_id, AUDIENCE.c.person)
    return whose, list(await connection.scalars(before))


@pytest.mark.parametrize("back", [True, False])
async def test_what_was_the_other_accounts_goes_over_and_comes_back(
    stores: Stores, back: bool
) -> None:
    async with opened(make_engine(stores.main_url)) as engine:
        async with engine.begin() as connection:
            await _begun(connection)
            await join(connection, "anytown", OTHER, ONE)
            assert await _stands(connection) == ([None, ONE, ONE, None], [ONE, ONE])
        assert await links_now(engine, "anytown") == {OTHER: ONE}
        assert await links_now(engine, "next-town") == {}
        async with engine.begin() as connection:
            await part_from(connection, "anytown", [ONE] if back else [OTHER])
            whose = OTHER if back else ONE
            assert (await _stands(connection))[0] == [None, whose, whose, None]
            await part(connection, "anytown", OTHER)  # it is over already
        assert await links_now(engine, "anytown") == {}

"""Migrations build the schema that the code expects: on both databases, and over data."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.engine.database import make_engine
from storage.engine.migrate import FOLDER, Store, _config, is_current, migrate
from storage.keyring.tables import keyring_metadata
from storage.schema import main_metadata
from tests.conftest import Stores
from tests.core.anytown import anytown

pytestmark = pytest.mark.unmigrated
STORES: list[tuple[Store, MetaData]] = [("main", main_metadata), ("keyring", keyring_metadata)]


@pytest.fixture
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    engine = make_engine(database_url)
    yield engine
    await engine.dispose()


def differences(connection: Connection, store: Store, metadata: MetaData) -> list[object]:
    options = {"version_table": f"{store}_version", "compare_type": True,
               "compare_server_default": True}  # fmt: skip
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))


@pytest.mark.parametrize(("store", "metadata"), STORES)
async def test_migrations_build_what_the_models_say(
    engine: AsyncEngine, store: Store, metadata: MetaData
) -> None:
    assert not await is_current(engine, store)
    await migrate(engine, store)
    assert await is_current(engine, store)
    async with engine.connect() as connection:
        found = await connection.run_sync(differences, store, metadata)
        primary = await connection.run_sync(_primary_keys, metadata)
    assert found == []
    assert primary == {
        name: [column.name for column in table.primary_key]
        for name, table in metadata.tables.items()
    }


def _primary_keys(connection: Connection, metadata: MetaData) -> dict[str, list[str]]:
    look = inspect(connection)
    return {name: look.get_pk_constraint(name)["constrained_columns"] for name in metadata.tables}


@pytest.mark.parametrize(("store", "metadata"), STORES)
async def test_no_table_has_a_hidden_number_or_lacks_its_partnership(
    engine: AsyncEngine, store: Store, metadata: MetaData
) -> None:
    await migrate(engine, store)
    async with engine.connect() as connection:
        keys = await connection.run_sync(_primary_keys, metadata)
        if engine.dialect.name == "sqlite":
            found = await connection.execute(text("SELECT name, sql FROM sqlite_master"))
            made = {name: sql for name, sql in found if name in metadata.tables}
            assert {name for name, sql in made.items() if "WITHOUT ROWID" not in sql} == set()
    assert {key[0] for key in keys.values()} == {"partnership_id"}


@pytest.mark.parametrize("store", ["main", "keyring"])
async def test_there_is_one_line_of_revisions(store: Store) -> None:
    script = ScriptDirectory.from_config(_config(store))
    revisions = list(script.walk_revisions())
    assert len(script.get_heads()) == len(script.get_bases()) == 1
    assert {path.name for path in (FOLDER / store / "versions").glob("[0-9]*.py")} == {
        Path(revision.path).name for revision in revisions
    }


async def test_running_them_again_over_data_changes_nothing(stores: Stores, tmp_path: Path) -> None:
    async with anytown(stores, tmp_path / "data") as town:
        for how in ("named", "confidence", "anonymous"):
            await town.raises("leila", how=how)
        before = await town.dump()
        await migrate(town.core.engine, "main")
        await town.core.keyring.migrate()
        assert await town.dump() == before
        assert all(before[name] for name in ("thread", "message", "ring", "member", "submission"))


async def test_each_revision_is_run_over_the_data_of_the_one_before(
    stores: Stores, tmp_path: Path
) -> None:
    script = ScriptDirectory.from_config(_config("main"))
    engine = make_engine(stores.main_url)
    for revision in reversed(list(script.walk_revisions())):
        await migrate(engine, "main", revision.revision)
        async with engine.begin() as connection:
            await connection.execute(
                text("INSERT INTO member (partnership_id, person, name, language, address) "
                     "VALUES ('p', :person, 'Somebody', 'en', '')"),
                {"person": f"web:{revision.revision}"},
            )  # fmt: skip
    async with engine.connect() as connection:
        kept = await connection.scalar(text("SELECT count(*) FROM member"))
    await engine.dispose()
    assert kept == len(list(script.walk_revisions()))


@pytest.mark.postgres
async def test_several_that_start_at_once_on_an_empty_database_all_find_it_ready(
    postgres_stores: Stores,
) -> None:
    engines = [make_engine(postgres_stores.main_url) for _ in range(4)]
    await asyncio.gather(*(migrate(engine, "main") for engine in engines))
    assert all([await is_current(engine, "main") for engine in engines])
    for engine in engines:
        await engine.dispose()

"""One world a database: the story is told once, and every test searches what it left behind."""

from collections.abc import Iterator

import pytest

from tests.conftest import Stores
from tests.peers.postgres import Postgres
from tests.privacy.story import witnessed
from tests.privacy.world import Evidence


@pytest.fixture(scope="session")
def on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    """The story on SQLite."""
    return witnessed(tmp_path_factory.mktemp("privacy-sqlite"))


@pytest.fixture(scope="session")
def on_postgres(
    tmp_path_factory: pytest.TempPathFactory, postgres_server: Postgres
) -> Iterator[Evidence]:
    """The story on PostgreSQL."""
    folder = tmp_path_factory.mktemp("privacy-postgres")
    with postgres_server.database("main") as main, postgres_server.database("keyring") as ring:
        yield witnessed(folder, database_url=main, keyring_url=ring)


@pytest.fixture
def postgres_stores(postgres_server: Postgres) -> Iterator[Stores]:
    """Two databases whose tables are new: where a row comes to lie is looked at here."""
    with postgres_server.stores() as (main, keyring):
        yield Stores(main, keyring, "postgres")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def evidence(request: pytest.FixtureRequest) -> Evidence:
    """What is left after the whole story; each test runs once on each kind of database."""
    left: Evidence = request.getfixturevalue(f"on_{request.param}")
    return left

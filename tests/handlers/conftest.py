"""Anytown, for the tests of this room."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from tests.conftest import Stores
from tests.core.anytown import Town, anytown
from tests.handlers.rights import touring
from tests.handlers.rights.verbs import Row


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    """The example partnership on empty stores; the test runs once on each kind of database."""
    async with anytown(stores, tmp_path / "data") as town:
        yield town


@pytest.fixture(scope="session")
def the_tour(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Town, Mapping[str, Row]]:
    """The tour, gone on once. Others try the same beside it, if any test asks what they may."""
    tries = any("rights" in getattr(item, "fixturenames", ()) for item in request.session.items)
    return asyncio.run(touring.toured(tmp_path_factory.mktemp("tour"), tries=tries))


@pytest.fixture(scope="session")
def toured(the_tour: tuple[Town, Mapping[str, Row]]) -> Town:
    """What everybody was shown on the whole tour."""
    return the_tour[0]


@pytest.fixture(scope="session")
def rights(the_tour: tuple[Town, Mapping[str, Row]]) -> Mapping[str, Row]:
    """What everybody may, verb by verb."""
    return the_tour[1]

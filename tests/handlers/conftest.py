"""Anytown, for the tests of this room."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.conftest import Stores
from tests.core.anytown import Town, anytown


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    """The example partnership on empty stores; the test runs once on each kind of database."""
    async with anytown(stores, tmp_path / "data") as town:
        yield town

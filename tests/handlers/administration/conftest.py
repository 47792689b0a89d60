"""Anytown whose partnership can be changed, for the tests of this room."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.conftest import Stores
from tests.core.anytown import Town
from tests.handlers.administration.changing import changeable


@pytest.fixture
async def town(sqlite_stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    """On one kind of database: which is no matter for what is asked and shown."""
    async with changeable(sqlite_stores, tmp_path) as town:
        yield town

"""A town in which people sign in, on SQLite: nothing here differs by the database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.conftest import Stores
from tests.signin.town import SignInTown, sign_in_town


@pytest.fixture
async def town(sqlite_stores: Stores, tmp_path: Path) -> AsyncIterator[SignInTown]:
    """Nobody has signed in yet."""
    async with sign_in_town(sqlite_stores, tmp_path) as opened:
        yield opened

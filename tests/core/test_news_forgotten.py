"""Messages to hidden people that arrive together are taken away together."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from tests.conftest import Stores
from tests.core.anytown import Town, anytown

MANY = 12


@pytest_asyncio.fixture
async def town(postgres_stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(postgres_stores, tmp_path / "data") as town:
        yield town


@pytest.mark.postgres
async def test_on_postgresql_the_key_turns_less_often_than_messages_arrive(town: Town) -> None:
    for _ in range(MANY):
        await town.raises("leila", how="anonymous", release="now")
    for thread in map(str, await town.column("thread", "id")):
        await town.does("grace", "thread.pick", thread)
    _, before = town.core.keyring.sealer
    await town.passes(timedelta(minutes=1))
    _, after = town.core.keyring.sealer
    assert len(town.cards("leila")) == MANY
    # Twice, as a rule; how many are done while the key turns is the machine's affair.
    assert 0 < after - before < MANY
    assert (await town.dump())["waiting"] == []

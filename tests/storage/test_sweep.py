"""Before anything is served, what a crash left between the two stores is mended."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from storage.keyring import new_ref
from tests.conftest import Stores
from tests.core.anytown import Town, anytown


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data") as town:
        yield town


async def _ref(town: Town) -> str:
    [ref] = await town.column("thread", "return_ref")
    return str(ref)


async def test_an_address_whose_thread_never_came_is_destroyed(town: Town) -> None:
    await town.raises("leila", how="anonymous")
    kept = await _ref(town)
    await town.core.keyring.put_dummy(new_ref())
    await town.core.ticks.sweep()
    assert await town.core.keyring.refs() == {kept}


async def test_a_thread_without_its_address_is_closed_and_its_text_shredded(town: Town) -> None:
    await town.raises("leila", how="anonymous", release="now")
    await town.core.keyring.destroy([await _ref(town)])
    await town.core.ticks.sweep()
    assert await town.column("thread", "state") == ["closed"]
    for table in ("thread_key", "step"):
        assert await town.column(table, "thread_id") == []
    assert "closed" in await town.column("audit", "what")
    [subject] = await town.column("thread", "id")
    (await town.does("grace", "thread.open", str(subject))).refused("not open to you")


async def test_its_raiser_can_still_see_that_it_is_closed(town: Town) -> None:
    await town.raises("leila")
    await town.core.keyring.destroy([await _ref(town)])
    await town.core.ticks.sweep()
    (await town.mine("leila")).sees("This is closed.").sees_not("The meeting ended")


async def test_what_was_on_its_way_to_nobody_is_removed(town: Town) -> None:
    await town.raises("leila", how="anonymous", release="slot")
    await town.passes(timedelta(hours=2))
    await town.presses_card("grace", "I’ll pick this up")
    assert await town.core.outbox.waiting() == 1
    await town.core.keyring.destroy([await _ref(town)])
    await town.core.ticks.sweep()
    assert await town.core.outbox.waiting() == 0


async def test_a_sound_store_stays_as_it_is(town: Town) -> None:
    for how in ("named", "confidence", "anonymous"):
        await town.raises("leila", how=how)
    before = await town.dump()
    await town.core.ticks.sweep()
    assert await town.dump() == before


async def test_a_crash_between_closing_and_destroying_is_made_good(town: Town) -> None:
    await town.raises("leila", how="confidence")
    page = await town.presses_card("grace", "I’ll pick this up")
    asked = await page.presses("Give the final answer")
    await asked.fills(outcome="acted", text="Done.")
    ref = await _ref(town)
    address = await town.core.keyring.open(ref)
    assert address is not None
    await (await town.mine("leila")).presses("Yes, it is settled")
    await town.core.keyring.put(ref, address)  # as if the crash had come before the destruction
    await town.core.ticks.sweep()
    assert await town.core.keyring.refs() == set()

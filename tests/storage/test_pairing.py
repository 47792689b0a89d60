"""Two stores that don't belong together are never swept: nothing is lost by a mistake."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import delete, text, update

from bot.app import MisplacedStoresError, open_stores
from bot.wiring import build_core
from storage.keyring.store import new_ref
from storage.keyring.tables import ring, ring_pair
from storage.maintenance.pairing import StoresApartError
from storage.schema import StorePair
from tests.conftest import Stores
from tests.core.anytown import Dump, FixedClock, Town, anytown, example
from tests.core.tools import settings_of

HOWS = ("named", "confidence", "anonymous")


async def raised(stores: Stores, folder: Path) -> Dump:
    """Three concerns were raised, and the server has ended."""
    async with anytown(stores, folder) as town:
        for how in HOWS:
            await town.raises("leila", how=how)
        return await town.dump()


async def refused(stores: Stores, folder: Path) -> StoresApartError:
    """A server that starts on them refuses."""
    core = build_core(settings_of(stores, folder), FixedClock(), example())
    with pytest.raises(StoresApartError) as told:
        await open_stores(core)
    await core.close()
    return told.value


async def emptied(town: Town) -> None:
    """A mistyped address, or a new volume: a main database without a row."""
    async with town.core.engine.begin() as connection:
        for table in ("audience", "message", "thread_key", "thread", "store_pair"):
            await connection.execute(text(f"DELETE FROM {table}"))


async def older(town: Town) -> None:
    """A copy from before the last of them was raised, put there by hand."""
    async with town.core.engine.begin() as connection:
        await connection.execute(update(StorePair).values(mark="of-an-hour-ago"))
        await connection.execute(text("DELETE FROM thread WHERE how = 'anonymous'"))


async def another(town: Town) -> None:
    """Somebody else's keyring, in which nobody of ours is."""
    async with town.core.keyring.engine.begin() as connection:
        await connection.execute(update(ring_pair).values(mark="another", coming="another"))
        await connection.execute(update(ring).values(ref=text("substr(ref, 1, 8) || ref")))


async def lost(town: Town) -> None:
    """A mistyped address of the keyring: an empty one beside a main database with open threads."""
    async with town.core.keyring.engine.begin() as connection:
        await connection.execute(delete(ring))
        await connection.execute(delete(ring_pair))


@pytest.mark.parametrize("happens", [emptied, older, another, lost])
async def test_nothing_is_destroyed_until_somebody_says_so(
    stores: Stores, tmp_path: Path, happens: Callable[[Town], Awaitable[None]]
) -> None:
    async with anytown(stores, tmp_path / "data") as town:
        for how in HOWS:
            await town.raises("leila", how=how)
        await happens(town)
        before = await town.dump()
        told = await refused(stores, tmp_path / "data")
        assert "upstander stores --join" in str(told)
        assert await town.dump() == before
        with pytest.raises(StoresApartError):
            await town.core.ticks.tidy_stores()  # nor by the hour, when it happens to a server
        assert await town.dump() == before
        await town.core.ticks.pairing.renew(joining=True)
        await town.core.ticks.sweep()
        assert (await town.core.ticks.pairing.look()).paired


async def test_nothing_starts_on_two_that_are_swapped(stores: Stores, tmp_path: Path) -> None:
    core = build_core(
        settings_of(Stores(stores.keyring_url, stores.main_url, stores.kind), tmp_path / "data"),
        FixedClock(),
        example(),
    )
    with pytest.raises(MisplacedStoresError, match="these two are swapped"):
        await open_stores(core)
    await core.close()


async def test_what_a_crash_left_is_swept_at_the_next_start(stores: Stores, tmp_path: Path) -> None:
    before = await raised(stores, tmp_path / "data")
    async with anytown(stores, tmp_path / "data") as town:
        for _ in range(20):
            await town.core.keyring.put_dummy(new_ref())
    async with anytown(stores, tmp_path / "data") as town:
        assert (await town.dump())["thread"] == before["thread"]
        assert len(await town.core.keyring.refs()) == len(HOWS)


async def test_what_a_failed_submission_left_is_swept_by_the_hour(
    stores: Stores, tmp_path: Path
) -> None:
    async with anytown(stores, tmp_path / "data") as town:
        await town.raises("leila", how="anonymous")
        kept = await town.core.keyring.refs()
        await town.core.keyring.put_dummy(new_ref())
        await town.core.ticks.tidy_stores()
        assert await town.core.keyring.refs() == kept
        await town.core.ticks.tidy_stores()
        (await town.mine("leila")).sees("The meeting ended")


@pytest.mark.parametrize("crashed", ["before main knows", "before the keyring forgets"])
async def test_a_crash_while_the_mark_is_renewed_parts_nobody(
    stores: Stores, tmp_path: Path, crashed: str
) -> None:
    async with anytown(stores, tmp_path / "data") as town:
        await town.raises("leila", how="anonymous")
        await town.core.keyring.put_dummy(new_ref())
        async with town.core.engine.connect() as connection:
            mark = await connection.scalar(text("SELECT mark FROM store_pair"))
        marks = {"mark": mark, "coming": "x"} if crashed.startswith("before main") else {
            "mark": "x", "coming": mark}  # fmt: skip
        async with town.core.keyring.engine.begin() as connection:
            await connection.execute(update(ring_pair).values(**marks))
    async with anytown(stores, tmp_path / "data") as town:
        assert len(await town.core.keyring.refs()) == 1


async def test_stores_from_before_there_were_marks_are_joined_where_they_fit(
    stores: Stores, tmp_path: Path
) -> None:
    async with anytown(stores, tmp_path / "data") as town:
        for how in HOWS:
            await town.raises("leila", how=how, release="now")
        await town.core.keyring.put_dummy(new_ref())
        async with town.core.engine.begin() as connection:
            await connection.execute(text("DELETE FROM store_pair"))
        async with town.core.keyring.engine.begin() as connection:
            await connection.execute(delete(ring_pair))
    async with anytown(stores, tmp_path / "data") as town:
        assert len(await town.core.keyring.refs()) == len(HOWS)
        (await town.mine("leila")).sees("The meeting ended")


async def test_two_servers_renew_at_once(stores: Stores, tmp_path: Path) -> None:
    async with anytown(stores, tmp_path / "data") as one, anytown(stores, tmp_path / "data") as two:
        await one.raises("leila", how="anonymous")
        for town in (one, two, one):
            await town.core.ticks.pairing.renew()
        assert (await two.core.ticks.pairing.look()).paired

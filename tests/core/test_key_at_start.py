"""A server that is never up at night turns the key when it starts."""

from datetime import timedelta
from pathlib import Path

from tests.conftest import Stores
from tests.core.anytown import FixedClock, anytown


async def _started(stores: Stores, folder: Path, clock: FixedClock) -> str:
    """Starts, and ends; gives by which keys everything is sealed meanwhile."""
    async with anytown(stores, folder, clock) as town:
        return await town.core.keyring.fingerprint()


async def test_a_start_turns_a_key_of_three_days_ago_and_none_of_today(
    stores: Stores, tmp_path: Path
) -> None:
    clock = FixedClock()
    first = await _started(stores, tmp_path / "data", clock)
    clock.set(clock.now() + timedelta(hours=10))
    assert await _started(stores, tmp_path / "data", clock) == first
    clock.set(clock.now() + timedelta(days=3))
    later = await _started(stores, tmp_path / "data", clock)
    assert later != first
    assert await _started(stores, tmp_path / "data", clock) == later

"""Time that a test moves: what falls due on the way is done, each at its own moment."""

from datetime import UTC, datetime, timedelta

from bot.wiring import Core
from storage.engine.clock import MovableClock

ON_ITS_WAY = timedelta(seconds=10)
"""Several messages to one person go a second apart."""


def monday() -> MovableClock:
    """Eleven o'clock on the first Monday of next March: no bank holiday anywhere, that week."""
    clock = MovableClock()
    first = datetime(clock.now().year + 1, 3, 1, 11, tzinfo=UTC)
    clock.forward_to(first + timedelta(days=-first.weekday() % 7))
    return clock


async def until(core: Core, moment: datetime) -> None:
    """It is that moment, and whatever was due by then is done."""
    clock = core.clock
    assert isinstance(clock, MovableClock)
    await core.ticks.drain()
    while (due := await core.ticks.next_due()) is not None and due <= moment:
        clock.forward_to(due)
        await core.ticks.drain()
    clock.forward_to(moment)
    await core.ticks.drain()


async def passes(core: Core, wait: timedelta) -> None:
    """So much time passes."""
    await until(core, core.clock.now() + wait)


async def arrives(core: Core) -> None:
    """What is on its way arrives."""
    await passes(core, ON_ITS_WAY)

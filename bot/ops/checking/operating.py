"""What the operator's page shows and does, beside the server that runs."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from bot.base.credentials.expiring import CREDENTIALS, expiring
from bot.base.settings import Settings
from bot.health import is_ready
from bot.ops.backup import backed_up
from bot.ops.retention import count_due, counted_until, held_in
from bot.ops.undelivered import give_up
from bot.web.pages.operating import Overview
from bot.wiring import Core


class Operating:
    """One server's. `states` tells how each platform stands."""

    def __init__(self, core: Core, states: Callable[[], Mapping[str, str]]) -> None:
        self._core = core
        self._states = states

    async def look(self) -> Overview:
        """Looks at all of it."""
        core, settings = self._core, self._core.settings
        counted = await counted_until(core)
        return Overview(
            today=core.clock.now().date(),
            undelivered=await core.undelivered.listed(),
            ready=await is_ready(core),
            states=self._states(),
            faults=core.faults.now(),
            late=(await core.ticks.late()).count,
            credentials=credentials(settings),
            held=await held_in(core),
            kept_days=core.partnership.retention.days_after_closing,
            due=await count_due(core, counted, held=False),
            due_held=await count_due(core, counted, held=True),
            backed_up=backed_up(settings),
        )

    async def send_again(self, ids: Sequence[str]) -> int:
        """Has these messages go out at once; without ids, all. Counts them."""
        count = await self._core.undelivered.send_again(ids, self._core.clock.now())
        self._core.courier.wake()
        return count

    async def give_up(self, ids: Sequence[str]) -> int:
        """Tries these no more, and moves their threads on. Counts them."""
        return await give_up(self._core, ids)


def credentials(settings: Settings) -> Mapping[str, date | None]:
    """Finds which are set, and on which day each ends, as far as somebody wrote that down."""
    ends = expiring(settings.expires)
    return {name: ends.get(name) for name in CREDENTIALS if _is_set(name, settings)}


def _is_set(name: str, settings: Settings) -> bool:
    value = getattr(settings, name.removeprefix("UPSTANDER_").lower())
    return bool(value.get_secret_value())

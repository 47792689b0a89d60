"""What waits sealed in the keyring: a thousand released at once, and ten thousand to try."""

import asyncio
import gc
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from itertools import repeat
from typing import Final

from sqlalchemy import insert

from storage.crypto.identity import ReturnAddress
from storage.keyring.store import RETURN, Keyring, new_ref
from storage.keyring.tables import ring, waiting
from storage.keyring.waiting import Waiting, WaitingRoom
from storage.keyring.waiting_rows import WAITING, ring_row, spelled
from tests.bench.growth import Held
from tests.bench.nudges import NAMES, Bench, Kind
from tests.core.anytown import CONCERN, MONDAY, Town, anytown, example
from tests.peers.transcript import buttons_of

THOUSAND: Final = 1_000
MANY: Final = 10_000
_BATCH: Final = 500
BODY: Final = {"what": "words", "text": "The plan was agreed, and nobody came. " * 40}
OTHER: Final = ReturnAddress("web:other", '{"channel":"D01"}', "en", "school", "", "anonymous")
PAGES: Final[dict[str, Callable[[Town], Awaitable[object]]]] = {
    "the list of what they raised": lambda town: town.does("leila", "mine.quiet"),
    "that, and then what waits": lambda town: _open(town, 0),
    "that, and then what is out": lambda town: _open(town, 1),
}
Deed = Callable[[], Awaitable[object]]


async def measured(bench: Bench, kind: Kind) -> None:
    """Measures both, and tells."""
    async with _town(bench, kind) as town:
        await _a_release(town, kind)
    async with _town(bench, kind) as town:
        await _among_many(town, kind, bench.rounds)


@asynccontextmanager
async def _town(bench: Bench, kind: Kind) -> AsyncIterator[Town]:
    busy = example().thresholds.model_copy(update={"raised_an_hour": 1_000_000})
    partnership = example().model_copy(update={"thresholds": busy})
    with bench.stores(kind) as (stores, folder):
        async with anytown(stores, folder, partnership=partnership) as town:
            yield town


async def _a_release(town: Town, kind: Kind) -> None:
    """A thousand at one set time; then a thousand messages to those who raised them."""
    named = await _seconds(lambda: _raised(town, {"how": "named"}))
    hidden = await _seconds(lambda: _raised(town, {"how": "anonymous", "release": "slot"}))
    watch = Held()
    watching = asyncio.ensure_future(watch.watch())
    town.clock.set(max(await town.waiting()))
    out = await _seconds(lambda: _all_due(town))
    watching.cancel()
    print(f"\n{THOUSAND:,} that waited enter main at once, on {NAMES[kind]}")
    print(f"  {THOUSAND:,} raised by name {named:6.1f} s; hidden {hidden:6.1f} s")
    print(f"  their release {out:6.1f} s, the loop is held {watch.longest:.0f} ms at the longest")
    print(f"  a release / raising it by name = {out / named:.2f} (aim: at most 1)", flush=True)


async def _raised(town: Town, answers: dict[str, str]) -> None:
    for _ in range(THOUSAND):
        await town.does("leila", "concern.send", "", {**CONCERN, **answers})


async def _all_due(town: Town) -> None:
    while await town.core.ticks.steps():
        pass


async def _seconds(deed: Deed) -> float:
    gc.collect()
    began = time.perf_counter()
    await deed()
    return time.perf_counter() - began


async def _among_many(town: Town, kind: Kind, rounds: int) -> None:
    """Trying ten thousand that wait beside ten thousand return rows; and somebody's pages then."""
    await town.raises("leila", how="anonymous", release="slot")
    town.clock.set(max(await town.waiting()))
    await _all_due(town)
    await town.raises("leila", how="anonymous", release="slot")
    keyring, room = town.core.keyring, WaitingRoom(town.core.keyring)
    mine = await keyring.mine(town.actor("leila").person)
    empty = await _pages(town, rounds)
    await _fill(keyring, RETURN)
    open_only = await _pages(town, rounds)
    await _fill(keyring, WAITING)
    tried = await _fastest(lambda: keyring.mine("web:nobody"), rounds)
    waits = await _fastest(lambda: room.of(mine), rounds)
    full = await _pages(town, rounds)
    turned = await _fastest(keyring.rotate, rounds)
    print(f"\nAmong {MANY:,} return rows and {MANY:,} that wait, on {NAMES[kind]}")
    print(f"  trying every return row {_ms(tried)}, trying all that waits {_ms(waits)}")
    print(f"  all that waits / every return row = {waits / tried:.2f} (aim: at most 1)")
    for name in PAGES:
        both = f"{_ms(open_only[name])} among return rows, {_ms(full[name])} among both"
        print(f"  {name:30} {_ms(empty[name])} alone, {both}")
    print(f"  turning the key of all of it {_ms(turned)}", flush=True)


async def _pages(town: Town, rounds: int) -> dict[str, float]:
    return {name: await _fastest(partial(page, town), rounds) for name, page in PAGES.items()}


async def _fastest(deed: Deed, rounds: int) -> float:
    """Seconds of the fastest of some, as the machine does other things too."""
    return min([await _seconds(deed) for _ in range(rounds)])


async def _fill(keyring: Keyring, kind: str) -> None:
    """Ten thousand rows of somebody else's."""
    identity, version = keyring.sealer
    pid, due = keyring.partnership_id, MONDAY + timedelta(days=7)
    for _ in range(0, MANY, _BATCH):
        refs = [new_ref() for _ in range(_BATCH)]
        if kind == RETURN:
            sealed = [identity.seal(ref, RETURN, version, OTHER) for ref in refs]
            rows = [
                ring_row(pid, *each) for each in zip(refs, repeat(RETURN), repeat(version), sealed)
            ]
            bodies = []
        else:
            both = [
                spelled(Waiting(ref, due, new_ref(), BODY), pid, identity, version) for ref in refs
            ]
            rows, bodies = [key for key, _ in both], [body for _, body in both]
        async with keyring.engine.begin() as connection:
            await connection.execute(insert(ring), rows)
            if bodies:
                await connection.execute(insert(waiting), bodies)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:7.1f} ms"


async def _open(town: Town, place: int) -> None:
    """Opens, of what leila raised hidden, what waits (it stands first) or what is out."""
    page = await town.does("leila", "mine.quiet")
    opens = [b for b in buttons_of(page.form) if b.verb == "mine.open"]
    await town.does("leila", "mine.open", opens[place].subject)

"""What grows with what is stored: the same partnership with a thousand threads, and a million.

Everybody's own lists are as long in both; what differs is what others raised, and it is closed.
python -m tests.bench --only growth [--rounds 5] [--stored 1000000] [--folder DIR]
"""

import asyncio
import gc
import statistics
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import text

from storage.engine.postgres import unhurried
from tests.bench.disk import where
from tests.bench.nudge_town import filled, rested
from tests.bench.nudges import NAMES, Bench, Kind
from tests.core.anytown import CONCERN, MONDAY, Town, anytown
from tests.peers import postgres

FEW: Final = 1000
OWN: Final = 12
"""So many concerns and referrals are open that leila raised, and that lie before the leads."""
MOST: Final = 1.2
HELD_MS: Final = 20
TIMES: Final = 5
"""Each is done so often in a round, and the fastest counts: the machine does other things too."""
REFERRAL: Final = {"kind": "other", "agency": "childrens-social-care", "what": "Please decide.",
                   "owner": "", "role": "lead", "anyway": "yes", "due": "2026-12-24",
                   "reference": "R-1"}  # fmt: skip
THEIRS: Final = {
    "thread": {"state": "'closed'", "raiser": "'web:' || substr(filler.id, 1, 2)",
               "agency": "'agency-' || substr(filler.id, 2, 1)"},
    "audience": {"person": "one.person || substr(filler.id, 1, 2)"},
    "thread_key": {}, "message": {}, "audit": {},
}  # fmt: skip
"""What stands in the rows of others' closed threads, beside their ids."""


async def _tick(town: Town) -> None:
    await town.core.ticks.steps()
    await town.core.ticks.deliver()


Deed = Callable[[Town], Awaitable[object]]
DEEDS: Final[dict[str, Deed]] = {
    "a person's own list": lambda town: town.does("leila", "mine"),
    "a lead's home": lambda town: town.does("grace", "mine"),
    "an empty tick": _tick,
    "the audit of an hour": lambda town: town.core.ticks.audit(),
}


@dataclass
class Held:
    """For how long its thread worked without the event loop coming round, at the longest, in ms."""

    longest: float = 0.0

    async def watch(self) -> None:
        """Looks again and again, as soon as it may."""
        last = time.thread_time()  # what other processes take is not for us to answer for
        while True:
            await asyncio.sleep(0)
            now = time.thread_time()
            self.longest = max(self.longest, (now - last) * 1000)
            last = now


async def _filled(town: Town, stored: int) -> None:
    """What is one's own, by hand; what is others', by the database itself."""
    for number in range(OWN):
        form = await town.does("leila", "concern")
        await form.fills({**CONCERN, "how": "named", "release": "now"})
        await (await town.does("leila", "referral")).fills(REFERRAL)
        town.clock.set(MONDAY + timedelta(hours=number + 1))  # not too many an hour
    await town.core.ticks.drain()
    town.clock.set(MONDAY + timedelta(hours=OWN + 1))
    async with town.core.engine.begin() as connection, unhurried(connection):
        like = await connection.scalar(text("SELECT id FROM thread WHERE command = 'concern'"))
        await filled(connection, str(like), stored - 2 * OWN, town.clock.now(), THEIRS)
    await rested(town)


async def _once(town: Town, deed: Deed) -> tuple[float, float]:
    """Seconds of the fastest of some, and milliseconds for which the loop was held by it."""
    took, held = [], []
    for _ in range(TIMES):
        gc.collect()
        watch = Held()
        watching = asyncio.ensure_future(watch.watch())
        await asyncio.sleep(0)
        began = time.perf_counter()
        await deed(town)
        took.append(time.perf_counter() - began)
        watching.cancel()
        held.append(watch.longest)
    return min(took), min(held)


async def grown(bench: Bench, kind: Kind) -> None:
    """Both sizes in turn, round after round."""
    async with AsyncExitStack() as stack:
        towns = []
        for stored in (FEW, bench.open_in_all):
            stores, folder = stack.enter_context(bench.stores(kind))
            town = await stack.enter_async_context(anytown(stores, folder))
            began = time.perf_counter()
            await _filled(town, stored)
            print(f"{stored:,} threads on {NAMES[kind]}: {time.perf_counter() - began:.0f} s")
            towns.append(town)
        for name, deed in DEEDS.items():
            rounds = [[await _once(town, deed) for town in towns] for _ in range(bench.rounds + 1)]
            few, many = ([each[n] for each in rounds[1:]] for n in range(2))
            less, more = (statistics.median(took for took, _ in each) for each in (few, many))
            held = statistics.median(held for _, held in many)
            print(
                f"  {name:22}{less * 1000:8.2f} ms {more * 1000:8.2f} ms  x {more / less:.2f} "
                f"(aim: {MOST})  the loop is held {held:.1f} ms (aim: {HELD_MS})",
                flush=True,
            )


async def everything(folder: Path, rounds: int, stored: int) -> None:
    """On both databases; aloud where one can't be measured here."""
    print(f"\nGrowth from {FEW:,} to {stored:,} threads: databases on {where(folder)}")
    with ExitStack() as stack:
        server = None
        if lacking := postgres.lacking():
            print(f"NOT MEASURED HERE: {lacking}")
        else:
            server = stack.enter_context(postgres.running(folder / "pg"))
        bench = Bench(folder, rounds, 0, stored, server)
        kinds: list[Kind] = ["sqlite", "postgres"] if server else ["sqlite"]
        for kind in kinds:
            await grown(bench, kind)

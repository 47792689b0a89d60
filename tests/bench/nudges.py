"""Nudges that fall due: claimed and settled by us, by APScheduler and by Procrastinate, in turns.

python -m tests.bench --only nudges [--rounds 5] [--many 1000] [--open 1000000] [--folder DIR]
"""

import argparse
import asyncio
import gc
import statistics
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from tests.bench.disk import where
from tests.bench.nudge_peers import Claims, Contestant, Jobs, Nudges, procrastinate_lacking, tasks
from tests.bench.nudge_replica import replica, rss_mb
from tests.bench.nudge_town import Due, threads_due_at, town_of
from tests.conftest import Stores
from tests.core.anytown import Town
from tests.peers import postgres

Kind = Literal["sqlite", "postgres"]
NAMES: Final[dict[Kind, str]] = {"sqlite": "SQLite", "postgres": "PostgreSQL"}
CLAIM: Final = "claim and settle"
NUDGE: Final = "the whole nudge"
MOST_DEARER: Final = 1.2
AIMS: Final = {"APScheduler": 10, "Procrastinate": 5}
"""How many times as fast we want to claim and settle."""
STORES: Final = ("main", "keyring")
AMONG: Final = 100_000
"""So many are open beside those that are due; Procrastinate has none."""
FEW: Final = 10_000
"""So many are open in the small partnership that the large one is held against."""


@dataclass
class Bench:
    """How much is measured, and where the databases are."""

    folder: Path
    rounds: int
    many: int
    open_in_all: int
    server: postgres.Postgres | None
    made: int = field(default=0)

    @contextmanager
    def stores(self, kind: Kind) -> Iterator[tuple[Stores, Path]]:
        """Two empty stores, and a folder for the keys."""
        self.made += 1
        folder = self.folder / f"{kind}-{self.made}"
        folder.mkdir()
        if kind == "sqlite":
            main, keyring = (f"sqlite+aiosqlite:///{folder / name}.db" for name in STORES)
            yield Stores(main, keyring, kind), folder
            return
        assert self.server is not None
        with self.server.database("main") as main, self.server.database("keyring") as keyring:
            yield Stores(main, keyring, kind), folder

    @asynccontextmanager
    async def town(self, kind: Kind, due: Due, open_in_all: int = 0) -> AsyncIterator[Town]:
        """A partnership of its own."""
        with self.stores(kind) as (stores, folder):
            async with town_of(stores, folder, due, self.many, open_in_all) as town:
                yield town


Times = dict[str, list[float]]


async def in_turn(contestants: Sequence[Contestant], rounds: int, many: int) -> Times:
    """Each in turn, round after round, so that what else the machine does hits all alike."""
    times: Times = defaultdict(list)
    for number in range(rounds + 1):
        for each in contestants:
            await each.ready(many)
            gc.collect()
            began = time.perf_counter()
            await each.run(many)
            if number:  # the first round warms up
                times[each.name].append(time.perf_counter() - began)
    return times


def ratio(slower: Sequence[float], faster: Sequence[float]) -> float:
    """How many times as long it takes: the median of what each round says."""
    return statistics.median(a / b for a, b in zip(slower, faster, strict=True))


async def beside_peers(bench: Bench, kind: Kind) -> None:
    """Claiming and settling, and the whole nudge, beside those who do nothing in a job."""
    due = Due(bench.rounds)
    async with AsyncExitStack() as stack:
        town = await stack.enter_async_context(bench.town(kind, due, AMONG))
        theirs, _ = stack.enter_context(bench.stores(kind))
        threads = await threads_due_at(town, due.never)
        contestants: list[Contestant] = [Claims(town, threads), Nudges(town, due)]
        jobs = Jobs(theirs.main_url)
        jobs.later(AMONG)
        contestants.append(jobs)
        if kind == "postgres" and procrastinate_lacking() is None:
            contestants.append(await stack.enter_async_context(tasks(theirs.main_url)))
        times = await in_turn(contestants, bench.rounds, bench.many)
    print(f"\n{bench.many:,} due among {AMONG:,}, on {NAMES[kind]}")
    print("\n".join((*_each(times, bench.many), *_ratios(times))), flush=True)
    if kind == "postgres" and (lacking := procrastinate_lacking()):
        print(f"  NOT MEASURED HERE: {lacking}")


def _each(times: Times, many: int) -> Iterator[str]:
    for name, took in times.items():
        each = statistics.median(took)
        yield f"  {name:44}{each * 1000:9.1f} ms {many / each:9,.0f}/s"


def _ratios(times: Times) -> Iterator[str]:
    claims, nudges, *peers = times
    for peer in peers:
        for ours, aim in ((claims, f" (aim: at least {AIMS[peer]})"), (nudges, "")):
            faster = ratio(times[peer], times[ours])
            yield f"  {peer}, with jobs that do nothing / {ours} = {faster:.1f}{aim}"


async def among_many(bench: Bench, kind: Kind) -> None:
    """The same tick among few that are open and among very many; and what memory it takes."""
    contestants: list[Contestant] = []
    async with AsyncExitStack() as stack:
        for number in (FEW, bench.open_in_all):
            due = Due(bench.rounds + 1)
            began = time.perf_counter()
            town = await stack.enter_async_context(bench.town(kind, due, number))
            took = time.perf_counter() - began
            print(f"\n{number:,} open on {NAMES[kind]}, made ready in {took:.0f} s")
            threads = await threads_due_at(town, due.never)
            among = f" among {number:,}"
            contestants += [Claims(town, threads, CLAIM + among), Nudges(town, due, NUDGE + among)]
        await in_turn(contestants, 0, bench.many)  # what making them ready held is let go
        held = [rss_mb()]
        times = await in_turn(contestants, bench.rounds, bench.many)
        held.append(rss_mb())
    print("\n".join(_each(times, bench.many)))
    few_claims, few_nudges, many_claims, many_nudges = times.values()
    aim = f" (aim: at most {MOST_DEARER})"
    print(f"  {NUDGE}: among many / among few = {ratio(many_nudges, few_nudges):.2f}{aim}")
    print(f"  {CLAIM}: among many / among few = {ratio(many_claims, few_claims):.2f}{aim}")
    print(f"  memory: {_since_warm(held)}", flush=True)


async def two_replicas(bench: Bench) -> None:
    """One process that takes what is due, and two that share it."""
    rounds = range(bench.rounds + 1)
    due = Due(2 * len(rounds))
    times: Times = {"one process": [], "two processes": []}
    async with AsyncExitStack() as stack:
        stores, folder = stack.enter_context(bench.stores("postgres"))
        await stack.enter_async_context(town_of(stores, folder, due, 2 * bench.many))
        both = [await stack.enter_async_context(replica(stores, folder)) for _ in range(2)]
        held: list[float] = []
        for number in rounds:
            for name, some in zip(times, (both[:1], both), strict=True):
                moment, began = due.next(), time.perf_counter()
                taken = await asyncio.gather(*(each.take(moment) for each in some))
                took = time.perf_counter() - began
                assert sum(taken) == 2 * bench.many, f"{taken} of {2 * bench.many}"
                if number:
                    times[name].append(took)
            held.append(both[0].rss_mb)  # it does nothing else
    print(f"\n{2 * bench.many:,} due, on PostgreSQL, {NUDGE}")
    print("\n".join(_each(times, 2 * bench.many)))
    print(f"  two processes are {ratio(*times.values()):.2f} times as fast as one")
    print(f"  memory of the first: {_since_warm(held)}", flush=True)


def _since_warm(held: Sequence[float]) -> str:
    return f"{held[0]:.0f} MB when warm, {held[-1] - held[0]:+.1f} MB since"


async def everything(folder: Path, rounds: int, many: int, open_in_all: int) -> None:
    """On both databases; aloud where one can't be measured here."""
    print(f"\nNudges: databases on {where(folder)}")
    with ExitStack() as stack:
        server = None
        if lacking := postgres.lacking():
            print(f"NOT MEASURED HERE: {lacking}")
        else:
            server = stack.enter_context(postgres.running(folder / "pg"))
        bench = Bench(folder, rounds, many, open_in_all, server)
        kinds: list[Kind] = ["sqlite", "postgres"] if server else ["sqlite"]
        for kind in kinds:
            await beside_peers(bench, kind)
        if server:
            await two_replicas(bench)
        for kind in kinds:
            await among_many(bench, kind)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be chosen beside the rounds and the folder."""
    parser.add_argument("--many", type=int, default=1000, help="how many nudges fall due at once")
    parser.add_argument("--open", type=int, default=1_000_000, help="among how many they do so")

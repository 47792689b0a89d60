"""What staying hidden costs: from request to acknowledgement, beside the same by name; a release of
a thousand; and a person's own pages while ten thousand things wait.

python -m tests.bench --only hidden [--rounds 5] [--before TREE] [--folder DIR]
"""

import asyncio
import statistics
from collections import defaultdict
from collections.abc import Iterator
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Final

import aiohttp

from prompts.words import say, speak
from tests.bench import waiting
from tests.bench.apps import STAFF, lean_slack
from tests.bench.client import Timing, request, timed
from tests.bench.disk import where
from tests.bench.forms import Forms
from tests.bench.nudges import NAMES, Bench, Kind
from tests.conftest import Stores
from tests.drill.server import Process, upstander
from tests.peers import postgres

WAYS: Final = {
    "by name": {"how": "named"},
    "in confidence": {"how": "confidence"},
    "anonymous, at once": {"how": "anonymous"},
    "anonymous, soon": {"how": "anonymous", "release": "soon"},
}
"""What waits for a set time takes the same path as what goes out soon."""
SHAPES: Final = {"one at a time": (40, 1), "32 at a time": (128, 32)}
EXPECTED: Final = speak(say("concern-sent-title"), "en").encode()
MOST: Final = 1.5


@dataclass
class Contestant:
    """A server, of this code or of earlier code, that is sent concerns in every way."""

    name: str
    server: Process
    times: dict[tuple[str, str], list[Timing]] = field(default_factory=lambda: defaultdict(list))

    def median_ms(self, shape: str, way: str) -> float:
        """The median of all requests of all rounds."""
        return statistics.median(t for some in self.times[shape, way] for t in some.each) * 1000

    def ratio(self, shape: str, way: str) -> float:
        """How many times as long it takes as by name: the median of what each round says."""
        both = zip(self.times[shape, way], self.times[shape, "by name"], strict=True)
        return statistics.median(
            statistics.median(some.each) / statistics.median(named.each) for some, named in both
        )


def _contestants(
    folder: Path, slack: str, stores: list[Stores], before: Path | None
) -> Iterator[Contestant]:
    for name, there, tree in zip(("now", "before"), stores, (None, before), strict=False):
        (own := folder / name).mkdir()
        server = upstander(own, slack, there.main_url, there.keyring_url)
        if tree is not None:
            server.tree, server.metrics_port = tree.resolve(), server.port
        yield Contestant(name, server)


async def _measured(contestants: list[Contestant], forms: Forms, rounds: int) -> None:
    """Each in every way in turn, round after round."""
    staff = cycle(STAFF)
    async with aiohttp.ClientSession() as http:
        for number in range(rounds + 1):
            for shape, (many, at_once) in SHAPES.items():
                for way, answers in WAYS.items():
                    for each in contestants:
                        bodies = (
                            forms.sent("concern", next(staff), **answers) for _ in range(many)
                        )
                        requests = [request(each.server.port, body) for body in bodies]
                        timing = await timed(each.server.port, requests, at_once, EXPECTED)
                        await _quiet(http, each.server.watch)
                        if number:  # the first round warms up
                            each.times[shape, way].append(timing)


async def _quiet(http: aiohttp.ClientSession, watch: str) -> None:
    """Waits until a server has delivered what it took, so that it leaves the others alone."""
    async with asyncio.timeout(60):
        while True:
            async with http.get(f"{watch}/readyz") as answer:
                if not (await answer.json())["outbox_waiting"]:
                    return
            await asyncio.sleep(0.05)


def _told(contestants: list[Contestant]) -> Iterator[str]:
    for shape in SHAPES:
        yield f"  {shape:24}" + "".join(f"{each.name:>26}" for each in contestants)
        for way in WAYS:
            cells = (
                f"{each.median_ms(shape, way):8.2f} ms x {each.ratio(shape, way):.2f}"
                for each in contestants
            )
            yield f"    {way:22}" + "".join(f"{cell:>26}" for cell in cells)
    now = contestants[0]
    slowest = max(now.ratio("one at a time", way) for way in WAYS)
    yield f"  hidden / by name, one at a time: at most {slowest:.2f} (aim: at most {MOST})"


async def beside_named(bench: Bench, kind: Kind, before: Path | None) -> None:
    """From request to acknowledgement, by name and hidden."""
    async with AsyncExitStack() as stack:
        made = [stack.enter_context(bench.stores(kind)) for _ in range(2 if before else 1)]
        stores, folder = [there for there, _ in made], made[0][1]
        slack = await stack.enter_async_context(lean_slack())
        contestants = list(_contestants(folder, slack, stores, before))
        for each in contestants:
            stack.push_async_callback(each.server.stop)
            await each.server.start()
        await _measured(contestants, Forms(folder), bench.rounds)
    print(f"\nA concern until it is acknowledged, and / by name, on {NAMES[kind]}")
    print("\n".join(_told(contestants)), flush=True)


async def everything(folder: Path, rounds: int, before: Path | None) -> None:
    """On both databases; aloud where one can't be measured here."""
    print(f"\nStaying hidden: databases on {where(folder)}")
    with ExitStack() as stack:
        server = None
        if lacking := postgres.lacking():
            print(f"NOT MEASURED HERE: {lacking}")
        else:
            server = stack.enter_context(postgres.running(folder / "pg"))
        bench = Bench(folder, rounds, 0, 0, server)
        kinds: list[Kind] = ["sqlite", "postgres"] if server else ["sqlite"]
        for kind in kinds:
            await beside_named(bench, kind, before)
            await waiting.measured(bench, kind)

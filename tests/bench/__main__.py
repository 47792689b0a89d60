"""`make bench`: the product beside two bare Bolt apps that store nothing, and beside the floor,
taking turns; nudges that fall due beside APScheduler and Procrastinate; a thousand answers to one
round; what staying hidden costs; what grows with what is stored; reading, and showing, what 250
agencies are in; how far it is on a lead's page to what presses; and signing in.

python -m tests.bench [--only requests|hidden|keyring|nudges|rounds|cards|growth|loading|many|desk
                               |web] [--rounds 5] [--before TREE] [--stored 1000000] [--folder DIR]
"""

import argparse
import asyncio
import statistics
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path

import aiohttp

from tests.bench import cards, desk, growth, hidden, loading, many, nudges, rounds, web
from tests.bench.apps import STAFF, App, four, lean_slack
from tests.bench.client import Timing, timed
from tests.bench.disk import where
from tests.bench.keyring import trial_opening_and_turning

SHAPES = {
    "submission, one at a time": (App.concerns, 60, 1, "concern-sent-title"),
    "submission, 64 at a time": (App.concerns, 256, 64, "concern-sent-title"),
    "/concern, one at a time": (App.concern_typed, 60, 1, ""),
    "/concern, 64 at a time": (App.concern_typed, 256, 64, ""),
    "a challenge, one at a time": (App.challenges, 60, 1, "challenge-sent-title"),
    "a challenge, 64 at a time": (App.challenges, 256, 64, "challenge-sent-title"),
    "/challenge, one at a time": (App.challenge_typed, 60, 1, ""),
    "/challenge, 64 at a time": (App.challenge_typed, 256, 64, ""),
}
"""What is sent, how many in a round, over how many connections, and the words it is taken with."""
Timings = dict[str, dict[str, list[Timing]]]


async def measured(apps: list[App], rounds: int) -> Timings:
    """Every app in turn, round after round, so that what else the machine does hits all alike."""
    timings: Timings = {shape: defaultdict(list) for shape in SHAPES}
    for turn in range(rounds + 1):
        for shape, (make, number, at_once, words) in SHAPES.items():
            for app in (app for app in apps if shape.startswith(app.only)):
                expected = app.answer_to(words) if words else b""
                timing = await _one(app, make, number, at_once, expected)
                if turn:  # the first round warms up
                    timings[shape][app.name].append(timing)
    return timings


async def _one(
    app: App, make: Callable[[App, int], list[bytes]], number: int, at_once: int, expected: bytes
) -> Timing:
    timing = await timed(app.server.port, make(app, number), at_once, expected)
    async with asyncio.timeout(60), aiohttp.ClientSession() as http:
        while not await app.quiet(http):
            await asyncio.sleep(0.05)
    return timing


def median_ms(timings: list[Timing]) -> float:
    """The median of all requests of all rounds."""
    return statistics.median(t for timing in timings for t in timing.each) * 1000


def per_second(timings: list[Timing]) -> float:
    """The median round's throughput."""
    return statistics.median(len(timing.each) / timing.whole for timing in timings)


def told(apps: list[App], timings: Timings) -> list[str]:
    """The table, and the ratios we aim at."""
    lines = [f"{'':28}" + "".join(f"{app.name:>28}" for app in apps)]
    for shape, by_app in timings.items():
        cells = (_cell(by_app.get(app.name)) for app in apps)
        lines.append(f"{shape:28}" + "".join(f"{cell:>28}" for cell in cells))
    lines.append(f"{'start to ready':28}" + "".join(f"{app.started:26.2f} s" for app in apps))
    lines.append(f"{'resident memory':28}" + "".join(f"{app.rss:25.0f} MB" for app in apps))
    return [*lines, "", *_ratios(apps, timings)]


def _cell(timings: list[Timing] | None) -> str:
    return f"{median_ms(timings):9.2f} ms {per_second(timings):8.0f}/s" if timings else "-"


def _ratios(apps: list[App], timings: Timings) -> list[str]:
    lines = []
    ours, default, before, floor = (app.name for app in apps)
    concern = timings["submission, one at a time"]
    times = median_ms(concern[ours]) / median_ms(concern[floor])
    lines.append(f"a concern / the floor, one at a time = {times:.1f} (aim: at most 5)")
    for what in ("submission", "/concern", "a challenge", "/challenge"):
        one, many = timings[f"{what}, one at a time"], timings[f"{what}, 64 at a time"]
        slower = median_ms(one[ours]) / median_ms(one[default])
        faster = max((default, before), key=lambda name: per_second(many[name]))
        share = per_second(many[ours]) / per_second(many[faster])
        aims = (
            (" (aim: at most 0.45)", " (aim: at least 0.25)") if what == "submission" else ("", "")
        )
        lines.append(
            f"{what}: median at one at a time / the default runner's = {slower:.2f}{aims[0]}"
        )
        lines.append(f"{what}: throughput at 64 / the faster bare app's = {share:.2f}{aims[1]}")
    return lines


async def compared(folder: Path, rounds: int) -> None:
    """All of them up, measured in turn, and told."""
    async with AsyncExitStack() as stack:
        apps = four(folder, await stack.enter_async_context(lean_slack()))
        for app in apps:
            stack.push_async_callback(app.server.stop)
            app.started = await app.server.start()
        async with aiohttp.ClientSession() as http:
            await apps[0].forms.draft(http, apps[0].server.url, STAFF[0])
        timings = await measured(apps, rounds)
        print(f"\nDatabases on {where(folder)}")
        print("\n".join(told(apps, timings)), flush=True)


async def main() -> None:
    """The whole bench."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="where the databases go, before memory")
    parser.add_argument("--only", choices=PARTS, help="one part of it")
    parser.add_argument("--stored", type=int, default=1_000_000, help="threads there are at most")
    parser.add_argument("--before", type=Path, help="a checkout of old code, measured beside ours")
    nudges.add_arguments(parser)
    arguments = parser.parse_args()
    for name, part in PARTS.items():
        if arguments.only in (None, name):
            await part(arguments)


async def _requests(arguments: argparse.Namespace) -> None:
    places = (arguments.folder, *((MEMORY,) if MEMORY.is_dir() else ()))
    for place in places:
        with _folder(place) as folder:
            await compared(folder, arguments.rounds)


async def _hidden(arguments: argparse.Namespace) -> None:
    # In memory, as the nudges: what the disk takes is told with what people raise.
    place = arguments.folder or (MEMORY if MEMORY.is_dir() else None)
    with _folder(place) as folder:
        await hidden.everything(folder, arguments.rounds, arguments.before)


async def _keyring(arguments: argparse.Namespace) -> None:
    with _folder(arguments.folder) as folder:
        print("\n" + await trial_opening_and_turning(folder), flush=True)


async def _nudges(arguments: argparse.Namespace) -> None:
    # In memory: on a disk the others would wait for it a thousand times as often as we do.
    place = arguments.folder or (MEMORY if MEMORY.is_dir() else None)
    with _folder(place) as folder:
        await nudges.everything(folder, arguments.rounds, arguments.many, arguments.open)


async def _rounds(arguments: argparse.Namespace) -> None:
    # In memory, as the nudges: what the disk takes is told with what people raise.
    place = arguments.folder or (MEMORY if MEMORY.is_dir() else None)
    with _folder(place) as folder:
        await rounds.everything(folder, arguments.rounds)


async def _cards(arguments: argparse.Namespace) -> None:
    print("\n" + cards.told(arguments.rounds), flush=True)


async def _growth(arguments: argparse.Namespace) -> None:
    with _folder(arguments.folder) as folder:
        await growth.everything(folder, arguments.rounds, arguments.stored)


async def _many(arguments: argparse.Namespace) -> None:
    print("\n" + many.told(arguments.rounds), flush=True)


async def _loading(arguments: argparse.Namespace) -> None:
    with _folder(arguments.folder) as folder:
        print("\n" + loading.told(folder, arguments.rounds), flush=True)


async def _desk(arguments: argparse.Namespace) -> None:
    with _folder(arguments.folder) as folder:
        print("\n" + await desk.told(folder), flush=True)


async def _web(arguments: argparse.Namespace) -> None:
    with _folder(arguments.folder) as folder:
        print("\n" + await web.told(folder, arguments.rounds), flush=True)


@contextmanager
def _folder(place: Path | None) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="upstander-bench-", dir=place) as folder:
        yield Path(folder)


MEMORY = Path("/dev/shm")
PARTS = {
    "requests": _requests,
    "hidden": _hidden,
    "keyring": _keyring,
    "nudges": _nudges,
    "rounds": _rounds,
    "cards": _cards,
    "growth": _growth,
    "loading": _loading,
    "many": _many,
    "desk": _desk,
    "web": _web,
}


if __name__ == "__main__":
    asyncio.run(main())

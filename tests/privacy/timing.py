"""How long what was done takes, watched so often that what differs by little would be seen.

By the clock on the wall, as an attacker sees it, and by the processor's of this process, which
shows far less on a machine that does other things too. Ranks are compared: some moments are long.
"""

import gc
from collections.abc import Awaitable, Callable, Mapping, Sequence
from itertools import combinations
from math import sqrt
from random import Random
from time import perf_counter_ns, process_time_ns

CLOCKS = {"wall": perf_counter_ns, "processor": process_time_ns}
Took = dict[str, list[int]]
"""How long each took, in nanoseconds, by what it was."""
Do = Callable[[str], Awaitable[object]]
"""Does what is watched, with one code."""

FOUND = 54_000
"""Nanoseconds: by so much a closed code took longer, seen at z = 7.5 in 4,180 watched."""
LIMIT = 3.0
SURE = LIMIT + 1.645
"""Where something lies here, it is beyond the limit in 95 of 100 trials."""


async def watched(kinds: Mapping[str, Sequence[str]], do: Do, times: int) -> dict[str, Took]:
    """Does it so often with codes of each kind, in random order; gives how long, by each clock."""
    chance = Random(13)
    turns = [kind for kind in kinds for _ in range(times)]
    chance.shuffle(turns)
    took: dict[str, Took] = {clock: {kind: [] for kind in kinds} for clock in CLOCKS}
    for kind in turns[:200]:
        await do(kinds[kind][0])
    gc.disable()
    try:
        for number, kind in enumerate(turns):
            code = chance.choice(kinds[kind])
            began = [read() for read in CLOCKS.values()]
            await do(code)
            ended = [read() for read in CLOCKS.values()]
            for clock, start, end in zip(CLOCKS, began, ended, strict=True):
                took[clock][kind].append(end - start)
            if number % 1000 == 0:
                gc.collect()
    finally:
        gc.enable()
    return took


def z(one: Sequence[float], other: Sequence[float]) -> float:
    """By how many standard errors the ranks of one lie above those of the other."""
    n, m = len(one), len(other)
    both = sorted([(value, True) for value in one] + [(value, False) for value in other])
    ranks = sum(rank for rank, (_, is_one) in enumerate(both, 1) if is_one)
    return (ranks - n * (n + m + 1) / 2) / sqrt(n * m * (n + m + 1) / 12)


def least_seen(one: Sequence[int], other: Sequence[int]) -> int:
    """The shortest delay, in nanoseconds, that would have been seen if one had had it."""
    low, high = 0, 1_000_000
    while high - low > 100:
        middle = (low + high) // 2
        seen = z([value + middle for value in one], other) - z(one, other) >= SURE
        low, high = (low, middle) if seen else (middle, high)
    return high


def told_apart(took: Took) -> dict[str, float]:
    """Every two kinds, and how far apart they are."""
    return {f"{a} {b}": z(took[a], took[b]) for a, b in combinations(took, 2)}


def report(what: str, took: Took) -> str:
    """One line: how far apart any two are, and what would have been seen."""
    apart = ", ".join(f"{pair} z = {far:+.2f}" for pair, far in told_apart(took).items())
    seen = max(least_seen(took[a], took[b]) for a, b in combinations(took, 2))
    many = len(next(iter(took.values())))
    return f"{what}, {many:,} each: {apart}; {seen / 1000:.0f} µs would have been seen"

"""How often what falls by chance is watched: in `make drill`; a quarter as often elsewhere.

Of 200 guesses between two, somebody who is right 65 times of 100 is noticed in 95 runs of 100; of
50, somebody who is right 80 times of 100 is noticed in 97. Twice running, as the tests ask before
they fail, in 91 and in 94.
"""

import os
from collections.abc import Sequence
from typing import Final

FULL: Final = os.environ.get("UPSTANDER_TESTS_FULL") == "1"
LEAST: Final = 15


def times(full: int) -> int:
    """So many, or a quarter of it, though not fewer than `LEAST`."""
    return full if FULL else max(full // 4, min(full, LEAST))


def interval(chances: Sequence[float]) -> tuple[int, int]:
    """How many of guesses that are right with these chances come true, 99 times of 100."""
    spread = [1.0]
    for chance in chances:
        missed = [p * (1 - chance) for p in spread] + [0.0]
        hit = [0.0] + [p * chance for p in spread]
        spread = [a + b for a, b in zip(missed, hit, strict=True)]
    return _quantile(spread, 0.005), _quantile(spread, 0.995)


def _quantile(spread: Sequence[float], share: float) -> int:
    total = 0.0
    for number, part in enumerate(spread):
        total += part
        if total >= share:
            return number
    return len(spread) - 1

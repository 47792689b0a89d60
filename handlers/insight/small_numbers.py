"""What of a question's counts may be shown, so that nobody can work out a small one.

A count below the least is hidden, and so is nought: that nobody did something tells of everybody.
What is shown is rounded. A total is shown beside its parts, so hidden parts could be worked out of
the rest: at least two are hidden together, and together they are no small number either. Which go
along with a small one is a matter of their place and never of their size, or it would tell of it.
"""

from collections.abc import Sequence
from typing import Final

TO: Final = 5
"""Counts are rounded to the nearest of these."""
OFF: Final = TO // 2
"""So far may a count lie from what is shown of it, up or down."""

Hidden = int | None
"""A rounded count, or None for one that isn't shown."""


def shown(count: int, least: int) -> Hidden:
    """Rounds a count, or hides it."""
    return None if count < least else (count + OFF) // TO * TO


def shown_parts(counts: Sequence[int], together: Sequence[int], least: int) -> list[Hidden]:
    """Says what is shown of parts that add up to a total, which is shown too.

    `together` gives the number of the group of each part: a group is shown whole or not at all.
    """
    total = sum(counts)
    if total < least:
        return [None] * len(counts)
    small = {group for group, count in zip(together, counts, strict=True) if count < least}
    if not _is_safe(counts, together, small, least):
        small = set(together)
    return [
        None if group in small else shown(count, least)
        for group, count in zip(together, counts, strict=True)
    ]


def _is_safe(counts: Sequence[int], together: Sequence[int], small: set[int], least: int) -> bool:
    """Tells whether what is hidden can't be told from nothing, nor its parts from each other."""
    if not small:
        return True
    open_to_all = [c for group, c in zip(together, counts, strict=True) if group not in small]
    if len(counts) - len(open_to_all) < 2:
        return False
    rest = sum((count + OFF) // TO * TO + OFF for count in open_to_all)
    return (sum(counts) + OFF) // TO * TO - OFF - rest >= least

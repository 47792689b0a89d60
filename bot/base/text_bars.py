"""Bars made of signs, for platforms that draw none. Words always stand beside them."""

from prompts.shapes import Bar

LONGEST = 10
"""Signs in a bar that stands for everybody: few, since some screen readers read out each."""
_NOW, _BEFORE = "█", "▀"


def bars(row: Bar, whole: int) -> tuple[str, str]:
    """Draws a row's bar, and one half as thick for the time before. Nobody is no bar."""
    return _drawn(_NOW, row.count, whole), _drawn(_BEFORE, row.before or 0, whole)


def _drawn(sign: str, count: int, whole: int) -> str:
    # A single answer among many is still seen.
    return sign * max(round(LONGEST * count / whole), min(count, 1))

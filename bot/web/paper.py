"""Codes on paper, with their QR codes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

import segno

from bot.web.alone import PAUSE

SHEET: Final = f"{PAUSE}/sheet"
QUIET: Final = 4
"""Light modules around a QR code, without which cameras may not find it."""


@dataclass(frozen=True)
class Ticket:
    """One code to be cut out, with its QR code as a path of dark modules."""

    code: str = field(repr=False)
    side: int
    path: str = field(repr=False)


def ticket(code: str, origin: str) -> Ticket:
    """A code with the QR code that opens its page, already filled in, at this origin."""
    qr = segno.make(f"{origin}{PAUSE}?code={code}", error="m", micro=False)
    side = len(qr.matrix) + 2 * QUIET
    return Ticket(code, side, "".join(_runs(qr.matrix)))


def _runs(matrix: tuple[bytearray, ...]) -> Iterator[str]:
    """Dark modules side by side are drawn as one, so that no hairlines show between them."""
    for y, row in enumerate(matrix, QUIET):
        x = QUIET
        for dark, modules in groupby(row):
            wide = len(list(modules))
            if dark:
                yield f"M{x} {y}h{wide}v1h-{wide}z"
            x += wide

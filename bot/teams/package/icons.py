"""The app's two icons, drawn here so that no picture has to be kept: somebody who stands up."""

import struct
import zlib
from collections.abc import Callable

Pixel = tuple[int, int, int, int]

TEAL: Pixel = (15, 92, 104, 255)
WHITE: Pixel = (255, 255, 255, 255)
CLEAR: Pixel = (255, 255, 255, 0)


def color() -> bytes:
    """Draws the icon in colour, 192 by 192."""
    return _png(192, lambda x, y: WHITE if _person(x, y) else TEAL)


def outline() -> bytes:
    """Draws the icon 32 by 32, white on nothing, as Teams wants it."""
    return _png(32, lambda x, y: WHITE if _person(x, y) else CLEAR)


def _person(x: float, y: float) -> bool:
    # A head, and shoulders below it; both in a square from 0 to 1.
    head = (x - 0.5) ** 2 + (y - 0.32) ** 2 <= 0.13**2
    shoulders = 0.5 <= y <= 0.8 and ((x - 0.5) / 0.27) ** 2 + ((y - 0.8) / 0.3) ** 2 <= 1
    return head or shoulders


def _png(size: int, pixel: Callable[[float, float], Pixel]) -> bytes:
    middle = [(step + 0.5) / size for step in range(size)]
    rows = b"".join(b"\0" + b"".join(bytes(pixel(x, y)) for x in middle) for y in middle)
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

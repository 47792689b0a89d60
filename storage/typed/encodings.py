"""The bytes of a file as text, in whichever way a spreadsheet program of this country wrote it."""

import re
from typing import Final, Literal

Why = Literal["workbook", "utf16", "not-utf8"]

_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_BY_MARK: Final = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LOOKED_AT: Final = 1000
"""Bytes at the beginning, by which UTF-16 without its mark is told."""
_UTF8: Final = re.compile(rb"[\xc3-\xf4][\x80-\xbf]")
_NOT_WINDOWS: Final = re.compile(r"[ƒ„†‡ˆ‰‹›˜‚]|\w[€™•“”]\w")
"""What accents from a Mac or from MS-DOS look like, read as Windows-1252."""


class UnreadableError(ValueError):
    """The file isn't text as spreadsheets write it: save it anew as CSV."""

    def __init__(self, why: Why, line: int = 0) -> None:
        super().__init__(why)
        self.why = why
        self.line = line


def decoded(data: bytes) -> str:
    """Reads UTF-8, UTF-16, UTF-32 or Windows-1252. Raises UnreadableError for anything else."""
    if data.startswith(_WORKBOOKS):
        raise UnreadableError("workbook")
    if encoding := _wide(data):
        try:
            return data.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            raise UnreadableError("utf16") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        windows = _windows(data)
        if windows is not None:
            return windows
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError("not-utf8", line) from None


def _wide(data: bytes) -> str:
    """Finds UTF-16 or 32 by its mark, or by plain letters: every other byte is nought."""
    for mark, encoding in _BY_MARK:
        if data.startswith(mark):
            return encoding
    first = data[:_LOOKED_AT]
    if first.count(0) * 3 <= len(first):
        return ""
    return "utf-16-be" if first[::2].count(0) > first[1::2].count(0) else "utf-16-le"


def _windows(data: bytes) -> str | None:
    """Reads Windows-1252, as Excel writes CSV here, where it can be nothing else."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return None if _UTF8.search(data) or _NOT_WINDOWS.search(text) else text

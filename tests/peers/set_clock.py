"""A machine whose clock somebody sets while a program runs on it: libfaketime, where there is one.

Only that program sees it. Its steady clock goes on, as a real machine's does.
"""

import time
from dataclasses import dataclass
from pathlib import Path


def lacking() -> str | None:
    """Why no clock can be set here, or None."""
    if not _library():
        return "no libfaketime: set clocks are left out (Debian's package faketime has it)"
    return None


def _library() -> str:
    return next(map(str, Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")), "")


@dataclass
class SetClock:
    """The clock of one program, so many seconds ahead of this machine's."""

    file: Path
    ahead: int = 0

    def __post_init__(self) -> None:
        """Sets it for the first time."""
        self.set(self.ahead)

    @property
    def settings(self) -> dict[str, str]:
        """The environment in which a program goes by it."""
        return {
            "LD_PRELOAD": _library(),
            "FAKETIME_TIMESTAMP_FILE": str(self.file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }

    def set(self, ahead: int) -> None:
        """Somebody sets it, at once."""
        self.ahead = ahead
        whole = self.file.with_suffix(".new")
        whole.write_text(f"{ahead:+d}", "utf-8")
        whole.replace(self.file)

    def now(self) -> float:
        """Tells the moment it is by it."""
        return time.time() + self.ahead

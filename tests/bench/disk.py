"""What the disk itself takes, so that a reader can tell it from what we take."""

import os
import statistics
import time
from pathlib import Path

PAGE = b"\0" * 4096


def fsync_ms(folder: Path, times: int = 50) -> float:
    """Appending a page and waiting until it is on the disk, in milliseconds."""
    took = []
    with (folder / "fsync").open("wb", buffering=0) as file:
        for _ in range(times):
            began = time.perf_counter()
            file.write(PAGE)
            os.fdatasync(file.fileno())
            took.append(time.perf_counter() - began)
    return statistics.median(took) * 1000


def where(folder: Path) -> str:
    """What kind of disk a folder is on, and what it takes to write there."""
    memory = "memory (/dev/shm)" if folder.is_relative_to("/dev/shm") else "disk"
    return f"{memory}: writing a page and fsync takes {fsync_ms(folder):.2f} ms there (median)"

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

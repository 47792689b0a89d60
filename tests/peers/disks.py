"""Disks so small that they fill, where one can be mounted."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory


@cache
def lacking() -> str | None:
    """Why no small disk can be made here, or None."""
    why = "no disk that fills: what needs one is left out (it is mounted by root)"
    if os.geteuid() != 0 or shutil.which("mount") is None:
        return why
    with TemporaryDirectory() as folder:
        try:
            with small_disk(Path(folder) / "disk"):
                return None
        except (OSError, subprocess.CalledProcessError):
            return why


@contextmanager
def small_disk(folder: Path, megabytes: int = 3) -> Iterator[Path]:
    """A disk of a few megabytes, for the length of a `with`."""
    folder.mkdir()
    how = f"size={megabytes}m,mode=755"
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", how, "small", str(folder)],
        check=True,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(path: Path) -> None:
    """Writes until not a byte is left."""
    with suppress(OSError), path.open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass

"""Reading a file of 250 agencies, and how much longer ruamel alone would take: seconds of CPU."""

import time
from pathlib import Path
from typing import Final

from ruamel.yaml import YAML

from storage.partnership.loading import read_partnership
from tests.bench.large_town import large_town

AGENCIES: Final = 250
AIM: Final = 0.3


def told(folder: Path, rounds: int) -> str:
    """The fastest of some rounds of each, in turn."""
    file = folder / "partnership.yaml"
    file.write_text(large_town(AGENCIES), "utf-8")
    ours, careful = [], []
    for _ in range(rounds):
        began = time.process_time()
        assert len(read_partnership(file).agencies) == AGENCIES
        read = time.process_time()
        YAML(typ="rt").load(file.read_text("utf-8"))
        ours.append(read - began)
        careful.append(time.process_time() - read)
    return (
        f"A file of {AGENCIES} agencies, read and checked: {min(ours):.3f} s (aim: {AIM}); "
        f"YAML with positions alone: {min(careful):.3f} s"
    )

"""The table of who holds something and leaves is what happens, on every platform alike."""

from pathlib import Path

import pytest

from tests.conftest import Stores
from tests.handlers.people.story import PLATFORMS, Where
from tests.handlers.people.table import PAGE, WHO, rows_of, written


@pytest.mark.parametrize(
    "where", [PLATFORMS[0], *(pytest.param(p, marks=pytest.mark.thorough) for p in PLATFORMS[1:])]
)
@pytest.mark.parametrize("who", WHO)
async def test_what_is_written_is_what_happens(
    who: str, where: Where, sqlite_stores: Stores, tmp_path: Path
) -> None:
    rows = await rows_of(who, where, sqlite_stores, tmp_path / "told")
    lines = [line for line in written(rows).splitlines() if line.startswith(f"| {who} |")]
    there = {line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("|")}
    for line in lines:
        before, after = line.split(f"| {where} |")
        assert any(
            row.startswith(before) and row.endswith(after) and where in row for row in there
        ), line

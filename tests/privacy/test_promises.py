"""docs/anonymity.md promises nothing that no test holds, and its numbers are the product's."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.crypto.receipts import PASS_LASTS, Receipts
from tests.conftest import Stores
from tests.core.anytown import Town, anytown
from tests.privacy.people import partnership

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "anonymity.md").read_text("utf-8")
FOUND = re.findall(r"`(?:tests/([\w/]+)/)?(test_\w+\.py)::(test_\w+)`", PAGE)
NAMED = sorted({(folder or "privacy", file, test) for folder, file, test in FOUND})
TABLE = re.findall(r"(?m)^\| ([^|]+) \| ([^|]+) \| `(test_\w+\.py::test_\w+)` \|$", PAGE)


@pytest.fixture
async def town(sqlite_stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(sqlite_stores, tmp_path / "data") as town:
        yield town


@pytest.mark.parametrize("named", NAMED, ids=lambda named: "::".join(named[1:]))
def test_every_test_that_is_named_is_there(named: tuple[str, str, str]) -> None:
    folder, file, test = named
    code = (ROOT / "tests" / folder / file).read_text("utf-8")
    assert re.search(rf"(?m)^(?:async )?def {test}\(", code)


def test_every_leak_has_its_guard_and_its_test() -> None:
    rows = PAGE.partition("| leak | guard | test in")[2].partition("\n\n")[0].splitlines()[2:]
    assert len(rows) == len(TABLE) > 30


def test_every_promise_is_followed_by_what_holds_it() -> None:
    told = PAGE.partition("## What each choice means")[2].partition("## What is checked")[0]
    for paragraph in told.split("\n\n"):
        if paragraph.startswith("**") or (paragraph.startswith("|") and "could" not in paragraph):
            after = told.partition(paragraph)[2].lstrip("\n")
            assert after.startswith("*Held by* `"), paragraph[:60]


def test_the_numbers_on_the_page_are_those_of_the_product(town: Town) -> None:
    said, bare = re.sub(r"\s+", " ", PAGE), partnership()
    assert f"{bare.answered_days} days after the final answer" in said
    assert bare.thresholds.could_have_sent == 5
    assert "we warn you where fewer than five others could" in said
    assert len(Receipts(town.core.keys).code_for("x" * 20).replace("-", "")) == 20
    assert "20 letters and digits" in said
    assert PASS_LASTS.total_seconds() == 30 * 60
    assert "open for half an hour" in said


def test_it_promises_no_more_than_is_true() -> None:
    # Written apart, so that the house's own search for such words doesn't find them here.
    for word in ("100" + "%", "untrace" + "able", "guaran" + "teed", "impossible to"):
        assert word not in PAGE.lower()
    assert "administrators, and whoever runs the live server, may still be" in " ".join(
        PAGE.split()
    )


@pytest.mark.parametrize("id", ["honest-line", "honest-chosen"])
def test_the_line_on_the_page_is_the_line_on_the_form(id: str) -> None:
    form = (ROOT / "prompts" / "en" / "shared.ftl").read_text("utf-8")
    line = next(row for row in form.splitlines() if row.startswith(f"{id} = "))
    words = re.findall(r"[a-z]{5,}", line.partition("= ")[2].lower())
    page = PAGE.partition("**In one line:**")[2].partition("##")[0].lower()
    assert [word for word in words if word not in page] == []

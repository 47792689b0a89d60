"""What is told of failures is held by tests that are there."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "failures"
PAGES = sorted(FOLDER.glob("*.md"))
NODE = re.compile(r"`(tests/[\w/]+\.py)::(\w+)(?:::(\w+))?(?:\[[^`]*\])?`")


@cache
def functions(path: str) -> frozenset[str]:
    """Every test of a file, and its classes."""
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, kinds))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_test_that_is_named_is_there(page: Path) -> None:
    named = NODE.findall(page.read_text("utf-8"))
    missing = [
        f"{path}::{'::'.join(filter(None, names))}"
        for path, *names in named
        if not (ROOT / path).exists() or not set(filter(None, names)) <= functions(path)
    ]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_failure_names_its_test(page: Path) -> None:
    lines = page.read_text("utf-8").splitlines()
    tables = [n for n, line in enumerate(lines) if line.startswith("| what happens |")]
    rows = [line for start in tables for line in _rows(lines[start + 2 :])]
    assert [row for row in rows if not NODE.search(row)] == []


def _rows(lines: list[str]) -> list[str]:
    end = next((n for n, line in enumerate(lines) if not line.startswith("|")), len(lines))
    return lines[:end]


def test_every_page_is_listed() -> None:
    listed = (FOLDER / "README.md").read_text("utf-8")
    assert [p.name for p in PAGES if p.name != "README.md" and f"]({p.name})" not in listed] == []

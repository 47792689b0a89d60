"""What is wrong with a partnership's file, where, and how to fix it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

Place = tuple[str | int, ...]
"""The way to a value: keys and positions from the top of the file."""


@dataclass(frozen=True)
class Problem:
    """One mistake; it never repeats a value, which may be a person."""

    line: int | None
    what: str
    fix: str
    path: Path | None = None
    """The file that it is in, if that isn't the partnership's own."""


class PartnershipError(Exception):
    """The file can't be used; says everything that is wrong with it at once."""

    def __init__(self, path: Path, problems: Sequence[Problem]) -> None:
        self.path = path
        self.problems = sorted(set(problems), key=_order)
        super().__init__(path, self.problems)

    def lines(self) -> list[str]:
        """Spells each mistake as a text of its own."""
        return [f"{self._where(p)}: {p.what}\n    How to fix it: {p.fix}" for p in self.problems]

    def _where(self, problem: Problem) -> str:
        line = f", line {problem.line}" if problem.line else ""
        return f"{problem.path or self.path}{line}"

    def __str__(self) -> str:
        return "\n".join(self.lines())


def _order(problem: Problem) -> tuple[str, int, str]:
    return str(problem.path or ""), problem.line or 0, problem.what


def spell(place: Place) -> str:
    """Spells the place in words an editor of the file knows: agencies no. 2, leads."""
    words = ""
    for step in place:
        if isinstance(step, int):
            words += f" no. {step + 1}"
        else:
            words += f", {step}" if words else step
    return words or "the file"


def line_of(tree: Any, place: Place) -> int:
    """Finds the line, from 1, of the value at a place, or of the nearest thing around it."""
    line, here = 1, tree
    for step in place:
        inside = isinstance(here, CommentedMap) and step in here
        if isinstance(here, CommentedSeq):
            inside = isinstance(step, int) and step < len(here)
        if not inside:
            break
        # What a merge key (<<) brought in has no position of its own.
        line = here.lc.data[step][0] + 1 if step in (here.lc.data or {}) else line
        here = here[step]
    return line

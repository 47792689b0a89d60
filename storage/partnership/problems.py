"""What is wrong with a partnership's file, where, and how to mend it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

Place = tuple[str | int, ...]
"""The way to a value: keys and positions from the top of the file."""


@dataclass(frozen=True)
class Problem:
    """One mistake; it never repeats a value, which may be a person."""

    line: int | None
    what: str
    mend: str


class PartnershipError(Exception):
    """The file can't be used; says everything that is wrong with it at once."""

    def __init__(self, path: Path, problems: Sequence[Problem]) -> None:
        self.path = path
        self.problems = sorted(set(problems), key=lambda p: (p.line or 0, p.what))
        super().__init__(path, self.problems)

    def lines(self) -> list[str]:
        """Each mistake as a text of its own."""
        return [
            f"{self.path}{f', line {p.line}' if p.line else ''}: {p.what}\n    Mend: {p.mend}"
            for p in self.problems
        ]

    def __str__(self) -> str:
        return "\n".join(self.lines())


def spell(place: Place) -> str:
    """The place in words an editor of the file knows: agencies, 2nd: leads."""
    words = ""
    for step in place:
        if isinstance(step, int):
            words += f" no. {step + 1}"
        else:
            words += f", {step}" if words else step
    return words or "the file"

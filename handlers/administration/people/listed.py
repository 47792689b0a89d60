"""Who is listed for the web, and whose line of a spreadsheet is whose."""

import re
from collections.abc import Container, Mapping
from typing import Any

from storage.partnership.changes.tree import Tree
from storage.partnership.emails import one_spelling
from storage.typed.names import plain, same_spelling

_Line = tuple[str, str]
"""An agency, and a name however it is spelled."""


def short_name(name: str) -> str:
    """Makes a short name of a name."""
    return re.sub(r"[^a-z0-9]+", "-", plain(name).lower()).strip("-")[:36] or "person"


def free_id(name: str, taken: Container[str]) -> str:
    """Gives an id that nobody has: of two of one name, the second gets a number."""
    first = short_name(name)
    ids = (f"web:{first}{f'-{number}' if number > 1 else ''}" for number in range(1, 10_000))
    return next(id for id in ids if id not in taken)


class Listed:
    """Who is listed, and who comes in by lines of a spreadsheet."""

    def __init__(self, tree: Tree) -> None:
        members: list[Mapping[str, Any]] = tree.get("members") or []
        self.members = {str(member["id"]): member for member in members}
        self._taken = set(self.members)
        self._there: dict[_Line, list[str]] = {}
        self._coming: dict[_Line, dict[str, str]] = {}
        self._addresses: dict[str, str] = {}
        for id, member in self.members.items():
            self._there.setdefault(_line(member), []).append(id)
            if address := _address(member):
                self._addresses[address] = id

    def whose(self, cells: Mapping[str, str]) -> str:
        """Finds whose line it is, or gives an id that is free to whoever comes in by it.

        Empty where several people of that name are at that agency, and no address tells which.
        """
        if id := cells.get("id", ""):
            return id if id.startswith("web:") else f"web:{id}"
        line, address = _line(cells), _address(cells)
        owner = self._addresses.get(address, "")
        if owner and _line(self.members[owner])[1] == line[1]:
            return owner
        if alike := self._there.get(line, []):
            return alike[0] if len(alike) == 1 else ""
        others = self._coming.setdefault(line, {})
        if others and not (address and "" not in others and address not in others):
            return next(iter(others.values()))  # nothing tells the two apart
        others[address] = free_id(cells["name"], self._taken)
        self._taken.add(others[address])
        return others[address]


def _line(cells: Mapping[str, Any]) -> _Line:
    return str(cells.get("agency", "")), same_spelling(str(cells.get("name", "")))


def _address(cells: Mapping[str, Any]) -> str:
    return one_spelling(str(cells.get("email") or ""))

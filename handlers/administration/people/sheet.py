"""A spreadsheet of people becomes changes: all of it, or nothing, with each wrong line named."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from typing import Any, Final

from handlers.administration.people.listed import Listed
from handlers.administration.preview.findings import found_at, found_words
from prompts.words import Plain, Words, say
from storage.partnership.changes.tree import Difference, Tree, changed, differences
from storage.partnership.loading import understood
from storage.typed.names import plain

COLUMNS: Final = ("id", "name", "agency", "title", "email", "language")
NEEDED: Final = ("name", "agency", "title")
MOST: Final = 5000
_MARKS: Final = ",;\t"
_SAID: Final = re.compile(r"\s*\"?sep=([,;\t])\"?\s*?(?:\r\n|[\r\n])", re.IGNORECASE)


@dataclass(frozen=True)
class Mistake:
    """What is wrong in a line, as the spreadsheet counts them; 0 is all of it."""

    line: int
    fix: Words


class _BrokenError(ValueError):
    """From this line on nobody can tell where a cell ends."""

    def __init__(self, line: int) -> None:
        super().__init__("A quotation mark opens and doesn't close.")
        self.line = line


@dataclass
class Sheet:
    """What a spreadsheet would change, or what is wrong with it."""

    edits: list[Difference] = field(default_factory=list, repr=False)
    mistakes: list[Mistake] = field(default_factory=list)


def sheet_of(text: str, tree: Tree) -> Sheet:
    """Reads people: whoever is listed is changed where a cell differs, and the others come in.

    Nobody is taken out by not being in it.
    """
    try:
        rows = iter(list(_rows(text.lstrip("\ufeff"))))
    except _BrokenError as broken:
        return Sheet(mistakes=[Mistake(broken.line, say("import-quotes"))])
    heading = [cell.casefold() for cell in next(rows, (0, []))[1]]
    named = [name for name in heading if name]
    missing = [name for name in NEEDED if name not in named]
    if missing or set(named) - set(COLUMNS) or len(set(named)) < len(named):
        return Sheet(mistakes=[Mistake(0, say("administration-sheet-columns"))])
    found, at, agencies, listed = Sheet(), dict[str, int](), _by_name(tree), Listed(tree)
    for count, (line, cells) in enumerate(rows, 1):
        if count > MOST:
            return Sheet(mistakes=[Mistake(0, say("administration-sheet-long", most=MOST))])
        row = dict(zip(heading, cells, strict=False))
        written = row.get("agency", "")
        row["agency"] = agencies.get(_alike(written), written)
        _take(line, row, listed, found, at)
    if not found.mistakes:
        found.mistakes += _checked(tree, found.edits, at)
    return found


def _by_name(tree: Tree) -> dict[str, str]:
    """Finds an agency by its name in any language: its short name stands on no page."""
    found: dict[str, str] = {}
    for agency in tree.get("agencies") or []:
        name = agency.get("name", "")
        names = name.values() if isinstance(name, Mapping) else [name]
        found |= {_alike(str(each)): str(agency.get("id", "")) for each in names}
    return found


def _alike(name: str) -> str:
    return " ".join(plain(name).casefold().split())


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Gives the rows that hold anything, by the numbers that a spreadsheet shows.

    A first line for spreadsheets alone, which they don't count, names the sign between cells.
    """
    said = _SAID.match(text)
    text = text[said.end() :] if said else text
    head = next((line for line in text.splitlines() if line.strip(_MARKS + ' "')), "")
    mark = said[1] if said else max(_MARKS, key=head.count)
    number, lines = 0, StringIO(text, newline="")
    try:
        # Strictly: or all that follows a quotation mark would be taken for one cell.
        for number, cells in enumerate(csv.reader(lines, delimiter=mark, strict=True), 1):
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield number, stripped
    except csv.Error:
        raise _BrokenError(number + 1) from None


def _take(
    line: int, cells: Mapping[str, str], listed: Listed, found: Sheet, at: dict[str, int]
) -> None:
    id = ""
    if empty := [name for name in NEEDED if not cells.get(name)]:
        words = say("administration-sheet-empty", column=Plain(empty[0]))
    elif not (id := listed.whose(cells)):
        words = say("administration-sheet-which")
    elif id in at:
        words = say("administration-sheet-twice", line=Plain(str(at[id])))
    else:
        at[id] = line
        new = {name: cells[name] for name in COLUMNS if cells.get(name)} | {"id": id}
        before = listed.members.get(id)
        found.edits += _renewed(before, new) if before else [Difference(("members", id), None, new)]
        return
    found.mistakes.append(Mistake(line, words))


def _renewed(before: Mapping[str, Any], new: dict[str, Any]) -> list[Difference]:
    """What differs; a title in two languages stays where the sheet has its English one."""
    title = before.get("title")
    same = isinstance(title, Mapping) and title.get("en") == new["title"]
    kept = {**before, **new, **({"title": title} if same else {})}
    return list(differences(before, kept, ("members", str(before["id"]))))


def _checked(tree: Tree, edits: Sequence[Difference], at: Mapping[str, int]) -> list[Mistake]:
    new = changed(tree, edits)
    _, wrong = understood(new)
    mistakes = []
    for finding in wrong:
        place = finding[0]
        ours = len(place) > 1 and place[0] == "members"
        members: list[dict[str, Any]] = new.get("members") or []
        id = members[int(place[1])].get("id", "") if ours else ""
        line = at.get(id, 0)
        mistakes.append(Mistake(line, found_words(finding) if line else found_at(finding, new)))
    return mistakes

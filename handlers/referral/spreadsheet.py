"""Spreadsheets as text: bytes become rows with their numbers, and rows become text again.

Nothing in a file is trusted. A cell that a spreadsheet would run as a formula is refused on its way
in, and made harmless on its way out.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import StringIO
from typing import Final

from prompts.words import Plain, Words, say

COLUMNS: Final = ("reference", "kind", "what", "agency", "owner", "role", "due")
NEEDED: Final = ("reference", "kind", "what", "agency")
MOST_ROWS: Final = 5000
MOST_BYTES: Final = 8 * 1024 * 1024
"""The longest cells in the most rows fit, with room to spare."""

_FORMULA: Final = re.compile(r"[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""What makes a spreadsheet calculate: also the wide forms, which some take for the same."""
_INSIDE: Final = re.compile(r"""([;,\t\r\n][\s"]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])""")
"""The same behind a sign with which a spreadsheet, opening the file in its own way, parts cells."""
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True)
class Mistake:
    """What is wrong, where (0 is the file as a whole), and how to fix it."""

    line: int
    column: str
    fix: Words


@dataclass(frozen=True)
class SheetRow:
    """One row by the number that a spreadsheet shows, with its cells by column."""

    number: int
    cells: dict[str, str] = field(repr=False)


@dataclass
class Table:
    """What a file holds, as far as it can be read."""

    lines: list[SheetRow] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)


def words_of(mistake: Mistake) -> Words:
    """Says a mistake in one sentence, with its place before it."""
    if not mistake.line:
        return mistake.fix
    line = Plain(str(mistake.line))
    if not mistake.column:
        return say("import-at-line", line=line, fix=mistake.fix)
    return say("import-at-cell", line=line, column=Plain(mistake.column), fix=mistake.fix)


def table_of(data: bytes) -> Table:
    """Reads the rows of a file; whatever can't be read is a mistake, with how to fix it."""
    text = _decoded(data)
    if isinstance(text, Mistake):
        return Table(mistakes=[text])
    found = Table()
    rows = _rows(text, found)
    header = next(rows, None)
    if header is None:
        found.mistakes = found.mistakes or [Mistake(0, "", say("import-empty"))]
        return found
    columns = _columns(header, found)
    if found.mistakes:
        return found
    count = 0
    for number, cells in rows:
        count += 1
        if count <= MOST_ROWS:
            found.lines.append(_line(number, cells, columns, found))
    if count > MOST_ROWS:
        return Table(mistakes=[_too_many(count)])
    if not count and not found.mistakes:
        found.mistakes.append(Mistake(0, "", say("import-empty")))
    return found


def too_big() -> Table:
    """Stands for a file that is too big to be read."""
    return Table(mistakes=[Mistake(0, "", say("import-too-big", most=MOST_ROWS))])


def _too_many(count: int) -> Mistake:
    return Mistake(0, "", say("import-too-many", count=count, most=MOST_ROWS))


def _decoded(data: bytes) -> str | Mistake:
    if len(data) > MOST_BYTES:
        return too_big().mistakes[0]
    if data.startswith(_WORKBOOKS):
        return Mistake(0, "", say("import-workbook"))
    # Plain letters in UTF-16 are every other byte nought, with or without its mark.
    if data.startswith(_UTF16) or data[:1000].count(0) * 3 > len(data[:1000]):
        return Mistake(0, "", say("import-utf16"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Mistake(line, "", say("import-not-utf8"))


def _rows(text: str, found: Table) -> Iterator[tuple[int, list[str]]]:
    """Rows that hold anything, by their numbers: a spreadsheet counts the empty ones too."""
    first = text.lstrip("\r\n").splitlines()[:1]
    mark = _delimiter(first[0]) if first else ","
    number = 0
    try:
        for number, cells in enumerate(
            csv.reader(StringIO(text, newline=""), delimiter=mark, strict=True), 1
        ):
            if any(cell.strip() for cell in cells):
                yield number, cells
    except csv.Error:
        found.mistakes.append(Mistake(number + 1, "", say("import-quotes")))


def _delimiter(header: str) -> str:
    """Finds the sign that parts the header into the most columns we know."""

    def known(mark: str) -> int:
        names = (name.strip().strip('"').strip().casefold() for name in header.split(mark))
        return len(set(COLUMNS) & set(names))

    return max((",", ";", "\t"), key=known)


def _columns(header: tuple[int, list[str]], found: Table) -> list[str]:
    number, cells = header
    names = [cell.strip().casefold() for cell in cells]
    for name in dict.fromkeys(names):
        if name and name not in COLUMNS:
            words = say("import-unknown-column", names=Plain(", ".join(COLUMNS)))
            found.mistakes.append(Mistake(number, _short(name), words))
        elif name and names.count(name) > 1:
            found.mistakes.append(Mistake(number, name, say("import-column-twice")))
    for name in NEEDED:
        if name not in names:
            found.mistakes.append(Mistake(number, name, say("import-column-missing")))
    return names


def _short(name: str) -> str:
    """Shortens a header of theirs, so that it can be shown in a terminal too."""
    shown = "".join(letter if letter.isprintable() else "�" for letter in name)
    return f"{shown[:39]}…" if len(shown) > 40 else shown


def _line(number: int, cells: list[str], columns: list[str], found: Table) -> SheetRow:
    by_name: dict[str, str] = {}
    for place, cell in enumerate(cells):
        name = columns[place] if place < len(columns) else ""
        if not name:
            if cell.strip():
                found.mistakes.append(Mistake(number, "", say("import-cell-too-many")))
            continue
        if cell.strip() and _FORMULA.match(cell):
            found.mistakes.append(Mistake(number, name, say("import-formula")))
        elif _CONTROL.search(cell):
            found.mistakes.append(Mistake(number, name, say("import-control")))
        by_name[name] = cell.strip()
    return SheetRow(number, by_name)


def text_of(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Writes a file for a spreadsheet, which begins with UTF-8's mark so that it reads Welsh."""
    out = StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
    return "\ufeff" + out.getvalue()


def harmless(cell: str) -> str:
    """Makes a cell that no spreadsheet takes for a formula: an apostrophe before it makes it text.

    Also what would be a cell of its own where semicolons part them, or after a line's end.
    """
    cell = _INSIDE.sub(r"\1'", cell)
    return f"'{cell}" if _FORMULA.match(cell) else cell

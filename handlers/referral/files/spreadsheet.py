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
from storage.typed.cleaning import clean
from storage.typed.encodings import UnreadableError, decoded

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
_SAID: Final = re.compile(r"\s*\"?sep=([^\r\n])\"?[^\r\n]*(?:\r\n|[\r\n]|$)", re.IGNORECASE)
_LINE: Final = re.compile(r"[^\r\n]+")
_MARKS: Final = str.maketrans("", "", ',;\t"')


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
    if len(data) > MOST_BYTES:
        return too_big()
    try:
        return _table(decoded(data))
    except UnreadableError as wrong:
        return Table(mistakes=[Mistake(wrong.line, "", say(f"import-{wrong.why}"))])


def _table(text: str) -> Table:
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


def _rows(text: str, found: Table) -> Iterator[tuple[int, list[str]]]:
    """Rows that hold anything, by their numbers: a spreadsheet counts the empty ones too."""
    # A first line for spreadsheets alone, which they don't count, names the sign.
    said = _SAID.match(text)
    text = text[said.end() :] if said else text
    mark = said[1] if said else _delimiter(text)
    number = 0
    try:
        for number, cells in enumerate(
            csv.reader(StringIO(text, newline=""), delimiter=mark, strict=True), 1
        ):
            if any(clean(cell) for cell in cells):
                yield number, cells
    except csv.Error:
        found.mistakes.append(Mistake(number + 1, "", say("import-quotes")))


def _delimiter(text: str) -> str:
    """Finds the sign that parts the header into the most columns we know."""
    lines = (match[0] for match in _LINE.finditer(text))
    header = next((line for line in lines if clean(line.translate(_MARKS))), "")

    def known(mark: str) -> int:
        return len(set(COLUMNS) & {_column(name.strip().strip('"')) for name in header.split(mark)})

    return max((",", ";", "\t"), key=known)


def _column(name: str) -> str:
    return clean(name).casefold()


def _columns(header: tuple[int, list[str]], found: Table) -> list[str]:
    number, cells = header
    names = [_column(cell) for cell in cells]
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
            if clean(cell):
                found.mistakes.append(Mistake(number, "", say("import-cell-too-many")))
            continue
        text = clean(cell)
        if text and (_FORMULA.match(cell) or _FORMULA.match(text)):
            found.mistakes.append(Mistake(number, name, say("import-formula")))
        elif _CONTROL.search(cell):
            found.mistakes.append(Mistake(number, name, say("import-control")))
        by_name[name] = text
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

"""Names and codes as people type them, and what is found: the table of docs/failures/spellings.md.

`python -m tests.storage.spellings` writes that page anew.
"""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from storage.crypto.codes import read_letters
from storage.typed.names import in_whole_words, meant

PAGE: Final = Path(__file__).resolve().parents[2] / "docs/failures/spellings.md"

DIRECTORY: Final = (
    "Siân Morgan", "Seán O’Brien", "Anne-Marie Éluard-Jones (she/her)", "Dr Priya K Patel",
    "Morgan Thomas", "Thomas Morgan", "Tom Barker", "Tom Bishop", "Zoë Müller", "Łukasz Wójcik",
    "Dafydd ap Gwilym", "Mark Constable", "Okafor, Grace", "José Núñez | Health", "Ceri Rees",
    "Ceri Rhys",
)  # fmt: skip
SIAN, SEAN, ANNE, PRIYA, MORGAN, THOMAS, BARKER, BISHOP, ZOE, LUKASZ, DAFYDD, MARK, GRACE, JOSE, \
    REES, RHYS = DIRECTORY  # fmt: skip

NAMES: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("Siân Morgan", (SIAN,)),
    ("Sian Morgan", (SIAN,)),
    ("sian morgan", (SIAN,)),
    ("SIÂN MORGAN", (SIAN,)),
    ("Sia\u0302n Morgan", (SIAN,)),
    ("Morgan, Siân", (SIAN,)),
    ("MORGAN, Sian", (SIAN,)),
    ("Morgan Siân", (SIAN,)),
    ("Siân\u00a0Morgan", (SIAN,)),
    ("  Siân \u2009 Morgan\u200b ", (SIAN,)),
    ("\u202eSiân Morgan", (SIAN,)),
    ("“Siân Morgan”", (SIAN,)),
    ("PC Siân Morgan", (SIAN,)),
    ("Mrs. Siân Morgan", (SIAN,)),
    ("Morgan, Siân, PC", (SIAN,)),
    ("Siân Elin Morgan", (SIAN,)),
    ("Siân M.", (SIAN,)),
    ("S. Morgan", (SIAN,)),
    ("Siân Morgan (Anytown Police)", (SIAN,)),
    ("Siân Morgan, team manager", (SIAN,)),
    ("Ｓｉân Ｍｏｒｇａｎ", (SIAN,)),
    ("Sean O'Brien", (SEAN,)),
    ("Seán O’Brien", (SEAN,)),
    ("Sean Oʼbrien", (SEAN,)),
    ("Sean OBrien", (SEAN,)),
    ("Sean O Brien", (SEAN,)),
    ("Sean O`Brien", (SEAN,)),
    ("O'Brien, Seán", (SEAN,)),
    ("Anne-Marie Éluard-Jones", (ANNE,)),
    ("Anne Marie Eluard Jones", (ANNE,)),
    ("Anne‑Marie Eluard–Jones", (ANNE,)),
    ("Éluard-Jones, Anne-Marie", (ANNE,)),
    ("Anne Jones", (ANNE,)),
    ("Priya Patel", (PRIYA,)),
    ("Dr Patel", (PRIYA,)),
    ("Patel, Dr Priya", (PRIYA,)),
    ("Morgan Thomas", (MORGAN,)),
    ("Thomas, Morgan", (MORGAN,)),
    ("Thomas Morgan", (THOMAS,)),
    ("Zoe Muller", (ZOE,)),
    ("Lukasz Wojcik", (LUKASZ,)),
    ("Dafydd Gwilym", (DAFYDD,)),
    ("Constable", (MARK,)),
    ("Mark Constable", (MARK,)),
    ("Grace Okafor", (GRACE,)),
    ("Jose Nunez", (JOSE,)),
    ("Tom Bark", (BARKER,)),
    ("Tom", (BARKER, BISHOP)),
    ("Mr Morgan", (SIAN, MORGAN, THOMAS)),
    ("Ceri R", (REES, RHYS)),
    ("Sion Morgan", ()),
    ("Siân Evans", ()),
    ("\u200b \u2060", ()),
    ("…", ()),
)
"""What is typed, and who in this directory is meant: several are asked about, nobody is said."""

CODE: Final = "7K2ZQ0J1"
OPENS: Final = (
    "7K2Z-Q0J1", "7k2z-q0j1", "7K2ZQ0J1", " 7K2Z Q0J1 ", "7K2Z–Q0J1", "7K2Z—Q0J1", "7K2Z‑Q0J1",
    "7K2Z−Q0J1", "7K2Z--Q0J1", "7K2Z_Q0J1", "7K2Z·Q0J1", "7 K 2 Z Q 0 J 1", "7K2Z\u00a0Q0J1",
    "7K2Z\u2009-\u2009Q0J1", "\u200b7K2Z\u2060-\u00adQ0J1\ufeff", "\u202a7K2Z-Q0J1\u202c",
    "'7K2Z-Q0J1'", '"7K2Z-Q0J1"', "‘7K2Z-Q0J1’", "“7K2Z-Q0J1”", "„7K2Z-Q0J1“", "«7K2Z-Q0J1»",
    "‹7K2Z-Q0J1›", "`7K2Z-Q0J1`", "(7K2Z-Q0J1)", "<7K2Z-Q0J1>", "*7K2Z-Q0J1*", "7K2Z-Q0J1.",
    "7K2Z-Q0J1,", "7K2Z-Q0J1!", "7K2Z. Q0J1", "7K2Z,Q0J1", "7K2Z/Q0J1", "７Ｋ２Ｚ－Ｑ０Ｊ１",
    "7K2Z-QOJ1", "7K2Z-QoJ1", "7K2Z-Q0JI", "7K2Z-Q0Ji", "7K2Z-Q0Jl", "7K2Z-Q0JL", "7k2z\nq0j1",
    "code: 7K2Z-Q0J1", "Code 7K2Z-Q0J1", "My code is 7K2Z-Q0J1, thanks", "Y cod: 7K2Z-Q0J1",
    "fy nghod yw 7K2Z-Q0J1", "the code=7K2Z-Q0J1", "7K2Z-Q0J1 7K2Z-Q0J1",
    "https://upstander.example/pause?code=7K2Z-Q0J1",
    "https://upstander.example:8443/pause?lang=cy&code=7K2Z%2DQ0J1.",
    "7K2Z dash Q0J1", "seven K two Z hyphen Q zero J one", "saith K dau Z Q dim J un",
)  # fmt: skip
"""Each of them is read as the code 7K2Z-Q0J1."""
NO_CODE: Final = (
    "", "\u200b", "7K2Z-Q0J", "7K2Z-Q0J1-1", "7K2Z-Q0JU", "7K2Z-Q0Jé", "7K2Z-Q0J1 or 7K2Z-Q0J2",
    "no code at all", "７Ｋ２Ｚ", "https://upstander.example/pause",
)  # fmt: skip
"""None of them is read as any code: too short, too long, no letter of ours, or two codes."""


def found(typed: str) -> tuple[str, ...]:
    """Whom a typed name may mean, in the directory's order."""
    return tuple(meant(typed, DIRECTORY, lambda name: name))


def page() -> str:
    """The page, with what is really found."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield "# How people spell, and what is found"
    yield ""
    yield "Made by `python -m tests.storage.spellings`, held by `tests/storage/test_spellings.py`."
    yield "Hidden characters are written as their numbers."
    yield ""
    yield "## Names typed by hand"
    yield ""
    yield "The directory: " + "; ".join(f"`{name}`" for name in DIRECTORY) + "."
    yield "Several people are asked about, and one whom only beginnings fit; nobody is said before"
    yield "anything goes out."
    yield ""
    yield "| typed | found |"
    yield "| --- | --- |"
    for typed, _ in NAMES:
        yield f"| {_shown(typed)} | {_people(typed)} |"
    yield ""
    yield "## Codes"
    yield ""
    yield "| typed | read as |"
    yield "| --- | --- |"
    for typed in (*OPENS, *NO_CODE):
        yield f"| {_shown(typed)} | {read_letters(typed, 8) or 'no code'} |"
    yield ""


def _people(typed: str) -> str:
    people = found(typed)
    names = "; ".join(name.replace("|", "\\|") for name in people)
    if len(people) > 1:
        return f"asked which: {names}"
    if people and not in_whole_words(typed, people[0]):
        return f"asked whether: {names}"
    return names or "nobody"


def _shown(typed: str) -> str:
    shown = "".join(map(_sign, typed)).replace("`", "ˋ").replace("|", "\\|")
    return f"`{shown}`" if shown else "nothing"


def _sign(sign: str) -> str:
    hidden = unicodedata.category(sign)[0] in "CZM" and sign != " "
    return f"[U+{ord(sign):04X}]" if hidden else sign


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")

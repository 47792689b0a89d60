"""A file of referrals: what can be read, and what is said about what can't."""

import csv
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from hypothesis import example as such_as
from hypothesis import given
from hypothesis import strategies as st

from handlers.referral.files.rows import Checked, Checker
from handlers.referral.files.spreadsheet import (
    COLUMNS,
    MOST_BYTES,
    MOST_ROWS,
    harmless,
    table_of,
    text_of,
)
from handlers.referral.files.spreadsheet import words_of as said_of
from prompts.words import LANGUAGES, speak
from storage.partnership import AgencyId, PersonId
from storage.repository.people.people import Known
from storage.typed.cleaning import clean
from tests.core.anytown import example

TOWN = example()
NOW = datetime(2026, 11, 23, 11, tzinfo=UTC)
HEAD = "reference,kind,what,agency,owner,role,due\n"
GOOD = "MASH-204,referral-decision,A decision please.,police,,,\n"
PEOPLE = {
    AgencyId("police"): [
        Known(PersonId("web:tom-barker"), "Tom Barker"),
        Known(PersonId("web:tom-bishop"), "Tom Bishop"),
    ]
}


def checked(data: str | bytes) -> Checked:
    """What a file comes to in Anytown."""
    raw = data.encode() if isinstance(data, str) else data
    return Checker(TOWN, NOW, PEOPLE).check(table_of(raw))


def mends(data: str | bytes, language: str = "en") -> list[str]:
    """Everything that is said to be wrong with a file."""
    return [speak(said_of(mistake), language) for mistake in checked(data).mistakes]


def test_a_file_with_all_columns_in_another_order() -> None:
    [row] = checked(
        "due,role,owner,agency,what,kind,reference\n"
        "24/12/2026,manager,tom barker,Heddlu Anytown,Please.,Rhannu gwybodaeth, MASH  204 \n"
    ).rows
    assert (row.reference, row.kind, row.agency, row.role) == (
        "MASH 204", "information", "police", "manager",
    )  # fmt: skip
    assert (row.owner, row.due) == (PEOPLE[AgencyId("police")][0], date(2026, 12, 24))


@pytest.mark.parametrize("owner", ["Bishop; Tom", "TOM BISHOP", "Mr Tom\u00a0Bishop", "t. bishop"])
def test_an_owner_is_found_as_people_write_names(owner: str) -> None:
    [row] = checked(f'{HEAD}A 1,information,Please.,police,"{owner.replace(";", ",")}",,\n').rows
    assert row.owner == PEOPLE[AgencyId("police")][1]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_the_ways_in_which_spreadsheets_write_a_file(mark: str, end: str, start: str) -> None:
    head = "reference,kind,what,agency"
    cells = ["A 1", "information", "Siân: a, b; c\td", "police"]
    quoted = mark.join(f'"{cell}"' for cell in cells)
    [row] = checked(start + head.replace(",", mark) + end + quoted + end).rows
    assert (row.reference, row.what) == ("A 1", "Siân: a, b; c\td")


ROW = "A 1,information,Siân’s plan,police,24/12/26\r\n"
WITH_DUE = "reference,kind,what,agency,due\r\n"
AS_PROGRAMS_WRITE = {
    "a first row of marks alone": ";;;;\r\n" + (WITH_DUE + ROW).replace(",", ";"),
    "several empty rows": ",,,,\r\n\r\n \t,\u00a0,,,\r\n" + WITH_DUE + ROW,
    "sep=;": "sep=;\r\n" + (WITH_DUE + ROW).replace(",", ";"),
    '"sep=;" in quotes, with marks behind it': '"sep=;";;;;\r\n'
    + (WITH_DUE + ROW).replace(",", ";"),
    "SEP= and a tab": "SEP=\t\r\n" + (WITH_DUE + ROW).replace(",", "\t"),
    "sep=|": "sep=|\n" + (WITH_DUE + ROW).replace(",", "|"),
    "its mark twice": "\ufeff\ufeff" + WITH_DUE + ROW,
    "hidden characters and accents in pieces": WITH_DUE
    + ROW.replace("A 1", "\u202eA\u200b 1").replace("â", "a\u0302"),
    "its rows end as on old Macs": (WITH_DUE + ROW).replace("\r\n", "\r"),
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be",
                                      "utf-32", "cp1252"])  # fmt: skip
@pytest.mark.parametrize("how", AS_PROGRAMS_WRITE)
def test_a_file_as_programs_of_this_country_write_it(how: str, encoding: str) -> None:
    text = AS_PROGRAMS_WRITE[how]
    if encoding == "cp1252":
        text = text.encode("cp1252", errors="ignore").decode("cp1252")
        text = text.replace("Sian", "Siân")
    [row] = checked(text.encode(encoding)).rows
    assert (row.reference, row.what, row.due) == ("A 1", "Siân’s plan", date(2026, 12, 24))


def test_a_row_is_counted_as_its_spreadsheet_counts_it() -> None:
    wrong = "sep=;\n;;\n" + (WITH_DUE + ROW.replace("police", "mars")).replace(",", ";")
    assert mends(wrong)[0].startswith("Row 3, agency: ")


@pytest.mark.parametrize(
    ("cell", "column", "fix"),
    [
        ("=1+1", "what", "run this as a formula"),
        ("+44", "reference", "run this as a formula"),
        ("-1", "owner", "run this as a formula"),
        ("@SUM(A1)", "what", "run this as a formula"),
        ('"\t=1"', "what", "run this as a formula"),
        ('"\r=1"', "what", "run this as a formula"),
        ("＝1", "what", "run this as a formula"),
        ("a\x07b", "what", "It contains a hidden character"),
        ("a\x00b", "what", "It contains a hidden character"),
        ("\u00a0=1", "what", "run this as a formula"),
        ('" \n+1"', "reference", "run this as a formula"),
        ("", "reference", "give a reference"),
        ("", "what", "what you need"),
        ("x" * 61, "reference", "too long"),
        ("x" * 1001, "what", "too long"),
        ("x" * 101, "owner", "too long"),
        ("the moon", "agency", "one of these: police, childrens-social-care"),
        ("", "agency", "choose an agency"),
        ("a wish", "kind", "one of these: referral-decision"),
        ("", "kind", "choose what you ask for"),
        ("other", "kind", "choose the day"),
        ("queen", "role", "one of these: lead, manager"),
        ("Tom", "owner", "It is not clear who is meant"),
        ("Nobody Known", "owner", "do not know anyone of that name"),
        ("31/11/2026", "due", "The calendar does not have that day"),
        ("12/24/2026", "due", "The calendar does not have that day"),
        ("20261224", "due", "Enter a date like"),
        ("2026-11-22", "due", "today or a later day"),
        ("2031-01-01", "due", "today or a later day"),
    ],
)
def test_a_wrong_cell_is_named_with_its_row_its_column_and_how_to_fix_it(
    cell: str, column: str, fix: str
) -> None:
    cells = dict(zip(COLUMNS, GOOD.strip().split(","), strict=True)) | {column: cell}
    wrong = f"{HEAD}{GOOD}\n{','.join(cells.values())}\n"  # the empty row is counted too
    told = [m for m in mends(wrong) if fix in m]
    assert len(told) == 1, mends(wrong)
    where = "due" if cell == "other" else column
    assert told[0].startswith(f"Row 4, {where}: ")
    assert all("Row 4, " in m for m in mends(wrong))


@pytest.mark.parametrize(
    ("data", "fix"),
    [
        (b"", "There is nothing in this file"),
        (HEAD.encode(), "There is nothing in this file"),
        (b" \r\n,,\r\n", "There is nothing in this file"),
        ((HEAD + GOOD).encode("utf-16")[:-1], "UTF-16"),
        (b"\xff\xfe" + b"\x00\xd8" * 9, "UTF-16"),
        ((HEAD + GOOD + GOOD.replace("A dec", "Siân")).encode("mac_roman"), "Row 3: From here on"),
        ((HEAD + GOOD + GOOD.replace("A dec", "Siân")).encode("cp850"), "Row 3: From here on"),
        ((HEAD + GOOD).encode() + "ŵ".encode() + b"\xe2n", "Row 3: From here on"),
        (b"PK\x03\x04rest of a workbook", "This is a workbook"),
        (f'{HEAD}{GOOD}"MASH-205,information\n'.encode(), "Row 3: A quotation mark"),
        (f'{HEAD}"MASH"-205,a,b,c\n'.encode(), "Row 2: A quotation mark"),
        (f"{HEAD.strip()},name\n{GOOD}".encode(), "Row 1, name: We do not know this column"),
        (f"{HEAD.strip()},due\n{GOOD}".encode(), "Row 1, due: This column is there twice"),
        (b"reference,kind,agency\nA,information,police\n", "Row 1, what: This column is missing"),
        (f"{HEAD}{GOOD.strip()},x\n".encode(), "Row 2: There is one cell too many"),
        (f"{HEAD}{GOOD}{GOOD.lower()}".encode(), "Row 3, reference: This is the same as row 2"),
        ((HEAD + GOOD * (MOST_ROWS + 1)).encode(), "These are 5,001 rows, and one file may have"),
        (b"x" * (MOST_BYTES + 1), "This file is too big"),
    ],
)
def test_a_file_that_cannot_be_taken_says_why(data: bytes, fix: str) -> None:
    for language in LANGUAGES:
        assert len(mends(data, language)) == 1
    assert fix in mends(data)[0]


def test_a_kind_of_another_nation_is_refused_with_those_that_hold_there() -> None:
    welsh = TOWN.referrals[0].model_copy(update={"id": "wal-decision", "nations": ("wales",)})
    both = TOWN.model_copy(update={"referrals": (*TOWN.referrals, welsh)})
    data = HEAD + GOOD.replace("referral-decision", "wal-decision") + GOOD
    found = Checker(both, NOW, PEOPLE).check(table_of(data.encode()))
    [fix] = [speak(said_of(mistake), "en") for mistake in found.mistakes]
    assert fix.startswith(
        "Row 2, kind: This kind is for another nation than the agency’s. Please write one of "
        "these: referral-decision, "
    )
    assert "wal-decision" not in fix
    # Its name is the English kind's too: where the agency is tells which is meant.
    named = HEAD + GOOD.replace("referral-decision", "Decide on a referral and say so")
    [row] = Checker(both, NOW, PEOPLE).check(table_of(named.encode())).rows
    assert row.kind == "referral-decision"


def test_columns_without_a_name_may_be_empty_and_the_last_ones_may_be_left_out() -> None:
    assert len(checked("reference,kind,what,agency,,\nA,information,b,police,,\n").rows) == 1
    assert len(checked("reference,kind,what,agency,owner,due\nA,information,b,police\n").rows) == 1


def test_every_row_is_read_although_an_earlier_one_is_wrong() -> None:
    found = checked(f"{HEAD}=1,bad,x,moon,,,\n{GOOD}{GOOD.replace('police', 'mars')}")
    assert [m.line for m in found.mistakes] == [2, 2, 2, 4]
    assert [row.line for row in found.rows] == [3]


def test_what_may_be_a_name_is_pointed_out_by_its_row() -> None:
    found = checked(f"{HEAD}{GOOD}A-2,information,He rang Mary Smith on 07700 900123,police,,,\n")
    assert found.mistakes == []
    [doubt] = found.doubts
    assert speak(said_of(doubt), "en").startswith(
        "Row 3: This may show who someone is: “Mary Smith”"
    )


CELL = st.text(max_size=40)
SAFE = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="=+-@＝＋－＠'"), min_size=1
).filter(lambda text: bool(clean(text)))


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=5))
@such_as([["=1+1", "\t=cmd", " @x"], ["-1", "＝1", "\r+"]])
def test_no_cell_that_goes_out_can_be_a_formula_and_none_is_lost(rows: list[list[str]]) -> None:
    text = text_of(("a", "b", "c"), rows)
    read = list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))[1:]
    assert [[cell.replace("'", "") for cell in row] for row in read] == [
        [cell.replace("'", "") for cell in row] for row in rows
    ]
    for cell in (cell for row in read for cell in row):
        assert cell[:1] not in {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}
        assert cell.lstrip()[:1] not in {"=", "+", "-", "@"}


RISKY = st.text(st.sampled_from("""=+-@'";, ab\t\r\n＝"""), max_size=30)


@given(st.lists(st.lists(RISKY, min_size=2, max_size=3), min_size=1, max_size=4))
@such_as([["a;=cmd()"], ['b;"=1"'], ["Please:\n=1"], ["a", "b,\n-1"]])
def test_nor_if_a_spreadsheet_parts_the_cells_by_another_sign(rows: list[list[str]]) -> None:
    text = text_of(("a", "b"), rows).removeprefix("\ufeff")
    for mark in ";\t,":
        read = csv.reader(StringIO(text, newline=""), delimiter=mark)
        cells = [cell.lstrip() for row in read for cell in row]
        assert [cell for cell in cells if cell[:1] in set("=+-@＝＋－＠")] == []


@given(CELL)
def test_only_what_needs_it_gets_an_apostrophe(cell: str) -> None:
    assert harmless(cell).replace("'", "") == cell.replace("'", "")
    if not set(cell) & set("=+-@＝＋－＠\t\r\n"):
        assert harmless(cell) == cell
    assert harmless(harmless(cell)) == harmless(cell)


@given(st.lists(st.fixed_dictionaries(dict.fromkeys(COLUMNS, SAFE)), min_size=1, max_size=5))
def test_what_is_written_is_read_again(rows: list[dict[str, str]]) -> None:
    table = table_of(text_of(COLUMNS, [[row[name] for name in COLUMNS] for row in rows]).encode())
    assert table.mistakes == []
    assert [line.cells for line in table.lines] == [
        {name: clean(cell) for name, cell in row.items()} for row in rows
    ]


def _said(found: Checked) -> None:
    for mistake in (*found.mistakes, *found.doubts):
        for language in LANGUAGES:
            assert speak(said_of(mistake), language)
    assert found.rows or found.mistakes


@given(st.binary(max_size=300))
def test_any_bytes_are_taken_or_refused_in_words(data: bytes) -> None:
    _said(checked(data))


@given(st.text(st.sampled_from('abc=,;\t"\n\r 1/-é\x00\ufeff'), max_size=80))
def test_any_text_below_a_right_header_is_taken_or_refused_in_words(text: str) -> None:
    _said(checked(f"{HEAD}{text}"))

"""`upstander referrals`, as an operator types it."""

import asyncio

import pytest

from bot.app import open_stores
from bot.base.settings import Settings
from bot.wiring import build_core
from storage.partnership.loading import read_partnership
from tests.cli.operator import Operator

HEAD = "reference,kind,what,agency,owner,role,due\n"
ROWS = (
    "CASE-1,information,The minutes please.,childrens-social-care,Amina Yusuf,,\n"
    "CASE-2,information,The report please.,police,,,\n"
)
LEILA = ("--as", "web:leila-haddad")


@pytest.fixture
def town(anytown: Operator) -> Operator:
    """A partnership whose server has run once, and an operator with a file."""
    data = anytown.folder / ".upstander"
    partnership = read_partnership(anytown.folder / "partnership.yaml")

    async def once() -> None:
        core = build_core(
            Settings(data_dir=data, database_url="", keyring_url="", secret_file=None),
            partnership=partnership,
        )
        await open_stores(core)
        await core.close()

    asyncio.run(once())
    writes(anytown, HEAD + ROWS)
    return anytown


def writes(operator: Operator, text: str, name: str = "many.csv") -> None:
    """Puts a file into the operator's folder."""
    (operator.folder / name).write_bytes(text.encode())


def test_a_file_is_recorded_and_comes_out_again(town: Operator) -> None:
    town.types("referrals", "import", "many.csv", *LEILA).tells("Recorded 2.", "Written 2 of 2")
    out = town.types("referrals", "export")
    assert out.code == 0
    out.tells('"CASE-1"', '"CASE-2"', "Anytown Community School")
    assert "please" not in out.text
    town.types("referrals", "export", *LEILA).tells("The minutes please.")
    town.types("referrals", "export", "--agency", "police", "--out", "out.csv").tells("Written to")
    written = (town.folder / "out.csv").read_text("utf-8")
    assert "CASE-2" in written
    assert "CASE-1" not in written
    town.types("referrals", "export", "--out", "out.csv").refused("out.csv: File exists")
    due = town.types("referrals", "export", "--format", "ics", *LEILA)
    assert due.text.count("BEGIN:VEVENT") == 2


def test_every_wrong_row_is_named_up_to_a_hundred(town: Operator) -> None:
    writes(town, HEAD + "".join(f"C-{n},wish,Please.,police,,,\n" for n in range(120)))
    said = town.types("referrals", "import", "many.csv", *LEILA)
    said.refused("Row 2, kind: We do not know this kind.", "Row 101, kind", "And 20 more.")
    said.tells("120 to fix. Nothing was recorded.")
    assert "Row 102" not in said.text
    assert "CASE" not in town.types("referrals", "export").text


def test_how_far_it_is_is_said_every_five_hundred_rows(town: Operator) -> None:
    writes(town, HEAD + "".join(f"C-{n},information,Please.,police,,,\n" for n in range(1001)))
    said = town.types("referrals", "import", "many.csv", *LEILA)
    said.tells("Checked 500 of 1,001", "Prepared 1,000 of 1,001", "Written 500 of 1,001")
    said.tells("Recorded 1,001.")


def test_a_name_is_recorded_only_if_one_says_so(town: Operator) -> None:
    writes(town, HEAD + "C-1,information,He rang Mary Smith.,police,,,\n")
    said = town.types("referrals", "import", "many.csv", *LEILA)
    said.refused("Row 2: This may show who someone is: “Mary Smith”", "--anyway")
    town.types("referrals", "import", "many.csv", "--anyway", *LEILA).tells("Recorded 1.")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("import", "many.csv", "--as", "web:nobody"), "Nobody of this id is known"),
        (("import", "nowhere.csv", *LEILA), "nowhere.csv: No such file"),
        (("export", "--agency", "moon"), "There is no such agency. There are: police"),
        (("export", "--agency", "police", *LEILA), "They are no lead of this agency"),
        (("export", "--out", "nowhere/out.csv"), "nowhere/out.csv: No such file"),
    ],
)
def test_what_cannot_be_done_is_said(town: Operator, typed: tuple[str, ...], words: str) -> None:
    town.types("referrals", *typed).refused(words)


def test_a_database_that_is_not_there_yet(anytown: Operator) -> None:
    writes(anytown, HEAD + ROWS)
    anytown.types("referrals", "import", "many.csv", *LEILA).refused("run upstander migrate")

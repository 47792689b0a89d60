"""E-mail addresses in the partnership's file: plain, in one spelling, each somebody's own."""

from pathlib import Path

import pytest

from bot.cli.demo import EXAMPLE
from storage.partnership import PartnershipError, PersonId
from storage.partnership.loading import read_partnership

KOFI = "{ id: web:kofi-mensah, agency: police, "


def example(tmp_path: Path, kofi: str, priya: str = "") -> Path:
    """The example's file, in which these two have addresses."""
    text = EXAMPLE.read_text("utf-8").replace(KOFI, f"{KOFI}email: {kofi}, ")
    if priya:
        text = text.replace("{ id: web:priya-nair, ", f"{{ id: web:priya-nair, email: {priya}, ")
    (file := tmp_path / "partnership.yaml").write_text(text, "utf-8")
    return file


def test_an_address_is_read_in_one_spelling(tmp_path: Path) -> None:
    read = read_partnership(example(tmp_path, "Kofi.Mensah@Police.Example"))
    kofi = read.member(PersonId("web:kofi-mensah"))
    assert kofi is not None
    assert kofi.email == "kofi.mensah@police.example"


@pytest.mark.parametrize(
    "written", ["kofi", '"kofi@police.example\\nBcc: x@y.example"', "12", '"Kofi <k@p.example>"']
)
def test_what_is_no_address_is_told_with_its_line_and_not_repeated(
    written: str, tmp_path: Path
) -> None:
    with pytest.raises(PartnershipError) as refused:
        read_partnership(example(tmp_path, written))
    (line,) = refused.value.lines()
    assert "this is not an e-mail address" in line
    assert "kofi@" not in line


def test_two_people_with_one_mailbox_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PartnershipError) as refused:
        read_partnership(example(tmp_path, "Duty@police.example", "duty@police.example"))
    assert "somebody else has this address" in refused.value.lines()[0]

"""What doesn't fit in a list is refused with its line; nothing of a county is cut."""

import re
from pathlib import Path

import pytest

from storage.partnership import PartnershipError, read_partnership
from storage.partnership.checks.fitting import LIST_MOST, NAME_MOST, PEOPLE_MOST
from tests.county import county


def told(folder: Path, text: str) -> list[tuple[int | None, str]]:
    """What is wrong with this file, by line."""
    file = folder / "county.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PartnershipError) as refused:
        read_partnership(file)
    return [(problem.line, problem.what) for problem in refused.value.problems]


def line_of(text: str, words: str) -> int:
    return 1 + text[: text.index(words)].count("\n")


def test_a_name_that_no_list_shows_whole(tmp_path: Path) -> None:
    long = "A" * NAME_MOST
    text = county().replace("Wyedale Police", long, 1)
    (tmp_path / "fits.yaml").write_text(text, encoding="utf-8")
    assert read_partnership(tmp_path / "fits.yaml").agencies[0].name["en"] == long
    text = text.replace(long, f"{long}B", 1)
    assert told(tmp_path, text) == [
        (line_of(text, long), "agencies no. 1: this name is too long to be read whole in a list")
    ]


def test_more_agencies_than_a_dialog_in_teams_lists(tmp_path: Path) -> None:
    text = re.sub(r'(cy: "(?:Ysgol Gynradd|Academi) )', r"\1Wirfoddol Rheoledig ", county())
    [(line, what)] = told(tmp_path, text)
    assert what.endswith("they are more than a dialog in Teams can list")
    number = int(what.split("no. ")[1].split()[0])
    ids = re.findall(r"^  - id: (.*)$", text, re.MULTILINE)
    assert line == line_of(text, f"  - id: {ids[number - 1]}\n")
    assert number > LIST_MOST / 120  # and not much sooner
    nobody = re.sub(r"^    teams_tenants: .*\n", "", text, flags=re.MULTILINE)
    (tmp_path / "fits.yaml").write_text(nobody, encoding="utf-8")
    assert len(read_partnership(tmp_path / "fits.yaml").agencies) == 250


def test_more_people_of_an_agency_than_one_list_holds(tmp_path: Path) -> None:
    leads = ", ".join(f"teams:8f1c2d3e-0000-4000-8000-{1:012}:{n}" for n in range(PEOPLE_MOST))
    text = re.sub(r"leads: \[.*?\]", f"leads: [{leads}]", county(), count=1)
    [(line, what)] = told(tmp_path, text)
    assert what == "agencies no. 1: more people are named here than can be chosen from"
    assert line == line_of(text, "    leads: [")

"""Scenarios of a partnership's own: what its file may say, and what is told of mistakes in it."""

from pathlib import Path

import pytest

from handlers.shared.scenarios.pack import pack, shipped
from storage.partnership import read_partnership
from tests.storage.test_partnership import SMALL, line_of, read, told

OWN = """\
scenarios:
  - id: late-call
    title: { en: A late call, cy: Galwad hwyr }
    steps:
      - id: rings
        scene: { en: The phone rings., cy: Mae'r ffôn yn canu. }
        answers:
          - strength: probe
            says: { en: Who is it?, cy: Pwy sydd yno? }
            then: { en: They say who., cy: Dywedant pwy. }
            next: they-say
          - strength: challenge
            says: { en: Call me tomorrow., cy: Ffoniwch yfory. }
            then: { en: They do., cy: Gwnânt. }
      - id: they-say
        scene: { en: It is urgent., cy: Mae'n frys. }
        answers:
          - strength: alert
            says: { en: Go on., cy: Ewch ymlaen. }
            then: { en: They tell., cy: Dywedant. }
          - strength: aside
            says: { en: Wait., cy: Arhoswch. }
            then: { en: They wait., cy: Arhosant. }
    remember: { en: Pick up., cy: Codwch. }
    notes: { en: Ask them., cy: Gofynnwch. }
    questions: [{ en: Why?, cy: Pam? }]
"""
TEXT = SMALL + OWN


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "partnership.yaml"


def test_ones_own_come_first_and_one_of_the_same_id_stands_in_the_place_of_ours(
    file: Path,
) -> None:
    assert list(pack(read(file, TEXT))) == ["late-call", *(s.id for s in shipped())]
    again = pack(read(file, TEXT.replace("id: late-call", "id: a-joke")))
    assert len(again) == len(shipped())
    assert again["a-joke"].title["en"] == "A late call"


@pytest.mark.parametrize(
    ("right", "wrong", "what", "fix"),
    [
        ("next: they-say", "next: they-sang", "next: this leads nowhere", "a step further down"),
        ("next: they-say", "next: rings", "this leads nowhere", "a step further down"),
        ("id: they-say", "id: they-sang", "no answer leads to this step", "take the step away"),
        ("strength: challenge", "strength: probe", "strength is there already", "of each strength"),
        ("strength: challenge", "strength: chalenge", "not one of the choices", "'challenge'"),
        ("{ en: A late call, cy: Galwad hwyr }", "A late call", "the Welsh words", "with cy:"),
        ("{ en: They do., cy: Gwnânt. }", "{ en: They do. }", "the Welsh words", "with cy:"),
        ("[{ en: Why?, cy: Pam? }]", "[Why?]", "no. 1: the Welsh words", "begins with cy:"),
        ("Call me tomorrow.", "Call me " + "x" * 70, "too long to be read whole", "75 characters"),
        ("scene: { en: It is urgent., cy: Mae'n frys. }", "scne: {}", "no such setting", "scene?"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_how_to_fix_it(
    file: Path, right: str, wrong: str, what: str, fix: str
) -> None:
    problems = told(file, TEXT.replace(right, wrong, 1))
    line = line_of(TEXT, right)
    assert [p for p in problems if p[0] == line and what in p[1] and fix in p[2]], problems


def test_a_partnership_of_one_language_needs_one(file: Path) -> None:
    one = TEXT.replace("title: { en: A late call, cy: Galwad hwyr }", "title: A late call")
    assert read(file, f"{one}languages: [en]\n").scenarios[0].title == {"en": "A late call"}


@pytest.mark.parametrize("odd", ["scenarios: 7", "scenarios: [7]", "scenarios: [{id: [a]}]"])
def test_what_is_no_scenario_at_all_is_told_and_nothing_breaks(file: Path, odd: str) -> None:
    assert told(file, f"{SMALL}{odd}\n")


def test_they_may_stand_in_a_file_of_their_own_with_lines_of_its_own(file: Path) -> None:
    text = f"{SMALL}scenarios: ours.yaml\n"
    own = file.with_name("ours.yaml")
    own.write_text(OWN, "utf-8")
    assert read(file, text).scenarios[0].id == "late-call"
    wrong = OWN.replace("next: they-say", "next: they-sang")
    own.write_text(wrong, "utf-8")
    told(file, text)
    with pytest.raises(Exception, match=rf"ours.yaml, line {line_of(wrong, 'they-sang')}: scenar"):
        read_partnership(file)
    own.unlink()
    ((line, what, fix),) = told(file, text)
    assert (line, what) == (
        line_of(text, "ours.yaml"),
        "scenarios names a file: there is no such file",
    )
    assert "prompts/scenarios.yaml" in fix

"""`upstander partnership`: what is in force comes out as a file, and a file goes in again."""

import pytest

from tests.cli.operator import Operator

pytestmark = pytest.mark.unmigrated


def test_what_is_in_force_goes_out_is_changed_and_goes_in_again(anytown: Operator) -> None:
    anytown.types("partnership", "export").refused("run upstander migrate")
    anytown.types("migrate")
    assert anytown.types("partnership", "export", "now.yaml").code == 0
    file = anytown.folder / "now.yaml"
    anytown.types("partnership", "apply", "now.yaml").tells("Nothing differs.")
    text = file.read_text("utf-8")
    file.write_text(text.replace("picture_from: 5", "picture_from: 6"), "utf-8")
    shown = anytown.types("partnership", "apply", "now.yaml", answers="n\n")
    shown.tells("~ thresholds, picture_from: 5 -> 6", "Put this in force?")
    anytown.types("partnership", "apply", "now.yaml", "--yes").tells("In force as version 2.")
    assert "picture_from: 6" in anytown.types("partnership", "export").text
    file.write_text(text.replace("picture_from: 5", "picture_from: 1"), "utf-8")
    anytown.types("partnership", "apply", "now.yaml").refused("thresholds, picture_from", "line")
    file.write_text(text.replace("id: anytown\n", "id: elsewhere\n", 1), "utf-8")
    anytown.types("partnership", "apply", "now.yaml").refused("is of another partnership")
    (anytown.folder / "people.csv").write_text(
        "name;agency;title;email\nJo Bell;school;Teacher;jo@school.example\nAl;moon;Head;\n",
        "utf-8",
    )
    anytown.types("partnership", "people", "people.csv").refused(
        "line 3: There is no agency of this name", "nothing was changed"
    )
    (anytown.folder / "people.csv").write_text(
        "name,agency,title\nJo Bell,school,Teacher\n", "utf-8"
    )
    anytown.types("partnership", "people", "people.csv", "--yes").tells(
        "+ members, web:jo-bell", "In force."
    )
    anytown.types("partnership", "people", "people.csv").tells("Nothing differs.")

"""`partnership apply` shows what differs, and no two lines that look alike."""

from bot.ops.partnership import in_lines
from storage.partnership.changes.tree import Difference

LONG = [{"name": {"en": f"Line {n} " + "x" * 60}, "number": f"01632 96010{n}"} for n in range(4)]


def told(before: object, after: object) -> list[str]:
    return list(in_lines([Difference(("agencies", "school", "urgent"), before, after)]))


def test_one_number_of_many_is_told_alone() -> None:
    after = [*LONG[:2], {**LONG[2], "number": "999"}, LONG[3]]
    assert told(LONG, after) == [
        '~ agencies, school, urgent, no. 3, number: "01632 960102" -> "999"'
    ]


def test_what_comes_and_goes_in_a_long_list_is_told_by_itself() -> None:
    [came] = told(LONG[:3], LONG)
    assert came.startswith('+ agencies, school, urgent: {"name": {"en": "Line 3 ')
    [gone] = told(LONG, LONG[1:])
    assert gone.startswith('- agencies, school, urgent: {"name": {"en": "Line 0 ')
    assert told(LONG, LONG[::-1]) == ["~ agencies, school, urgent: in another order"]


def test_a_short_list_is_shown_whole() -> None:
    assert told(["a"], ["a", "b"]) == ['~ agencies, school, urgent: ["a"] -> ["a", "b"]']

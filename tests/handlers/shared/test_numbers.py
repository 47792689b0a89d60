"""Whom to ring: what answers now stands first, with its note; what is closed says until when."""

from datetime import UTC, datetime

import pytest

from bot.cli.demo import EXAMPLE
from handlers.shared.numbers import other_routes, urgent
from prompts.shapes import Numbers
from prompts.words import speak
from storage.partnership import Agency, Hours, Partnership, Route, answers_from
from storage.partnership.loading import read_partnership

ANYTOWN = read_partnership(EXAMPLE)
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
SATURDAY = datetime(2026, 11, 28, 15, 0, tzinfo=UTC)
BOXING_DAY = datetime(2026, 12, 28, 11, 0, tzinfo=UTC)  # a Monday, and a bank holiday
SOCIAL_CARE, DUTY_TEAM = "01632 960110", "01632 960119"
OFFICE = Hours()


def read(shown: Numbers, language: str = "en") -> list[str]:
    """Every line of it, as it reads."""
    rows = (
        f"{speak(n.who, language)}: {n.number} {speak(n.note, language) if n.note else ''}".strip()
        for n in shown.rows
    )
    return [speak(shown.title, language), *rows]


def place(shown: Numbers, number: str) -> int:
    """How far up a number stands."""
    return [row.number for row in shown.rows].index(number)


def with_urgent(*routes: Route) -> Partnership:
    """Anytown, whose school gives these numbers."""
    agencies = tuple(
        a.model_copy(update={"urgent": routes}) if a.id == "school" else a for a in ANYTOWN.agencies
    )
    return ANYTOWN.model_copy(update={"agencies": agencies})


def route(number: str, hours: Hours | None = None, outside: Hours | None = None) -> Route:
    """Somebody to ring, with these hours."""
    return Route(name={"en": f"Desk {number[-1]}"}, number=number, hours=hours, outside=outside)


def test_on_a_weekday_the_desk_stands_above_the_duty_team() -> None:
    shown = urgent("school", ANYTOWN, MONDAY)
    assert shown.rows[0].number == "999"
    assert place(shown, SOCIAL_CARE) < place(shown, DUTY_TEAM)
    said = read(shown)
    assert "Children's social care: 01632 960110 Monday to Friday, 8:30 to 17:30" in said
    assert any("Closed now. Open again on 23 November 2026 at 17:30." in line for line in said)


@pytest.mark.parametrize("moment", [SATURDAY, BOXING_DAY])
def test_at_a_weekend_and_on_a_bank_holiday_the_duty_team_stands_above_the_closed_desk(
    moment: datetime,
) -> None:
    shown = urgent("school", ANYTOWN, moment)
    assert place(shown, "999") < place(shown, DUTY_TEAM) < place(shown, SOCIAL_CARE)
    assert any("Nights and weekends" in line and "Closed" not in line for line in read(shown))


def test_a_closed_number_says_when_it_opens_and_keeps_its_note() -> None:
    said = read(urgent("school", ANYTOWN, SATURDAY))
    assert said[-1] == (
        "Children's social care: 01632 960110 Closed now. Open again on 30 November 2026 at 08:30. "
        "Monday to Friday, 8:30 to 17:30"
    )
    welsh = read(urgent("school", ANYTOWN, SATURDAY), "cy")
    assert "Ar gau nawr. Ar agor eto ar 30 Tachwedd 2026 am 08:30." in welsh[-1]


def test_where_only_the_emergency_number_answers_it_says_so() -> None:
    town = with_urgent(route("999"), route("01632 960101", hours=OFFICE))
    said = read(urgent("school", town, SATURDAY))
    assert said[0] == (
        "If someone is in danger now, call 999. Nobody else here answers at this hour."
    )
    assert "Nobody else" not in read(urgent("school", town, MONDAY))[0]
    assert "Nobody else" not in read(urgent("school", with_urgent(route("999")), SATURDAY))[0]


def test_where_nothing_answers_the_emergency_number_is_there_all_the_same() -> None:
    town = with_urgent(route("01632 960101", hours=OFFICE))
    said = read(urgent("school", town, SATURDAY))
    assert said[1] == "Police, ambulance or fire: 999"
    assert "call 999" in said[0]


def test_where_else_to_turn_has_its_notes() -> None:
    said = read(other_routes("school", ANYTOWN, MONDAY))
    assert (
        "NSPCC whistleblowing advice line: 0800 028 0285 About how an organisation looks after "
        "children"
    ) in said


def _school() -> Agency:
    return next(a for a in ANYTOWN.agencies if a.id == "school")


def test_outside_hours_is_until_they_begin_and_from_their_end() -> None:
    duty = route("01632 960101", outside=OFFICE)
    assert answers_from(duty, _school(), SATURDAY) == SATURDAY
    assert answers_from(duty, _school(), MONDAY) == MONDAY.replace(hour=17)


def test_outside_hours_that_never_end_is_never_and_outside_none_is_always() -> None:
    always = Hours.model_validate(
        {"days": "monday to sunday", "opens": "00:00", "closes": "00:00",
         "open_on_bank_holidays": True}
    )  # fmt: skip
    assert answers_from(route("01632 960101", outside=always), _school(), MONDAY) is None

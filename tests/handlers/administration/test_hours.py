"""What differs of an agency's hours says which of them, and days as people read them."""

import pytest

from prompts.shapes import Facts
from prompts.words import speak
from tests.core.anytown import Page, Town
from tests.handlers.administration.changing import CSC, adds

AGENCY = {"en": "Anytown Children's Social Care", "cy": "Gofal Cymdeithasol Plant Anytown"}
DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"]
BEFORE = "2026-12-24\n2026-12-29 to 2026-12-31"


async def _changed(town: Town, **answers: str | list[str]) -> Page:
    hours = {"days": DAYS, "opens": "08:30", "closes": "17:30", "closed": BEFORE}
    form = await town.does("ruth", "administration.hours", CSC)
    return await form.fills({**hours, **answers})


def _rows(page: Page, language: str) -> list[tuple[str, str]]:
    [facts] = [block for block in page.form.blocks if isinstance(block, Facts)]
    return [(speak(what, language), speak(words, language)) for what, words in facts.rows]


@pytest.mark.parametrize(
    ("language", "place", "what"),
    [("en", "closed on", "Added: 14 July 2027"), ("cy", "ar gau ar", ": 14 Gorffennaf 2027")],
)
async def test_a_closed_day_that_is_added_is_called_so(
    town: Town, language: str, place: str, what: str
) -> None:
    page = await _changed(town, closed=f"{BEFORE}\n2027-07-14")
    [(where, told)] = _rows(page, language)
    assert where == f"{AGENCY[language]}: {place}"
    assert told.endswith(what)


async def test_days_in_a_row_are_told_as_one_and_only_those_that_differ(town: Town) -> None:
    page = await _changed(town, closed="2026-12-24 to 2026-12-31")
    days = "25 December 2026 to 28 December 2026"
    assert _rows(page, "en") == [(f"{AGENCY['en']}: closed on", f"Added: {days}")]
    page = await _changed(town, closed="2026-12-30")
    gone = "24 December 2026, 29 December 2026, 31 December 2026"
    assert _rows(page, "en") == [(f"{AGENCY['en']}: closed on", f"Taken out: {gone}")]
    page = await _changed(town, closed="")
    assert "Taken out: 24 December 2026, 29 December 2026 to 31" in _rows(page, "en")[0][1]


async def test_each_of_its_hours_is_called_what_it_is(town: Town) -> None:
    page = await _changed(town, opens="09:00", closes="16:00", bank="yes", days=DAYS[:4])
    assert [(place.partition(": ")[2], what) for place, what in _rows(page, "en")] == [
        ("days on which it is open", "Before: Monday to Friday. After: Monday to Thursday"),
        ("opens at", "Before: 08:30. After: 09:00"),
        ("closes at", "Before: 17:30. After: 16:00"),
        ("open on bank holidays", "Before: no. After: yes"),
    ]
    assert all(": " in place and what for place, what in _rows(page, "cy"))


async def test_what_a_file_changes_of_a_number_says_which_hours(town: Town) -> None:
    at = ("agencies", CSC, "front_door", "hours", "closes")
    hours = {"days": "monday to friday", "opens": "09:00", "closes": "17:00"}
    await adds(town, {at[:-1]: hours})
    await adds(town, {at: "16:00"})
    await town.core.ticks.follow()
    page = await town.does("ruth", "administration")
    page.sees("front door: closes at", "Before: 17:00. After: 16:00")

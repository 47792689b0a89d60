"""Days are read as people write them, and no others."""

from datetime import date

import pytest

from handlers.shared.days import read_day
from prompts.words import LANGUAGES, Day, speak

WRITTEN = [
    "2026-12-04",
    "04/12/2026",
    "4/12/2026",
    "4 December 2026",
    "04 dec 2026",
    "4 Rhagfyr 2026",
    "04/12/26",
    "4-Dec-26",
    "04.12.2026",
    "04-12-2026",
    "4th December 2026",
    "Friday, 4 December 2026",
    "4ydd o Ragfyr 2026",
    "04/12/2026 00:00",
    "2026-12-04 00:00:00",
    "2026-12-04T00:00:00.000Z",
    "4\u00a0December\u202f2026",
    "4‑12‑2026",
    "４/１２/２０２６",
]


@pytest.mark.parametrize("text", WRITTEN)
def test_a_day_is_read_with_the_day_before_the_month(text: str) -> None:
    assert read_day(text) == date(2026, 12, 4)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_that_we_write_is_read_again(language: str) -> None:
    for month in range(1, 13):
        day = date(2027, month, 28)
        assert read_day(speak(Day(day), language)) == day


@pytest.mark.parametrize(
    "text",
    ["", "31/02/2027", "12/24/2026", "04/12", "4 Decembre 2026", "04/12-2026", "tomorrow"],
)
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert read_day(text) is None

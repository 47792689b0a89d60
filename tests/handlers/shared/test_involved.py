"""Whom it is about, of those who would get it: asked only of those who say there is somebody."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.responses import JSONResponse

from bot.teams.render.cards import dialog
from prompts.shapes import Choice, Field, Line, Several, Tick
from prompts.words import speak
from tests.conftest import Stores
from tests.core.anytown import CONCERN, Page, Town, anytown
from tests.handlers.test_many import TEAMS_MOST, crowded

OPINION = {
    "danger": "no", "what": "Is it enough to look again?",
    "proposal": "We look again.", "soon": "day", "wanted": "1",
    "agency": "any", "role": "lead", "how": "named", "anyway": "yes",
}  # fmt: skip


def asked(page: Page, name: str) -> Field | None:
    return next((field for field in page.form.fields if field.name == name), None)


def people(page: Page) -> list[str]:
    field = asked(page, "left_out")
    assert isinstance(field, Several)
    return [speak(option.words, "en") for option in field.options]


async def test_nobody_is_listed_before_somebody_says_that_it_is_about_one_there(
    town: Town,
) -> None:
    page = await town.does("leila", "concern")
    assert isinstance(asked(page, "someone"), Tick)
    assert asked(page, "left_out") is None
    assert "Grace Okafor" not in page.text


async def test_it_waits_until_they_are_chosen_among_those_who_would_get_it(town: Town) -> None:
    page = await town.does("leila", "concern")
    again = await page.fills({**CONCERN, "someone": "yes"})
    again.sees("Nothing has gone out yet")
    assert people(again) == [
        "Grace Okafor, Anytown Children's Social Care",
        "Daniel Reid, Anytown Children's Social Care",
        "Ruth Ellison, Anytown Children's Social Care",
        "Amina Yusuf, Anytown Children's Social Care",
        # Outside, since it may come from somebody hidden: then two from there may get it.
        "Fiona Grant, Anytown NHS Health Trust",
        "Anne Foster, Anytown Community School",
    ]
    assert await town.column("thread", "id") == []
    sent = await again.fills({**CONCERN, "someone": "yes", "left_out": ["web:grace-okafor"]})
    sent.sees("We have your concern")
    await town.core.ticks.drain()
    assert town.cards("grace") == []
    assert town.cards("daniel")


async def test_after_another_agency_is_chosen_its_people_are_asked_about(town: Town) -> None:
    page = await town.does("leila", "concern")
    out = {"someone": "yes", "left_out": ["web:grace-okafor"]}
    again = await page.fills({**CONCERN, **out, "agency": "police"})
    again.sees("Nothing has gone out yet")
    assert "Priya Nair, Anytown Police" in people(again)
    assert "Grace Okafor, Anytown Children's Social Care" in people(again)


async def test_in_danger_they_are_asked_too(town: Town) -> None:
    page = await town.does("leila", "concern")
    again = await page.fills({**CONCERN, "danger": "yes", "someone": "yes"})
    again.sees("Nothing has gone out yet", "take the tick away")
    sent = await again.fills({**CONCERN, "danger": "yes"})
    sent.sees("We have your concern")


@pytest.fixture
async def many(sqlite_stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(sqlite_stores, tmp_path / "data", partnership=crowded()) as town:
        yield town


async def test_among_many_a_part_of_a_name_is_typed_first(many: Town) -> None:
    page = await many.does("leila", "second-opinion")
    again = await page.fills({**OPINION, "someone": "yes"})
    assert isinstance(asked(again, "someone_named"), Line)
    assert asked(again, "left_out") is None
    again = await again.fills({**OPINION, "someone": "yes", "someone_named": "a"})
    again.sees("More people than we can list")
    assert len(JSONResponse(dialog(again.form, "cy")).body) < TEAMS_MOST
    again = await again.fills({**OPINION, "someone": "yes", "someone_named": "Nobody Whatever"})
    again.sees("Nobody who would get it has a name like")
    again = await again.fills({**OPINION, "someone": "yes", "someone_named": "hillcrest primary"})
    assert len(people(again)) == 2
    assert len(JSONResponse(dialog(again.form, "cy")).body) < TEAMS_MOST
    assert all("Hillcrest Primary School" in line for line in people(again))


async def test_whoever_is_found_alone_is_left_out_only_once_it_is_sent_so(many: Town) -> None:
    page = await many.does("leila", "second-opinion")
    again = await page.fills({**OPINION, "someone": "yes", "someone_named": "grace okafor"})
    field = asked(again, "left_out")
    assert isinstance(field, Several)
    assert "web:grace-okafor" in {option.value for option in field.options}
    assert await many.column("thread", "id") == []
    out = {"someone": "yes", "someone_named": "grace okafor", "left_out": ["web:grace-okafor"]}
    (await again.fills({**OPINION, **out})).sees("We have your")


async def test_whoever_has_no_agency_is_asked_for_one_and_given_none(many: Town) -> None:
    nobodys = many.actor("grace")
    many.strangers["placeless"] = replace(nobodys, agency=None)
    page = await many.does("placeless", "concern")
    field = asked(page, "agency")
    assert isinstance(field, Choice)
    assert field.value == ""
    numbers = page.text
    assert "999" in numbers
    assert numbers.count("01632") <= 12
    refused = await page.fills({**CONCERN, "agency": ""})
    refused.refused("agency", "agency")

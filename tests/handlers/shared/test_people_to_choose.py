"""Lists of people to choose from: by the names their platforms show, and never two equal lines."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from prompts.shapes import Choice, Form, Several
from prompts.words import LANGUAGES, speak
from storage.directory.members import Seen
from storage.partnership import AgencyId, Partnership, PersonId, label
from tests.conftest import Stores
from tests.core.anytown import Town, anytown, example

POLICE = AgencyId("police")
SIAN, AMINA, OTHER, FALLBACK, TEAMS = (
    PersonId(id)
    for id in ("slack:T01:U01", "slack:T01:U02", "slack:T01:U03", "slack:T01:U04", "teams:te:ob")
)
ASKED = (("concern", "left_out"), ("standin", "person"), ("second-opinion", "left_out"))
ABOUT = {"someone": "yes", "agency": POLICE, "role": "lead"}
"""It is about somebody there: only then they are listed."""


def partnership() -> Partnership:
    """The example, with leads of the police who are on Slack and Teams."""
    first, *others = example().agencies
    assert first.id == POLICE
    roles = {"fallback": (FALLBACK,), "manager": (FALLBACK, OTHER)}
    police = first.model_copy(update={"leads": (SIAN, AMINA, TEAMS), "roles": roles})
    return example().model_copy(update={"agencies": (police, *others)})


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data", partnership=partnership()) as town:
        yield town


async def meets(town: Town, **names: str) -> None:
    """Their platforms say who some of them are."""
    ids = {"sian": SIAN, "amina": AMINA, "other": OTHER, "fallback": FALLBACK, "teams": TEAMS}
    seen = [Seen(ids[who], POLICE, name, "en", "{}") for who, name in names.items()]
    await town.core.members.remember(seen)


def lines(form: Form, name: str, language: str = "en") -> list[str]:
    """The people to choose from."""
    [field] = [f for f in form.fields if f.name == name]
    assert isinstance(field, Choice | Several)
    return [speak(option.words, language) for option in field.options]


async def read(town: Town, verb: str, name: str, language: str = "en") -> list[str]:
    """Those of the police, as somebody at a school reads them."""
    page = await town.does("leila", verb, answers=ABOUT)
    police = label(town.core.partnership.agency(POLICE).name, language)
    return [line for line in lines(page.form, name, language) if police in line]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("verb", "name"), ASKED)
async def test_no_two_read_the_same_whoever_is_known(
    town: Town, verb: str, name: str, language: str
) -> None:
    for known in ({}, {"sian": "Siân Morgan"}, {"sian": "Amina Khan", "amina": "AMINA  KHAN"}):
        await meets(town, **known)
        found = await read(town, verb, name, language)
        assert len(found) >= 3
        assert len({line.casefold() for line in found}) == len(found)


async def test_names_come_from_the_platform_they_are_on(town: Town) -> None:
    await meets(town, sian="Siân Morgan", teams="Pat Jones")
    assert await read(town, "concern", "left_out") == [
        "Siân Morgan, Anytown Police",
        "Lead 2 of 3, Anytown Police (name not known yet)",
        "Pat Jones, Anytown Police",
        "Colleague 1 of 2, Anytown Police (name not known yet)",
    ]


async def test_two_of_one_name_are_told_apart_by_their_part(town: Town) -> None:
    await meets(town, sian="Amina Khan", amina="Amina Khan", teams="Pat", fallback="Amina Khan")
    assert await read(town, "concern", "left_out") == [
        "Amina Khan (Lead 1 of 3), Anytown Police",
        "Amina Khan (Lead 2 of 3), Anytown Police",
        "Pat, Anytown Police",
        "Amina Khan (Colleague 1 of 2), Anytown Police",
    ]


async def test_it_is_said_in_welsh(town: Town) -> None:
    assert (await read(town, "concern", "left_out", "cy"))[1] == (
        "Arweinydd 2 o 3, Heddlu Anytown (enw heb ei wybod eto)"
    )


async def test_a_chosen_person_is_the_one_that_is_meant(town: Town) -> None:
    await meets(town, sian="Amina Khan", amina="Amina Khan")
    page = await town.does("leila", "standin")
    today = town.clock.now().date().isoformat()
    done = await page.fills(person=AMINA, first=today, last=today)
    done.sees("Stand-in named")
    assert await town.column("stand_in", "stand_in") == [AMINA]

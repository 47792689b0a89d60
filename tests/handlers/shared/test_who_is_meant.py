"""Whom a typed name means: surely only by whole words of it, and no two who read alike."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from prompts.shapes import Choice
from prompts.words import LANGUAGES, speak
from storage.directory.members import Seen
from storage.partnership import AgencyId, Partnership, PersonId, WebMember
from storage.typed.names import in_whole_words
from tests.conftest import Stores
from tests.core.anytown import Page, Town, anytown, example
from tests.core.tour_referrals import REFERRAL
from tests.handlers.challenge.acts import CHALLENGE

CSC, SCHOOL = AgencyId("childrens-social-care"), AgencyId("school")
THANKS = {"owner": "Haddad", "why": "spoke", "text": "Thank you!"}
TO_CSC = {**REFERRAL, "agency": CSC, "change_owner": "yes"}


@pytest.mark.parametrize(
    ("typed", "name", "sure"),
    [
        ("e", "Ruth Ellison", False),
        ("Ell", "Ruth Ellison", False),
        ("e ruth", "Ruth Ellison", True),
        ("r. elli", "Ruth Ellison", False),
        ("R. Ellison", "Ruth Ellison", True),
        ("Ruth E.", "Ruth Ellison", False),
        ("E", "Ruth E Ellison", False),
        ("ruth", "Ruth Ellison", True),
        ("Ellison, Ruth", "Ruth Ellison", True),
        ("Dr Ruth Ellison of the school", "Ruth Ellison", True),
        ("SIAN", "Siân Morgan", True),
        ("O Brien", "O'Brien", False),
        ("Pat O Brien", "Pat O’Brien", True),
        ("Li", "Li", True),
        ("?", "Ruth Ellison", False),
    ],
)
def test_only_whole_words_of_a_name_are_sure(typed: str, name: str, sure: bool) -> None:
    assert in_whole_words(typed, name) == sure


def partnership() -> Partnership:
    """The example, and another Leila at the school, whose name differs in its first letter."""
    twin = WebMember.model_validate(
        {"id": "web:twin-haddad", "agency": SCHOOL, "name": "leila Haddád",
         "title": {"en": "Teaching assistant", "cy": "Cynorthwyydd addysgu"}}
    )  # fmt: skip
    of = example()
    return of.model_copy(update={"members": (*of.members, twin)})


@pytest.fixture
async def town(sqlite_stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(sqlite_stores, tmp_path / "data", partnership=partnership()) as town:
        yield town


def asked(page: Page, language: str = "en") -> list[str]:
    """Who may be meant; what is chosen already has a star."""
    [field] = [f for f in page.form.fields if f.name == "owner_id"]
    assert isinstance(field, Choice)
    page.sees("Whom do you mean?")
    star = [o.value == field.value for o in field.options]
    lines = [speak(option.words, language) for option in field.options]
    return [line + "*" * chosen for line, chosen in zip(lines, star, strict=True)]


@pytest.mark.parametrize("typed", ["e", "Elli", "r e"])
async def test_a_referral_goes_to_nobody_whom_a_few_letters_fit_without_asking(
    town: Town, typed: str
) -> None:
    form = await town.does("kofi", "referral")
    page = await form.fills({**TO_CSC, "owner": typed})
    assert await town.column("referral", "owner") == []
    assert asked(page) == ["Ruth Ellison*"]
    sent = await page.fills({**TO_CSC, "owner": typed, "owner_id": "web:ruth-ellison"})
    sent.sees("Recorded", "asking Ruth Ellison")


async def test_whole_words_of_one_name_are_not_asked_about(town: Town) -> None:
    for typed in ("amina", "Ruth Ellison", "DANIEL"):
        page = await (await town.does("kofi", "referral")).fills({**TO_CSC, "owner": typed})
        page.sees("Recorded", "asking")


async def test_a_challenge_and_a_pause_ask_too(town: Town) -> None:
    page = await (await town.does("leila", "challenge")).fills({**CHALLENGE, "owner": "Elli"})
    assert asked(page) == ["Ruth Ellison", "None of these people. Send it to their managers"]
    ask = {"agency": CSC, "owner": "elli", "how": "named"}
    assert asked(await (await town.does("kofi", "pause.ask")).fills(ask)) == ["Ruth Ellison*"]
    role = {"holds": "manager", "leaver": "nobody", "owner": "elli"}
    page = await (await town.does("ruth", "administration.role", CSC)).fills(role)
    assert asked(page) == ["Ruth Ellison*"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_namesakes_are_told_apart_by_their_job_titles(town: Town, language: str) -> None:
    referral = {**TO_CSC, "agency": SCHOOL, "owner": "Haddad"}
    page = await (await town.does("kofi", "referral")).fills(referral)
    titles = {"en": ("Year 4 teacher", "Teaching"), "cy": ("Athrawes", "Cynorthwyydd addysgu")}
    found = asked(page, language)
    assert len(found) == 2
    for title in titles[language]:
        assert any(title in line for line in found), found
    thanks = await (await town.does("kofi", "thanks")).fills(THANKS)
    lines = asked(thanks)
    assert sorted(lines) == [
        "Leila Haddad (Year 4 teacher), Anytown Community School",
        "leila Haddád (Teaching assistant), Anytown Community School",
    ]


async def test_namesakes_without_titles_are_told_apart_by_their_part_or_their_id(
    town: Town,
) -> None:
    ends = ("0AB12", "0CB12")
    await town.core.members.remember(
        [Seen(PersonId(f"slack:T1:U{end}"), SCHOOL, "LEILA HADDAD", "en", "") for end in ends]
    )
    referral = {**TO_CSC, "agency": SCHOOL, "owner": "Haddad"}
    found = asked(await (await town.does("kofi", "referral")).fills(referral))
    assert len(set(map(str.casefold, found))) == len(found) == 4
    assert [line for line in found if "ends in AB12" in line]

"""Who can help: what is open now on top, one's own leads, and what anybody may know."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from starlette.responses import JSONResponse

from bot.cli.demo import EXAMPLE
from bot.slack.render.surfaces import modal
from bot.teams.render.cards import dialog
from bot.web.render.pages import page as drawn
from handlers.contract.people import Event
from handlers.help.page import public_page
from prompts.shapes import Form, Link, Numbers
from prompts.words import LANGUAGES, speak
from storage.partnership import Partnership, PartnershipError, Route, read_partnership
from storage.partnership.checks.fitting import DOORS_MOST
from tests.core.anytown import Town, example
from tests.county import FILE
from tests.peers.transcript import read
from tests.render.slack_limits import problems

MONDAY = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
SATURDAY = datetime(2026, 11, 28, 11, 0, tzinfo=UTC)
TEAMS_MOST = 30_000


async def test_ones_own_numbers_stand_above_ones_leads_and_what_everybody_may_know(
    town: Town,
) -> None:
    text = (await town.does("leila", "help")).text
    order = (
        "01632 960110", "Sarah Lloyd", "Anytown Children's Social Care, Front door",
        "NSPCC whistleblowing advice line", "Anytown escalation protocol (looked at on 2 November",
        "What Upstander does",
    )  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    for words in ("For: To refer a child", "Answered by: a social worker", "Looked at on 2 Nov"):
        assert words in text
    assert "Grace Okafor" not in text, "another agency's lead"


async def test_it_says_who_stands_in_for_a_lead_who_is_away(town: Town) -> None:
    answers = {"person": "web:james-holt", "first": "2026-11-23", "last": "2026-11-24"}
    (await town.does("sarah", "standin.send", answers=answers)).sees("Stand-in named")
    (await town.does("leila", "help")).sees("Away today. James Holt stands in.")


async def test_every_home_leads_there(town: Town) -> None:
    for who in ("leila", "grace"):
        page = await (await town.does(who, "mine")).presses("Who can help")
        page.sees("Who listens in your agency", "999")


async def test_somebody_without_an_agency_sees_what_is_public_and_no_lead(town: Town) -> None:
    actor = town.actor("grace")
    town.strangers["grace"] = replace(actor, agency=None)
    page = await town.does("grace", "help")
    page.sees("999", "Front door", "Protect").sees_not("Sarah Lloyd", "Grace Okafor")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_public_page_names_no_person(language: str) -> None:
    for file in (EXAMPLE, FILE):
        town = read_partnership(file)
        text = read(public_page(town, MONDAY), language)
        assert [m.name for m in town.members if m.name in text] == []
        assert "999" in text


def _numbers(form: Form, title: str) -> Numbers:
    [found] = [s for s in form.sections if speak(s.title, "en") == title]
    [numbers] = found.blocks
    assert isinstance(numbers, Numbers)
    return numbers


def test_a_front_door_goes_by_its_own_agencys_clock_and_those_open_now_stand_first() -> None:
    doors = [
        _numbers(public_page(read_partnership(FILE), now), "Front doors")
        for now in (MONDAY, SATURDAY)
    ]
    for found in doors:
        assert len(found.rows) == 8
    weekend = [speak(row.note, "en") if row.note else "" for row in doors[1].rows]
    assert "Police" in speak(doors[1].rows[0].who, "en")
    assert ["Closed now." in note for note in weekend] == [False] + [True] * 7


def _at_its_most() -> Partnership:
    """As many doors, routes and policies as the file may have, each in many words."""
    town = example()
    words = {"en": "w" * 40, "cy": "ŵ" * 40}
    door = Route(
        name=words, number="01632 960110", note=words, purpose=words, answered_by=words,
        checked=date(2026, 11, 2),
    )  # fmt: skip
    agency = town.agencies[1]
    doors = [
        agency.model_copy(update={"id": f"a{n}", "front_door": door}) for n in range(DOORS_MOST)
    ]
    routes = (town.other_routes * 7)[:20]
    return town.model_copy(
        update={
            "agencies": (*town.agencies, *doors),
            "other_routes": routes,
            "policies": town.policies * 6,
        }
    )


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_longest_page_fits_every_platform(language: str) -> None:
    form = public_page(_at_its_most(), SATURDAY)
    assert problems(modal(form, language, Event("help"))) == []
    card = JSONResponse(dialog(form, language)).body  # as it goes over the wire
    assert len(card) < TEAMS_MOST
    page = drawn(form, language)
    assert page.count('href="tel:') == DOORS_MOST + 1 + 20 + 1  # and the example's own door
    links = [b for s in form.sections for b in s.blocks if isinstance(b, Link)]
    assert page.count('href="https://anytown.example/policies/') == len(links) == 12


WRONG = {
    "    link: https://anytown.example/policies/escalation": (
        "    link: javascript:alert(1)", "this is not a web address"),
    "    checked: 2026-10-19": ("    checked: 19 October", "this is not a date"),
    "    kind: reporting": ("    kind: other", "this is not one of the choices"),
    "      answered_by: { en: a social worker, cy: gweithiwr cymdeithasol }": (
        "      answered: a social worker", "there is no such setting"),
    '      number: "01632 960110"\n      hours': (
        "      number: 1632960110\n      hours", "a number without quotes"),
}  # fmt: skip


@pytest.mark.parametrize("right", WRONG)
def test_what_is_wrong_is_told_with_its_line(right: str, tmp_path: Path) -> None:
    wrong, what = WRONG[right]
    text = EXAMPLE.read_text("utf-8")
    assert text.count(right) == 1
    line = 1 + text[: text.index(right)].count("\n")
    file = tmp_path / "town.yaml"
    file.write_text(text.replace(right, wrong), encoding="utf-8")
    with pytest.raises(PartnershipError) as refused:
        read_partnership(file)
    [problem] = refused.value.problems
    assert (problem.line, what in problem.what) == (line, True), problem


def test_more_front_doors_than_a_page_lists_are_refused_once(tmp_path: Path) -> None:
    text = FILE.read_text("utf-8")
    door = '    front_door: { name: Door, number: "01632 960110" }\n'
    text = text.replace("    sector: education\n", f"    sector: education\n{door}")
    (tmp_path / "county.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PartnershipError) as refused:
        read_partnership(tmp_path / "county.yaml")
    [problem] = refused.value.problems
    assert problem.what.endswith("there are more front doors than one page can list")
    assert problem.line
    assert door.strip() in text.splitlines()[problem.line - 1]

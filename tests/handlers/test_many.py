"""With 250 agencies and 800 people every form fits every platform, and everybody can be chosen."""

import asyncio
import json
from collections.abc import Callable, Iterator
from cProfile import Profile
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from jsonschema import Draft6Validator
from starlette.responses import JSONResponse

from bot.cli.demo import EXAMPLE
from bot.slack.render.fields import suggestions
from bot.slack.render.surfaces import modal
from bot.teams.render.cards import dialog
from handlers.contract.people import Event
from handlers.shared.people.fallback import fallbacks
from prompts.shapes import Choice, Form, Several
from prompts.words import LANGUAGES, say, speak
from storage.partnership import Partnership
from storage.partnership.loading import Written, read_partnership, read_written, understood
from storage.schema.values import How
from tests.bench import many
from tests.conftest import Stores
from tests.core.anytown import anytown
from tests.core.tour import tour
from tests.county import FILE, county
from tests.render.slack_limits import problems, suggested

TEAMS_MOST, SLACK_MOST, WEB_MOST = 30_000, 250_000, 100_000
"""Bytes of a dialog, of a view, and of a page."""
KEPT = {"fallback", "manager", "stand_in"}


def _schema() -> Draft6Validator:
    """The published schema, with the style that Microsoft documents for lists one types into."""
    text = files("adaptive_cards").joinpath("schemas/schema-1.5.json").read_text("utf-8")
    schema = json.loads(text)
    schema["definitions"]["ChoiceInputStyle"]["anyOf"].append({"enum": ["filtered"]})
    return Draft6Validator(schema)


SCHEMA = _schema()


@cache
def _crowded() -> Written:
    """Anytown among the county's agencies, so that the tour finds its own people there."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "county.yaml"
        # Some people of either have the same name.
        file.write_text(county().replace("web:", "web:county-"), encoding="utf-8")
        many: Any = read_written(file).tree
    here: Any = read_written(EXAMPLE).tree
    first, *others = here["agencies"]
    beside = [
        agency | {"roles": {r: p for r, p in agency.get("roles", {}).items() if r in KEPT}}
        for agency in many["agencies"]
        if agency["id"] != first["id"]
    ]
    agencies, members = [first, *beside, *others], [*here["members"], *many["members"]]
    tree = {**here, "agencies": agencies, "members": members}
    partnership, wrong = understood(tree)
    assert partnership is not None
    assert wrong == []
    return Written(tree, partnership)


def crowded() -> Partnership:
    """Anytown among 250 agencies and 800 people."""
    return _crowded().partnership


async def _toured(stores: Stores, folder: Path) -> list[Form]:
    async with anytown(stores, folder, partnership=_crowded()) as town:
        await tour(town)
        return town.shown


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> list[Form]:
    """Every form that anybody is shown on the whole tour."""
    folder = tmp_path_factory.mktemp("many")
    main, keyring = (f"sqlite+aiosqlite:///{folder / name}.db" for name in ("main", "keyring"))
    found = asyncio.run(_toured(Stores(main, keyring, "sqlite"), folder))
    return [form for form in found if form.submit is not None]


def test_the_file_is_what_the_script_makes() -> None:
    assert FILE.read_text("utf-8") == county()
    made = read_partnership(FILE)
    assert (len(made.agencies), len(made.members)) == (250, 800)
    assert sum(agency.sector == "education" for agency in made.agencies) == 180


def _choices(forms: list[Form]) -> Iterator[tuple[Form, Choice | Several]]:
    yield from (
        (form, field)
        for form in forms
        for field in form.fields
        if isinstance(field, Choice | Several)
    )


def test_every_form_that_asks_for_an_agency_has_all_of_them(shown: list[Form]) -> None:
    # The lead's list is narrowed to an agency of which something waits.
    all_of_them = (c for c in _choices(shown) if c[1].label != say("desk-agency-label"))
    asked = {form.verb: f for form, f in all_of_them if f.name == "agency"}
    assert {
        "concern.send", "challenge.send", "referral.send", "second-opinion.send",
        "thread.pass.send", "challenge.point.send", "pause.ask.send", "standin.send",
    } <= asked.keys()  # fmt: skip
    everyone = {agency.id for agency in crowded().agencies}
    for field in asked.values():
        assert len(everyone - {option.value for option in field.options}) <= 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_fits_slack(shown: list[Form], language: str) -> None:
    for form in shown:
        view = modal(form, language, Event(form.verb, form.subject))
        assert problems(view) == [], form.verb
        assert len(json.dumps(view).encode()) < SLACK_MOST


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_slack_searches_is_found_by_its_name(
    shown: list[Form], language: str
) -> None:
    # Each list once: forms that are shown again have the same.
    long = {(form.verb, field.name): field for form, field in _choices(shown)}
    for field in (each for each in long.values() if len(each.options) > 100):
        assert suggested({"options": suggestions(field, "", language)}) == []
        for option in field.options[::7]:
            named = speak(option.words, language)
            found = suggestions(field, named, language)
            assert option.value in {each["value"] for each in found}, named


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_dialog_fits_teams(shown: list[Form], language: str) -> None:
    for form in shown:
        card = dialog(form, language)
        size = len(JSONResponse(card).body)
        assert size < TEAMS_MOST, (form.verb, size)
        assert [error.message[:200] for error in SCHEMA.iter_errors(card)] == []


def test_no_question_is_a_wall_of_boxes(shown: list[Form]) -> None:
    for form, field in _choices(shown):
        boxes = isinstance(field, Several) or field.look == "radio"
        assert not boxes or len(field.options) <= 20, (form.verb, field.name)


@pytest.mark.parametrize("platform", many.RENDERS)
def test_what_it_takes_to_show_a_form_grows_no_faster_than_the_agencies(platform: str) -> None:
    render, whole = many.RENDERS[platform], read_partnership(FILE)
    half = whole.model_copy(update={"agencies": whole.agencies[:125]})
    for large, small in zip(many.forms(whole), many.forms(half), strict=True):
        render(large)  # whatever is looked up once is by then
        assert _calls(partial(render, large)) < 2.5 * _calls(partial(render, small))


def test_whom_to_ask_in_the_end_is_found_in_one_walk_through_the_file() -> None:
    whole = read_partnership(FILE)
    half = whole.model_copy(update={"agencies": whole.agencies[:125]})
    large, small = (
        _calls(partial(fallbacks, there.agencies[0].id, How.ANONYMOUS, there))
        for there in (whole, half)
    )
    assert large < 2.5 * small


def _calls(act: Callable[[], object]) -> int:
    """How many functions are called: on a busy machine a duration says little."""
    profile = Profile()
    profile.runcall(act)
    return sum(entry.callcount for entry in profile.getstats())

"""What every command owes people, whoever writes it: nobody has to remember to test for it."""

import asyncio
import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bot.slack.render.surfaces import card as slack_card
from bot.slack.render.surfaces import home, modal
from bot.teams.render.cards import dialog, message
from bot.teams.render.text import weight
from bot.web.render.pages import page
from handlers.contract.people import Event
from handlers.registry import commands, verbs
from prompts import words
from prompts.shapes import Card, Form
from prompts.words import LANGUAGES, Term, Words
from tests.conftest import Stores
from tests.core.anytown import Town, anytown
from tests.core.tour import tour
from tests.peers.transcript import read, words_of
from tests.render.slack_limits import problems

TEAMS_MOST = 80 * 1024


async def _toured(stores: Stores, folder: Path) -> Town:
    async with anytown(stores, folder) as town:
        await tour(town)
    return town


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """What everybody was shown on the whole tour, which is gone through once."""
    folder = tmp_path_factory.mktemp("tour")
    main, keyring = (f"sqlite+aiosqlite:///{folder / name}.db" for name in ("main", "keyring"))
    return asyncio.run(_toured(Stores(main, keyring, "sqlite"), folder))


def _terms(said: Words) -> Iterator[Term]:
    if isinstance(said, Term):
        yield said
        for value in said.values.values():
            if isinstance(value, Term):
                yield from _terms(value)


def _schema() -> jsonschema.Draft7Validator:
    text = (files("adaptive_cards") / "schemas" / "schema-1.5.json").read_text("utf-8")
    return jsonschema.Draft7Validator(json.loads(text))


def _in_schema(schema: jsonschema.Draft7Validator, card: dict[str, Any]) -> list[str]:
    return [error.message[:200] for error in schema.iter_errors(card)]


@pytest.mark.parametrize("command", sorted(c.name for c in commands().values() if c.typed))
async def test_every_typed_command_opens_without_answers(
    command: str, sqlite_stores: Stores, tmp_path: Path
) -> None:
    async with anytown(sqlite_stores, tmp_path / "data") as town:
        assert len((await town.does("sarah", command)).text) > 20


def test_everything_that_can_be_done_was_done_and_is_complete_in_both_languages(
    toured: Town,
) -> None:
    assert toured.done == set(verbs())
    shapes: list[Form | Card] = [*toured.shown, *toured.client.versions]
    used = {term.id for shape in shapes for said in words_of(shape) for term in _terms(said)}
    assert len(used) > 150
    for language in LANGUAGES:
        assert {id for id in used if not words._bundle(language).has_message(id)} == set()


@pytest.mark.postgres
async def test_everything_that_can_be_done_can_be_done_on_postgresql(
    postgres_stores: Stores, tmp_path: Path
) -> None:
    assert (await _toured(postgres_stores, tmp_path / "data")).done == set(verbs())


def test_whatever_sends_a_form_may_change_what_it_is_about() -> None:
    # Only such a verb takes its turn with the clock that releases what waits.
    sending = {name: verb for name, verb in verbs().items() if name.endswith(".send")}
    assert [name for name, verb in sending.items() if not verb.changes] == []


def test_everything_fits_every_platform(toured: Town) -> None:
    schema = _schema()
    wrong: set[str] = set()
    for language in LANGUAGES:
        for form in {repr(form): form for form in toured.shown}.values():
            wrong |= set(problems(modal(form, language, Event(form.verb))))
            if form.submit is None:
                wrong |= set(problems(home(form, language)))
            drawn = dialog(form, language)
            wrong |= set(_in_schema(schema, drawn))
            assert weight(drawn) < TEAMS_MOST
            assert "</html>" in page(form, language)
        for shape in {repr(card): card for card in toured.client.versions}.values():
            wrong |= set(problems(slack_card(shape, language)))
            wrong |= set(_in_schema(schema, message(shape, language)))
            assert weight(message(shape, language)) < TEAMS_MOST
    assert wrong == set()


def test_no_card_carries_what_was_said(toured: Town) -> None:
    said = ("meeting ended", "CASE-17", "07700", "happened on the street", "I am on it",
            "When was it", "On Friday", "will wait next time", "A decision, please", "Mary Smith",
            "The family moved", "Wrong team", "Half of it", "All of it",
            "know the family", "still on it", "The minutes, please", "It was found")  # fmt: skip
    names = ("Leila Haddad", "Siân Morgan", "Kofi Mensah")
    for card in toured.client.versions:
        text = read(card)
        assert [word for word in (*said, *names) if word in text] == []


def test_only_a_referrals_card_carries_its_reference(toured: Town) -> None:
    # A case number both agencies know, and no name: so that a lead can tell fifty of them apart.
    for card in toured.client.versions:
        opened = {button.verb.partition(".")[0] for button in card.buttons}
        assert ("MASH-" in read(card)) == (opened == {"referral"})

"""What every command owes people, whoever writes it: nobody has to remember to test for it."""

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bot.base.requests import RefusedRequest
from bot.cli.demo import EXAMPLE
from bot.slack.render.surfaces import card as slack_card
from bot.slack.render.surfaces import home, modal
from bot.teams.render.cards import dialog, message
from bot.teams.render.text import weight
from bot.web.forms import checked_subject
from bot.web.render.pages import page
from handlers.contract.people import Event
from handlers.registry import commands, verbs
from prompts import words
from prompts.shapes import Button, Callout, Card, Choice, Form, Numbers
from prompts.words import LANGUAGES, Term, Words, speak
from storage.partnership.loading import read_written
from tests.conftest import Stores
from tests.core.anytown import Town, anytown
from tests.core.tour import tour
from tests.peers.transcript import buttons_of, read, words_of
from tests.render.slack_limits import problems

TEAMS_MOST = 80 * 1024
SAID = ("text", "title", "label", "placeholder", "errorMessage", "altText", "id", "value")
PARTS = ("body", "actions")
NARROWS = ("mine.desk", "mine.narrow")


def _web_takes(button: Button) -> bool:
    """Tells whether the web takes this press; a list that is narrowed has an address there."""
    try:
        checked_subject("" if button.verb in NARROWS else button.subject)
    except RefusedRequest:
        return False
    return True


async def _toured(stores: Stores, folder: Path) -> Town:
    async with anytown(stores, folder, partnership=read_written(EXAMPLE)) as town:
        await tour(town)
    return town


def _terms(said: Words) -> Iterator[Term]:
    if isinstance(said, Term):
        yield said
        for value in said.values.values():
            if isinstance(value, Term):
                yield from _terms(value)


def _schema() -> jsonschema.Draft7Validator:
    text = (files("adaptive_cards") / "schemas" / "schema-1.5.json").read_text("utf-8")
    return jsonschema.Draft7Validator(json.loads(text))


def _in_schema(cards: list[dict[str, Any]]) -> set[str]:
    """What the schema has against any of them: of all their parts that differ in more than words,
    one card is made, since it takes each for itself."""
    silent = [_without_words(card) for card in cards]
    shells = _different([{**card, **{name: [] for name in PARTS}} for card in silent])
    parts = {name: _different([p for card in silent for p in card.get(name, [])]) for name in PARTS}
    schema = _schema()
    made = [{**shells[0], **parts}, *shells[1:]]
    errors = (error for card in made for error in schema.iter_errors(card))
    return {error.message[:200] for error in errors}


def _different(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({json.dumps(one, sort_keys=True): one for one in found}.values())


def _without_words(part: Any) -> Any:
    """The same card, saying nothing: what the schema takes any text or data for."""
    if isinstance(part, list):
        return [_without_words(each) for each in part]
    if not isinstance(part, dict):
        return part
    return {
        name: "" if name in SAID and isinstance(value, str) else _without_words(value)
        for name, value in part.items()
        if name != "data"
    }


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
        assert {id for id in used if not words._tongue(language).knows(id)} == set()


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
    wrong: set[str] = set()
    in_teams: list[dict[str, Any]] = []
    for language in LANGUAGES:
        for form in {repr(form): form for form in toured.shown}.values():
            wrong |= set(problems(modal(form, language, Event(form.verb))))
            if form.submit is None:
                wrong |= set(problems(home(form, language)))
            in_teams.append(dialog(form, language))
            assert "</html>" in page(form, language)
            wrong |= {b.verb for b in buttons_of(form) if not _web_takes(b)}
        for shape in {repr(card): card for card in toured.client.versions}.values():
            wrong |= set(problems(slack_card(shape, language)))
            in_teams.append(message(shape, language))
    assert max(weight(card) for card in in_teams) < TEAMS_MOST
    assert wrong | _in_schema(in_teams) == set()
    unknown = {"type": "Container", "items": [{"type": "TextBlok", "text": "?"}]}
    assert _in_schema([*in_teams[:3], {**in_teams[3], "body": [unknown]}])


def test_what_ends_in_a_colon_has_its_numbers_below_it_and_a_list_below_a_heading_is_no_note(
    toured: Town,
) -> None:
    ends = {
        speak(shown.words, "en")
        for form in toured.shown
        for shown in _callouts(form)
        if speak(shown.words, "en").endswith(":")
    }
    assert ends == set()
    lists = (b for f in toured.shown for s in f.sections for b in s.blocks)
    assert {b.tone for b in lists if isinstance(b, Numbers)} == {None}


def _callouts(form: Form) -> Iterator[Callout]:
    blocks = (*form.blocks, *(b for s in form.sections for b in s.blocks))
    revealed = (r for f in form.fields if isinstance(f, Choice) for r in f.reveals.values())
    yield from (b for b in (*blocks, *revealed) if isinstance(b, Callout))


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

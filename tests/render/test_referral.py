"""The form of a referral, in all its states and both languages, within every platform's limits."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft6Validator

from bot.demo import EXAMPLE
from bot.slack.render import card, modal
from bot.teams.render import dialog, message
from bot.teams.text import weight
from bot.web.render import page
from handlers.contract import Event
from handlers.referral import REFERENCE_MOST, TEXT_MOST, referral_form
from handlers.referral_cards import owner_card, referrer_card
from handlers.referral_making import NAME_MOST
from prompts.shapes import Callout, Card, Form, Option
from prompts.words import LANGUAGES, Plain, say, speak
from storage.partnership.reading import read_partnership
from storage.tables import Referral, Thread
from tests.core.anytown import MONDAY
from tests.peers.teams_person import everything, texts
from tests.render import slack_limits

Json = dict[str, Any]
SCHEMA = Draft6Validator(
    json.loads(files("adaptive_cards").joinpath("schemas/schema-1.5.json").read_text("utf-8"))
)
ANYTOWN = read_partnership(EXAMPLE)
FULL = {
    "reference": "r" * REFERENCE_MOST, "kind": "other", "due": "2026-12-24",
    "what": "w" * TEXT_MOST, "agency": "childrens-social-care",
    "owner": "o" * NAME_MOST, "role": "manager",
}  # fmt: skip
WRONG = {
    "reference": say("missing-referral-reference"), "kind": say("missing-kind"),
    "due": say("referral-day-gone"), "what": say("too-long", most=TEXT_MOST),
    "agency": say("missing-agency"), "owner": say("referral-owner-unknown"),
    "role": say("missing-role"),
}  # fmt: skip
DOUBT = Callout(say("doubt-identifies", words=Plain("“Mary Smith”, " * 40)), "warn")
OWNERS = tuple(Option(f"slack:T0{n}:U{n:09}", Plain(f"Sam Jones {n}")) for n in range(8))


def _states() -> Iterator[tuple[str, Form]]:
    """As it opens, with every error there is, full, and with a doubt and several owners."""
    empty = referral_form(Event("referral"), ANYTOWN)
    full = Event("referral.send", "", FULL)
    yield "empty", empty
    yield "errors", replace(empty, errors=WRONG)
    yield "full", referral_form(full, ANYTOWN)
    yield "doubt", replace(referral_form(full, ANYTOWN, (DOUBT,), OWNERS), token="t" * 22)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_is_within_slacks_limits_and_nothing_is_cut(language: str) -> None:
    for name, form in _states():
        view = modal(form, language, Event("referral"))
        assert slack_limits.problems(view) == [], name
        assert "…" not in json.dumps(view, ensure_ascii=False), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_is_a_card_that_teams_shows(language: str) -> None:
    for name, form in _states():
        shown = dialog(form, language)
        assert [error.message for error in SCHEMA.iter_errors(shown)] == [], name
        assert weight(shown) < 40_000, name
        asked = [e["id"] for e in everything(shown) if "Input." in str(e.get("type"))]
        assert asked == [f.name for f in form.fields], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_is_a_page_that_is_whole(language: str) -> None:
    for name, form in _states():
        html = page(form, language)
        ids = re.findall(r'\sid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), name
        assert [f.name for f in form.fields if f'name="{f.name}"' not in html] == [], name
        for words in form.errors.values():
            assert speak(words, language) in html.replace("&#39;", "'"), name


def test_each_error_stands_beside_its_question() -> None:
    form = dict(_states())["errors"]
    shown = modal(form, "en", Event("referral"))["blocks"]
    for name, words in form.errors.items():
        at = next(n for n, b in enumerate(shown) if b.get("block_id", "").endswith(f":{name}"))
        assert speak(words, "en") in shown[at - 1]["elements"][0]["text"]


def test_only_what_must_be_there_is_asked_for() -> None:
    """Somebody who knows neither a name nor a day isn't held up."""
    view = modal(dict(_states())["empty"], "en", Event("referral"))
    optional = {
        b["block_id"].rpartition(":")[2]: b["optional"]
        for b in view["blocks"]
        if b["type"] == "input"
    }
    assert {name for name, may in optional.items() if may} >= {"due", "owner"}


def _cards() -> Iterator[Card]:
    thread = Thread(
        partnership_id=ANYTOWN.id, id="t" * 16, command="referral", how="named", about="",
        topic="referral", danger=False, agency="childrens-social-care", told_agency="school",
        return_ref="", release="now", state="picked", day=MONDAY.date(),
    )  # fmt: skip
    referral = Referral(
        partnership_id=ANYTOWN.id, thread_id=thread.id, kind="referral-decision", began=MONDAY,
        due_at=MONDAY, answer_by=MONDAY, rules="", role="lead", heard="asked",
    )  # fmt: skip
    longest = "R" * REFERENCE_MOST
    yield owner_card(thread, referral, longest, ANYTOWN, say("referral-nudge"))
    yield referrer_card(thread, referral, longest, ANYTOWN, say("referral-heard-back"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_names_the_whole_reference_and_the_hour_it_is_due(language: str) -> None:
    for shape in _cards():
        sent = card(shape, language)
        assert slack_limits.problems(sent) == []
        for drawn in (json.dumps(sent["blocks"]), texts(message(shape, language))):
            assert "R" * REFERENCE_MOST in drawn
            assert "11:00" in drawn

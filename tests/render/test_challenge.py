"""The longest form there is, in all its states and both languages, within every platform's limits;
and the code of a receipt, which can be read and copied on each of them."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft6Validator
from starlette.responses import JSONResponse

from bot.cli.demo import EXAMPLE
from bot.core.forms import drafted
from bot.slack.render.surfaces import card, modal
from bot.teams.render.cards import dialog, message
from bot.web.render.pages import page
from handlers.challenge.drafting import LEVELS, REASONS
from handlers.challenge.form import challenge_form, problems
from handlers.contract.people import Event
from handlers.shared.steps.warnings import beside, to_check
from prompts.folding import is_fold, opened_at
from prompts.shapes import Callout, Card, Facts, Form, Option, Said, Text
from prompts.words import LANGUAGES, Day, Plain, say, speak
from storage.partnership import AgencyId
from storage.partnership.loading import read_partnership
from tests.core.anytown import MONDAY
from tests.peers.teams_person import everything, texts
from tests.render import slack_limits

Json = dict[str, Any]
SCHEMA = Draft6Validator(
    json.loads(files("adaptive_cards").joinpath("schemas/schema-1.5.json").read_text("utf-8"))
)
ANYTOWN = read_partnership(EXAMPLE)
CODE = "7Q2M8XKD0V5RTN4HC3WZ"
TEAMS_MOST = 30_000
"""Bytes of a dialog as it is sent."""
FULL = {
    "danger": "yes", "decision": "d" * 200, "reference": "r" * 60, "owner": "o" * 100,
    "agency": "school", "topic": "voice-missing", "what": "w" * 2000, "ask": "a" * 200,
    "level": "escalate", "how": "anonymous", "replies": "receipt", "release": "slot",
    "tell_agency": "yes", "keeps": "yes",
}  # fmt: skip
DOUBTS = {
    name: Callout(Plain(f"Doubt about {name}: " + "x" * 400), "warn")
    for name in ("what", "decision", "how")
}
OWNERS = tuple(Option(f"slack:T0{n}:U{n:09}", Plain(f"Sam Jones {n}")) for n in range(8))


def _said(form: Form, language: str) -> Form:
    return replace(form, fields=tuple(drafted(f, language) for f in form.fields), token="t" * 22)


def _states(language: str) -> Iterator[tuple[str, Form]]:
    """As it opens, with errors, drafted at each level, with doubts and several owners."""
    own = AgencyId("school")
    empty = challenge_form(own, Event("challenge"), ANYTOWN, MONDAY)
    yield "empty", empty
    yield "errors", replace(empty, errors=problems(Event("challenge.send"), ANYTOWN))
    for level in LEVELS:
        asked = Event("challenge.send", "", {**FULL, "level": level})
        yield f"drafted-{level}", challenge_form(own, asked, ANYTOWN, MONDAY, drafting=True)
    sent = Event("challenge.send", "", {**FULL, "anyway": "", "sentence": "s" * 2000})
    doubted = challenge_form(own, sent, ANYTOWN, MONDAY, OWNERS, drafting=True)
    yield "doubts", to_check(beside(doubted, DOUBTS, sent), "sentence", "owner_id")
    for how in ("named", "confidence"):
        chosen = Event("challenge.send", "", {**FULL, "how": how})
        drafted_so = challenge_form(own, chosen, ANYTOWN, MONDAY, drafting=True)
        yield how, beside(drafted_so, DOUBTS, chosen)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_is_within_slacks_limits_and_nothing_is_cut(language: str) -> None:
    for name, form in _states(language):
        view = modal(_said(form, language), language, Event("challenge"))
        assert slack_limits.problems(view) == [], name
        assert [text for text in _texts(view) if text.endswith("…")] == [], name


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for part in node:
            yield from _texts(part)
    if isinstance(node, dict):
        if isinstance(node.get("text"), str):
            yield node["text"]
        for part in node.values():
            yield from _texts(part)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_is_a_card_that_teams_shows(language: str) -> None:
    for name, form in _states(language):
        shown = dialog(_said(form, language), language, {"link": "https://a.example", "tells": ""})
        assert [error.message for error in SCHEMA.iter_errors(shown)] == [], name
        assert len(JSONResponse(shown).body) < TEAMS_MOST, name
        asked = [e["id"] for e in everything(shown) if "Input." in str(e.get("type"))]
        assert sorted(asked) == sorted(f.name for f in form.fields if not is_fold(f)), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_is_a_page_that_is_whole(language: str) -> None:
    for name, form in _states(language):
        html = page(_said(form, language), language)
        ids = re.findall(r'\sid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), name
        assert [f.name for f in form.fields if f'name="{f.name}"' not in html] == [], name
        for words in form.errors.values():
            assert speak(words, language).partition("“")[0] in html.replace("&#39;", "'"), name


def test_each_error_stands_beside_its_question() -> None:
    form = dict(_states("en"))["errors"]
    form = opened_at(form, form.errors)
    assert set(form.errors) == {"danger", "decision", "agency", "topic", "what", "level", "how"}
    shown = modal(form, "en", Event("challenge"))["blocks"]
    for name, words in form.errors.items():
        at = next(n for n, b in enumerate(shown) if b.get("block_id", "").endswith(f":{name}"))
        assert speak(words, "en") in shown[at - 1]["elements"][0]["text"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", REASONS)
def test_a_sentence_is_drafted_in_the_persons_own_language(topic: str, language: str) -> None:
    asked = Event("challenge.send", "", {**FULL, "topic": topic, "decision": "Closing it."})
    view = modal(
        _said(challenge_form(None, asked, ANYTOWN, MONDAY, drafting=True), language),
        language,
        asked,
    )
    first = next(b["element"] for b in view["blocks"] if b["type"] == "input")
    assert speak(say(f"because-{topic}"), language) in first["initial_value"]
    assert "Closing it:" not in first["initial_value"]


def test_a_day_is_written_as_people_write_it_on_every_platform() -> None:
    due = Day(MONDAY.date())
    shown = Card(
        Plain("A card"), (Facts(((Plain("By"), due),)), Text(say("listed-challenge", day=due)))
    )
    form = Form(shown.title, blocks=shown.blocks)
    for language, written in (("en", "23 November 2026"), ("cy", "23 Tachwedd 2026")):
        for drawn in (
            json.dumps(card(shown, language)["blocks"]),
            json.dumps(modal(form, language, Event("x"))["blocks"]),
            texts(message(shown, language)),
            texts(dialog(form, language)),
            page(form, language),
        ):
            assert drawn.count(written) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_of_a_receipt_stands_apart_and_can_be_copied(language: str) -> None:
    said = Said(say("receipt-yours"), CODE)
    form = Form(say("challenge-sent-title"), blocks=(said, Callout(say("receipt-keep"), "warn")))
    slack = [b["text"] for b in modal(form, language, Event("x"))["blocks"] if "text" in b]
    assert [t["type"] for t in slack if t["text"] == CODE] == ["plain_text"]
    runs = [e["text"] for e in everything(dialog(form, language)) if e.get("type") == "TextRun"]
    assert runs.count(CODE) == 1
    assert f"<blockquote>{CODE}</blockquote>" in page(form, language)

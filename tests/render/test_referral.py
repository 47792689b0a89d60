"""The form of a referral, in all its states and both languages, within every platform's limits."""

import json
import re
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft6Validator
from sqlalchemy.ext.asyncio import AsyncSession

from bot.cli.demo import EXAMPLE
from bot.slack.render.surfaces import card, modal
from bot.teams.render.cards import dialog, message
from bot.teams.render.text import weight
from bot.web.render.pages import page
from handlers.contract.people import Event
from handlers.referral.cards import owner_card, referrer_card
from handlers.referral.case import ReferralCase
from handlers.referral.form import TEXT_MOST, referral_form
from handlers.shared.questions import NAME_MOST, REFERENCE_MOST
from handlers.shared.steps.warnings import beside, to_check
from prompts.folding import is_fold, opened_at
from prompts.shapes import Button, Callout, Card, Form, Option, Said
from prompts.words import LANGUAGES, Day, Plain, say, speak
from storage.crypto.keys import Keys
from storage.crypto.secrets_file import RootSecret
from storage.partnership import Partnership
from storage.partnership.loading import read_partnership
from storage.repository import Repository
from storage.schema import Referral, Thread
from storage.schema.values import AskedRole, HeardBack, How, Release, State, ThreadCommand
from tests.conftest import Stores
from tests.core.anytown import MONDAY, Town, anytown
from tests.core.tour_referrals import tour_referrals
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
    doubted = beside(referral_form(full, ANYTOWN, OWNERS), {"what": DOUBT}, full)
    yield "doubt", replace(to_check(doubted, "owner_id"), token="t" * 22)


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
        assert sorted(asked) == sorted(f.name for f in form.fields if not is_fold(f)), name


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
    form = opened_at(form, form.errors)
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
    assert {name for name, may in optional.items() if may} >= {"change_due", "change_owner"}


def _cards() -> Iterator[Card]:
    thread = Thread(
        partnership_id=ANYTOWN.id, id="t" * 16, command=ThreadCommand("referral"),
        how=How.NAMED, danger=False, agency="childrens-social-care", told_agency="school",
        release=Release.NOW, state=State.PICKED, day=MONDAY.date(),
    )  # fmt: skip
    referral = Referral(
        partnership_id=ANYTOWN.id, thread_id=thread.id, kind="referral-decision", began=MONDAY,
        due_at=MONDAY, answer_by=MONDAY, rules="", role=AskedRole.LEAD, heard=HeardBack.ASKED,
    )  # fmt: skip
    keys = Keys(RootSecret(bytes(32)), Path("none"))
    case = ReferralCase(thread, Repository(AsyncSession(), ANYTOWN, keys, MONDAY), referral)
    longest = "R" * REFERENCE_MOST
    yield owner_card(case, longest, say("referral-nudge"))
    yield referrer_card(case, longest, say("referral-heard-back"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_names_the_whole_reference_and_the_hour_it_is_due(language: str) -> None:
    for shape in _cards():
        sent = card(shape, language)
        assert slack_limits.problems(sent) == []
        for drawn in (json.dumps(sent["blocks"]), texts(message(shape, language))):
            assert "R" * REFERENCE_MOST in drawn
            assert "11:00" in drawn


LONGEST = 200
"""Letters that a partnership's file may give to a name."""


def _long(words: Mapping[str, str]) -> dict[str, str]:
    return {language: f"{said} ".ljust(LONGEST, "é") for language, said in words.items()}


def _longest() -> Partnership:
    """Anytown, whose every name is as long as its file allows."""
    stages = tuple(s.model_copy(update={"name": _long(s.name)}) for s in ANYTOWN.stages)
    policy = ANYTOWN.escalation and ANYTOWN.escalation.model_copy(update={"stages": stages})
    named = {
        part: tuple(one.model_copy(update={"name": _long(one.name)}) for one in ones)
        for part, ones in (("agencies", ANYTOWN.agencies), ("referrals", ANYTOWN.referrals))
    }
    members = tuple(
        m.model_copy(update={"name": f"{m.name} ".ljust(LONGEST, "z")}) for m in ANYTOWN.members
    )
    return ANYTOWN.model_copy(update={**named, "members": members, "escalation": policy})


@pytest.fixture
async def told(sqlite_stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    """Everything was done with referrals, and time passed, where every name is long."""
    async with anytown(sqlite_stores, tmp_path / "data", partnership=_longest()) as town:
        await tour_referrals(town)
        yield town


async def test_with_the_longest_names_every_card_and_page_fits_and_no_card_is_cut(
    told: Town,
) -> None:
    versions = list({repr(shape): shape for shape in told.client.versions}.values())
    shown = list({repr(replace(form, token="")): form for form in told.shown}.values())
    assert {speak(shape.title, "en") for shape in versions} >= {
        speak(say(f"referral-card-{kind}"), "en")
        for kind in ("owned", "unowned", "referrer", "past")
    }
    for language in LANGUAGES:
        for shape in versions:
            sent = card(shape, language)
            assert slack_limits.problems(sent) == []
            assert "…" not in json.dumps(sent["blocks"], ensure_ascii=False)
        views = (modal(form, language, Event(form.verb)) for form in shown)
        assert [found for view in views for found in slack_limits.problems(view)] == []
        drawn = [*(message(c, language) for c in versions), *(dialog(f, language) for f in shown)]
        # That they are cards which Teams shows is seen in tests/handlers/test_obligations.py.
        assert max(weight(one) for one in drawn) < 80_000


def test_a_long_history_keeps_what_was_said_last_and_the_buttons_on_slack() -> None:
    said = tuple(
        Said(say("said-help-other", day=Day(MONDAY.date())), f"Word {n}") for n in range(60)
    )
    act = Button(say("button-done"), "referral.done", "t1")
    page = Form(say("referral-page-title"), blocks=said, buttons=(act,))
    for language in LANGUAGES:
        view = modal(page, language, Event("referral.open"))
        assert slack_limits.problems(view) == []
        read = json.dumps(view["blocks"], ensure_ascii=False)
        assert ["Word 0”" in read, "Word 59”" in read] == [True, True]
        assert speak(say("teams-too-long"), language) in read
        assert speak(say("button-done"), language) in json.dumps(
            view["blocks"][-1], ensure_ascii=False
        )

"""A minute to speak, by a stated model; `docs/forms.md` has these figures."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.cli.demo import EXAMPLE
from bot.core.forms import drafted
from handlers.challenge.drafting import SENTENCE
from handlers.challenge.form import challenge_form
from handlers.concern.form import concern_form
from handlers.contract.people import Event
from handlers.practice.pages import step_form, what_follows
from handlers.referral.form import referral_form
from handlers.shared.people.involved import Involved
from handlers.shared.scenarios.pack import shipped
from handlers.shared.steps.warnings import to_check
from prompts.shapes import Form, Long
from prompts.words import speak
from storage.partnership import AgencyId, Scenario
from storage.partnership.loading import read_partnership
from tests.core.anytown import MONDAY, Town
from tests.handlers.phrases.test_dialogue import presses_help
from tests.handlers.stopwatch import CHOSEN, READ, Measured, measure

ROOT = Path(__file__).resolve().parents[2]
ANYTOWN = read_partnership(EXAMPLE)
OWN = AgencyId("school")
NAMED = {
    "what": "The meeting ended before the health visitor could speak.",
    "danger": "no",
    "topic": "harm",
    "how": "named",
}
CHALLENGE = {
    "decision": "Closing the case of the two brothers",
    "agency": "childrens-social-care",
    "owner": "Amina Yusuf",
    "topic": "voice-missing",
    "what": "Nobody has seen them for three weeks",
    "ask": "see them alone before it is closed",
    "danger": "no",
}
REFERRAL = {
    "agency": "childrens-social-care",
    "kind": "information",
    "what": "Please say what you decide, and why.",
    "reference": "MASH-204",
}


def _concern() -> Form:
    return concern_form(OWN, Event("concern"), ANYTOWN, Involved(said=False), MONDAY)


def _challenge() -> Measured:
    first = challenge_form(OWN, Event("challenge"), ANYTOWN, MONDAY)
    said = Event("challenge.send", "", {**CHALLENGE, "level": "challenge", "how": "anonymous"})
    second = to_check(challenge_form(OWN, said, ANYTOWN, MONDAY, drafting=True), SENTENCE)
    worded = replace(second, fields=tuple(drafted(field, "en") for field in second.fields))
    return measure(first, CHALLENGE) + measure(worded, CHALLENGE)


FORMS: dict[str, tuple[Callable[[], Measured], int, int]] = {
    "A concern, by name": (lambda: measure(_concern(), NAMED), 5, 60),
    "A concern, anonymously": (lambda: measure(_concern(), NAMED | {"how": "anonymous"}), 5, 60),
    "A challenge, with the look at its wording": (_challenge, 7, 120),
    "A referral": (lambda: measure(referral_form(Event("referral"), ANYTOWN), REFERRAL), 5, 60),
}


async def test_words_to_start_from_are_two_presses_away_in_half_a_minute(town: Town) -> None:
    shown = await presses_help(await town.does("leila", "concern"), "what", {"topic": "closure"})
    box = next(f for f in shown.form.fields if isinstance(f, Long) and f.name == "what")
    assert box.suggestions is not None
    offered = [row for group in box.suggestions.groups for row in group.rows]
    done = await presses_help(shown, offered[-1].press, {"topic": "closure"})
    assert next(f.value for f in done.form.fields if f.name == "what" and isinstance(f, Long))
    # Whoever takes the first strength reads what stands above it; two presses.
    read = sum(len(speak(row.words, "en").split()) for row in offered[:4])
    assert read * READ + 2 * CHOSEN < 30


@pytest.mark.parametrize("scenario", shipped(), ids=[each.id for each in shipped()])
def test_a_scenario_takes_three_minutes(scenario: Scenario) -> None:
    seconds = 0.0
    for step in scenario.steps:
        said = {"say": step.answers[0].strength}
        seconds += measure(step_form(scenario, step, Event("")), said).seconds
        seconds += measure(what_follows(scenario, step, Event("", answers=said)), {}).seconds
    assert seconds < 180


async def test_thanks_take_ten_seconds_by_name_too(town: Town) -> None:
    await town.raises("leila")
    page = await town.presses_card("grace", "I’ll pick this up")
    [button] = [b for b in page.form.buttons if b.verb == "thread.thanks"]
    sent = await town.does("grace", button.verb, button.subject)
    assert measure(sent.form, {}).seconds + CHOSEN < 10
    by_name = await town.does("leila", "thanks")
    assert measure(by_name.form, {"owner": "Kofi Mensah"}).seconds <= 10
    (await by_name.fills(why="spoke", owner="Kofi Mensah")).sees("on their way to Kofi Mensah")


@pytest.mark.parametrize("name", FORMS)
def test_it_takes_no_more_answers_and_seconds_than_it_says(name: str) -> None:
    take, answers, seconds = FORMS[name]
    taken = take()
    assert taken.needed <= answers
    assert taken.seconds < seconds


@pytest.mark.parametrize("name", FORMS)
def test_the_page_has_these_figures(name: str) -> None:
    taken = FORMS[name][0]()
    figures = (taken.asked, taken.needed, taken.words, f"{taken.seconds:.1f}")
    row = f"| {name} | " + " | ".join(map(str, figures)) + " |"
    assert row in (ROOT / "docs" / "forms.md").read_text("utf-8"), row

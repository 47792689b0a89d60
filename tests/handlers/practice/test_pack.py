"""The shipped scenarios, read through: every way, both languages, plain words, nobody's name."""

import re
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pytest

from handlers.shared.scenarios.pack import shipped
from prompts.words import LANGUAGES
from storage.partnership import Scenario
from storage.partnership.plain_yaml import read_plain
from storage.partnership.scenarios.checks import check_scenarios
from tests.handlers.practice.reading import grade

WRITTEN = files("prompts").joinpath("scenarios.yaml").read_text("utf-8")
RUN = 6
RUNS = set(Path(__file__).with_name("source_runs.txt").read_text("utf-8").split())
"""Marks of every run of so many words in the facts from which the scenarios were made."""
IDS = [scenario.id for scenario in shipped()]
SEEN = {"probe", "alert", "challenge", "escalate", "aside"}
CAPITAL = re.compile(r"(?<![.?!…:“”] )(?<![“‘])\b[A-ZÂÊÎÔÛŴŶ][\w’]*")
CAPITALS = {
    "I", "I’m", "I’ll", "I’d", "Black", "Monday", "Tuesday",
    "Du", "Du’n", "Llun", "Mawrth", "Ddydd", "Ddu",
}  # fmt: skip
"""What is written with a capital within a sentence, and is nobody's name."""


def texts(scenario: Scenario, language: str) -> Iterator[str]:
    """Everything that people read of it."""
    words = [scenario.title, scenario.remember, scenario.notes, *scenario.questions]
    for step in scenario.steps:
        words += [step.scene, *(w for a in step.answers for w in (a.says, a.then))]
    yield from (each[language] for each in words)


def ends(scenario: Scenario, step: int = 0) -> Iterator[tuple[str, ...]]:
    """Every way through it, as the strengths that were chosen."""
    for answer in scenario.steps[step].answers:
        after = [n for n, s in enumerate(scenario.steps) if s.id == answer.next]
        for rest in ends(scenario, after[0]) if after else [()]:
            yield (answer.strength, *rest)


def test_there_are_ten_and_nothing_is_wrong_with_any() -> None:
    assert len(IDS) == 10
    assert list(check_scenarios(read_plain(WRITTEN)["scenarios"], LANGUAGES)) == []
    assert "awaits a Welsh reader" in WRITTEN


@pytest.mark.parametrize("scenario", shipped(), ids=IDS)
def test_each_begins_with_all_strengths_branches_and_comes_to_an_end(scenario: Scenario) -> None:
    assert {a.strength for a in scenario.steps[0].answers} >= SEEN
    ways = list(ends(scenario))
    assert {len(way) for way in ways} == {1, 2}  # some lead on, and all end within three minutes
    assert len(ways) >= 7


@pytest.mark.parametrize("scenario", shipped(), ids=IDS)
def test_each_takes_three_minutes(scenario: Scenario) -> None:
    # At 150 words a minute, which is slow, whoever reads all that one way shows reads so much.
    for language in LANGUAGES:
        words = sum(len(text.split()) for text in texts(scenario, language))
        assert words < 3 * 150 + 100, language


@pytest.mark.parametrize("scenario", shipped(), ids=IDS)
def test_each_reads_as_it_would_for_a_child_of_nine(scenario: Scenario) -> None:
    said = list(texts(scenario, "en"))
    assert grade(" ".join(f"{text.rstrip('.')}." for text in said)) < 4.0
    hard = [text for text in said if grade(text) > 8]
    assert hard == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_named(language: str) -> None:
    found = {
        word
        for scenario in shipped()
        for text in texts(scenario, language)
        for word in re.findall(
            r"(?<![.?!…:“”] )(?<![“‘])\b[A-ZÂÊÎÔÛŴŶ][\w’]*", re.sub(r"^\W*\w", "", text)
        )
    }
    assert found - CAPITALS == set()


def runs(text: str) -> Iterator[str]:
    """Every run of so many words, as marks of it."""
    words = re.findall(r"[a-z0-9]+", text.lower().replace("’", "'").replace("'", ""))
    for at in range(len(words) - RUN + 1):
        yield sha256(" ".join(words[at : at + RUN]).encode()).hexdigest()[:10]


def test_no_sentence_is_copied_from_where_the_facts_come_from() -> None:
    copied = [
        text for scenario in shipped() for text in texts(scenario, "en") if RUNS & set(runs(text))
    ]
    assert copied == []

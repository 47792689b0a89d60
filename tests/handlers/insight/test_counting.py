"""What is counted of a thread, and in which quarter."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from handlers.insight.counting import Counts, Span
from handlers.insight.questions import GROUPS, TOPICS
from handlers.insight.turns import turns_of
from handlers.shared.concerns.topics import TOPICS as ASKED
from storage.bulk.quarter_facts import ThreadFacts
from storage.repository.published.figures import first_day, last_day, quarter_before
from storage.schema.values import ChallengeLevel, Decision, How
from tests.core.anytown import example

SPAN = Span("2026-Q4", example())
MONDAY = date(2026, 11, 23)
CONCERN = ThreadFacts(
    "concern", How.NAMED, "decision", "delay", "childrens-social-care", MONDAY, None, None, None
)
Acts = Sequence[tuple[int, str]]


def counted(*threads: ThreadFacts) -> Mapping[str, Mapping[str, str]]:
    """Where these fall: to each group and question, the only part."""
    counts = Counts()
    for thread in threads:
        counts.add(thread, SPAN)
    found: dict[str, dict[str, str]] = {group: {} for group in counts.totals}
    for group, question, part in counts.parts:
        found[group][question] = part
    return found


def acts(done: Acts) -> list[tuple[date, str]]:
    """What was done, each on a day of November 2026."""
    return [(date(2026, 11, day), what) for day, what in done]


def test_a_quarter_begins_and_ends_and_has_one_before_it() -> None:
    assert (first_day("2026-Q4"), last_day("2026-Q4")) == (date(2026, 10, 1), date(2026, 12, 31))
    assert (first_day("2027-Q1"), last_day("2027-Q1")) == (date(2027, 1, 1), date(2027, 3, 31))
    assert quarter_before(date(2027, 1, 1)) == "2026-Q4"
    assert quarter_before(date(2026, 12, 31)) == "2026-Q3"


@pytest.mark.parametrize(
    ("day", "word"), [(23, "same"), (24, "next"), (26, "three"), (29, "longer"), (30, "longer")]
)
def test_a_pick_up_is_counted_in_working_days(day: int, word: str) -> None:
    picked = replace(CONCERN, acts=acts([(day, "picked up"), (30, "picked up")]))
    assert counted(picked)["concern-picked"] == {"wait": word}


def test_a_week_end_is_no_waiting() -> None:
    friday = replace(CONCERN, day=date(2026, 11, 20), acts=acts([(23, "picked up")]))
    assert counted(friday)["concern-picked"] == {"wait": "next"}


def test_an_answer_is_counted_with_what_came_of_it() -> None:
    answered = replace(
        CONCERN,
        acts=acts([(25, "lead: close"), (27, "closed")]),
        kinds={"outcome-acted", "settled"},
    )
    found = counted(answered)
    assert found["concern-answered"] == {"time": "week", "outcome": "acted"}
    assert found["concern-closed"] == {"end": "settled"}
    assert found["concern"] == {"how": "named", "about": "decision", "topic": "waiting"}


def test_what_came_before_the_quarter_is_counted_by_what_happened_in_it() -> None:
    before = replace(CONCERN, day=date(2026, 9, 30), acts=acts([(2, "picked up")]))
    assert list(counted(before)) == ["concern-picked"]
    after = replace(CONCERN, day=date(2027, 1, 1))
    assert counted(after) == {}


def test_each_topic_that_can_be_chosen_is_counted_under_a_part_that_is_asked() -> None:
    [parts] = [q.parts for q in GROUPS["concern"] if q.name == "topic"]
    assert set(ASKED) <= set(TOPICS)
    assert set(TOPICS.values()) == set(parts)


STALLED: Acts = [
    (2, "challenged"), (5, "answered: keep"), (9, "not settled"), (11, "answered: adapt"),
    (12, "not settled"), (12, "stage 2"), (20, "no answer: stage"), (20, "stage 3"),
    (20, "stage 4"), (24, "answered: change"), (25, "closed"),
]  # fmt: skip


def test_the_turns_of_a_challenge_are_found_by_what_was_done_to_it() -> None:
    told = [
        (turn.whose, turn.since.day, turn.until.day, turn.reply)
        for turn in turns_of(acts(STALLED), date(2026, 11, 2), True)
    ]
    assert told == [
        ("challenge-owner", 2, 5, "given"),
        ("challenge-reader", 9, 11, "given"),
        ("stage-2", 12, 20, "silence"),
        ("stage-4", 20, 24, "given"),
    ]  # at stage 3 nobody could be asked


def test_where_it_stalls_is_seen_by_stage() -> None:
    level = ChallengeLevel.PROBE
    challenge = replace(
        CONCERN, command="challenge", level=level, day=date(2026, 11, 2), acts=acts(STALLED)
    )
    found = counted(challenge)
    assert found["stage-2"] == {"reply": "silence", "stayed": "longer"}
    assert found["stage-4"] == {"reply": "given", "stayed": "two"}
    assert found["challenge"] == {"how": "named", "level": "probe"}
    assert found["challenge-closed"] == {"end": "unsaid"}


@pytest.mark.parametrize(
    ("done", "taken", "end"),
    [
        ([(23, "taken"), (24, "done: done")], "day", "in-time"),
        ([(27, "taken"), (28, "done: part")], "later", "late"),
        ([], "not-yet", "overdue"),
        ([(24, "withdrawn")], "not-yet", "withdrawn"),
    ],
)
def test_a_referral_is_taken_and_done_in_time_or_not(done: Acts, taken: str, end: str) -> None:
    due = datetime(2026, 11, 26, 17, tzinfo=UTC)
    referral = replace(CONCERN, command="referral", due_at=due, acts=acts(done))
    assert counted(referral) == {"referral": {"taken": taken}, "referral-due": {"done": end}}


def test_a_pause_is_counted_by_what_was_decided_in_it() -> None:
    pause = replace(CONCERN, command="pause", agency=None, decided=Decision.CHANGE)
    assert counted(pause, replace(pause, command="debrief")) == {
        "pause": {"decided": "change"},
        "debrief": {},
    }


def test_how_people_fared_is_one_group_with_two_questions() -> None:
    counts = Counts()
    counts.add_fared({(30, "yes", "all"): 8, (30, "no", "all"): 12, (30, "all", "yes"): 20,
                      (30, "all", "all"): 20})  # fmt: skip
    figures = dict(counts.published(8))
    assert figures["fared-30", "", ""] == 20
    assert figures["fared-30", "worse", "no"] is None  # "unsaid" is none, which isn't shown
    assert figures["fared-90", "", ""] is None

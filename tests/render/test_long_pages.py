"""A page that two hundred people wrote a line on, in Slack and in Teams: its buttons stay."""

import json

import pytest

from bot.slack.render.surfaces import modal
from bot.teams.render.cards import MOST, dialog
from bot.teams.render.text import weight
from handlers.contract.people import Event
from prompts.shapes import Button, Facts, Form, Said, Section, Text
from prompts.words import Plain, say
from tests.render.slack_limits import problems

DECIDE = Button(Plain("Record the decision"), "pause.decide", "t1", "primary")


def page(people: int, letters: int, rounds: int = 1) -> Form:
    """What the chair sees after so many rounds."""
    sections = tuple(
        Section(
            Plain(f"Round {number}"),
            tuple(
                Said(Plain("Somebody"), f"Line {number}.{who}. " + "å" * (letters - 12))
                for who in range(people)
            ),
        )
        for number in range(1, rounds + 1)
    )
    table = (Text(Plain("On the table")),)
    return Form(Plain("Your pause"), blocks=table, sections=sections, buttons=(DECIDE,))


def missing(shown: object, people: int, rounds: int = 1) -> int:
    """How many lines can't be read."""
    text = json.dumps(shown, ensure_ascii=False)
    every = [f"Line {n}.{who}. " for n in range(1, rounds + 1) for who in range(people)]
    return sum(line not in text for line in every)


@pytest.mark.parametrize("rounds", [1, 2])
@pytest.mark.parametrize("people", [20, 60, 200])
def test_in_slack_everything_stays(people: int, rounds: int) -> None:
    shown = modal(page(people, 200, rounds), "en", Event("pause.chair", "t1"))
    assert problems(shown) == []
    assert missing(shown, people, rounds) == 0
    assert shown["blocks"][-1]["elements"][0]["text"]["text"] == "Record the decision"


def test_in_slack_too_long_a_page_says_so_above_its_buttons() -> None:
    shown = modal(page(1000, 600), "en", Event("pause.chair", "t1"))
    assert problems(shown) == []
    *_, note, buttons = shown["blocks"]
    assert note["text"]["text"].startswith("There is more than fits here.")
    assert buttons["elements"][0]["text"]["text"] == "Record the decision"


def test_in_teams_two_hundred_ordinary_lines_stay() -> None:
    card = dialog(page(200, 60), "en")
    assert weight(card) <= MOST
    assert missing(card, 200) == 0


@pytest.mark.parametrize("rounds", [1, 2])
def test_in_teams_longer_ones_stay_as_far_as_they_fit_and_the_page_says_so(rounds: int) -> None:
    card = dialog(page(200, 200, rounds), "en")
    assert weight(card) <= MOST
    assert missing(card, 200) < 130
    assert "There is more than fits here" in json.dumps(card)
    assert card["actions"][0]["title"] == "Record the decision"


def test_whose_a_line_is_still_stands_with_it() -> None:
    said = tuple(Said(Plain(f"Person {n}: Stop"), "No\nway") for n in range(99))
    form = Form(say("voices-page"), sections=(Section(Plain("Round 1"), said),))
    slack = json.dumps(modal(form, "en", Event("")), ensure_ascii=False)
    assert all(f"Person {n}: Stop:\\n“No\\nway”" in slack for n in range(99))


def test_a_list_of_what_many_wrote_stands_in_no_marks_of_one_speaker() -> None:
    form = Form(say("voices-page"), blocks=(Said(say("pause-mixed"), "• Yes, go on\n• Not yet"),))
    (_, said) = modal(form, "en", Event(""))["blocks"]
    assert said["text"]["text"] == "• Yes, go on\n• Not yet"


def case(said: int) -> Form:
    """A case of which so much was said, with notes and a timeline below it."""
    facts = tuple(Text(Plain(f"Fact {n}")) for n in range(4))
    lines = tuple(Said(Plain(f"Line {n}. "), "å" * 900) for n in range(said))
    note = Section(Plain("Notes"), (Said(Plain("A lead"), "A note."),), (DECIDE,))
    done = Section(Plain("Done"), (Facts(((Plain("Monday"), Plain("Picked up")),)),))
    return Form(Plain("A case"), blocks=(*facts, *lines), sections=(note, done), buttons=(DECIDE,))


@pytest.mark.parametrize("said", [10, 45, 120])
def test_of_a_long_case_what_was_said_last_stays_with_its_notes_and_its_timeline(said: int) -> None:
    slack, teams = modal(case(said), "en", Event("thread.open", "t1")), dialog(case(said), "en")
    assert problems(slack) == []
    assert weight(teams) <= MOST
    for shown in (slack, teams):
        text = json.dumps(shown, ensure_ascii=False)
        kept = ("Fact 3", f"Line {said - 1}. ", "A note.", "Picked up", "Record the decision")
        assert [words for words in kept if words not in text] == []
        assert ("more than fits here" in text) == (said > 10)

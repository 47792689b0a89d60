"""The picture of a round on every platform: its words are always there, and the bars are honest."""

import json
import re
from typing import Any

import pytest

from bot.slack.render.surfaces import card as on_slack
from bot.slack.render.surfaces import modal
from bot.teams.render.cards import dialog, message
from bot.web.guard import POLICY
from bot.web.render.pages import page
from handlers.contract.people import Event
from prompts.pictures import Bar, Bars
from prompts.shapes import Card, Form
from prompts.words import LANGUAGES, Labelled, Plain
from tests.peers.teams_person import everything
from tests.render.slack_limits import problems
from tests.render.test_teams import SCHEMA
from tests.render.test_web import NASTY, Parsed

VIEWS = (("Comfortable", "Cyfforddus"), ("Concerned", "Pryderus"), ("Stop", "Stopiwch"))
SIGNS = re.compile("[█▀]+")


def bars(*counts: int, before: tuple[int, ...] | None = None) -> Bars:
    """A round as handlers show it."""
    many = sum(counts)
    return Bars(
        Labelled({"en": "How you answered", "cy": "Eich atebion"}),
        tuple(
            Bar(
                Labelled({"en": en, "cy": cy}),
                count,
                Labelled({"en": f"{count} of {many}", "cy": f"{count} o {many}"}),
                before[place] if before else None,
            )
            for place, (count, (en, cy)) in enumerate(zip(counts, VIEWS, strict=True))
        ),
    )


FIRST, SECOND = bars(6, 4, 0), bars(1, 7, 2, before=(6, 4, 0))
NOBODY = bars(0, 0, 0)
CROWD = bars(1, 199, 0)
EMPTY = Bars(Plain("Nothing"), ())
EVERY = (FIRST, SECOND, NOBODY, CROWD, EMPTY)


def lines_on_slack(shown: Bars, language: str = "en") -> list[tuple[str, str]]:
    """Each row as it stands there: its label, and the bar with its words."""
    [section] = on_slack(Card(Plain("Result"), (shown,)), language)["blocks"][1:]
    cells = [cell["text"] for cell in section["fields"]]
    return list(zip(cells[::2], cells[1::2], strict=True))


def on_teams(shown: Bars, language: str = "en") -> list[str]:
    """The lines of a card in Teams, below its title."""
    paragraphs = message(Card(Plain("Result"), (shown,)), language)["body"][1:]
    return ["".join(run["text"] for run in paragraph["inlines"]) for paragraph in paragraphs]


def on_web(shown: Bars, language: str = "en") -> str:
    """The picture on a page."""
    html = page(Form(Plain("x"), blocks=(shown,)), language)
    found = re.search('<figure class="bars">.*?</figure>', html, re.DOTALL)
    assert found
    return found[0]


def test_on_slack_the_count_is_said_in_words_beside_each_bar() -> None:
    assert lines_on_slack(FIRST) == [
        ("*Comfortable*", "██████ 6 of 10"),
        ("*Concerned*", "████ 4 of 10"),
        ("*Stop*", "0 of 10"),
    ]


def test_on_slack_the_round_before_is_a_thinner_bar() -> None:
    assert [line for _, line in lines_on_slack(SECOND)] == [
        "█ 1 of 10\n▀▀▀▀▀▀",
        "███████ 7 of 10\n▀▀▀▀",
        "██ 2 of 10",
    ]


def test_one_voice_among_many_is_still_seen() -> None:
    assert [line for _, line in lines_on_slack(CROWD)] == [
        "█ 1 of 200", "██████████ 199 of 200", "0 of 200",
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shown", EVERY)
def test_slack_takes_every_picture_in_a_message_and_a_modal(shown: Bars, language: str) -> None:
    assert problems(on_slack(Card(Plain("x"), (shown,)), language)) == []
    assert problems(modal(Form(Plain("x"), blocks=(shown,)), language, Event(""))) == []


def test_what_is_too_long_is_cut_and_markup_is_dead_on_slack() -> None:
    row = Bar(Plain("<!here>*" * 900), 1, Plain("<!channel>" * 900))
    shown = on_slack(Card(Plain("x"), (Bars(Plain("<!here>*" * 900), (row,) * 12),)), "en")
    assert problems(shown) == []
    assert [len(part["fields"]) for part in shown["blocks"][1:]] == [10, 10, 4]
    marked = [t for t in _texts(shown) if t["type"] == "mrkdwn"]
    assert marked
    assert not [t for t in marked if "<" in t["text"]]


def _texts(shown: Any) -> list[dict[str, str]]:
    if isinstance(shown, list):
        return [text for part in shown for text in _texts(part)]
    if not isinstance(shown, dict):
        return []
    if isinstance(shown.get("text"), str) and "type" in shown:
        return [shown]
    return _texts(list(shown.values()))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shown", EVERY)
def test_teams_takes_every_picture_in_a_message_and_a_dialog(shown: Bars, language: str) -> None:
    for drawn in (
        message(Card(Plain("x"), (shown,)), language),
        dialog(Form(Plain("x"), blocks=(shown,)), language),
    ):
        assert [error.message for error in SCHEMA.iter_errors(drawn)] == []


def test_on_teams_words_stand_above_each_bar_and_nobody_is_no_bar() -> None:
    assert on_teams(SECOND) == [
        "How you answered",
        "Comfortable: 1 of 10", "█", "▀▀▀▀▀▀",
        "Concerned: 7 of 10", "███████", "▀▀▀▀",
        "Stop: 2 of 10", "██",
    ]  # fmt: skip
    assert on_teams(NOBODY)[1:] == ["Comfortable: 0 of 0", "Concerned: 0 of 0", "Stop: 0 of 0"]


def test_markup_is_dead_on_teams() -> None:
    nasty = Plain("{{DATE(2026-01-01T00:00:00Z)}} [x](https://evil.example)")
    drawn = message(Card(Plain("x"), (Bars(nasty, (Bar(nasty, 1, nasty),)),)), "en")
    runs = [e for e in everything(drawn) if e.get("type") == "TextRun"]
    assert len([r for r in runs if "evil.example" in r["text"]]) == 3
    assert "{{" not in json.dumps(drawn["body"])


def test_on_the_web_bars_are_as_wide_as_their_share_and_hidden_from_screen_readers() -> None:
    parsed = Parsed(on_web(SECOND))
    pictures = parsed.all("svg")
    assert [p["class"] for p in pictures] == ["now", "before"] * 3
    assert {p["aria-hidden"] for p in pictures} == {"true"}
    assert [p["width"] for p in parsed.all("rect", class_="part")] == [
        "10%", "60%", "70%", "40%", "20%", "0%",
    ]  # fmt: skip
    now, before = (p["height"] for p in pictures[:2])
    assert int(str(before)) < int(str(now))


def test_on_the_web_there_is_no_earlier_bar_where_there_was_no_earlier_round() -> None:
    assert [p["class"] for p in Parsed(on_web(FIRST)).all("svg")] == ["now"] * 3


def test_on_the_web_nothing_is_said_that_the_page_may_not_have() -> None:
    assert "style-src 'self'" in POLICY
    parsed = Parsed(on_web(SECOND))
    assert not parsed.all("style", "script")
    assert not [attrs for _, attrs in parsed.found if "style" in attrs]
    drawn = on_web(Bars(Plain(NASTY), (Bar(Plain(NASTY), 1, Plain(NASTY)),)))
    assert drawn.count("&lt;script&gt;") == 3
    assert "<script" not in drawn


@pytest.mark.parametrize("shown", EVERY)
def test_a_bar_is_never_wider_than_its_room(shown: Bars) -> None:
    widths = [float(str(p["width"])[:-1]) for p in Parsed(on_web(shown)).all("rect")]
    assert all(0 <= width <= 100 for width in widths)


@pytest.mark.parametrize(
    ("language", "row"), [("en", "Concerned 7 of 10"), ("cy", "Pryderus 7 o 10")]
)
def test_without_the_picture_every_platform_says_the_same_words(language: str, row: str) -> None:
    web = " ".join(re.sub("<[^>]*>", "", on_web(SECOND, language)).split())
    teams = " ".join(line for line in on_teams(SECOND, language) if not SIGNS.fullmatch(line))
    slack = " ".join(
        f"{label.strip('*')} {SIGNS.sub('', line).strip()}"
        for label, line in lines_on_slack(SECOND, language)
    )
    assert row in web
    assert row in teams.replace(":", "")
    assert row in slack

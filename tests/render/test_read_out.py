"""Buttons that say the same say what they are about to whoever has them read out."""

import json
import re

from bot.slack.render.surfaces import home
from bot.teams.render.cards import dialog
from bot.web.render.pages import page
from prompts.shapes import Button, Form, Section
from prompts.words import Plain, say
from tests.render.slack_limits import problems

OPEN = Button(say("button-open"), "referral.open", "t1")
LISTS = Form(
    Plain("My concerns"),
    sections=tuple(Section(Plain(name), (), (OPEN,)) for name in ("MASH-204", "SCH-118" * 20)),
)


def test_on_slack_a_button_in_a_list_is_read_out_with_what_it_opens() -> None:
    view = home(LISTS, "en")
    assert problems(view) == []
    labels = re.findall(r'"accessibility_label": "([^"]*)"', json.dumps(view, ensure_ascii=False))
    assert labels[0] == "Open: MASH-204"
    assert [len(label) for label in labels[1:]] == [75]


def test_what_tells_lines_apart_is_read_out_however_long_they_are() -> None:
    long = "Concern: A decision, Whether it is serious enough to act on, and more of it"
    lines = [Section(Plain(f"{long} · {code}"), (), (OPEN,), "line") for code in ("7K2QM", "9ZR4B")]
    form = Form(Plain("My concerns"), sections=tuple(lines))
    view = home(form, "en")
    assert problems(view) == []
    labels = [b["accessory"]["accessibility_label"] for b in view["blocks"] if "accessory" in b]
    assert [label[-5:] for label in labels] == ["7K2QM", "9ZR4B"]
    card = json.dumps(dialog(form, "en"))
    assert len(set(re.findall(r'"tooltip": "Open: ([^"]*)"', card))) == 2
    names = re.findall(r"<a [^>]*>Open: \s*<span class=.what.>([^<]*)<", _unmarked(page(form)))
    assert len(set(names)) == 2


def _unmarked(html: str) -> str:
    return re.sub(r"<span class=.unseen.>([^<]*)</span>", r"\1", html)


def test_in_teams_a_button_in_a_list_is_read_out_with_what_it_opens() -> None:
    card = json.dumps(dialog(LISTS, "en"))
    assert re.findall(r'"tooltip": "([^"]{,20})"', card) == ["Open: MASH-204"]


def test_on_the_web_a_button_in_a_list_is_read_out_with_what_it_opens() -> None:
    assert ">Open: MASH-204</a>" in _unmarked(page(LISTS))

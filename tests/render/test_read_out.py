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


def test_in_teams_a_button_in_a_list_is_read_out_with_what_it_opens() -> None:
    card = json.dumps(dialog(LISTS, "en"))
    assert re.findall(r'"tooltip": "([^"]{,20})"', card) == ["Open: MASH-204"]


def test_on_the_web_a_button_in_a_list_is_read_out_with_what_it_opens() -> None:
    html = re.sub(r"<span class=.unseen.>([^<]*)</span>", r"\1", page(LISTS))
    assert ">Open: MASH-204</a>" in html

"""A second opinion in an independent Slack: asked, answered alone, shown to all at once."""

import json
from pathlib import Path

import pytest

from tests.e2e.slack_screen import fill, said
from tests.e2e.test_referral_slack import Followed, desk_at
from tests.peers.local_slack import LEAD, OTHER_LEAD, TEACHER

pytestmark = pytest.mark.slack_peer

QUESTION, VIEW = "Is three weeks without a visit reason enough?", "Quietly, I think so."
ANSWERS = {
    "danger": "no", "what": QUESTION, "proposal": "We wait.",
    "view": VIEW, "soon": "day", "wanted": "2",
    "agency": "any", "role": "lead", "how": "named", "anyway": "yes",
}  # fmt: skip


async def asks(desk: Followed) -> None:
    """The typed command, the form, what is missing, and then all of it."""
    await desk.slack.command("/upstander-second-opinion", user=TEACHER)
    view = await desk.screen.modal(said("opinion-title"))
    given = {name: value for name, value in ANSWERS.items() if name != "anyway"}
    await fill(desk.slack, TEACHER, view, **{**given, "what": " "})
    await desk.refused(what=said("missing-question"))
    await fill(desk.slack, TEACHER, view, **given)
    await desk.screen.modal(said("opinion-sent-title"))


async def answers(desk: Followed, who: str, verdict: str, why: str) -> None:
    """From the card to the answer."""
    card = await desk.told(who, said("opinion-card"))
    assert QUESTION not in json.dumps(card)
    await desk.press(who, card, "button-open")
    page = await desk.screen.modal(QUESTION, said("opinion-alone"))
    assert VIEW not in json.dumps(page)
    await desk.press(who, page, "button-opinion")
    form = await desk.screen.modal(said("opining-agree-label"))
    await fill(desk.slack, who, form, text=why)
    await desk.refused(verdict=said("missing-opinion"))
    await fill(desk.slack, who, form, verdict=verdict, text=why)
    await desk.screen.modal(said("opining-done"))


async def test_each_answers_alone_and_everything_is_shown_at_once(tmp_path: Path) -> None:
    async with desk_at(tmp_path) as desk:
        await asks(desk)
        await answers(desk, LEAD, "agree", "It is the rule here.")
        await desk.changed(LEAD, said("opinion-given-note"))
        await answers(desk, OTHER_LEAD, "disagree", "Not by itself.")
        card = await desk.told(LEAD, said("opinion-shown-card"))
        await desk.press(LEAD, card, "button-open")
        await desk.screen.modal(said("opinion-differ"), "It is the rule here.", "Not by itself.")
        news = await desk.told(TEACHER, said("news-title"))
        await desk.press(TEACHER, news, "news-button")
        await desk.screen.modal(said("second-opinion-state-answered"))

"""What comes again, and a story that is told with its raiser's yes, in an independent Slack."""

import json
from pathlib import Path

import pytest

from handlers.concern.form import WHERE
from tests.e2e.slack_screen import Json, fill, said, unfold
from tests.e2e.telling import ANSWER, DID, HOME, NAMING, SAID, WHAT, quarter_passes
from tests.e2e.test_referral_slack import Followed, desk_at
from tests.peers.local_slack import LEAD, OTHER_LEAD, TEACHER

pytestmark = pytest.mark.slack_peer


async def _raised(desk: Followed, user: str) -> Json:
    """Somebody raises a concern; gives the lead's card."""
    await desk.slack.command("/concern", user=user)
    form = await desk.screen.modal(said("concern-title"))
    answers = {"danger": "no", "topic": "delay", "agency": "school", "how": "named", "what": WHAT}
    await unfold(desk.slack, user, form, WHERE, **answers)
    form = await desk.screen.modal(said("steps-open"))
    await fill(desk.slack, user, form, **answers, reference=HOME)
    await desk.screen.modal(said("concern-sent-title"))
    return await desk.told(LEAD, said("button-pick"))


async def _seen(desk: Followed) -> Json:
    """The lead sees what comes again by their tag and by reference; gives the case's page."""
    await desk.press(LEAD, await _raised(desk, TEACHER), "button-pick")
    page = await desk.screen.modal(WHAT, said("button-tag"))
    await desk.press(LEAD, page, "button-tag")
    await fill(desk.slack, LEAD, await desk.screen.modal(said("tag-title")), word="visits")
    tagged = await desk.screen.modal(said("tag-done"))
    await desk.press(LEAD, tagged, "themes-button")
    by_tag = said("themes-line", theme="visits", count="1")
    by_reference = said("themes-line", theme=HOME, count="2")
    themes = await desk.screen.modal(by_tag, by_reference)
    assert WHAT not in json.dumps(themes)
    return page


async def _answered(desk: Followed, page: Json) -> None:
    """The lead's last answer asks whether it may be told, and the raiser says yes."""
    await desk.press(LEAD, page, "button-close")
    form = await desk.screen.modal(said("tell-label"))
    await fill(desk.slack, LEAD, form, outcome="acted", text=ANSWER, tell="yes")
    await desk.screen.modal(said("close-done-title"))
    await desk.told(TEACHER, said("news-title"))
    await desk.press(TEACHER, await desk.home(TEACHER, said("mine-title")), "button-open")
    own = await desk.screen.modal(ANSWER, said("button-story-yes"))
    await desk.press(TEACHER, own, "button-story-yes")
    await desk.screen.modal(said("story-noted-yes"))


async def _written(desk: Followed) -> None:
    """The lead writes it in words that don't lead back."""
    await desk.slack.command("/upstander-help", user=LEAD)
    await desk.press(LEAD, await desk.screen.modal(said("story-button")), "story-button")
    stories = await desk.screen.modal(said("story-intro"))
    await desk.press(LEAD, stories, "button-story-write")
    form = await desk.screen.modal(said("story-careful"))
    await fill(desk.slack, LEAD, form, said=NAMING, did=DID)
    await desk.refused(said=said("story-names-it", words=f"“{HOME}”"))
    await fill(desk.slack, LEAD, form, said=SAID, did=DID)
    await desk.screen.modal(said("story-kept"))


async def test_a_pattern_is_seen_and_its_story_told(tmp_path: Path) -> None:
    async with desk_at(tmp_path) as desk:
        await _raised(desk, OTHER_LEAD)
        await _answered(desk, await _seen(desk))
        await _written(desk)
        await quarter_passes(desk.core)
        await desk.slack.command("/leaders", user=TEACHER)
        leaders = await desk.screen.modal(said("leaders-title"), SAID, DID)
        assert HOME not in json.dumps(leaders)

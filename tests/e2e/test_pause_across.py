"""One pause in two rooms: six people in a Slack channel, six in a Teams chat, one result."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.e2e.passing import arrives, passes
from tests.e2e.pausing_rooms import (
    CHAT,
    HALF_IN_TEAMS,
    PAUSE,
    ROUND,
    TABLE,
    THREAD,
    InSlack,
    InTeams,
    counted,
    said,
    words_of,
)
from tests.peers.teams_person import texts
from tests.privacy.hands import TeamsHand
from tests.privacy.people import COLLEAGUES, LEADS
from tests.privacy.world import World, world

CHAIR = LEADS["slack"][0]
HALF_IN_SLACK = (CHAIR, *(who for who in COLLEAGUES if who.platform == "slack"))[:6]
GIVEN = ("comfortable",) * 3 + ("concerned",) * 2 + ("stop",)
"""What each half answers, one after another."""
RESULT = ["6 / 12", "4 / 12", "0 / 12", "2 / 12"]
WORD = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b")


async def begins(here: World) -> tuple[InSlack, str]:
    """The chair pauses the channel; gives the chair, and the word for other rooms."""
    chair = InSlack(here, CHAIR)
    await chair.types("/upstander-pause")
    page = await chair.fills(**PAUSE)
    await arrives(here.core)
    assert said("voices-card") in words_of(chair.card)
    return chair, WORD.findall(words_of(page))[0]


async def joins(somebody: InTeams, word: str) -> None:
    """A typed word, the card that answers it, and the pause's word in its dialog."""
    somebody.comes()
    form = await somebody.types("pause", said("teams-open-pause"))
    join = await form.press(said("pause-join-button"))
    wrong = await join.press(said("pause-join-submit"), word="0000-0000")
    assert said("pause-word-wrong") in texts(wrong.card)
    done = await wrong.press(said("pause-join-submit"), word=word.lower())
    assert said("pause-join-done") in texts(done.card)
    await arrives(somebody.here.core)


async def slack_answers(here: World) -> None:
    """Each in the channel; the modals of all of them are the same."""
    seen = set()
    for who, answer in zip(HALF_IN_SLACK, GIVEN, strict=True):
        somebody = InSlack(here, who)
        form = words_of(await somebody.presses(said("pause-answer-button")))
        page = await somebody.fills(answer=answer, line=f"In Slack: {answer}")
        seen.add((form, words_of(page)))
    assert len(seen) == 1


async def teams_answers(here: World, where: Mapping[str, str]) -> None:
    """Each in the chat: half of them with a card that Teams renewed, half with the one sent."""
    seen = set()
    for number, (who, answer) in enumerate(zip(HALF_IN_TEAMS, GIVEN, strict=True)):
        somebody = InTeams(here, who, where)
        card = await somebody.refreshed() if number % 2 else somebody.card
        form = await somebody.presses(said("pause-answer-button"), card)
        given = {"answer": answer, "line": f"In Teams: {answer}"}
        page = await form.press(said("pause-answer-submit"), **given)
        renewed = texts(await somebody.refreshed())
        seen.add((texts(form.card), texts(page.card), renewed, renewed == texts(card)))
    assert len(seen) == 1  # nothing tells who has answered


@pytest.mark.parametrize("where", [CHAT, THREAD], ids=["chat", "channel"])
async def test_half_in_slack_and_half_in_teams_get_one_result(
    tmp_path: Path, where: Mapping[str, str]
) -> None:
    async with world(tmp_path, {}) as here:
        chair, word = await begins(here)
        teacher = InTeams(here, HALF_IN_TEAMS[0], where)
        await joins(teacher, word)
        stood = words_of(chair.card), texts(teacher.card)
        assert TABLE not in "".join(stood)
        await slack_answers(here)
        await teams_answers(here, where)
        await arrives(here.core)
        assert (words_of(chair.card), texts(teacher.card)) == stood

        await passes(here.core, ROUND)
        assert counted(chair.card) == counted(teacher.card) == RESULT
        for card in (chair.card, teacher.card):
            assert said("pause-stop-asked") in words_of(card)
            assert "In Slack" not in words_of(card)
        in_slack = await InSlack(here, HALF_IN_SLACK[1]).presses(said("pause-see"))
        in_teams = (await teacher.presses(said("pause-see"))).card
        for page in (in_slack, in_teams):
            assert counted(page) == RESULT
            lines = re.findall(r"In (?:Slack|Teams): \w+", words_of(page))
            assert sorted(lines) == sorted(
                f"In {p}: {a}" for p in ("Slack", "Teams") for a in GIVEN
            )

        await chair.presses(said("pause-chair"))
        await chair.presses(said("voices-decide"), chair.view)
        await chair.fills(decision="stop", next="We visit first.")
        await arrives(here.core)
        for card in (chair.card, teacher.card, await teacher.refreshed()):
            assert said("pause-decided-stop") in words_of(card)
        assert "We visit first." in texts((await teacher.presses(said("pause-see"))).card)
        everywhere = json.dumps([sent.activity for sent in here.peers.teams.sent])
        assert TABLE not in everywhere


@pytest.mark.parametrize("how", ["named", "anonymous"])
async def test_somebody_in_slack_asks_the_chair_by_the_shortcut(tmp_path: Path, how: str) -> None:
    async with world(tmp_path, {}) as here:
        asker = InSlack(here, HALF_IN_SLACK[1])
        await asker.takes("pause")
        await asker.presses(said("pause-ask-button"), asker.view)
        assert said("pause-ask-timing") in words_of(asker.view)
        chair = LEADS["teams"][0]
        await asker.fills(agency="police", owner=chair.name, how=how)
        assert said("pause-ask-done") in words_of(asker.view)
        await arrives(here.core)
        hand = here.hand(chair)
        assert isinstance(hand, TeamsHand)
        asked = here.peers.teams.last(hand.person.chat)
        assert said("pause-asked") in texts(asked)
        assert asker.who.name not in json.dumps(asked)
        if how == "named":
            page = await hand.person.open(asked, said("pause-who"))
            assert asker.who.name in texts(page.card)
        form = await hand.person.open(asked, said("pause-start"))
        assert said("pause-no-room") in texts(form.card)  # a shortcut tells no channel

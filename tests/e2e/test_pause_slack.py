"""A pause in an independent Slack: six people in a channel, and nobody sees who answered what."""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.wiring import Core
from storage.partnership import Partnership, PersonId
from storage.partnership.model import Meeting
from tests.e2e.passing import arrives, monday, passes
from tests.e2e.slack_screen import SCHOOL, Json, Screen, button, conversation, fill, said, town
from tests.peers.local_slack import LEAD, MEETING, OTHER_LEAD, PEOPLE, TEACHER, TEAM, LocalSlack

pytestmark = pytest.mark.slack_peer

CHAIR = TEACHER
OTHERS = (LEAD, OTHER_LEAD, "U03NURSE", "U04OFFICER", "U05WORKER")
NAMES = {**PEOPLE, **dict(zip(OTHERS[2:], ("A Nurse", "An Officer", "A Worker"), strict=True))}
TABLE = "We want to end the weekly visits."
PAUSE = {"kind": "voices", "what": TABLE, "by": "alone", "minutes": "2"}
ROUND = timedelta(minutes=2)
CALM = ("comfortable",) * 4 + ("concerned", "concerned")


@dataclass
class Room:
    """The channel, and the screens of those in it."""

    slack: LocalSlack
    screen: Screen
    core: Core
    card: Json

    async def pauses(self) -> Json:
        """The chair types the command; gives the page that they then see."""
        await self.slack.command("/upstander-pause", user=CHAIR)
        form = await self.screen.modal(said("pause-title"))
        await fill(self.slack, CHAIR, form, **{**PAUSE, "what": " "})
        missing = await self.screen.shown("view_errors")
        assert missing["errors"] == {"field:what": said("missing-about-to-decide")}
        await fill(self.slack, CHAIR, form, **PAUSE)
        page = await self.screen.modal(said("voices-chair"), TABLE)
        await arrives(self.core)
        self.card = (await self.screen.shown("message", MEETING, said("voices-card")))["message"]
        return page

    async def press(self, user: str, words: str, surface: Json | None = None) -> None:
        """A button of the card; local-slack has none in modals: those are pressed from it too."""
        pressed = button(surface or self.card, said(words))
        await self.slack.press(user, MEETING, self.card["ts"], pressed)

    async def answers(self, user: str, answer: str, line: str = "") -> tuple[str, str]:
        """From the card through the form; gives the form and the last page as they look."""
        await self.press(user, "pause-answer-button")
        form = await self.screen.modal(said("voices-answer-title"), said("pause-line-label"))
        await fill(self.slack, user, form, answer=answer, line=line)
        page = await self.screen.modal(said("pause-answered"))
        return _looks(form), _looks(page)

    async def all_answer(self, *given: str) -> None:
        """The five and the chair: every form and page is the same for each of them, and the card
        stays as it is."""
        before = await self.slack.messages(MEETING)
        every = [await self.answers(OTHERS[0], "stop", "I have not thought yet")]  # and again
        for user, answer in zip((*OTHERS, CHAIR), given, strict=True):
            every.append(await self.answers(user, answer, f"Line of {NAMES[user]}"))
        await arrives(self.core)
        assert len(set(every)) == 1
        assert await self.slack.messages(MEETING) == before

    async def time_is_up(self) -> Json:
        """The card in the channel, where it has stood all along, with the result."""
        await passes(self.core, ROUND)
        stamp = self.card["ts"]
        now = await self.screen.shown("message_update", MEETING, stamp, said("pause-see"))
        self.card = now["message"]
        return self.card

    async def sees(self, *words: str) -> Json:
        """Somebody in the room opens the result from the card."""
        await self.press(OTHERS[-1], "pause-see")
        return await self.screen.modal(TABLE, *words)

    async def chairs(self, words: str, *shown: str) -> Json:
        """The chair, from the card to their own page and on."""
        await self.press(CHAIR, "pause-chair")
        page = await self.screen.modal(said("voices-chair"), TABLE)
        await self.press(CHAIR, words, page)
        return await self.screen.modal(*shown)


def _looks(view: Json) -> str:
    """All that can be seen of a modal: its ids, and a form's token, are others each time."""
    return json.dumps([view.get(part) for part in ("title", "blocks", "submit", "close")])


def _bars(surface: Json) -> Mapping[str, str]:
    """What stands beside each answer in the picture."""
    cells = [f["text"] for b in surface["blocks"] for f in b.get("fields", ())]
    return dict(zip((cell.strip("*") for cell in cells[::2]), cells[1::2], strict=True))


def _counted(surface: Json, *counts: int, before: tuple[int, ...] = ()) -> None:
    """The picture in words, from calm to alarm; what Slack leaves of it is no picture at all."""
    voices = ("comfortable", "concerned", "uncomfortable", "stop")
    moved = "pause-bar-moved" if before else "pause-bar"
    shown = _bars(surface)
    for voice, count, earlier in zip(voices, counts, before or counts, strict=True):
        values: Any = {"count": count, "many": sum(counts), "before": earlier}
        assert said(moved, **values) in shown[said(f"pause-{voice}")]


@asynccontextmanager
async def room(folder: Path, partnership: Partnership = SCHOOL) -> AsyncIterator[Room]:
    """The six of them."""
    async with town(folder, "events", partnership, monday(), NAMES) as (slack, core):
        yield Room(slack, Screen(slack), core, {})


async def test_six_in_a_channel_from_the_command_to_the_decision(tmp_path: Path) -> None:
    async with room(tmp_path) as here:
        await here.pauses()
        assert "weekly visits" not in json.dumps(here.card)
        await here.all_answer(*CALM)
        result = await here.time_is_up()
        _counted(result, 4, 2, 0, 0)
        assert "Line of" not in json.dumps(result)
        page = await here.sees(*(f"Line of {name}" for name in NAMES.values()))
        assert "not thought yet" not in json.dumps(page)
        _counted(page, 4, 2, 0, 0)

        await here.chairs("pause-again", said("pause-again-done"))
        await arrives(here.core)
        again = await here.screen.shown("message", MEETING, said("voices-again"))
        here.card = again["message"]
        await here.all_answer(*("concerned",) * 4, "uncomfortable", "concerned")
        await here.time_is_up()
        _counted(await here.sees(), 0, 5, 1, 0, before=(4, 2, 0, 0))

        form = await here.chairs("voices-decide", said("pause-decision-label"))
        await fill(here.slack, CHAIR, form, decision="change", why="Every second week.")
        await here.screen.modal(said("pause-decided-recorded"))
        await arrives(here.core)
        last = await here.screen.shown(
            "message_update", here.card["ts"], said("pause-decided-change")
        )
        here.card = last["message"]
        assert "second week" not in json.dumps(here.card)
        await here.sees("Every second week.")


async def test_one_stop_among_too_few_answers(tmp_path: Path) -> None:
    async with room(tmp_path) as here:
        await here.pauses()
        await here.answers(OTHERS[0], "stop", "He is back in the house.")
        await here.press(OTHERS[1], "pause-time-button")
        await here.screen.modal(said("pause-time-done"))
        await arrives(here.core)
        private = await conversation(here.core, CHAIR)
        asked = await here.screen.shown("message", private, said("pause-time-asked"))
        assert NAMES[OTHERS[1]] not in json.dumps(asked)
        await here.slack.press(
            CHAIR, private, asked["message"]["ts"], button(asked["message"], said("pause-longer"))
        )
        await here.screen.modal(said("pause-longer-done"))
        await passes(here.core, ROUND)
        card = (await here.slack.messages(MEETING))["messages"][-1]
        assert said("pause-answer-button") in json.dumps(card)  # a minute is left

        result = json.dumps(await here.time_is_up())
        assert said("pause-stop-asked") in result
        page = json.dumps(await here.sees(said("pause-stop-chair")))
        assert said("voices-few") in result
        for shown in (result, page):
            assert "in the house" not in shown
            assert said("pause-bars") not in shown


CHAIRED = Meeting(place=f"slack:{TEAM}:{MEETING}", chairs=(PersonId(f"slack:{TEAM}:{CHAIR}"),))


async def test_somebody_asks_the_chair_for_a_pause_and_nobody_hears_who(tmp_path: Path) -> None:
    async with room(tmp_path, SCHOOL.model_copy(update={"meetings": (CHAIRED,)})) as here:
        await here.slack.command("/upstander-pause", user=OTHERS[2])
        form = await here.screen.modal(said("pause-ask-title"), said("pause-ask-timing"))
        await fill(here.slack, OTHERS[2], form, how="anonymous")
        await here.screen.modal(said("pause-ask-done"))
        await arrives(here.core)
        private = await conversation(here.core, CHAIR)
        card = (await here.screen.shown("message", private, said("pause-asked")))["message"]
        assert NAMES[OTHERS[2]] not in json.dumps(card)
        assert OTHERS[2] not in json.dumps(card)
        assert (await here.slack.messages(MEETING))["messages"] == []

        await here.slack.press(CHAIR, private, card["ts"], button(card, said("pause-start")))
        form = await here.screen.modal(said("pause-title"))
        await fill(here.slack, CHAIR, form, **PAUSE)
        await here.screen.modal(said("voices-chair"), TABLE)
        await arrives(here.core)
        await here.screen.shown("message", MEETING, said("voices-card"))

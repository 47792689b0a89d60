"""A referral in an independent Slack: taken, put off, done and heard of; or passed on and up."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from bot.wiring import Core
from prompts.words import say, speak
from tests.e2e.partnerships import following
from tests.e2e.passing import arrives, monday, passes
from tests.e2e.slack_screen import SCHOOL, Json, Screen, button, conversation, fill, said, town
from tests.e2e.test_challenge_slack import Desk
from tests.e2e.test_local_slack import raise_concern
from tests.peers.local_slack import LEAD, OTHER_LEAD, TEACHER

pytestmark = pytest.mark.slack_peer

NAMES = {LEAD: "A Lead", OTHER_LEAD: "Another Lead"}
DAY = timedelta(days=1)
WHAT = "A decision on what we sent you, please."
ANSWERS = {
    "reference": "MASH-204",
    "kind": "information",
    "agency": "school",
    "role": "lead",
    "owner": "",
}


@dataclass
class Followed(Desk):
    """The three of them, and a referral that goes between them."""

    core: Core = field(kw_only=True)
    tongues: dict[str, str] = field(default_factory=dict)

    def says(self, user: str, id: str, **values: str) -> str:
        """Words in the language somebody has chosen."""
        return speak(say(id, **values), self.tongues.get(user, "en"))

    async def press(self, user: str, surface: Json, words: str) -> None:
        """A button, in the language of whoever presses it."""
        anchor = self.cards.get(user) or next(iter(self.cards.values()))
        pressed = button(surface, self.says(user, words))
        await self.slack.press(user, anchor["channel"], anchor["ts"], pressed)

    async def told(self, user: str, *words: str) -> Json:
        """A card that reaches somebody once what is on its way has arrived."""
        await arrives(self.core)
        return await self.card(user, *words)

    async def changed(self, user: str, words: str) -> Json:
        """A card that somebody has already, as it reads now."""
        await arrives(self.core)
        now = await self.screen.shown("message_update", self.channels[user], words)
        message: Json = now["message"]
        return message

    async def refused(self, **errors: str) -> None:
        """What is wrong stands at the question it is about."""
        shown = await self.screen.shown("view_errors")
        assert shown["errors"] == {f"field:{name}": words for name, words in errors.items()}

    async def refers(self) -> None:
        """The typed command, the form, what is missing, and then all of it."""
        await self.slack.command("/upstander-referral", user=TEACHER)
        view = await self.screen.modal(self.says(TEACHER, "referral-title"))
        await fill(self.slack, TEACHER, view, **{**ANSWERS, "reference": ""})
        missing = [(n, self.says(TEACHER, f"missing-referral-{n}")) for n in ("reference", "what")]
        await self.refused(**dict(missing))
        await fill(self.slack, TEACHER, view, **ANSWERS, what=WHAT)
        await self.screen.modal(self.says(TEACHER, "referral-sent-role"))

    async def home(self, user: str, *words: str) -> Json:
        """Somebody's Home, which says this."""
        await self.slack.open_home(user)
        view: Json = (await self.screen.shown("home", *words))["view"]
        return view


@asynccontextmanager
async def desk_at(folder: Path) -> AsyncIterator[Followed]:
    async with town(folder, "events", following(SCHOOL), monday()) as (slack, core):
        channels = {user: await conversation(core, user) for user in (TEACHER, LEAD, OTHER_LEAD)}
        yield Followed(slack, Screen(slack), channels, core=core)


async def helped(desk: Followed, card: Json) -> None:
    """Whoever has it asks for help: it stays theirs."""
    await desk.press(LEAD, card, "button-help")
    view = await desk.screen.modal(said("referral-help-title"))
    await fill(desk.slack, LEAD, view)
    await desk.refused(text=said("missing-text"))
    await fill(desk.slack, LEAD, view, text="They have moved.")
    await desk.screen.modal(said("referral-helped"))
    await desk.told(OTHER_LEAD, "A Lead needs help with this")
    await desk.card(TEACHER, said("referral-in-the-way"))


async def snooze(desk: Followed, page: Json) -> None:
    """They ask to be asked tomorrow, and are."""
    await desk.press(LEAD, page, "button-later")
    view = await desk.screen.modal(said("referral-later-title"))
    await fill(desk.slack, LEAD, view, later="day")
    await desk.refused(day=said("referral-later-which"))
    await fill(desk.slack, LEAD, view, later="tomorrow")
    await desk.screen.modal("We ask you again on")
    await passes(desk.core, DAY)
    card = await desk.card(LEAD, said("referral-nudge"))
    await desk.press(LEAD, card, "button-mine")
    await desk.screen.modal(said("referral-still-yours"))


async def is_done(desk: Followed, card: Json) -> None:
    """Whoever has it says what came of it."""
    await desk.press(LEAD, card, "button-done")
    view = await desk.screen.modal(said("referral-outcome-label"))
    await fill(desk.slack, LEAD, view, text="It is decided.")
    await desk.refused(outcome=said("missing-outcome"))
    await fill(desk.slack, LEAD, view, outcome="done", text="It is decided.")
    await desk.screen.modal(said("referral-finished"))
    await desk.changed(LEAD, said("referral-is-done"))
    assert said("button-done") not in json.dumps(await desk.slack.messages(desk.channels[LEAD]))


async def taken(desk: Followed) -> tuple[Json, Json]:
    """A lead takes it: both leads' cards change where they stand. Gives the page and the card."""
    card = await desk.told(LEAD, said("referral-card-unowned"), "MASH-204")
    assert WHAT not in json.dumps(card)
    await desk.card(OTHER_LEAD, said("referral-card-unowned"))
    await desk.home(LEAD, said("desk-count-unassigned", count="1"), "MASH-204")
    await desk.press(LEAD, card, "button-mine")
    page = await desk.screen.modal(said("referral-yours"), WHAT)
    mine = await desk.changed(LEAD, said("referral-card-owned"))
    assert mine["ts"] == card["ts"]
    others = await desk.changed(OTHER_LEAD, said("card-taken", name="A Lead"))
    assert said("button-mine") not in json.dumps(others)
    await desk.card(TEACHER, said("referral-taken", name="A Lead"))
    return page, mine


async def test_from_a_typed_command_to_done_and_heard_of(tmp_path: Path) -> None:
    async with desk_at(tmp_path) as desk:
        await desk.refers()
        page, mine = await taken(desk)
        await helped(desk, mine)
        await snooze(desk, page)
        await passes(desk.core, 4 * DAY)
        card = await desk.card(LEAD, said("referral-due"))
        await desk.card(TEACHER, said("referral-heard-back"), said("button-further"))
        await is_done(desk, card)

        await desk.told(TEACHER, said("referral-came-of-it", name="A Lead"))
        home = await desk.home(TEACHER, said("referred-title"), "MASH-204")
        await desk.press(TEACHER, home, "button-open")
        page = await desk.screen.modal("It is decided.", "What came of it: done as asked")
        await desk.press(TEACHER, page, "button-heard")
        await desk.screen.modal(said("referral-closed"))

        await desk.press(LEAD, card, "button-notmine")
        await desk.screen.modal(said("referral-not-for-you"))
        await desk.press(TEACHER, page, "button-further")
        await desk.screen.modal(said("referral-not-yours"))
        assert await desk.core.ticks.next_due() is None


async def speaks_welsh(desk: Followed) -> None:
    """Whoever records it chooses Welsh."""
    await desk.slack.command("/upstander-language", user=TEACHER)
    view = await desk.screen.modal(said("language-title"))
    await fill(desk.slack, TEACHER, view, language="cy")
    await desk.screen.modal(said("language-done-title"))
    desk.tongues[TEACHER] = "cy"


async def taken_by_one(desk: Followed) -> tuple[str, str]:
    """Both leads press at the same moment; gives who has it, and who hasn't."""
    cards = {who: await desk.told(who, said("button-mine")) for who in (LEAD, OTHER_LEAD)}
    await asyncio.gather(*(desk.press(who, card, "button-mine") for who, card in cards.items()))
    await desk.screen.modal(said("referral-yours"))
    await desk.screen.modal(said("referral-not-for-you"))
    await arrives(desk.core)
    now = (await desk.screen.shown("message_update", said("referral-card-owned")))["message"]
    has = next(who for who in cards if desk.channels[who] == now["channel"])
    (hasnt,) = set(cards) - {has}
    await desk.changed(hasnt, said("card-taken", name=NAMES[has]))
    return has, hasnt


async def passed_on(desk: Followed, has: str, to: str) -> None:
    """It isn't theirs, and they know whose it is."""
    await desk.press(has, desk.cards[has], "button-notmine")
    view = await desk.screen.modal(said("referral-notmine-title"))
    await fill(desk.slack, has, view, owner="Nobody", text="Not my class.")
    await desk.refused(owner=said("referral-owner-unknown"))
    await fill(desk.slack, has, view, owner=NAMES[to], text="Not my class.")
    await desk.screen.modal(said("referral-handed-to", name=f"{NAMES[to]}, Anytown School"))
    await desk.changed(has, said("referral-handed-on"))
    await desk.card(to, said("button-mine"))


async def test_two_take_it_at_once_it_is_passed_on_and_goes_up(tmp_path: Path) -> None:
    """And whoever recorded it, from a concern's page too, reads Welsh."""
    async with desk_at(tmp_path) as desk:
        await raise_concern(desk.slack, desk.screen)
        card = await desk.told(LEAD, said("button-pick"))
        await desk.press(LEAD, card, "button-open")
        page = await desk.screen.modal(said("button-pick"))
        await desk.press(LEAD, page, "referral-button")
        await desk.screen.modal(said("referral-title"), said("referral-intro"))

        await speaks_welsh(desk)
        await desk.refers()
        has, hasnt = await taken_by_one(desk)
        await desk.card(TEACHER, desk.says(TEACHER, "referral-taken", name=NAMES[has]))
        await passed_on(desk, has, hasnt)
        await desk.card(TEACHER, desk.says(TEACHER, "referral-moved-on"))

        await passes(desk.core, 5 * DAY)
        card = await desk.card(TEACHER, desk.says(TEACHER, "referral-heard-back"))
        await desk.press(TEACHER, card, "button-further")
        await desk.screen.modal(desk.says(TEACHER, "referral-further"))
        await desk.told(OTHER_LEAD, said("referral-at-level"))
        await desk.card(TEACHER, desk.says(TEACHER, "referral-went-up"))
        await desk.press(TEACHER, card, "button-further")
        await desk.screen.modal(desk.says(TEACHER, "referral-already-further"))

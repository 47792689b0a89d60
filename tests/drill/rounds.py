"""Many answer in one round, each through either of two servers, whatever becomes of either."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import Final, Literal

import aiohttp

from bot.slack.private_metadata import Metadata
from handlers.pause.results import COMFORT
from prompts.words import Words, say, speak
from tests.drill.drill import NOT_SENT
from tests.drill.forms import Json, post
from tests.drill.replicas import Replica
from tests.peers import slack_payloads as says
from tests.peers.fake_slack import FakeSlack, person
from tests.peers.slack_payloads import unique

CHAIR: Final = "UCHAIR"
ROOM: Final = "C01GEN"
"""The channel in which the peers type."""
MARK: Final = "what somebody thinks of the plan"
PAUSE: Final = {"kind": "voices", "what": MARK, "by": "alone", "many": "", "minutes": "1"}
Said = tuple[str, str]
"""An answer, and the line beside it."""
Came = Literal["taken", "over", "cut off"]
ANSWERED: Final = ((200, "update"), (200, "errors"))
_SAYS: Final[tuple[tuple[Came, Words], ...]] = (
    ("taken", say("pause-answered")),
    ("over", say("pause-round-over")),
)


def voices(many: int) -> list[str]:
    """So many people of the workspace."""
    return [f"U{number:04}VOICE" for number in range(many)]


def workspace(people: list[str]) -> list[Json]:
    """They and the chair."""
    return [person(id, f"Person {id}") for id in (CHAIR, *people)]


class Chair:
    """Begins the pause and its second round, and ends a round through every server at once."""

    def __init__(self, http: aiohttp.ClientSession, slack: FakeSlack) -> None:
        self._http = http
        self._slack = slack

    async def pauses(self, url: str) -> None:
        """The meeting pauses; its card stands in the channel."""
        await self._sent(url, says.command(CHAIR, "/pause"))
        filled = says.answered(self._slack.view, dict(PAUSE))
        await self._sent(url, says.form(says.submission(CHAIR, filled)))
        await self.until_card(1, "My answer")

    async def until_card(self, number: int, words: str) -> Json:
        """The newest card in the channel, once there are so many and it says that."""
        async with asyncio.timeout(30):
            while not (cards := self._slack.messages[ROOM][number - 1 :]) or words not in str(
                cards[-1]
            ):
                await asyncio.sleep(0.05)
        return cards[-1]

    async def presses(self, verb: str, *urls: str) -> None:
        """The same press through each of these servers at once."""
        buttons = {b["value"].split()[0]: b for b in self._buttons()}
        thread = buttons["pause.chair"]["value"].split()[1]
        button = buttons["pause.chair"] | {"value": f"{verb} {thread}"}
        bodies = [says.form(_in_room(says.press(CHAIR, button))) for _ in urls]
        await asyncio.gather(*(self._sent(u, b) for u, b in zip(urls, bodies, strict=True)))

    async def form_of_an_answer(self, url: str, user: str) -> Json:
        """The form that opens behind the card."""
        [button] = [b for b in self._buttons() if b["value"].startswith("pause.answer ")]
        await self._sent(url, says.form(_in_room(says.press(user, button))))
        return self._slack.view

    def _buttons(self) -> list[Json]:
        blocks = self._slack.messages[ROOM][-1]["blocks"]
        return [b for block in blocks if block["type"] == "actions" for b in block["elements"]]

    async def _sent(self, url: str, body: bytes) -> None:
        status, answer = await post(self._http, url, body)
        assert status == 200, (status, answer)


def _in_room(payload: Json) -> Json:
    place = payload["container"] | {"channel_id": ROOM}
    return payload | {"container": place, "channel": {"id": ROOM, "name": "strategy-meeting"}}


@dataclass
class Crowd:
    """Those who answer in one round, and what each of them was last told is in."""

    http: aiohttp.ClientSession
    form: Json
    replicas: tuple[Replica, Replica]
    chance: random.Random
    last: dict[str, Said] = field(default_factory=dict)
    taken: int = 0
    too_late: int = 0
    sent_again: int = 0
    cut_off: int = 0
    """Requests that the server had when it was killed, and never answered."""
    took: list[float] = field(default_factory=list)
    """Seconds until each was acknowledged."""
    _heard: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def answers(self, who: str) -> bool:
        """Somebody answers, or answers again; False once the round is over."""
        answer, number = self.chance.choice(COMFORT), self.taken
        line = f"{who} says {answer} ({number}): {MARK}"
        body = self._filled(who, answer, line)
        which = self.chance.randrange(2)
        began = monotonic()
        while (came := await self._sent(self.replicas[which], body())) == "cut off":
            self.sent_again += 1
            which = 1 - which  # as a balancer does: the other server has it
        self.took.append(monotonic() - began)
        if came == "over":
            self.too_late += 1
            return False
        self.last[who] = (answer, line)
        async with self._heard:
            self.taken += 1
            self._heard.notify_all()
        return True

    async def until_taken(self, many: int) -> None:
        """Waits until so many answers were acknowledged."""
        async with self._heard:
            await self._heard.wait_for(lambda: self.taken >= many)

    @property
    def counts(self) -> dict[str, int]:
        """How many were last told that they gave this answer."""
        counted = Counter(answer for answer, _ in self.last.values())
        return {answer: counted[answer] for answer in COMFORT}

    @property
    def lines(self) -> list[str]:
        """What they wrote beside it."""
        return sorted(line for _, line in self.last.values())

    def _filled(self, who: str, answer: str, line: str) -> Callable[[], bytes]:
        view = says.answered(self.form, {"answer": answer, "line": line})
        meta = replace(
            Metadata.unpack(view["private_metadata"]), token=unique("drill-answer-token-")
        )
        whole = view | {"private_metadata": meta.pack()}
        return lambda: says.form(says.submission(who, whole))

    async def _sent(self, replica: Replica, body: bytes) -> Came:
        try:
            status, answer = await post(self.http, replica.process.url, body)
        except (aiohttp.ClientError, TimeoutError) as error:
            # Whoever finds it down has sent nothing; the others may be in already, or not.
            self.cut_off += not isinstance(error, aiohttp.ClientConnectorError)
            return "cut off"
        assert (status, answer.get("response_action") in ("update", "errors")) == (200, True), (
            answer
        )
        # Whoever comes too late keeps what they typed: the form stays open and says so.
        shown = str(answer.get("view") or answer["errors"])
        if NOT_SENT in shown:
            await asyncio.sleep(1)
            return "cut off"  # a busy machine: they were told to send it again
        came = next((came for came, words in _SAYS if speak(words, "en")[:18] in shown), None)
        assert came is not None, answer
        return came


async def killed_after(replica: Replica, crowd: Crowd, many: int, chance: random.Random) -> None:
    """In the middle of whatever it does, once so many answers are in; then it starts again."""
    await crowd.until_taken(many)
    await asyncio.sleep(chance.uniform(0, 0.02))  # anywhere within a request
    await replica.kill()
    await replica.start()


async def restless(crowd: Crowd, who: str, moment: float) -> None:
    """From this moment on they change their mind, until they are told that the round is over."""
    await asyncio.sleep(max(0, moment - monotonic()))
    while await crowd.answers(who):
        await asyncio.sleep(crowd.chance.uniform(0, 0.1))

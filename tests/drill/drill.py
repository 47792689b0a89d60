"""Hundreds of concerns sent at a server that is killed again and again while they come."""

import asyncio
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import aiohttp

from tests.drill.cards import Cards
from tests.drill.forms import HOW, Filled, filled, is_over, opened, post, senders
from tests.drill.server import Process
from tests.drill.stores import Disagreement
from tests.drill.stores import opened as stores_of
from tests.peers.fake_slack import FakeSlack, person
from tests.peers.slack_payloads import unique

CONCERNS, AT_ONCE, KILLS = 500, 16, 4
TEACHERS = [f"U{number:02}TEACHER" for number in range(20, 32)]
NOT_SENT = "so nothing was sent"
MARK = "nobody came as agreed"


@dataclass
class Drill:
    """One server under fire, and what was seen of it."""

    server: Process
    slack: FakeSlack
    chance: random.Random
    concerns: int = CONCERNS
    how: Sequence[str] = HOW
    release: str = "now"
    """When the anonymous ones go out."""
    acknowledged: dict[str, Filled] = field(default_factory=dict)
    sent_again: int = 0
    cards: Cards = field(init=False)
    after_kills: list[Disagreement] = field(default_factory=list)
    after_sweeps: list[Disagreement] = field(default_factory=list)
    _up: asyncio.Event = field(default_factory=asyncio.Event)
    _heard: asyncio.Condition = field(default_factory=asyncio.Condition)

    def __post_init__(self) -> None:
        self.cards = Cards(self.slack)

    async def run(self) -> None:
        """Sends everything, with the kills in between, until all is acknowledged and delivered."""
        await self.server.start()
        self._up.set()
        async with senders() as http:
            waiting = await self._filled_in(http)
            moments = sorted(
                self.chance.sample(range(self.concerns // 10, self.concerns * 9 // 10), KILLS)
            )
            async with asyncio.TaskGroup() as group:
                group.create_task(self._killing(moments))
                for _ in range(AT_ONCE):
                    group.create_task(self._sending(http, waiting))
        await self.cards.until_delivered(self.concerns)
        await self._settled()
        await self.server.stop()

    async def _filled_in(self, http: aiohttp.ClientSession) -> list[Filled]:
        async with stores_of(self.server.settings) as stores:
            await stores.until_known(len(people()))
        views = await opened(http, self.server.url, self.slack, TEACHERS[0])
        release = {} if self.release == "now" else {"release": self.release}
        return [
            filled(
                views, self.chance.choice(TEACHERS), self.how[number % len(self.how)],
                unique("drill-form-token-"), f"Visit {number}: {MARK}", **release,
            )
            for number in range(self.concerns)
        ]  # fmt: skip

    async def _sending(self, http: aiohttp.ClientSession, waiting: list[Filled]) -> None:
        while waiting:
            form = waiting.pop()
            while not await self._sent(http, form):
                self.sent_again += 1
            self.acknowledged[form.token] = form
            async with self._heard:
                self._heard.notify_all()

    async def _sent(self, http: aiohttp.ClientSession, form: Filled) -> bool:
        await self._up.wait()
        try:
            status, answer = await post(http, self.server.url, form.body())
        except (aiohttp.ClientError, TimeoutError):
            return False  # no answer came: whoever sent it presses Send again
        if NOT_SENT in str(answer):
            await asyncio.sleep(1)
            return False  # a busy machine: they were told to send it again
        assert (status, is_over(answer)) == (200, True), (status, answer)
        return True

    async def _killing(self, moments: list[int]) -> None:
        for moment in moments:
            await self._when_acknowledged(moment)
            await asyncio.sleep(self.chance.uniform(0, 0.05))  # anywhere within a request
            self._up.clear()
            await self.server.kill()
            self.cards.killed()
            self.after_kills.append(await self._disagreement())
            await self.server.start()
            self.after_sweeps.append(await self._disagreement())
            self._up.set()

    async def _when_acknowledged(self, many: int) -> None:
        async with self._heard:
            await self._heard.wait_for(lambda: len(self.acknowledged) >= many)

    async def _disagreement(self) -> Disagreement:
        async with stores_of(self.server.settings) as stores:
            return await stores.disagreement()

    async def _settled(self) -> None:
        # The last card has arrived a moment before the server writes down that it did.
        async with asyncio.timeout(10), stores_of(self.server.settings) as stores:
            while await stores.on_their_way() or await stores.waiting():
                await asyncio.sleep(0.1)


def people() -> list[dict[str, object]]:
    """Everyone in the workspace."""
    from tests.drill.server import HEAD, LEADS

    return [person(id, f"Person {id}") for id in (*TEACHERS, *LEADS, HEAD)]


@asynccontextmanager
async def ended(server: Process) -> AsyncIterator[None]:
    """Whatever happens, no server is left behind."""
    try:
        yield
    finally:
        await server.kill()

"""Nudges fall due at two servers on one PostgreSQL, and something is broken meanwhile."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping, Sequence, Sized
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import aiohttp

from tests.conftest import Stores
from tests.drill.nudges import Owner, recorded
from tests.drill.replicas import DELIVERY, Nudged, Replica, serving, two
from tests.drill.stores import Left, opened
from tests.peers.fake_slack import FakeSlack
from tests.peers.fake_teams import FakeTeams
from tests.peers.fake_teams import Trouble as TeamsTrouble
from tests.peers.slack_troubles import Broken, Busy, Trouble

AHEAD = timedelta(seconds=3)
"""After so long the first falls due, while others are still being recorded."""

EVERY = 5


@dataclass
class Story:
    """Two servers, what their owners were asked, and what stood in the database in the end."""

    steady: Replica
    shaken: Replica
    nudged: Nudged
    recording: "asyncio.Task[dict[str, str]]"
    asked: dict[str, str] = field(default_factory=dict)
    """Every referral, and the conversation in which its owner is to be asked."""
    left: Left | None = None

    @property
    def killed(self) -> set[str]:
        """The lives that ended by a kill."""
        return self.steady.killed | self.shaken.killed

    async def recorded(self) -> None:
        """Every referral was recorded; many have fallen due meanwhile."""
        self.asked = await self.recording

    async def until_asked(self, gone: int = 0) -> None:
        """Everybody was asked, and no message is on its way any more."""
        await self.recorded()
        await self.nudged.until(len(self.asked) - gone)
        async with asyncio.timeout(DELIVERY), opened(self.steady.process.settings) as stores:
            self.left = await stores.left()
            while self.left.on_their_way > self.left.unmet or self.left.overdue:
                await asyncio.sleep(0.5)
                self.left = await stores.left()

    def missing(self) -> set[tuple[str, str]]:
        """Referrals about which nobody was asked, with the conversation."""
        return set(self.asked.items()) - set(self.nudged.arrived())

    def astray(self) -> set[tuple[str, str]]:
        """What was asked of somebody else, or about nothing of ours."""
        return set(self.nudged.arrived()) - set(self.asked.items())

    def said(self) -> str:
        """Everything that the servers logged."""
        return "".join(r.process.log.read_text("utf-8") for r in (self.steady, self.shaken))


@asynccontextmanager
async def falling_due(
    folder: Path,
    stores: Stores,
    slack: FakeSlack,
    owners: Sequence[Owner],
    many: int,
    spread: timedelta,
    teams: FakeTeams | None = None,
    shaken: Mapping[str, str] | None = None,
) -> AsyncIterator[Story]:
    """Both serve, while so many referrals are recorded whose nudges fall due."""
    folder.mkdir(exist_ok=True)
    steady, other = two(folder, slack, stores, teams)
    other.process.settings |= shaken or {}
    async with (
        opened(steady.process.settings, new=True) as inside,
        serving(steady, other),
        asyncio.TaskGroup() as group,  # what can't be recorded ends the drill at once
    ):
        first = inside.core.clock.now() + AHEAD
        recording = group.create_task(recorded(inside.core, owners, many, first, spread))
        yield Story(steady, other, Nudged(slack, teams), recording)


@asynccontextmanager
async def disturbed(
    slack: FakeSlack, teams: FakeTeams, chance: random.Random
) -> AsyncIterator[Counter[str]]:
    """Both answer many calls with trouble, for as long as this lasts; gives how many of which."""
    ordered: Counter[str] = Counter()
    kinds: tuple[Callable[[], Trouble], ...] = (Busy, Broken)

    def order_from_slack() -> None:
        trouble = chance.choice(kinds)()
        slack.next("chat.postMessage", trouble)
        ordered[type(trouble).__name__] += 1

    def order_from_teams() -> None:
        teams.troubles.append(TeamsTrouble(*chance.choice(((429, "1"), (500, None)))))
        ordered["Teams"] += 1

    async def ordering() -> None:
        orders: tuple[tuple[Sized, Callable[[], None]], ...] = (
            (slack.calls, order_from_slack),
            (teams.asked, order_from_teams),
        )
        seen = [0, 0]
        while True:
            for which, (calls, order) in enumerate(orders):
                if len(calls) >= seen[which] + EVERY:
                    seen[which] = len(calls)
                    order()
            await asyncio.sleep(0.01)

    task = asyncio.create_task(ordering())
    try:
        yield ordered
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def measured(name: str, urls: Sequence[str]) -> list[float]:
    """One of the numbers that each server shows at /metrics of its own listener."""
    found = []
    async with aiohttp.ClientSession() as http:
        for url in urls:
            async with http.get(f"{url}/metrics") as answer:
                lines = (await answer.text()).splitlines()
            found += [float(line.split()[1]) for line in lines if line.startswith(f"{name} ")]
    return found


async def until_measured(
    name: str, urls: Sequence[str], enough: Callable[[Sequence[float]], bool]
) -> None:
    """Waits until the servers' numbers are as wanted."""
    async with asyncio.timeout(DELIVERY):
        while not enough(await measured(name, urls)):
            await asyncio.sleep(0.2)


def report(what: str, story: Story) -> str:
    """One line on what came of it."""
    left = story.left
    assert left is not None
    servers = Counter(story.nudged.by_server())
    return (
        f"\n{what}: {len(story.asked)} nudges fell due, {len(set(story.nudged.arrived()))} arrived "
        f"({', '.join(f'{many} by the {name}' for name, many in sorted(servers.items()))} server), "
        f"{left.undeliverable} undeliverable; {len(story.killed)} kills; {story.nudged.twice()} "
        f"came twice, each in flight at a kill; left over: {left.on_their_way} messages, "
        f"{left.leased} leases, {left.overdue} steps"
    )

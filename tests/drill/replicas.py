"""Several servers on one PostgreSQL, some of them killed while they send; and who got what."""

import asyncio
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Final

from bot.core.delivery.courier import AT_ONCE
from tests.conftest import Stores
from tests.drill.nudges import town_file
from tests.drill.server import Process, upstander
from tests.peers.fake_slack import FakeSlack
from tests.peers.fake_teams import CLIENT_ID, TENANT, TOKEN, FakeTeams

OPENS: Final = re.compile(r'"referral\.open ([\w-]+)"')
OPENS_IN_TEAMS: Final = re.compile(r'"verb": "referral\.open", "subject": "([\w-]+)"')
DELIVERY: Final = 400
"""Seconds after which nothing more is expected, on a machine that has other things to do."""

Nudge = tuple[str, str]
"""A referral, and the conversation in which its owner was asked about it."""


@dataclass
class Replica:
    """One of several servers. Each of its lives shows Slack a token of its own."""

    name: str
    process: Process
    killed: set[str] = field(default_factory=set)
    """The tokens of those lives that ended by a kill."""
    _lives: int = 0

    @property
    def token(self) -> str:
        """As whom it posts in this life."""
        return f"xoxb-{self.name}-{self._lives}"

    async def start(self) -> None:
        """It begins a life."""
        self._lives += 1
        self.process.settings["SLACK_BOT_TOKEN"] = self.token
        await self.process.start()

    async def kill(self) -> None:
        """It ends in the middle of whatever it does."""
        self.killed.add(self.token)
        await self.process.kill()


class Nudged:
    """Which referral was asked about where, and by which server, in the order in which they came.

    Only what a platform took counts: a request that it refused, or never answered, brought nothing.
    """

    def __init__(self, slack: FakeSlack, teams: FakeTeams | None = None) -> None:
        self._slack = slack
        self._teams = teams
        self._posts: list[tuple[str, Nudge]] = []
        self._looked = 0
        self._by: Counter[str] = Counter()
        self._seen: set[Nudge] = set()
        self.besides: set[str] = set()
        """Conversations of those who are asked in the place of owners that left: not counted."""

    def arrived(self) -> Counter[Nudge]:
        """How often each referral's owner was asked about it."""
        return Counter(nudge for _, nudge in self._all()) + Counter(self._in_teams())

    def by(self, token: str) -> int:
        """How many came from a server in that life."""
        self._all()
        return self._by[token]

    def many(self) -> int:
        """About how many referrals somebody was asked."""
        self._all()
        return len(self._seen | set(self._in_teams()))

    def by_server(self) -> Counter[str]:
        """How many came from each server to Slack, in all its lives."""
        return Counter(by.split("-")[1] for by, _ in self._all())

    async def until(self, many: int) -> None:
        """Waits until so many referrals were asked about."""
        async with asyncio.timeout(DELIVERY):
            while self.many() < many:
                await asyncio.sleep(0.5)

    def twice(self) -> int:
        """How many came more often than once."""
        return sum(times - 1 for times in self.arrived().values())

    def unexplained(self, killed: set[str]) -> list[Nudge]:
        """Nudges that came twice, and whose earlier post wasn't in flight when its server died.

        A nudge is posted, then settled. Killed in between, the server can't tell that it arrived,
        and another sends it once more after the lease: so it is among the last of that life.
        """
        places: dict[str, int] = defaultdict(int)
        posts: dict[Nudge, list[tuple[str, int]]] = defaultdict(list)
        for by, nudge in self._all():
            places[by] += 1
            posts[nudge].append((by, places[by]))
        in_teams = [nudge for nudge, times in Counter(self._in_teams()).items() if times > 1]
        return in_teams + [
            nudge
            for nudge, times in posts.items()
            for (by, place), _ in pairwise(times)
            # One whose answer comes slowly is overtaken by as many again, settled meanwhile.
            if by not in killed or places[by] - place >= 2 * AT_ONCE
        ]

    def _all(self) -> list[tuple[str, Nudge]]:
        for token, body in self._slack.posted[self._looked :]:
            self._looked += 1
            if body["channel"] in self.besides:
                continue
            found = OPENS.search(json.dumps(body["blocks"]))
            nudge = (found[1] if found else "", body["channel"])
            self._posts.append((token, nudge))
            self._by[token] += 1
            self._seen.add(nudge)
        return self._posts

    def _in_teams(self) -> list[Nudge]:
        sent = self._teams.sent if self._teams is not None else []
        found = ((OPENS_IN_TEAMS.search(json.dumps(s.card)), s.conversation) for s in sent)
        return [(thread[1] if thread else "", where) for thread, where in found]


@dataclass
class Fire:
    """One server is killed and started again and again; the other goes on."""

    replica: Replica
    nudged: Nudged
    many: int
    """So many are asked about in all: once they are, no kill could show anything."""
    kills: int
    chance: random.Random

    async def run(self) -> None:
        """Kills while it sends, at a moment nobody chose."""
        for _ in range(self.kills):
            wanted = self.chance.randint(1, 100)
            async with asyncio.timeout(DELIVERY):
                while self.nudged.by(self.replica.token) < wanted:
                    if self.nudged.many() >= self.many:
                        return
                    await asyncio.sleep(0.1)
            await asyncio.sleep(self.chance.uniform(0, 0.05))  # anywhere within a request
            await self.replica.kill()
            await self.replica.start()


def two(
    folder: Path, slack: FakeSlack, stores: Stores, teams: FakeTeams | None = None
) -> tuple[Replica, Replica]:
    """Two servers with the same settings, but for the port and the token."""
    town = town_file(folder)
    one, other = (
        Replica(name, upstander(folder, slack.api, stores.main_url, stores.keyring_url, town, name))
        for name in ("steady", "shaken")
    )
    if teams is not None:
        one.process.settings |= in_teams(teams)
        other.process.settings |= in_teams(teams)
    return one, other


def in_teams(teams: FakeTeams) -> dict[str, str]:
    """The settings of a server that writes to this machine's Teams."""
    return {
        "TEAMS_CLIENT_ID": CLIENT_ID,
        "TEAMS_TENANT_ID": TENANT,
        "TEAMS_OPENID_URL": teams.openid_url,
        "TEAMS_SERVICE_HOSTS": teams.host,
        "TEAMS_STATIC_TOKEN": TOKEN,
    }


@asynccontextmanager
async def serving(*replicas: Replica) -> AsyncIterator[None]:
    """All of them serve for the length of an `async with`, and none is left behind."""
    try:
        await asyncio.gather(*(replica.start() for replica in replicas))
        yield
        await asyncio.gather(*(replica.process.stop() for replica in replicas))
    finally:
        await asyncio.gather(*(replica.process.kill() for replica in replicas))

"""A database that freezes or fills under a running server: nobody is told what isn't so."""

import asyncio
import random
import shutil
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy.engine import make_url

from tests.conftest import Stores
from tests.drill.cards import Cards
from tests.drill.drill import TEACHERS, ended, people
from tests.drill.forms import HOW, Filled, filled, is_over, opened, post, senders
from tests.drill.server import LEADS, Process, upstander
from tests.drill.stores import Disagreement
from tests.drill.stores import opened as stores_of
from tests.peers import disks, fake_slack, frozen, where_there_is
from tests.peers.fake_slack import FakeSlack
from tests.peers.slack_payloads import TEAM, unique

pytestmark = pytest.mark.thorough
ANSWERED = 45
"""Seconds within which everybody has an answer, whatever hangs."""
CALL = "If someone is in danger now"
PATIENCE = 240
"""Seconds until what was claimed as a database froze is claimed anew: its lease has to end."""
SEEN = 12
"""Seconds within which readiness has noticed."""


@dataclass
class Failing:
    """A server, and everybody who speaks up before, while and after its stores fail."""

    server: Process
    slack: FakeSlack
    http: aiohttp.ClientSession
    views: dict[str, dict[str, object]]
    acknowledged: list[Filled] = field(default_factory=list)
    refused: list[Filled] = field(default_factory=list)
    told: int = 0
    """How many read in words, on their own form, that it couldn't be kept."""
    untold: list[tuple[int, object]] = field(default_factory=list)
    """What those got who read no such words."""

    async def speaks_up(self, many: int) -> None:
        """So many concerns are sent at once."""
        await asyncio.gather(*(self._sends(self._form(n)) for n in range(many)))

    async def begins(self) -> None:
        """All is well: who is told on a busy machine that it wasn't sent sends it again."""
        await self.speaks_up(20)
        await self.all_is_kept()
        self.told, self.untold = 0, []

    async def all_is_kept(self) -> None:
        """Whoever was told that it couldn't be kept sends the same form until it is."""
        async with asyncio.timeout(PATIENCE):
            while self.refused:
                again, self.refused = self.refused, []
                await asyncio.gather(*(self._sends(form) for form in again))

    def _form(self, number: int) -> Filled:
        what = f"Visit {unique('')}: nobody came. {'It went on. ' * 150}"
        who = random.choice(TEACHERS)
        return filled(self.views, who, HOW[number % 3], unique("failing-form-token-"), what)

    async def _sends(self, form: Filled) -> None:
        try:
            status, answer = await post(self.http, self.server.url, form.body())
        except (aiohttp.ClientError, TimeoutError) as error:
            status, answer = 0, {"no answer": repr(error)}
        kept = status == 200 and is_over(answer)
        if not kept and status == 200:
            assert CALL in str(answer)
            self.told += 1
        elif not kept:
            self.untold.append((status, answer))
        (self.acknowledged if kept else self.refused).append(form)

    async def ready(self) -> tuple[int, list[str]]:
        """What readiness says, and why."""
        async with self.http.get(f"{self.server.watch}/readyz") as answer:
            return answer.status, (await answer.json()).get("why", [])

    async def until_ready(self, *why: str) -> None:
        """Waits until readiness says exactly this; nothing, when all is well."""
        async with asyncio.timeout(SEEN + ANSWERED):
            while await self.ready() != (503 if why else 200, [*why]):
                await asyncio.sleep(0.5)

    async def nothing_is_lost(self) -> None:
        """Everything acknowledged is stored once, and delivered to both leads."""
        assert not self.refused
        cards = Cards(self.slack)
        await cards.until_delivered(len(self.acknowledged), PATIENCE)
        async with asyncio.timeout(60), stores_of(self.server.settings) as stores:
            while await stores.on_their_way():
                await asyncio.sleep(0.2)
        await self.server.stop()
        await self.server.start()
        async with stores_of(self.server.settings) as stores:
            expected = Counter(
                (f.what.strip(), f"slack:{TEAM}:{f.user}") for f in self.acknowledged
            )
            assert await stores.concerns() == expected
            assert await stores.disagreement() == Disagreement(0, 0)
        assert cards.arrived().total() - cards.twice() == len(self.acknowledged) * len(LEADS)


@asynccontextmanager
async def failing(folder: Path, stores: Stores) -> AsyncIterator[Failing]:
    """The server runs on these stores, and all is well."""
    async with (
        fake_slack.running(people()) as slack,
        senders(ANSWERED) as http,
    ):
        server = upstander(folder, slack.api, stores.main_url, stores.keyring_url)
        async with ended(server):
            await server.start()
            async with stores_of(server.settings) as known:
                await known.until_known(len(people()))
            views = await opened(http, server.url, slack, TEACHERS[0])
            yield Failing(server, slack, http, views)


@pytest.mark.postgres
@pytest.mark.parametrize("store", ["main", "keyring"])
async def test_frozen_connections(
    postgres_stores: Stores, tmp_path: Path, store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    urls = {"main": postgres_stores.main_url, "keyring": postgres_stores.keyring_url}
    async with frozen.before(urls[store]) as proxy:
        urls[store] = proxy.url
        async with failing(tmp_path, Stores(urls["main"], urls["keyring"], "postgres")) as drill:
            await drill.begins()
            proxy.freeze()
            sending = asyncio.create_task(drill.speaks_up(20))
            await drill.until_ready("a database doesn't answer")
            await sending
            frozen_out = len(drill.refused)
            assert frozen_out == 20
            proxy.thaw()
            await drill.until_ready()
            await drill.speaks_up(10)
            await drill.all_is_kept()
            await drill.nothing_is_lost()
    _report(capsys, f"{store} frozen", drill, frozen_out)


@where_there_is(disks.lacking)
@pytest.mark.parametrize("store", ["main", "keyring"])
async def test_a_full_disk(
    sqlite_stores: Stores, tmp_path: Path, store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    urls = {"main": sqlite_stores.main_url, "keyring": sqlite_stores.keyring_url}
    with disks.small_disk(tmp_path / "small", 6) as disk:
        shutil.copy(make_url(urls[store]).database or "", disk / "it.db")
        urls[store] = f"sqlite+aiosqlite:///{disk}/it.db"
        stores = Stores(urls["main"], urls["keyring"], "sqlite")
        async with failing(tmp_path, stores) as drill:
            await drill.begins()
            disks.fill(disk / "full")
            await drill.until_ready(f"the {store} database has no room left: make room on its disk")
            async with asyncio.timeout(PATIENCE):
                while len(drill.refused) < 20:  # some still fit into what was free in the files
                    await drill.speaks_up(10)
            refused = len(drill.refused)
            assert (drill.told, drill.untold) == (refused, [])
            (disk / "full").unlink()
            await drill.until_ready()
            await drill.all_is_kept()
            await drill.nothing_is_lost()
    _report(capsys, f"disk of {store} full", drill, refused)


def _report(capsys: pytest.CaptureFixture[str], what: str, drill: Failing, refused: int) -> None:
    with capsys.disabled():
        print(
            f"\n{what}: {refused} were told that it couldn't be kept and sent it again; "
            f"{len(drill.acknowledged)} acknowledged, stored once and delivered to both leads"
        )

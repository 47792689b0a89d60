"""Whatever was acknowledged is stored and delivered, though the server is killed under load."""

import asyncio
import random
from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import Stores
from tests.drill.drill import KILLS, MARK, Drill, ended, people
from tests.drill.server import LEADS, town_file, upstander
from tests.drill.stores import Disagreement, opened
from tests.peers import fake_slack
from tests.peers.slack_payloads import TEAM

pytestmark = pytest.mark.drill
NONE = Disagreement(0, 0)
HIDDEN = 150


async def drilled(folder: Path, stores: Stores, seed: int, hidden: bool = False) -> Drill:
    folder.mkdir()
    async with fake_slack.running(people()) as slack:
        town = town_file(folder, times={"soon_min": "0 minutes", "soon_max": "1 minute"})
        server = upstander(folder, slack.api, stores.main_url, stores.keyring_url, town)
        drill = Drill(server, slack, random.Random(seed))
        if hidden:
            drill.concerns, drill.how, drill.release = HIDDEN, ("anonymous",), "soon"
        async with ended(server):
            await drill.run()
    return drill


async def assert_nothing_is_lost(drill: Drill) -> None:
    forms = drill.acknowledged.values()
    async with opened(drill.server.settings) as stores:
        expected = Counter((form.what, f"slack:{TEAM}:{form.user}") for form in forms)
        assert len(expected) == drill.concerns
        assert await stores.concerns() == expected
        assert await stores.tokens() == {stores.tag(form.token) for form in forms}
        assert await stores.disagreement() == NONE
    arrived = drill.cards.arrived()
    assert len(arrived) == drill.concerns * len(LEADS)
    assert drill.cards.unexplained() == []
    assert drill.after_sweeps == [NONE] * KILLS
    assert drill.sent_again >= KILLS
    assert MARK not in drill.server.log.read_text("utf-8")


def report(kind: str, drill: Drill) -> None:
    left = ", ".join(
        f"{d.threads_without_a_row}/{d.rows_without_a_thread}" for d in drill.after_kills
    )
    print(
        f"\n{kind}: {len(drill.acknowledged)} concerns acknowledged, stored and delivered to both "
        f"leads through {KILLS} kills; {drill.sent_again} sent again after a lost answer; "
        f"{drill.cards.twice()} cards came twice, each in flight at a kill; left by the kills "
        f"(threads without an address/addresses without a thread): {left}; after each start: none"
    )


@pytest.mark.parametrize("hidden", [False, True], ids=["at once", "hidden, and waiting"])
async def test_what_was_acknowledged_survives(
    sqlite_stores: Stores,
    postgres_stores: Stores,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    hidden: bool,
) -> None:
    # Side by side: each waits a minute for the leases of the server that was killed last.
    drills = await asyncio.gather(
        *(
            drilled(tmp_path / stores.kind, stores, seed, hidden)
            for seed, stores in enumerate((sqlite_stores, postgres_stores))
        )
    )
    for kind, drill in zip(("SQLite", "PostgreSQL"), drills, strict=True):
        await assert_nothing_is_lost(drill)
        with capsys.disabled():
            report(kind, drill)

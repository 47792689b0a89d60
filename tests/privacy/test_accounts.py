"""An account on each platform becomes one person, watched: no row ties them to what is hidden."""

import json
import re
from dataclasses import replace
from pathlib import Path

from storage.partnership import AgencyId
from tests.privacy.looks import Look, look
from tests.privacy.people import RAISERS, Someone
from tests.privacy.world import World, world

SLACK, TEAMS, WEB = (RAISERS[platform, "named"] for platform in ("slack", "teams", "web"))
EVERY = (SLACK, TEAMS, WEB)
CONCERN = {
    "danger": "no", "topic": "threshold", "agency": "health", "anyway": "yes", "release": "now",
}  # fmt: skip
OWN = {
    "account_link", "account_moved", "link_code", "thread", "web_message", "outbox", "seen_event",
    "submission", "store_pair",
}  # fmt: skip
"""Whatever linking writes to; of threads it is those that were raised by name."""


def _looks(one: World) -> Look:
    return look(one.core.settings.main_url, one.core.settings.ring_url)


def _code(page: str) -> str:
    return str(re.findall(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", page)[0])


async def _link(one: World, holder: Someone, other: Someone) -> None:
    code = _code(await one.does(holder, "accounts.code"))
    assert holder.name in await one.does(other, "accounts.enter", code=code)
    await one.does(other, "accounts.agree")
    page = await one.hand(holder).press("accounts")
    assert other.name in page
    await one.hand(holder).fill({"main": "this"})
    await one.later()


async def test_an_account_on_each_platform_is_one_person(tmp_path: Path) -> None:
    async with world(tmp_path, {}) as one:
        teams = one.peers.teams.service_url
        seen = [replace(who.seen(teams), agency=AgencyId("health")) for who in EVERY]
        await one.core.members.remember(seen)
        await one.does(WEB, "concern", **CONCERN, what="By name.", how="named")
        await one.does(TEAMS, "concern", **CONCERN, what="Without.", how="anonymous")
        await one.later()
        before = _looks(one)
        [hidden] = [row for row in before.main["thread"] if row["how"] == "anonymous"]

        await _link(one, SLACK, WEB)
        await _link(one, SLACK, TEAMS)
        after = _looks(one)
        changed = {name for name, rows in after.main.items() if rows != before.main.get(name)}
        assert changed <= OWN
        assert hidden in after.main["thread"]
        assert str(hidden["id"]) not in json.dumps(after.main["account_moved"], default=str)
        assert {row["ref"] for row in after.ring["ring"]} == {r["ref"] for r in before.ring["ring"]}

        for who in EVERY:
            mine = await one.does(who, "mine")
            thread = one.hand(who).subject(mine, "mine.open")
            assert "By name." in await one.does(who, "mine.open", thread)
        for who in EVERY:
            quiet = await one.does(who, "mine.quiet")
            assert ("mine.open" in quiet) == (who is TEAMS)

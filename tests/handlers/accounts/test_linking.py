"""Somebody links two accounts, and is one person from then on; undone, each is as it was."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.cli.demo import EXAMPLE
from bot.core.admission import Actor
from storage.partnership import PersonId
from storage.partnership.loading import read_written
from tests.conftest import Stores
from tests.core.anytown import Town, anytown
from tests.core.linking import MINE, code_of, enters, link, on_slack, told
from tests.handlers.pause.acts import ROUND, answers, bars, looks, pauses
from tests.peers.transcript import address_of


@pytest.fixture
async def town(sqlite_stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(
        sqlite_stores, tmp_path / "data", partnership=read_written(EXAMPLE)
    ) as open_:
        yield open_


async def test_one_list_and_one_place_for_messages_until_it_is_undone(
    stores: Stores, tmp_path: Path
) -> None:
    async with anytown(stores, tmp_path / "data") as town:
        slack = await on_slack(town, "leila")
        await town.raises("leila", what="From the web.")
        await town.raises(slack, what="From Slack.")
        page = await enters(town, slack, await code_of(town, "leila"))
        page.sees("Leila Haddad", "Anytown Community School", "Upstander’s pages in a browser")
        (await page.presses(MINE)).sees("One step is left")
        await town.core.ticks.drain()
        assert (await town.does(slack, "mine")).pressable.count("Open") == 1
        asked = (await town.does("leila", "accounts")).sees("Is this you, too?", "Leila", "Slack")
        (await asked.fills(main="other")).sees("Both are one now")
        await town.core.ticks.drain()
        assert told(town, ("leila", slack)) == [2, 1]
        for who in ("leila", slack):
            assert (await town.does(who, "mine")).pressable.count("Open") == 2
        before = len(town.cards("leila"))
        await town.presses_card("grace", "I’ll pick this up")
        assert len(town.cards("leila")) == before

        undone = (await town.does("leila", "accounts")).sees("one person: you", "Come here")
        (await undone.presses("Not one any more")).sees("on its own again")
        for who, words in (("leila", "From the web."), (slack, "From Slack.")):
            mine = await town.does(who, "mine")
            assert mine.pressable.count("Open") == 1
            (await mine.presses("Open")).sees(words)
        assert await town.column("account_link", "account") == []
        assert await town.column("account_moved", "account") == []
        assert await town.column("link_code", "holder") == []


async def test_a_lead_sees_the_desk_with_either_account_and_messages_come_once(town: Town) -> None:
    slack = await on_slack(town, "grace", "childrens-social-care")
    await town.raises("leila")
    await link(town, "grace", slack, main="other")
    count = len(town.cards("grace"))
    await town.raises("sian")
    assert len(town.cards("grace")) == count, "messages go to the main account alone"
    for who in ("grace", slack):
        assert (await town.does(who, "mine")).pressable.count("Open") == 2
    page = await (await town.does("grace", "mine")).presses("Open")
    (await page.presses("I’ll pick this up")).sees("You have picked this up")
    (await town.does(slack, "mine")).sees("You have")
    # A role changes hands by the file's account, whichever is the main one.
    edits = await (await town.does("ruth", "administration.role", "childrens-social-care")).fills(
        holds="lead", leaver="slack:T01:U0GRACE", owner="Amina Yusuf"
    )
    edits.sees("Taken out: Grace")


async def test_what_was_raised_without_a_name_opens_from_its_own_account_alone(town: Town) -> None:
    slack = await on_slack(town, "leila")
    await town.raises(slack, how="anonymous", release="now", what="Hidden.")
    dumped = await town.dump()
    await link(town, "leila", slack, main="this")
    after = await town.dump()
    assert {name: rows for name, rows in after.items() if rows != dumped[name]}.keys() <= {
        "account_link", "card_sent", "outbox", "seen_event", "submission",
    }  # fmt: skip
    quiet = await (await town.does(slack, "mine")).presses("Raised without showing my name")
    (await quiet.presses("Open")).sees("Hidden.")
    quiet = await (await town.does("leila", "mine")).presses("Raised without showing my name")
    assert "Open" not in quiet.pressable


async def test_nobody_picks_up_what_they_raised_with_their_other_account(town: Town) -> None:
    slack = await on_slack(town, "grace", "childrens-social-care")
    await town.raises(slack, how="anonymous", release="now")
    await link(town, "grace", slack, main="this")
    page = await town.presses_card("grace", "I’ll pick this up")
    page.refused("you")
    (await town.presses_card("daniel", "I’ll pick this up")).sees("You have picked this up")


async def test_one_voice_in_a_round_and_nobody_counted_twice(town: Town) -> None:
    slack = await on_slack(town, "tom", "police")
    await link(town, "tom", slack, main="this")
    await pauses(town)
    for who, answer in (("tom", "stop"), (slack, "comfortable"), ("priya", "comfortable"),
                        ("helen", "comfortable"), ("kofi", "comfortable"),
                        ("grace", "comfortable"), ("daniel", "comfortable")):  # fmt: skip
        await answers(town, who, answer)
    await town.passes(ROUND)
    assert sum(count for count, _ in bars(await looks(town))) == 6


async def test_whoever_agrees_with_their_other_account_is_still_one(town: Town) -> None:
    shown = await (await town.does("helen", "administration.role", "police")).fills(
        holds="reviewer", leaver="nobody", owner="Kofi Mensah"
    )
    (await shown.presses("Confirm")).sees("We have asked")
    await link(town, "helen", await on_slack(town, "helen", "police"), main="other")
    for who in ("helen", "helen-slack"):
        assert "Agree" not in (await town.does(who, "administration")).pressable
    assert "Agree" in (await town.does("fiona", "administration")).pressable


async def test_a_main_account_that_leaves_gives_the_other_back_what_was_its(town: Town) -> None:
    slack = await on_slack(town, "leila")
    await town.raises("leila", what="From the web.")
    await link(town, "leila", slack, main="other")
    await town.core.members.forget([PersonId("slack:T01:U0LEILA")])
    await town.core.ticks.follow()
    (await (await town.does("leila", "mine")).presses("Open")).sees("From the web.")
    assert await town.column("account_link", "account") == []
    gone = Actor(PersonId("slack:T01:U0LEILA"), "Leila", "en", None, address_of("T01:U0LEILA"))
    town.strangers[slack] = gone
    assert "Open" not in (await town.does(slack, "mine")).text

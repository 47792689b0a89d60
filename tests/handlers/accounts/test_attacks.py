"""Somebody wants to be linked with another: by a code they talk them out of, or into, or guess."""

from datetime import timedelta

import pytest

from storage.partnership import PersonId
from tests.core.anytown import Town
from tests.core.linking import MINE, code_of, enters, link, on_slack, told


async def test_a_code_that_was_talked_out_of_somebody_links_nothing(town: Town) -> None:
    """Kofi gets Priya to read her code to him: she sees his name, and is asked."""
    page = await enters(town, "kofi", await code_of(town, "priya"))
    page.sees("Priya Nair", "could read your list")
    await page.presses(MINE)
    await town.core.ticks.drain()
    assert told(town, ("priya", "kofi")) == [1, 0]
    (await town.does("kofi", "mine")).sees_not("Concerns for your agency")
    asked = (await town.does("priya", "accounts")).sees("Kofi Mensah", "If it is not your own")
    (await asked.presses("No, stop")).sees("Nothing was linked")
    (await town.does("kofi", "accounts.join.send")).refused("This is over")
    (await town.does("priya", "accounts.join.send")).refused("This is over")
    assert await town.column("account_link", "account") == []


async def test_a_code_that_was_talked_into_somebody_shows_whose_it_is(town: Town) -> None:
    """Kofi has Priya enter his: she sees his name; without her yes he can't go on."""
    page = await enters(town, "priya", await code_of(town, "kofi"))
    page.sees("Kofi Mensah", "Police", "If this is not your own account, say no")
    (await town.does("kofi", "accounts.join.send", "", {"main": "this"})).refused("This is over")
    await page.presses("No, stop")
    (await town.does("kofi", "accounts.agree")).refused("This is over")
    assert await town.column("account_link", "account") == []


async def test_codes_are_used_once_within_minutes_and_few_are_tried(town: Town) -> None:
    slack = await on_slack(town, "tom", "police")
    code = await code_of(town, "tom")
    (await enters(town, slack, code.lower().replace("-", " "))).sees("Tom Barker")
    (await enters(town, "kofi", code)).refused("opens nothing", "code")
    old = await code_of(town, "tom")
    town.clock.set(town.clock.now() + timedelta(minutes=10))
    (await enters(town, slack, old)).refused("opens nothing", "code")
    for _ in range(4):
        (await enters(town, slack, "0000-0000-0000")).refused("opens nothing", "code")
    (await enters(town, slack, await code_of(town, "tom"))).refused("several codes")
    late = await enters(town, "kofi", await code_of(town, "tom"))
    town.clock.set(town.clock.now() + timedelta(minutes=30))
    (await late.presses(MINE)).refused("This is over")


@pytest.mark.parametrize(("who", "other", "words"), [
    ("tom", "grace", "same agency"),
    ("tom", "tom", "same person"),
])  # fmt: skip
async def test_who_can_be_nobody_s_other_account(
    town: Town, who: str, other: str, words: str
) -> None:
    (await enters(town, other, await code_of(town, who))).refused(words, "code")


async def test_somebody_linked_is_linked_to_nobody_else(town: Town) -> None:
    slack = await on_slack(town, "tom", "police")
    await link(town, "tom", slack, main="this")
    (await enters(town, slack, await code_of(town, "kofi"))).refused("linked already", "code")
    (await town.does("kofi", "accounts.part", "")).refused("This is over")
    assert await town.column("account_link", "account") == [PersonId("slack:T01:U0TOM")]
    third = await on_slack(town, "tommy", "police")
    await link(town, slack, third)
    assert len(await town.column("account_link", "account")) == 2


async def test_what_is_stored_of_a_code_names_nobody_and_no_moment(town: Town) -> None:
    code = await code_of(town, "priya")
    await enters(town, "kofi", code)
    [row] = (await town.dump())["link_code"]
    shown = repr(row)
    for mark in ("priya", "kofi", code, code.replace("-", ""), str(town.clock.now().hour) + ":"):
        assert mark not in shown
    town.clock.set(town.clock.now() + timedelta(days=2))
    await town.core.ticks.tidy()
    assert (await town.dump())["link_code"] == []

"""The demo's clock is moved, and what elsewhere comes with mornings and quarters comes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx

from bot.cli.demo import build_demo, demo_settings
from tests.edge.web.fakes import HERE, ORIGIN, FakeClock

LEADS = ("priya-nair", "grace-okafor", "mei-chen")
AGREED = "Time to confirm what we agreed"


@asynccontextmanager
async def browsing(clock: FakeClock) -> AsyncIterator[httpx.AsyncClient]:
    """The demo with nothing in it, from a Monday in November on."""
    app = build_demo(demo_settings("127.0.0.1", 8750), clock, referrals=None)
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=HERE) as browser,
    ):
        yield browser


async def _days(browser: httpx.AsyncClient, clock: FakeClock, number: int) -> None:
    until = clock.at.toordinal() + number
    while clock.at.toordinal() < until:
        moved = await browser.post("/demo/clock", data={"to": "day", "as": "leila-haddad"})
        assert moved.status_code == 303, moved.text


async def _told(browser: httpx.AsyncClient, words: str, *people: str) -> list[str]:
    """Those who have such a message since this was last asked."""
    told = []
    for who in people:
        told += [who] if words in (await browser.get(f"/as/{who}")).text else []
        await browser.post(f"/as/{who}/clear", data={"": ""})
    return told


async def test_each_agencys_leads_are_asked_to_confirm_what_was_agreed() -> None:
    clock = FakeClock()
    async with browsing(clock) as browser:
        everybody = (*LEADS, "leila-haddad")
        assert await _told(browser, AGREED, *everybody) == []
        counts = []
        for days in (2, 10, 5, 20, 7):  # from the next day on; after two weeks, and after six
            await _days(browser, clock, days)
            counts.append(await _told(browser, AGREED, *everybody))
        assert counts == [[*LEADS], [], [*LEADS], [], [*LEADS]]


async def test_a_quarter_asks_its_question() -> None:
    clock = FakeClock()
    async with browsing(clock) as browser:
        await _days(browser, clock, 44)
        asked = "people and numbers still right"
        assert await _told(browser, asked, "ruth-ellison", "grace-okafor") == ["ruth-ellison"]

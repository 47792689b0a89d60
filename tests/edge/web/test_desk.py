"""What waits, in a browser: each part of it has an address, and what is typed stands in none."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from html import unescape

import httpx

from bot.cli.demo import build_demo, demo_settings
from tests.core.anytown import CONCERN
from tests.edge.web.fakes import HERE, ORIGIN

HOME = "/as/grace-okafor"
SOUGHT = {"reference": "x", "_token": "s" * 22}
LINE = re.compile(
    r'<li(?: class="(\w+)")?><a href="([^"]+)"><span class="unseen">Open: </span>'
    r'(?:<strong class="mark \w+">([^<]+)</strong><span class="unseen">. </span>)*\s*'
    r'<span class="what">([^<]+)</span>'
)


@asynccontextmanager
async def browsing(concerns: int = 2) -> AsyncIterator[httpx.AsyncClient]:
    """The demo with its referrals, some concerns, and the last of them about danger."""
    app = build_demo(demo_settings("127.0.0.1", 8750))
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=HERE) as browser,
    ):
        for number in range(concerns):
            danger = "yes" if number == concerns - 1 else "no"
            sent = {**CONCERN, "danger": danger, "release": "now", "_token": f"t{number}" * 11}
            answer = await browser.post("/as/leila-haddad/do/concern.send", data=sent)
            assert answer.status_code == 200
        yield browser


def lines(html: str) -> list[str]:
    """What the links of the list say, from the top down."""
    return [unescape(title) for _, _, _, title in LINE.findall(html)]


async def test_danger_stands_first_and_is_said_in_words() -> None:
    async with browsing() as browser:
        html = (await browser.get(HOME)).text
    first, *others = LINE.findall(html)
    assert first[0] == "urgent"
    assert first[2] == "Danger now"
    assert first[1].startswith(f"{HOME}/do/thread.open?subject=")
    assert first[3].startswith("Concern: ")
    assert len(others) == 2
    assert not any(mark == "urgent" for mark, *_ in others)
    assert html.index("Waiting for me") < html.index("Raised by name")


async def test_what_waits_stands_on_the_page_once() -> None:
    async with browsing() as browser:
        html = (await browser.get(HOME)).text
    assert len(lines(html)) == len(set(lines(html))) == 3
    assert html.count("thread.open?subject=") == 2
    assert "thread.pick" not in html  # the messages that said so are left out


async def test_a_count_is_an_address_to_come_back_to() -> None:
    async with browsing() as browser:
        html = (await browser.get(HOME)).text
        [address] = re.findall(rf'<a href="({HOME}\?late=danger)"', html)
        shown = (await browser.get(address)).text
        again = (await browser.get(f"{HOME}?kind=referral&sort=oldest&whose=unassigned")).text
    assert lines(shown) == lines(html)[:1]
    assert f'<a href="{address}" aria-current="true">' in shown
    assert "1 is found" in shown
    assert [title.split(",")[0] for title in lines(again)] == ["Referral SCH-118"]
    assert '<option id="kind-' in again
    assert re.search(r'value="referral" selected', again)


async def test_what_is_chosen_goes_into_the_address_and_what_is_typed_does_not() -> None:
    async with browsing() as browser:
        html = (await browser.get(HOME)).text
        narrow, find = re.findall(r'<details class="aside">(.*?)</details>', html, re.DOTALL)[:2]
        assert f'<form method="get" action="{HOME}">' in narrow
        assert 'type="text"' not in narrow
        assert f'<form method="post" action="{HOME}/do/mine.find.send"' in find
        assert re.search(r'name="_token" value="[\w-]{22}"', find)
        found = await browser.post(
            f"{HOME}/do/mine.find.send", data=SOUGHT | {"reference": "sch 118"}
        )
    assert found.status_code == 200
    assert [title.split(",")[0] for title in lines(found.text)] == ["Referral SCH-118"]


async def test_too_short_a_reference_is_said_beside_the_question() -> None:
    async with browsing(0) as browser:
        again = await browser.post(f"{HOME}/do/mine.find.send", data=SOUGHT)
        none = await browser.post(f"{HOME}/do/mine.find.send", data=SOUGHT | {"reference": "zzz"})
    assert again.status_code == 422
    assert 'value="x"' in again.text
    assert "Please type at least two" in again.text
    assert "Nothing that you may open has this reference" in none.text


async def test_an_address_that_nobody_wrote_shows_all_of_it() -> None:
    async with browsing() as browser:
        whole = (await browser.get(HOME)).text
        for query in ("kind=x&late=%00", "page=0", "a" * 5000, "%ff=%ff&&&==", "page=99999"):
            odd = await browser.get(f"{HOME}?{query}")
            assert odd.status_code == 200
            assert lines(odd.text) == lines(whole)


async def test_changing_the_language_keeps_what_is_shown() -> None:
    async with browsing() as browser:
        html = (await browser.get(f"{HOME}?late=danger")).text
        [back] = re.findall(r'name="back" value="([^"]+late[^"]+)"', html)
        sent = {"language": "cy", "back": unescape(back)}
        switched = await browser.post(f"{HOME}/language", data=sent)
        assert switched.headers["location"] == f"{HOME}?late=danger"
        assert "Perygl nawr" in (await browser.get(switched.headers["location"])).text


async def test_a_reminder_has_its_words_at_the_line_that_it_is_about() -> None:
    async with browsing() as browser:
        html = (await browser.get(HOME)).text
        assert "Nobody has picked this up" not in html
        for _ in range(9):
            await browser.post("/demo/clock", data={"to": "due"})
            if "Nobody has picked this up" in (html := (await browser.get(HOME)).text):
                break
    listed = html.partition('<ul class="lines">')[2].partition("</ul>")[0]
    assert "Nobody has picked this up yet. Can you?" in listed
    assert "Nobody has picked this up" not in html.replace(listed, "")


async def test_messages_are_folded_away_only_where_something_waits() -> None:
    thanks = {"why": "spoke", "owner": "Grace Okafor", "_token": "t" * 22}
    async with browsing() as browser:
        await browser.post("/as/sarah-lloyd/do/thanks.send", data=thanks)
        lead = (await browser.get(HOME)).text
        [id] = re.findall(r"referral.open\?subject=([\w-]+)", lead)
        await browser.post(f"{HOME}/do/referral.mine", data={"_subject": id})
        teacher = (await browser.get("/as/sarah-lloyd")).text
    above, _, below = lead.partition("Waiting for me</h2>")
    # Folded, but at hand: not below everything that waits.
    assert "<summary>Messages (" in above
    assert "Messages" not in below
    assert '<section class="messages"' in teacher.partition("Referrals I made")[0]
    assert "Filter and sort" not in teacher

"""A challenge on the web: its ways in, and a receipt's pass, which no address ever shows."""

import pytest

from handlers.contract.outcomes import Ask
from handlers.contract.people import Event
from handlers.registry import verbs
from prompts.shapes import Button, Form, Long, Said
from prompts.words import Plain, say
from storage.crypto.receipts import PASS_LENGTH
from tests.edge.web.fakes import HERE, Demo

PASS = "p" * PASS_LENGTH
ASKED = Form(
    Plain("Challenge a decision"),
    verb="challenge.send",
    fields=(Long("what", Plain("What?")),),
    submit=Plain("Send"),
    token="tok-1",
)
OPENED = Form(
    Plain("My challenge"),
    buttons=(Button(Plain("Add something"), "mine.answer", PASS),
             Button(Plain("Another"), "mine.answer", "t1")),
)  # fmt: skip


@pytest.mark.parametrize("tongue", ["carys", "owain"])
async def test_a_decision_in_the_meeting_can_be_challenged_with_its_link(tongue: str) -> None:
    demo = Demo()
    demo.dispatch.replies |= {"challenge": Ask(ASKED), "challenge.send": Ask(Form(Plain("Sent")))}
    async with demo.browsing() as browser:
        meeting = (await browser.get(f"/as/{tongue}/meeting")).text
        assert f'href="/as/{tongue}/do/concern?post=3"' in meeting
        assert f'href="/as/{tongue}/do/challenge?post=3"' in meeting
        asked = await browser.get(f"/as/{tongue}/do/challenge?post=3")
        assert 'name="_post" value="3"' in asked.text
        sent = {"_token": "tok-1", "_post": "3", "what": "It was closed"}
        await browser.post(f"/as/{tongue}/do/challenge.send", data=sent, headers=HERE)
    link = "http://127.0.0.1:8750/meeting#post-3"
    assert demo.dispatch.came[-2].event == Event("challenge", link=link)
    assert demo.dispatch.came[-1].event.link == link


@pytest.mark.parametrize(
    "verb",
    [
        *sorted(v for v in verbs() if f"{v}.send" in verbs()),
        "challenge.open",
        "mine.open",
        "mine.more",
        "referral.open",
        "help",
    ],
)
async def test_what_only_asks_can_be_a_link(verb: str) -> None:
    demo = Demo()
    demo.dispatch.replies[verb] = Ask(ASKED)
    async with demo.browsing() as browser:
        assert (await browser.get(f"/as/carys/do/{verb}?subject=t1")).status_code == 200


@pytest.mark.parametrize(
    "verb",
    ["challenge.send", "challenge.adopt", "moderate.divert", "moderate.leave", "glass.agree",
     "afterwards.gone", "mine.settled", "mine.unsettled", "referral.mine", "referral.heard",
     "referral.further"],
)  # fmt: skip
async def test_what_changes_something_is_pressed(verb: str) -> None:
    demo = Demo()
    async with demo.browsing() as browser:
        assert (await browser.get(f"/as/carys/do/{verb}?subject=t1")).status_code == 405
    assert demo.dispatch.came == []


async def test_a_pass_stands_in_no_address() -> None:
    demo = Demo()
    demo.dispatch.replies |= {"receipt.send": Ask(OPENED), "mine.answer": Ask(OPENED)}
    async with demo.browsing() as browser:
        sent = {"code": "x", "_token": "tok-1"}
        opened = await browser.post("/as/carys/do/receipt.send", data=sent, headers=HERE)
        press = {"_subject": PASS}
        again = await browser.post("/as/carys/do/mine.answer", data=press, headers=HERE)
    for html in (opened.text, again.text):
        assert f'<input type="hidden" name="_subject" value="{PASS}">' in html
        assert f"={PASS}" not in html
        assert f"/{PASS}" not in html
        assert "mine.answer?subject=t1" in html
    assert demo.dispatch.came[-1].event == Event("mine.answer", PASS)


async def test_the_code_is_shown_on_the_page_it_was_sent_from_and_nowhere_else() -> None:
    demo = Demo()
    shown = Form(say("challenge-sent-title"), blocks=(Said(say("receipt-yours"), "7Q2M-CODE"),))
    demo.dispatch.replies["challenge.send"] = Ask(shown)
    async with demo.browsing() as browser:
        sent = {"_token": "tok-1", "what": "x"}
        done = await browser.post("/as/carys/do/challenge.send", data=sent, headers=HERE)
        home = await browser.get("/as/carys")
    assert "<blockquote>7Q2M-CODE</blockquote>" in done.text
    assert done.headers["cache-control"] == "no-store"
    assert "7Q2M-CODE" not in home.text

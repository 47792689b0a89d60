"""The page of receipt codes through HTTP, in the demo and alone as `serve` has it."""

import re
from dataclasses import replace

import pytest

from bot.core.admission import Incoming
from bot.core.dispatch import Reply
from handlers.contract.outcomes import Ask, Refuse
from handlers.receipt.command import NOTHING, RAN_OUT
from prompts.words import Plain, say
from tests.edge.web.fakes import HERE, Demo, FakeDispatch
from tests.edge.web.receipt_alone import ADD, ANSWER, CODE, PASS, Alone, code, dispatch


async def test_the_form_needs_no_account_and_asks_nobody() -> None:
    alone = Alone()
    async with alone.at() as browser:
        page = await browser.get("/receipt")
    assert page.status_code == 200
    for text in ("Open with a code", "This page needs no account", 'name="code"', "call 999"):
        assert text in page.text
    assert 'method="post" action="/receipt" autocomplete="off" spellcheck="false"' in page.text
    assert '<input type="text" id="code" name="code" value="" autocomplete="off"' in page.text
    assert alone.dispatch.came == []


@pytest.mark.parametrize(
    ("path", "liked", "language"),
    [
        ("/receipt", "cy-GB,cy;q=0.9,en;q=0.5", "cy"),
        ("/receipt", "en-GB,en;q=0.9,cy;q=0.5", "en"),
        ("/receipt", "fr, cy;q=0.1", "cy"),
        ("/receipt", "fr;q=x, ,;q=1, cy;q=", "cy"),
        ("/receipt", "", "en"),
        ("/receipt", "EN;q=0.2, CY-gb; q=0.7, *;q=0.1", "cy"),
        ("/receipt", "cy-GB;q=1, en;q=1.0", "cy"),
        ("/receipt?lang=cy", "en", "cy"),
        ("/receipt?lang=en", "cy", "en"),
        ("/receipt?lang=xx", "cy", "cy"),
    ],
)
async def test_it_speaks_what_they_chose_or_what_their_browser_asks_for(
    path: str, liked: str, language: str
) -> None:
    async with Alone().at() as browser:
        page = await browser.get(path, headers={"accept-language": liked})
    assert f'<html lang="{language}">' in page.text
    assert ("Agor gyda chod" if language == "cy" else "Open with a code") in page.text


async def test_a_right_code_shows_the_thread_and_buttons_that_carry_the_pass() -> None:
    alone = Alone()
    async with alone.at() as browser:
        page = await browser.post("/receipt", data={**code(), "_lang": "cy"})
    assert page.status_code == 200
    assert "&lt;b&gt;We heard you&lt;/b&gt;" in page.text
    # The first is for the other language.
    assert re.findall(r'name="_verb" value="([^"]*)"', page.text) == ["mine.open", "mine.answer"]
    assert re.findall(r'name="_subject" value="([^"]*)"', page.text) == [PASS, PASS]
    # Where an account is needed, no button leads.
    assert "My concerns" not in page.text
    incoming = alone.dispatch.came[0]
    assert (incoming.actor.person, incoming.actor.name, incoming.actor.address) == ("", "", "")
    assert incoming.actor.agency is None
    assert incoming.actor.language == "cy"
    assert incoming.event.answers == {"code": CODE}
    assert len(incoming.token) >= 16


async def test_whoever_opened_it_adds_something_and_finds_the_way_back() -> None:
    alone = Alone()
    async with alone.at() as browser:
        form = await browser.post("/receipt", data={"_verb": "mine.answer", "_subject": PASS})
        done = await browser.post("/receipt", data=ADD)
    assert f'name="_token" value="{"t" * 22}"' in form.text
    assert f'name="_subject" value="{PASS}"' in form.text
    assert "Back to what was said" in form.text
    assert "Added" in done.text
    assert "Back to what was said" in done.text
    incoming = alone.dispatch.came[-1]
    assert (incoming.event.verb, incoming.event.subject) == ("mine.answer.send", PASS)
    assert incoming.event.answers == {"text": "I also saw"}
    assert incoming.token == "t" * 22


async def test_once_settled_there_is_nothing_to_go_back_to() -> None:
    async with Alone().at() as browser:
        done = await browser.post("/receipt", data={"_verb": "mine.settled", "_subject": PASS})
    assert "Settled" in done.text
    assert PASS not in done.text


async def test_what_is_wrong_with_an_answer_is_said_beside_it_and_the_words_stay() -> None:
    alone = Alone()
    alone.dispatch.replies["mine.answer.send"] = Refuse({"text": Plain("Use fewer words")})
    async with alone.at() as browser:
        page = await browser.post("/receipt", data=ADD)
    assert page.status_code == 422
    assert '<a href="#text">Use fewer words</a>' in page.text
    assert "I also saw</textarea>" in page.text


async def test_a_pass_that_ran_out_keeps_the_words_and_asks_for_the_code() -> None:
    alone = Alone()
    alone.dispatch.replies = dict.fromkeys(("mine.answer", "mine.answer.send"), RAN_OUT)
    async with alone.at() as browser:
        page = await browser.post("/receipt", data={**ADD, "text": "<i>I also saw"})
    assert page.status_code == 403
    for text in ("This page has been open too long", "&lt;i&gt;I also saw", 'name="code"'):
        assert text in page.text
    assert PASS not in page.text


async def test_a_wrong_code_gets_the_form_again_without_what_was_typed() -> None:
    alone = Alone()
    alone.dispatch.replies["receipt.send"] = NOTHING
    async with alone.at() as browser:
        pages = [await browser.post("/receipt", data=code(text)) for text in (CODE, "", "<x>")]
    assert {page.status_code for page in pages} == {422}
    assert len({page.content for page in pages}) == 1
    assert "This code opens nothing just now." in pages[0].text
    assert CODE not in pages[0].text


async def test_nothing_of_code_or_pass_is_ever_in_an_address() -> None:
    async with Alone().at() as browser:
        page = await browser.post("/receipt", data=code())
        ignored = await browser.get(f"/receipt?code={CODE}&_subject={PASS}")
    links = re.findall(r'(?:href|action|src)="([^"]*)"', page.text)
    assert all(PASS not in link for link in links)
    assert {link.partition("?")[0] for link in links} == {
        "/receipt", "/web/icon.svg", "/web/style.css", "#main"
    }  # fmt: skip
    assert CODE not in ignored.text
    assert 'name="code"' in ignored.text


@pytest.mark.parametrize("path", ["/receipt", "/web/style.css", "/web/icon.svg", "/web/when.css"])
async def test_every_answer_lets_nothing_else_in_and_stays_nowhere(path: str) -> None:
    async with Alone().at() as browser:
        answer = await browser.get(path)
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'self';")
    assert "unsafe" not in policy
    assert "script-src" not in policy
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in answer.headers
    assert "<script" not in answer.text


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"_verb": "concern.send", "_subject": PASS}, 404),
        ({"_verb": "thread.open", "_subject": PASS}, 404),
        ({"_verb": "mine", "_subject": PASS}, 404),
        ({"_verb": "mine.quiet", "_subject": PASS}, 404),
        ({"_verb": "mine.open", "_subject": ""}, 404),
        ({"_verb": "Nonsense!", "_subject": PASS}, 404),
        ({"_verb": "mine.open", "_subject": "../x"}, 400),
        ({}, 404),
    ],
)
async def test_without_an_account_nothing_else_can_be_done(
    data: dict[str, str], status: int
) -> None:
    alone = Alone()
    async with alone.at() as browser:
        page = await browser.post("/receipt", data={**data, "x": "1"})
    assert page.status_code == status
    assert page.text.count("<h1>") == 1
    assert alone.dispatch.came == []


async def test_another_site_cannot_make_a_browser_try_codes() -> None:
    alone = Alone()
    async with alone.at() as browser:
        for site in ("cross-site", "same-site"):
            headers = {"sec-fetch-site": site}
            refused = await browser.post("/receipt", data=code(), headers=headers)
            assert refused.status_code == 403
    assert alone.dispatch.came == []


async def test_only_its_own_addresses_are_answered() -> None:
    async with Alone().at() as browser:
        for path in ("/", "/as/leila-haddad", "/stored", "/receipt/x"):
            assert (await browser.get(path)).status_code == 404
        assert (await browser.delete("/receipt")).status_code == 405
        too_long = await browser.post("/receipt", data={**code(), "x": "a" * 70_000})
    assert too_long.status_code == 413


async def test_our_own_mistake_is_owned_and_shows_nothing_of_itself() -> None:
    class Broken(FakeDispatch):
        async def handle(self, incoming: Incoming) -> Reply:
            raise RuntimeError("Zanzibar")

    async with Alone(dispatch=Broken()).at() as browser:
        failed = await browser.post("/receipt", data=code())
    assert failed.status_code == 500
    assert "That was our mistake, not yours." in failed.text
    assert "Zanzibar" not in failed.text


async def test_nothing_is_logged_of_what_was_typed(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    alone = Alone()
    alone.dispatch.replies["receipt.send"] = NOTHING
    async with alone.at() as browser:
        await browser.post("/receipt", data=code())
        await browser.post("/receipt", data=ADD)
    ours = [r.getMessage() for r in caplog.records if r.name.partition(".")[0] != "httpx"]
    assert [line for line in ours if CODE in line or PASS in line or "9.9.9.9" in line] == []


async def test_the_demo_has_the_page_too_and_its_clock_goes_on() -> None:
    demo = Demo(dispatch=dispatch())
    async with demo.browsing() as browser:
        form = await browser.get("/receipt")
        page = await browser.post("/receipt", data=code(), headers=HERE)
    assert "Open with a code" in form.text
    assert "We heard you" in page.text
    assert page.headers["cache-control"] == "no-store"
    assert demo.settled == 1


async def test_a_form_with_conditions_brings_their_stylesheet() -> None:
    alone = Alone()
    asked = replace(ANSWER, errors={"": say("receipt-nothing")})
    alone.dispatch.replies["mine.answer"] = Ask(asked)
    async with alone.at() as browser:
        page = await browser.post("/receipt", data={"_verb": "mine.answer", "_subject": PASS})
    assert page.status_code == 422
    assert "<title>Error: Add something" in page.text

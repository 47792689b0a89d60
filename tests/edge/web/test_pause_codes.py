"""The page for people in the room without Slack or Teams: a code opens the pause, and answers."""

import re
from dataclasses import replace

import httpx
import pytest

from bot.core.admission import Incoming
from bot.core.dispatch import Reply
from handlers.contract.outcomes import Ask, Refuse
from prompts.shapes import Button, Choice, Form, Long, Option, Section, Text
from prompts.words import Plain
from storage.crypto.codes import NO_CODE
from tests.edge.web.fakes import HERE, Demo, FakeDispatch
from tests.edge.web.receipt_alone import Alone

CODE = "7KQM-2XFP"
TOKEN = "t" * 22
PAGE = Form(
    Plain("A pause"),
    blocks=(Text(Plain("Discharge on <Friday>?")),),
    buttons=(
        Button(Plain("Give my answer"), "pause.answer", "thread-1", "primary"),
        Button(Plain("More time"), "pause.time", "thread-1"),
        Button(Plain("Look again"), "pause.open", "thread-1"),
        Button(Plain("For the chair"), "pause.chair", "thread-1"),
    ),
    sections=(
        Section(Plain("Round 1"), buttons=(Button(Plain("Again"), "pause.again", "thread-1"),)),
    ),
)
ANSWER = Form(
    Plain("My answer"),
    verb="pause.answer.send",
    subject="thread-1",
    fields=(
        Choice(
            "answer",
            Plain("How?"),
            (Option("comfortable", Plain("Fine")), Option("stop", Plain("Stop"))),
        ),
        Long("line", Plain("A line"), required=False, most=200),
    ),
    submit=Plain("Give it"),
    token=TOKEN,
)
WRONG = Refuse({"code": Plain("This code opens no pause.")})
OVER = Refuse({"": Plain("The round is over.")})
TYPED = {"_verb": "pause.open", "_subject": "", "code": CODE}
UNSEEN = {"_verb": "pause.answer.send", "_code": CODE, "_token": TOKEN}
GIVEN = UNSEEN | {"answer": "stop", "line": "Nobody asked <her>"}


def room() -> Alone:
    """A server where one code opens a pause whose round goes on."""
    return Alone(
        FakeDispatch(
            {
                "pause.open": Ask(PAGE),
                "pause.answer": Ask(ANSWER),
                "pause.answer.send": Ask(replace(PAGE, title=Plain("Taken"))),
                "pause.time": Ask(replace(PAGE, title=Plain("The chair was asked"))),
            }
        )
    )


async def sends(alone: Alone, data: dict[str, str], address: str = "9.9.9.9") -> httpx.Response:
    """A browser in the room sends this."""
    async with alone.at(address) as browser:
        return await browser.post("/pause", data=data)


def hidden(page: httpx.Response, name: str) -> list[str]:
    """The unseen values of this name, in order."""
    return re.findall(rf'name="{name}" value="([^"]*)"', page.text)


async def test_the_page_asks_for_a_code_in_both_languages_and_asks_no_database() -> None:
    alone = room()
    async with alone.at() as browser:
        english = await browser.get("/pause")
        welsh = await browser.get("/pause?lang=cy")
    for text in ("Answer with a code", "Ask the chair for a code.", 'name="code" value=""'):
        assert text in english.text
    assert '<a href="/pause?lang=cy" lang="cy" hreflang="cy">Cymraeg</a>' in english.text
    assert '<html lang="cy">' in welsh.text
    assert "Gofynnwch i’r cadeirydd am god." in welsh.text
    assert alone.dispatch.came == []


async def test_a_qr_code_opens_the_form_filled_in_and_still_asks_nobody() -> None:
    alone = room()
    async with alone.at() as browser:
        page = await browser.get(f"/pause?code={CODE}")
        crafted = await browser.get("/pause?code=Ring+08001231234+now")
    assert f'id="code" name="code" value="{CODE}"' in page.text
    # Choosing the other language doesn't empty it.
    assert f'href="/pause?lang=cy&amp;code={CODE}"' in page.text
    assert "08001231234" not in crafted.text
    assert alone.dispatch.came == []


@pytest.mark.parametrize("typed", [CODE, "7kqm2xfp", " 7KQM 2XFP ", "7kqm–2xfp", "７ＫＱＭ-2XFP"])
async def test_a_code_opens_the_pause_however_it_was_typed(typed: str) -> None:
    alone = room()
    page = await sends(alone, {**TYPED, "code": typed, "_lang": "cy"})
    assert page.status_code == 200
    assert "Discharge on &lt;Friday&gt;?" in page.text
    incoming = alone.dispatch.came[0]
    assert (incoming.event.verb, incoming.event.subject) == ("pause.open", "")
    assert incoming.event.answers == {"code": CODE}
    assert (incoming.actor.person, incoming.actor.name, incoming.actor.address) == ("", "", "")
    assert (incoming.actor.agency, incoming.actor.language) == (None, "cy")


async def test_misread_letters_are_read_as_they_were_meant() -> None:
    alone = room()
    await sends(alone, {**TYPED, "code": "oil0-1234"})
    assert alone.dispatch.came[0].event.answers == {"code": "0110-1234"}


async def test_only_what_a_code_can_do_is_pressed_and_the_code_goes_along_unseen() -> None:
    page = await sends(room(), TYPED)
    assert hidden(page, "_verb") == ["pause.open", "pause.answer", "pause.time", "pause.open"]
    assert hidden(page, "_code") == [CODE] * 4
    assert "For the chair" not in page.text
    assert "Round 1" in page.text
    assert "Again<" not in page.text
    assert "thread-1" not in page.text
    links = re.findall(r'(?:href|action|src)="([^"]*)"', page.text)
    assert [link for link in links if CODE in link] == []


async def test_somebody_asks_for_the_form_answers_and_looks_again() -> None:
    alone = room()
    form = await sends(alone, {"_verb": "pause.answer", "_code": CODE})
    assert hidden(form, "_token") == [TOKEN]
    # The way back is a press, since it shows the code.
    assert hidden(form, "_verb") == ["pause.answer.send", "pause.open"]
    assert "Back to the pause" in form.text
    assert "thread-1" not in form.text
    done = await sends(alone, GIVEN)
    assert "<h1>Taken</h1>" in done.text
    came = alone.dispatch.came[-1]
    assert came.event.answers == {"answer": "stop", "line": "Nobody asked <her>", "code": CODE}
    assert (came.token, came.event.subject) == (TOKEN, "")
    more = await sends(alone, {"_verb": "pause.time", "_code": CODE, "line": "x"})
    assert "The chair was asked" in more.text
    assert alone.dispatch.came[-1].event.answers == {"code": CODE}


async def test_a_wrong_code_is_told_kindly_and_can_be_mended() -> None:
    alone = room()
    alone.dispatch.replies["pause.open"] = WRONG
    page = await sends(alone, TYPED)
    assert page.status_code == 422
    assert '<a href="#code">This code opens no pause.</a>' in page.text
    assert f'name="code" value="{CODE}"' in page.text
    assert "<title>Error: Answer with a code" in page.text


@pytest.mark.parametrize("typed", ["", "7KQM", "7KQM-2XFP-1", "<script>", "7KQU-2XFP", "é" * 99])
async def test_what_is_no_code_is_looked_for_as_one_that_opens_nothing(typed: str) -> None:
    alone = room()
    page = await sends(alone, {**TYPED, "code": typed})
    assert page.status_code == 422
    assert "A code has 8 letters and digits" in page.text
    assert "<script" not in page.text
    assert [came.event.answers for came in alone.dispatch.came] == [{"code": NO_CODE}]


async def test_what_is_wrong_with_an_answer_is_said_beside_it_and_the_words_stay() -> None:
    alone = room()
    alone.dispatch.replies["pause.answer.send"] = Refuse({"line": Plain("Use fewer words")})
    page = await sends(alone, GIVEN)
    assert page.status_code == 422
    assert '<a href="#line">Use fewer words</a>' in page.text
    assert "Nobody asked &lt;her&gt;</textarea>" in page.text
    assert 'value="stop" checked' in page.text
    assert hidden(page, "_code") == [CODE] * 2
    assert hidden(page, "_token") == [TOKEN]


async def test_when_the_round_ended_meanwhile_the_pause_is_shown_and_no_word_is_lost() -> None:
    alone = room()
    alone.dispatch.replies |= {"pause.answer": OVER, "pause.answer.send": OVER}
    page = await sends(alone, GIVEN)
    assert page.status_code == 422
    for text in ("The round is over.", "It was not taken", "Nobody asked &lt;her&gt;", "A pause"):
        assert text in page.text
    pressed = await sends(alone, {"_verb": "pause.answer", "_code": CODE})
    assert "The round is over." in pressed.text
    assert "Look again" in pressed.text
    # It is no wrong code, however often it comes too late.
    assert {(await sends(alone, GIVEN)).status_code for _ in range(60)} == {422}


async def test_when_the_pause_is_gone_the_code_is_asked_for_again_and_no_word_is_lost() -> None:
    alone = room()
    alone.dispatch.replies = dict.fromkeys(alone.dispatch.replies, WRONG)
    page = await sends(alone, GIVEN)
    assert page.status_code == 422
    for text in ("This code opens no pause.", "Nobody asked &lt;her&gt;", 'name="code"'):
        assert text in page.text


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"_verb": "pause.longer"}, 403),
        ({"_verb": "pause.codes"}, 403),
        ({"_verb": "pause.chair"}, 403),
        ({"_verb": "concern.send"}, 403),
        ({"_verb": "receipt.send"}, 403),
        ({"_verb": "Nonsense!"}, 404),
        ({}, 404),
    ],
)
async def test_a_code_can_do_nothing_else(data: dict[str, str], status: int) -> None:
    alone = room()
    page = await sends(alone, {"_code": CODE, **data})
    assert page.status_code == status
    assert page.text.count("<h1>") == 1
    assert 'href="/pause?lang=en"' in page.text
    assert alone.dispatch.came == []


async def test_another_site_cannot_make_a_browser_answer() -> None:
    alone = room()
    async with alone.at() as browser:
        for site in ("cross-site", "same-site"):
            headers = {"sec-fetch-site": site}
            assert (await browser.post("/pause", data=GIVEN, headers=headers)).status_code == 403
    assert alone.dispatch.came == []


async def test_a_room_behind_one_address_has_room_and_who_is_wrong_very_often_rests() -> None:
    alone = room()
    async with alone.at() as browser:
        assert {(await browser.post("/pause", data=TYPED)).status_code for _ in range(450)} == {200}
        alone.dispatch.replies = dict.fromkeys(alone.dispatch.replies, WRONG)
        found = [(await browser.post("/pause", data=TYPED)).status_code for _ in range(60)]
        resting = await browser.post("/pause", data=GIVEN)
    assert (found[:20], found[40:]) == ([422] * 20, [429] * 20)
    assert resting.status_code == 429
    assert resting.headers["retry-after"] == "600"
    for text in ("The right code opens at any time.", "Nobody asked &lt;her&gt;", 'name="code"'):
        assert text in resting.text
    assert (await sends(alone, TYPED, "8.8.4.4")).status_code == 422
    alone.dispatch.replies = room().dispatch.replies
    assert (await sends(alone, TYPED)).status_code == 200


@pytest.mark.parametrize("path", ["/pause", f"/pause?code={CODE}", "/pause/sheet"])
async def test_every_answer_lets_nothing_else_in_and_stays_nowhere(path: str) -> None:
    async with room().at() as browser:
        answer = await browser.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; style-src")
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-robots-tag"] == "noindex"
    assert {"set-cookie", "refresh"} & set(answer.headers) == set()
    for never in ("<script", "http-equiv", "style="):
        assert never not in answer.text


async def test_our_own_mistake_is_owned_and_nothing_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Broken(FakeDispatch):
        async def handle(self, incoming: Incoming) -> Reply:
            raise RuntimeError("Zanzibar")

    caplog.set_level("DEBUG")
    failed = await sends(Alone(dispatch=Broken()), GIVEN)
    assert failed.status_code == 500
    assert "That was our mistake, not yours." in failed.text
    await sends(room(), GIVEN)
    ours = [r.getMessage() for r in caplog.records if r.name.partition(".")[0] != "httpx"]
    assert [line for line in ours if CODE in line or "asked" in line or "9.9.9.9" in line] == []


async def test_the_demo_has_the_page_too_and_its_clock_goes_on() -> None:
    demo = Demo(dispatch=room().dispatch)
    async with demo.browsing() as browser:
        form = await browser.get(f"/pause?code={CODE}")
        page = await browser.post("/pause", data=TYPED, headers=HERE)
    assert f'value="{CODE}"' in form.text
    assert "Discharge on" in page.text
    assert page.headers["cache-control"] == "no-store"
    assert demo.settled == 1

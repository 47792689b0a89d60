"""The demo's meeting pauses: its cards stand on its page, and what is done there is done in it."""

import re

import pytest

from bot.web.client import address_of
from bot.web.demo.meeting import PLACE
from handlers.contract.outcomes import Ask, Refuse
from handlers.contract.people import Event
from prompts.shapes import Button, Card, Form, Line, Text
from prompts.words import Plain
from tests.edge.web.fakes import DONE, HERE, Demo, client_of

START = Form(
    Plain("Pause to think"),
    verb="pause.send",
    fields=(Line("what", Plain("What are you about to decide?")),),
    buttons=(Button(Plain("Join"), "pause.join"),),
    submit=Plain("Pause now"),
    token="tok-1",
)
ROUND = Card(
    Plain("A round is open"),
    (Text(Plain("One minute")),),
    (
        Button(Plain("My answer"), "pause.answer", "t1", "primary"),
        Button(Plain("More time"), "pause.time", "t1"),
    ),
)


def _demo() -> Demo:
    demo = Demo()
    demo.dispatch.replies |= {
        "pause": Ask(START),
        "pause.send": Ask(DONE),
        "debrief": Ask(START),
        "pause.answer": Ask(START),
        "pause.time": Ask(DONE),
    }
    return demo


async def test_a_pause_begun_on_the_meetings_page_is_begun_in_the_meeting() -> None:
    demo = _demo()
    async with demo.browsing() as browser:
        page = (await browser.get("/as/carys/meeting")).text
        assert "Pause this meeting" in page
        assert "Look back together" in page
        form = await browser.get("/as/carys/meeting/do/pause")
        assert 'action="/as/carys/meeting/do/pause.send"' in form.text
        assert re.search(r'"/as/carys/meeting/do/pause.join', form.text)
        assert '<a class="button plain" href="/as/carys/meeting">Cancel</a>' in form.text
        sent = {"_token": "tok-1", "what": "The threshold"}
        done = await browser.post("/as/carys/meeting/do/pause.send", data=sent, headers=HERE)
    assert '<a href="/as/carys/meeting">Back to the meeting</a>' in done.text
    assert '<a href="/as/carys">My concerns' in done.text
    first, second = demo.dispatch.came
    assert first.event == Event("pause", place=PLACE)
    assert (second.event.verb, second.event.place) == ("pause.send", PLACE)
    assert second.actor.person == "web:carys"


async def test_what_is_done_elsewhere_is_done_in_no_meeting() -> None:
    demo = _demo()
    async with demo.browsing() as browser:
        await browser.get("/as/carys/do/pause")
        sent = {"_room": "meeting", "place": "web:meeting"}
        await browser.post("/as/carys/do/pause.send", data=sent, headers=HERE)
        other = await browser.get("/as/carys/elsewhere/do/pause")
    assert other.status_code == 404
    assert [came.event.place for came in demo.dispatch.came] == [None, None]


async def test_a_wrong_answer_is_asked_for_again_in_the_meeting() -> None:
    demo = _demo()
    demo.dispatch.replies["pause.send"] = Refuse({"what": Plain("Say what it is about")})
    async with demo.browsing() as browser:
        sent = {"_token": "tok-1", "what": ""}
        again = await browser.post("/as/carys/meeting/do/pause.send", data=sent, headers=HERE)
    assert again.status_code == 422
    assert 'action="/as/carys/meeting/do/pause.send"' in again.text
    assert [came.event.place for came in demo.dispatch.came] == [PLACE, PLACE]


@pytest.mark.parametrize(("slug", "name"), [("carys", "Carys Evans"), ("owain", "Owain Hughes")])
async def test_everybody_sees_the_round_and_answers_as_themself(slug: str, name: str) -> None:
    demo = _demo()
    ref = await demo.client.send(PLACE.address, ROUND, "en")
    async with demo.browsing() as browser:
        page = (await browser.get(f"/as/{slug}/meeting")).text
        assert name in page
        assert "A round is open" in page
        assert "One minute" in page
        press = {"_subject": "t1"}
        at = f"/as/{slug}/meeting/do"
        assert f'"{at}/pause.answer' in page
        await browser.post(f"{at}/pause.answer", data=press, headers=HERE)
        await browser.post(f"{at}/pause.time", data=press, headers=HERE)
        await demo.client.update(PLACE.address, ref, Card(Plain("It is over")), "en")
        over = (await browser.get(f"/as/{slug}/meeting")).text
    assert "It is over" in over
    assert "A round is open" not in over
    answer, time = demo.dispatch.came
    assert (answer.actor.person, answer.event) == (
        f"web:{slug}",
        Event("pause.answer", "t1", place=PLACE),
    )
    assert time.event.place == PLACE


async def test_the_clock_is_moved_on_and_one_is_still_in_the_meeting() -> None:
    demo = _demo()
    async with demo.browsing() as browser:
        page = (await browser.get("/as/carys/meeting")).text
        clock = page[page.index('action="/demo/clock"') :]
        (back,) = re.findall(r'name="back" value="([^"]*)"', clock)
        sent = {"to": "slot", "as": "carys", "back": back}
        moved = await browser.post("/demo/clock", data=sent, headers=HERE)
        elsewhere = await browser.post(
            "/demo/clock", data=sent | {"back": "/as/tom/meeting"}, headers=HERE
        )
    assert moved.headers["location"] == "/as/carys/meeting"
    assert elsewhere.headers["location"] == "/as/carys"


async def test_who_has_chosen_nobody_can_look_and_press_nothing() -> None:
    demo = _demo()
    await demo.client.send(PLACE.address, ROUND, "en")
    async with demo.browsing() as browser:
        page = (await browser.get("/meeting")).text
    assert "A round is open" in page
    for pressed in ("My answer", "Pause this meeting", "/do/"):
        assert pressed not in page


async def test_the_meetings_cards_are_nobodys_own() -> None:
    demo = _demo()
    await demo.client.send(PLACE.address, ROUND, "en")
    async with demo.browsing() as browser:
        home = (await browser.get("/as/carys")).text
    assert "A round is open" not in home
    assert "(new)" not in home
    assert (await _missing(demo, "/as/meeting")) == 404


async def _missing(demo: Demo, path: str) -> int:
    async with demo.browsing() as browser:
        return (await browser.get(path)).status_code


async def test_the_meeting_takes_cards_beside_people() -> None:
    client = client_of("tom")
    await client.send(address_of("meeting"), ROUND, "en")
    assert await client.cards("meeting") == [ROUND]
    assert await client.cards("tom") == []


async def test_who_is_refused_in_the_meeting_is_led_back_to_it() -> None:
    demo = _demo()
    demo.dispatch.replies["pause.time"] = Refuse({"": Plain("Only the chair can.")})
    async with demo.browsing() as browser:
        sent = {"_subject": "t1"}
        refused = await browser.post("/as/carys/meeting/do/pause.time", data=sent, headers=HERE)
    assert "Only the chair can." in refused.text
    assert '<a href="/as/carys/meeting">Back to the meeting</a>' in refused.text

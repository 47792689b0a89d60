"""The web through HTTP: what is asked, what is sent, what people see."""

from dataclasses import replace

import pytest

from bot.web.client import address_of
from bot.web.demo.people import DemoPeople
from bot.web.render.shapes import drafted
from handlers.contract.outcomes import Ask, Refuse
from handlers.receipt.command import code_form
from prompts.shapes import Button, Card, Form, Long
from prompts.words import Plain, say, speak
from storage.crypto.receipts import PASS_LENGTH
from tests.core.anytown import example
from tests.edge.web.fakes import ASKED, DONE, HERE, Demo, FakeClock, client_of


async def test_everybody_can_be_chosen() -> None:
    async with Demo().browsing() as browser:
        html = (await browser.get("/")).text
    for text in ("Carys Evans", "Anytown Police", "Sergeant", "hears concerns", 'href="/as/tom"'):
        assert text in html


def test_it_says_whom_to_become_for_what_not_everybody_does() -> None:
    people = DemoPeople(example(), client_of(), FakeClock())
    listed = [person for agency in people.agencies("en") for person in agency.people]
    duties = {person.slug: [speak(words, "en") for words in person.duties] for person in listed}
    assert duties["grace-okafor"] == ["hears concerns"]
    assert duties["leila-haddad"] == []
    assert "looks after the partnership" in duties["helen-ward"]
    assert "looks after this agency" in duties["ruth-ellison"]
    assert "keeps it running" in duties["james-holt"]


async def test_the_first_page_comes_in_welsh_too() -> None:
    async with Demo().browsing() as browser:
        html = (await browser.get("/?lang=cy")).text
    assert '<html lang="cy">' in html
    assert "Pwy ydych chi?" in html


async def test_home_is_the_persons_own() -> None:
    demo = Demo()
    async with demo.browsing() as browser:
        html = (await browser.get("/as/carys")).text
    assert "<strong>Carys Evans</strong>, Anytown School" in html
    assert "Raise a concern" in html
    assert demo.dispatch.came[0].actor.person == "web:carys"
    assert demo.dispatch.came[0].actor.agency == "school"


async def test_a_form_is_asked_for_and_sent_with_its_token() -> None:
    demo = Demo()
    sent = {"_token": "tok-1", "what": "One\r\ntwo", "left_out": ["a", "b"], "none": ""}
    async with demo.browsing() as browser:
        asked = await browser.get("/as/carys/do/concern")
        done = await browser.post("/as/carys/do/concern.send", data=sent, headers=HERE)
    assert 'name="_token" value="tok-1"' in asked.text
    assert done.status_code == 200
    assert "It was sent" in done.text
    incoming = demo.dispatch.came[-1]
    assert incoming.token == "tok-1"
    assert incoming.event.answers == {"what": "One\ntwo", "left_out": ("a", "b"), "none": ""}
    assert demo.settled == 1


async def test_a_wrong_answer_shows_the_form_again() -> None:
    demo = Demo()
    demo.dispatch.replies["concern.send"] = Ask(
        replace(ASKED, errors={"what": Plain("Say what you saw")})
    )
    async with demo.browsing() as browser:
        again = await browser.post("/as/carys/do/concern.send", data={"what": ""}, headers=HERE)
    assert again.status_code == 422
    assert "<title>Error: Raise a concern" in again.text
    assert '<a href="#what">Say what you saw</a>' in again.text


async def test_refused_answers_are_said_on_the_form_with_what_was_typed_still_there() -> None:
    demo = Demo()
    demo.dispatch.replies["concern.send"] = Refuse({"what": Plain("Use fewer words")})
    sent = {"what": "My very words", "_token": "tok-9"}
    async with demo.browsing() as browser:
        again = await browser.post("/as/carys/do/concern.send", data=sent, headers=HERE)
    assert again.status_code == 422
    for text in ("Use fewer words", "My very words</textarea>", 'name="_token" value="tok-9"'):
        assert text in again.text


async def test_a_press_carries_what_it_is_about() -> None:
    demo = Demo()
    async with demo.browsing() as browser:
        no = await browser.post("/as/tom/do/thread.pick", data={"_subject": "t1"}, headers=HERE)
    assert no.status_code == 403
    assert "Not yours." in no.text
    assert demo.dispatch.came[0].event.subject == "t1"


async def test_what_changes_something_is_never_done_by_a_link() -> None:
    demo = Demo()
    async with demo.browsing() as browser:
        assert (await browser.get("/as/tom/do/thread.pick?subject=t1")).status_code == 405
        assert (await browser.get("/as/tom/do/concern.send")).status_code == 405
    assert demo.dispatch.came == []


async def test_the_language_is_switched_where_one_stands() -> None:
    demo = Demo()
    async with demo.browsing() as browser:
        sent = {"language": "cy", "back": "/as/carys/do/concern"}
        switched = await browser.post("/as/carys/language", data=sent, headers=HERE)
        html = (await browser.get(switched.headers["location"])).text
    assert switched.headers["location"] == "/as/carys/do/concern"
    assert '<html lang="cy">' in html
    assert demo.dispatch.came[0].event.verb == "language.send"


async def test_the_language_form_switches_too() -> None:
    async with Demo().browsing() as browser:
        await browser.post("/as/owain/do/language.send", data={"language": "en"}, headers=HERE)
        assert "You are" in (await browser.get("/as/owain")).text


@pytest.mark.parametrize("back", ["https://evil.example", "//evil.example", "/as/carysx", "\\\\e"])
async def test_nobody_is_led_to_another_site(back: str) -> None:
    async with Demo().browsing() as browser:
        sent = {"language": "en", "back": back}
        switched = await browser.post("/as/carys/language", data=sent, headers=HERE)
    assert switched.headers["location"] == "/as/carys"


async def test_the_clock_moves_to_the_next_slot_and_to_the_next_working_day() -> None:
    demo = Demo()
    async with demo.browsing() as browser:
        assert "Monday 23 November 2026, 11:00" in (await browser.get("/as/carys")).text
        for to, moment in (("slot", "2026-11-23T13:00"), ("day", "2026-11-24T09:00")):
            sent = {"to": to, "as": "carys"}
            moved = await browser.post("/demo/clock", data=sent, headers=HERE)
            assert moved.headers["location"] == "/as/carys"
            assert demo.clock.at.isoformat().startswith(moment)
    assert demo.settled == 2


async def test_a_flagged_message_goes_along_as_a_link() -> None:
    demo = Demo()
    async with demo.browsing() as browser:
        assert "/as/carys/do/concern?post=3" in (await browser.get("/as/carys/meeting")).text
        asked = await browser.get("/as/carys/do/concern?post=3")
        assert 'name="_post" value="3"' in asked.text
        await browser.post("/as/carys/do/concern.send", data={"_post": "3"}, headers=HERE)
        await browser.get("/as/carys/do/concern?post=99")
    links = [incoming.event.link for incoming in demo.dispatch.came]
    there = "http://127.0.0.1:8750/meeting#post-3"
    assert links == [there, there, ""]


async def test_what_is_stored_shows_the_bytes_of_both_stores() -> None:
    async with Demo().browsing() as browser:
        listed = (await browser.get("/stored")).text
        html = (await browser.get("/stored/t1?as=carys")).text
        missing = await browser.get("/stored/t2")
    assert 'href="/stored/t1"' in listed
    for text in (
        "00ff7365 616c6564",
        "(48 bytes)",
        "NULL",
        "The keyring",
        "0102",
        "<code>ring</code>",
    ):
        assert text in html
    assert missing.status_code == 404


async def test_cards_wait_on_the_home_page_until_they_are_put_away() -> None:
    demo = Demo()
    ref = await demo.client.send(address_of("tom"), Card(Plain("A concern")), "en")
    async with demo.browsing() as browser:
        meeting = (await browser.get("/as/tom/meeting")).text
        assert "new" not in meeting.partition("<nav")[2].partition("</nav>")[0]  # who looks over
        assert "There is something new for you." in (await browser.get("/as/tom")).text
        await demo.client.update(address_of("tom"), ref, Card(Plain("Owain has it")), "en")
        later = (await browser.get("/as/tom")).text
        assert "Owain has it" in later
        assert "A concern<" not in later
        await browser.post("/as/tom/clear", headers=HERE, data={"back": ""})
        assert "Owain has it" not in (await browser.get("/as/tom")).text


async def test_one_persons_cards_are_not_anothers() -> None:
    demo = Demo()
    await demo.client.send(address_of("tom"), Card(Plain("A concern for Tom")), "en")
    async with demo.browsing() as browser:
        assert "A concern for Tom" not in (await browser.get("/as/owain")).text


async def test_a_refusal_of_the_home_page_is_kind() -> None:
    demo = Demo()
    demo.dispatch.replies["mine"] = Refuse({"": Plain("Come back later.")})
    async with demo.browsing() as browser:
        refused = await browser.get("/as/carys")
    assert refused.status_code == 403
    assert "Come back later." in refused.text


async def test_the_notice_stays_until_they_look_and_says_the_same_whatever_is_new() -> None:
    demo = Demo()
    news = Card(Plain("News"), (), (Button(Plain("See"), "mine"),))
    await demo.client.send(address_of("carys"), news, "en")
    demo.dispatch.replies["mine.quiet"] = Ask(DONE)
    async with demo.browsing() as browser:
        for _ in range(2):
            home = (await browser.get("/as/carys")).text
            assert "There is something new for you." in home
            assert "Messages" not in home
        await browser.get("/as/carys/do/mine.quiet")
        assert "something new" not in (await browser.get("/as/carys")).text


async def test_a_tab_forgets_what_was_typed_once_it_is_sent() -> None:
    async with Demo().browsing() as browser:
        asked = await browser.get("/as/carys/do/concern")
        done = await browser.post("/as/carys/do/concern.send", data={"what": "x"}, headers=HERE)
    assert 'data-draft="/as/carys/do/concern.send "' in asked.text
    assert " data-fresh" in asked.text
    assert 'data-sent="/as/carys/do/concern.send "' in done.text


def test_a_tab_keeps_no_code_and_nothing_said_behind_one() -> None:
    reply = Form(say("reply-title"), fields=(Long("text", say("reply-label")),))
    assert drafted(replace(reply, subject="t1"))
    assert not drafted(replace(reply, subject="A" * PASS_LENGTH))
    assert not drafted(code_form("page"))

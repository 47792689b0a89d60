"""The other language, chosen on any page: what was typed, sent or shown is read in it."""

from handlers.contract.outcomes import Ask, Refuse
from prompts.shapes import Form, Long, Section
from prompts.words import Plain, say, speak
from tests.edge.web.fakes import HERE, Demo, hidden, tongue


async def test_choosing_the_other_language_takes_along_what_was_typed() -> None:
    demo = Demo()
    typed = {"_token": "a-token-of-the-form", "_language": "cy", "what": "Half a sen"}
    async with demo.browsing() as browser:
        form = await browser.get("/as/carys/do/concern")
        page = await browser.post("/as/carys/do/concern.send/language", data=typed, headers=HERE)
    assert 'form="form" formaction="/as/carys/do/concern.send/language"' in form.text
    assert '<html lang="cy">' in page.text
    assert "Half a sen</textarea>" in page.text
    # It was asked for once more, and never sent.
    assert [incoming.event.verb for incoming in demo.dispatch.came] == [
        *("concern", "language.send", "concern"),
    ]
    assert demo.settled == 0


async def test_a_page_that_came_of_something_sent_is_read_in_the_other_language_too() -> None:
    demo = Demo()
    demo.dispatch.replies["concern.send"] = Ask(Form(say("concern-sent-title")))
    async with demo.browsing() as browser:
        page = await browser.post("/as/carys/do/concern.send", data={"what": "x"}, headers=HERE)
        action, sent = tongue(page.text)
        assert action == "/as/carys/do/concern.send/language"
        again = await browser.post(action, data={**sent, "_language": "cy"}, headers=HERE)
        action, sent = tongue(again.text)
        back = await browser.post(action, data={**sent, "_language": "en"}, headers=HERE)
    assert "<h1>We have your concern</h1>" in page.text
    assert f"<h1>{speak(say('concern-sent-title'), 'cy')}</h1>" in again.text
    assert "<h1>We have your concern</h1>" in back.text
    # It was sent once.
    verbs = [incoming.event.verb for incoming in demo.dispatch.came]
    assert verbs == ["concern.send", "language.send", "language.send"]


async def test_what_is_wrong_with_a_form_is_said_in_the_other_language_too() -> None:
    demo, wrong = Demo(), say("missing-what")
    demo.dispatch.replies["concern.send"] = Refuse({"what": wrong})
    async with demo.browsing() as browser:
        page = await browser.post("/as/carys/do/concern.send", data={"what": "x"}, headers=HERE)
        for tongue_chosen in ("cy", "en"):
            assert (page.status_code, page.text.count("<html")) == (422, 1)
            form = page.text.partition('id="form"')[2].partition("</form>")[0]
            sent = {**hidden(form), "what": "Half a sen", "_language": tongue_chosen}
            page = await browser.post("/as/carys/do/concern.send/language", data=sent, headers=HERE)
            assert speak(wrong, tongue_chosen) in page.text
            assert "Half a sen</textarea>" in page.text
    # It was sent once.
    verbs = [incoming.event.verb for incoming in demo.dispatch.came]
    assert verbs.count("concern.send") == 1


async def test_nobody_reads_what_is_wrong_with_anothers_form() -> None:
    demo, wrong = Demo(), say("missing-what")
    demo.dispatch.replies["concern.send"] = Refuse({"what": wrong})
    async with demo.browsing() as browser:
        page = await browser.post("/as/carys/do/concern.send", data={"what": "x"}, headers=HERE)
        sent = {**hidden(page.text), "_language": "en"}
        other = await browser.post("/as/tom/do/concern.send/language", data=sent, headers=HERE)
    assert "_wrong" in sent
    assert (other.status_code, speak(wrong, "en") in other.text) == (200, False)


async def test_such_a_form_keeps_what_was_typed_into_it() -> None:
    demo = Demo()
    asked = Form(
        say("reply-title"), verb="thread.pick.send", fields=(Long("what", say("reply-label")),),
        submit=say("reply-submit"),
    )  # fmt: skip
    demo.dispatch.replies["thread.pick"] = Ask(asked)
    async with demo.browsing() as browser:
        page = await browser.post("/as/carys/do/thread.pick", data={"_subject": "t1"}, headers=HERE)
        form = page.text.partition('id="form"')[2].partition("</form>")[0]
        sent = {**hidden(form), "what": "Half a sen", "_language": "cy"}
        address = "/as/carys/do/thread.pick.send/language"
        again = await browser.post(address, data=sent, headers=HERE)
    assert f'formaction="{address}"' in page.text
    assert f"<h1>{speak(say('reply-title'), 'cy')}</h1>" in again.text
    assert "Half a sen</textarea>" in again.text


async def test_nobody_reads_a_page_that_was_carried_for_another() -> None:
    demo = Demo()
    demo.dispatch.replies["concern.send"] = Ask(Form(Plain("A code of theirs")))
    async with demo.browsing() as browser:
        page = await browser.post("/as/carys/do/concern.send", data={"what": "x"}, headers=HERE)
        _, sent = tongue(page.text)
        for who, carried in (("tom", sent["_page"]), ("carys", sent["_page"][:-8]), ("carys", "x")):
            data = {"_page": carried, "_language": "en"}
            path = f"/as/{who}/do/concern.send/language"
            other = await browser.post(path, data=data, headers=HERE)
            assert other.status_code == 303
            assert other.headers["location"] == f"/as/{who}"


async def test_a_case_that_somebody_took_is_asked_for_anew_in_the_other_language() -> None:
    demo, thread = Demo(), "t" * 22
    case = Form(say("reply-title"), sections=(Section(Plain("Notes")),))
    demo.dispatch.replies["thread.pick"] = Ask(case)
    async with demo.browsing() as browser:
        data = {"_subject": thread}
        page = await browser.post("/as/carys/do/thread.pick", data=data, headers=HERE)
    action, sent = tongue(page.text)
    # What it showed may be somebody else's by then: nothing of it goes along.
    assert (action, sent["back"]) == (
        *("/as/carys/language", f"/as/carys/do/thread.open?subject={thread}"),
    )
    assert "_page" not in page.text


async def test_a_name_given_in_confidence_is_never_carried() -> None:
    demo = Demo()
    demo.dispatch.replies["glass.agree"] = Ask(Form(Plain("Leila Haddad")), name_of="t1")
    async with demo.browsing() as browser:
        page = await browser.post("/as/carys/do/glass.agree", data={"_subject": "t1"}, headers=HERE)
    assert "Leila Haddad" in page.text
    assert "_page" not in page.text

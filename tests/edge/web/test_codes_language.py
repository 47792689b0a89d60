"""Pages of codes in the other language: what is typed goes along, and nothing is sent."""

import re

from tests.edge.web.receipt_alone import ADD, PASS, Alone, code
from tests.edge.web.test_pause_codes import CODE, GIVEN, TOKEN, TYPED, hidden, room, sends

SWITCH = re.compile(r'<button name="(\w+)" value="cy" lang="cy"')


async def test_of_a_pause_it_takes_along_what_was_typed_and_sends_nothing() -> None:
    alone = room()
    page = await sends(alone, TYPED)
    assert SWITCH.findall(page.text) == ["_lang"]
    asked = await sends(alone, {"_verb": "pause.answer", "_code": CODE})
    assert SWITCH.findall(asked.text) == ["_again"]
    again = await sends(alone, {**GIVEN, "_lang": "en", "_again": "cy"})
    assert '<html lang="cy">' in again.text
    assert "Nobody asked &lt;her&gt;" in again.text
    assert re.search(r'value="stop" checked', again.text)
    assert hidden(again, "_token") == [TOKEN]
    assert "pause.answer.send" not in {came.event.verb for came in alone.dispatch.came}


async def test_behind_a_receipt_too_and_what_is_settled_is_not_opened_again() -> None:
    alone = Alone()
    async with alone.at() as browser:
        opened = await browser.post("/receipt", data=code())
        assert SWITCH.findall(opened.text) == ["_lang"]
        assert hidden(opened, "_verb")[0] == "mine.open"
        again = await browser.post("/receipt", data={**ADD, "_lang": "en", "_again": "cy"})
        settled = {"_verb": "mine.settled", "_subject": PASS}
        assert SWITCH.findall((await browser.post("/receipt", data=settled)).text) == []
    assert '<html lang="cy">' in again.text
    assert "I also saw</textarea>" in again.text
    assert "mine.answer.send" not in {came.event.verb for came in alone.dispatch.came}
    assert PASS not in str(again.url)

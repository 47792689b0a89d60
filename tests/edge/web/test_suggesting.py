"""Words to start from in a browser without scripts: the form goes there and back, as it is."""

import re
from dataclasses import replace

from bot.core.admission import Incoming
from bot.core.ports import Reply
from handlers.contract.outcomes import Ask
from prompts.shapes import Field, Form, Long
from tests.edge.suggesting import WORDS, suggesting
from tests.edge.web.fakes import ASKED, HERE, Demo, FakeDispatch


class Suggesting(FakeDispatch):
    async def handle(self, incoming: Incoming) -> Reply:
        if incoming.event.verb == "phrases.beside":
            return suggesting(incoming.event)
        return await super().handle(incoming)


def _demo() -> Demo:
    demo = Demo(dispatch=Suggesting())
    helpful: Form = replace(ASKED, fields=tuple(_saying(f) for f in ASKED.fields))
    demo.dispatch.replies["concern"] = Ask(helpful)
    return demo


def _saying(field: Field) -> Field:
    return replace(field, says="raise") if isinstance(field, Long) else field


def _presses(html: str) -> list[str]:
    return re.findall(r'name="_help" value="([^"]+)"', html)


async def test_two_presses_put_words_below_what_was_typed() -> None:
    demo = _demo()
    typed = {"_token": "tok-1", "_subject": "", "what": "Mine."}
    async with demo.browsing() as browser:
        asked = (await browser.get("/as/carys/do/concern")).text
        send = "/as/carys/do/concern.send"
        shown = await browser.post(send, data={**typed, "_help": _presses(asked)[0]}, headers=HERE)
        chosen = next(p for p in _presses(shown.text) if "ours" in p)
        done = await browser.post(send, data={**typed, "_help": chosen}, headers=HERE)
    assert shown.status_code == done.status_code == 200
    assert WORDS in shown.text
    assert "Mine.</textarea>" in shown.text
    assert f"Mine.\n\n{WORDS}</textarea>" in done.text
    assert 'name="_token" value="tok-1"' in done.text
    assert "concern.send" not in [i.event.verb for i in demo.dispatch.came]


async def test_enter_in_a_line_sends_the_form_and_asks_for_no_help() -> None:
    async with _demo().browsing() as browser:
        html = (await browser.get("/as/carys/do/concern")).text
    first = re.findall(r"<button[^>]*>", html.partition('class="main"')[2])[0]
    assert "_help" not in first

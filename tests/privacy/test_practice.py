"""Who practises, and what they choose or write, is nowhere but on their own screen."""

import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.base.metrics import exposition
from bot.web.render.shapes import asking, drafted
from handlers.registry import verbs
from prompts.shapes import Choice
from tests.conftest import Stores
from tests.core.anytown import Page, Town, anytown
from tests.peers.transcript import buttons_of
from tests.privacy.watching import Watcher, watching

OWN = "Quinces, what did she say herself?"
WATCHED = [("leila", "mine"), ("grace", "mine"), ("leila", "practice")]


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data") as town:
        yield town


async def _practises(town: Town, who: str, say: str, own: str) -> list[Page]:
    first = await town.does(who, "practice")
    moment = await first.fills(scenario="hard-word")
    again = await moment.fills(say="")  # refused, and asked anew
    shown = await moment.fills(say=say, own=own)
    return [first, moment, again, shown, await shown.presses("Try this one again")]


async def test_the_watcher_sees_nothing_of_it(
    town: Town, stores: Stores, caplog: pytest.LogCaptureFixture
) -> None:
    await town.raises("leila", how="anonymous", release="now")
    with watching(town, stores) as watcher:
        before = await _everything(watcher)
        caplog.set_level(logging.DEBUG, "upstander")
        caplog.clear()
        for who, say in (("leila", "probe"), ("kofi", "escalate"), ("leila", "quiet")):
            await _practises(town, who, say, OWN)
            assert [r.getMessage() for r in caplog.records if r.name.startswith("upstander")] == []
            assert await _everything(watcher) == before


async def _everything(watcher: Watcher) -> dict[str, object]:
    return {**await watcher.seen("", WATCHED), "answers": watcher.votes()}


async def test_one_is_shown_the_same_as_anybody_else_however_often_one_practised(
    town: Town,
) -> None:
    before = [_drawn(page) for page in await _practises(town, "kofi", "alert", OWN)]
    for _ in range(3):
        await _practises(town, "leila", "probe", "Something else.")
    assert [_drawn(page) for page in await _practises(town, "leila", "alert", OWN)] == before
    assert exposition() == exposition()


def _drawn(page: Page) -> object:
    return page.text, replace(page.form, token="") if hasattr(page.reply, "form") else None


async def test_no_address_says_where_somebody_is_and_no_tab_keeps_what_they_type(
    town: Town,
) -> None:
    pages = [p for p in await _practises(town, "leila", "probe", OWN) if hasattr(p.reply, "form")]
    assert [page for page in pages if page.form.submit and drafted(page.form)] == []
    for page in pages:
        for button in buttons_of(page.form):
            assert not asking(button) or not button.subject
            assert OWN not in button.subject
    ours = {name: verb for name, verb in verbs().items() if name.startswith("practice")}
    kept = {name for name, verb in ours.items() if not verb.unseen}
    assert kept == {name for name in ours if name.startswith("practice.offer")}


async def test_a_form_carries_where_somebody_is_and_nothing_they_said(town: Town) -> None:
    _, moment, _, shown, again = await _practises(town, "leila", "probe", OWN)
    assert moment.form.subject == again.form.subject == "hard-word_meeting"
    assert {b.subject for b in shown.form.buttons} == {"hard-word_shrug", "hard-word_meeting", ""}
    assert [f.value for f in again.form.fields if isinstance(f, Choice)] == [""]
    assert OWN not in again.text

"""Thanks to somebody hidden tell no more than any reply: the same card, as late, and once."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.base.metrics import exposition
from tests.conftest import Stores
from tests.core.anytown import Page, Town, anytown


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data") as town:
        yield town


async def _picked_up(town: Town) -> Page:
    await town.raises("leila", how="anonymous", release="soon")
    await town.passes(timedelta(hours=1))
    page = await town.presses_card("grace", "I’ll pick this up")
    await town.passes(timedelta(days=1))
    return page


async def test_the_card_is_every_replys_and_comes_as_late(town: Town) -> None:
    page = await _picked_up(town)
    before, cards = town.clock.now(), len(town.cards("leila"))
    await (await page.presses("Reply")).fills(text="We are on it.")
    [replied] = await town.waiting()
    await town.passes(timedelta(days=1))
    thanked_at = town.clock.now()
    await page.presses("Say thank you")
    assert len(town.cards("leila")) == cards + 1
    [thanked] = await town.waiting()
    soon = town.core.partnership.times
    for due, said in ((replied, before), (thanked, thanked_at)):
        assert soon.soon_min <= due - said <= soon.soon_max
    await town.passes(timedelta(days=1))
    reply, thanks = (sent.card for sent in town.cards("leila")[-2:])
    assert reply == thanks


async def test_a_second_press_moves_nothing_anywhere(town: Town) -> None:
    page = await _picked_up(town)
    await page.presses("Say thank you")
    before, counts = await town.dump(), exposition()
    await page.presses("Say thank you")
    assert await town.dump() == before
    assert exposition() == counts


async def test_with_the_final_answer_there_is_one_message(town: Town) -> None:
    page = await _picked_up(town)
    form = await page.presses("Give the final answer")
    await form.fills(outcome="acted", text="We changed it.", thank="yes")
    assert len(await town.waiting()) == 1

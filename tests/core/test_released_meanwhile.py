"""Somebody adds to what waits, or takes it back, at the very moment of its release."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.waiting.finding import thread_of
from handlers.contract.outcomes import Ask
from tests.conftest import Stores
from tests.core.anytown import Page, Town, anytown

ROUNDS = 6


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data") as town:
        yield town


async def _about_to_go(town: Town) -> str:
    """Leila's concern is due this second; gives what it is known by."""
    await town.raises("leila", how="anonymous", release="soon")
    room = town.core.transactions.room
    [item] = await room.of(await room.refs())
    town.clock.set(item.due)
    return thread_of(item).id


def _has_a_card(town: Town, subject: str) -> bool:
    return any(subject == b.subject for sent in town.cards("grace") for b in sent.card.buttons)


async def test_words_that_are_added_as_it_goes_out_are_heard(town: Town) -> None:
    for number in range(ROUNDS):
        subject = await _about_to_go(town)
        text = {"text": f"And this is number {number}."}
        adding = town.does("leila", "mine.answer.send", subject, text)
        page, _ = await asyncio.gather(adding, town.core.ticks.release())
        assert isinstance(page.reply, Ask), page.text
        await town.passes(timedelta(hours=1))
        (await town.does("grace", "thread.open", subject)).sees(text["text"])


async def test_taken_back_as_it_goes_out_it_has_gone_out_or_never_does(town: Town) -> None:
    ends = set()
    for _ in range(ROUNDS):
        subject = await _about_to_go(town)
        taking: asyncio.Task[Page] = asyncio.ensure_future(
            town.does("leila", "mine.takeback.send", subject)
        )
        releasing = asyncio.ensure_future(town.core.ticks.release())
        await asyncio.gather(taking, releasing)
        await town.core.ticks.drain()
        gone_out = _has_a_card(town, subject)
        ends.add(gone_out)
        assert ("Taken back" in taking.result().text) is not gone_out
        await town.passes(timedelta(hours=1))
        assert _has_a_card(town, subject) is gone_out
    assert await town.waiting() == []

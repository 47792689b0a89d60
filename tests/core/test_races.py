"""Two people act in the same moment, in two processes, and both are told what became of it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from handlers.contract.outcomes import Ask
from tests.conftest import Stores
from tests.core.anytown import CONCERN, Page, Town, anytown
from tests.handlers.pause.acts import ELSEWHERE, PAUSE, pauses

ROUNDS = range(5)


@pytest.fixture
async def replica(town: Town, stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    """A second process on the same stores."""
    async with anytown(stores, tmp_path / "data", town.clock) as replica:
        replica.core.clients["web"] = town.client
        yield replica


async def _raised(town: Town, how: str = "named") -> str:
    known = set(await town.column("thread", "id"))
    await town.raises("leila", how=how, release="now")
    return str(next(iter(set(await town.column("thread", "id")) - known)))


async def _answered(town: Town, subject: str) -> None:
    answers = {"outcome": "acted", "text": "We met again."}
    await town.does("grace", "thread.pick", subject)
    await town.does("grace", "thread.close.send", subject, answers)


async def test_two_leads_pick_at_once_and_one_of_them_has_it(town: Town, replica: Town) -> None:
    for _ in ROUNDS:
        subject = await _raised(town)
        both = await asyncio.gather(
            town.does("grace", "thread.pick", subject),
            replica.does("daniel", "thread.pick", subject),
        )
        assert sorted(isinstance(page.reply, Ask) for page in both) == [False, True]
        [loser] = [page for page in both if not isinstance(page.reply, Ask)]
        loser.refused("already picked this up")
        await town.core.ticks.drain()
        assert "has picked this up" in town.cards(loser.who)[-1].text


async def test_settled_while_the_lead_answers_once_more(town: Town, replica: Town) -> None:
    answers = {"outcome": "learning", "text": "And one more thing."}
    for how in ("named", "confidence") * 3:
        subject = await _raised(town, how)
        await _answered(town, subject)
        settled, late = await asyncio.gather(
            town.does("leila", "mine.settled", subject),
            replica.does("grace", "thread.close.send", subject, answers),
        )
        assert "It is closed" in settled.text
        assert isinstance(late.reply, Ask) or "Only the lead" in late.text
    assert set(await town.column("thread", "state")) == {"closed"}
    assert await town.core.keyring.refs() == set()


async def test_everybody_talks_at_once_and_nothing_is_lost(town: Town, replica: Town) -> None:
    subject = await _raised(town)
    await town.does("grace", "thread.pick", subject)
    said: list[Page] = await asyncio.gather(
        *(t.does("leila", "mine.answer.send", subject, {"text": f"mine {n}"})
          for n in ROUNDS for t in (town, replica)),
        *(t.does("grace", "thread.reply.send", subject, {"text": f"yours {n}"})
          for n in ROUNDS for t in (town, replica)),
    )  # fmt: skip
    assert all(isinstance(page.reply, Ask) for page in said)
    page = await town.mine("leila")
    for n in ROUNDS:
        assert page.text.count(f"mine {n}") == page.text.count(f"yours {n}") == 2


async def test_a_step_falls_due_while_somebody_acts(town: Town, replica: Town) -> None:
    for _ in ROUNDS:
        subject = await _raised(town)
        moments = [m for m in await town.column("step", "due_at") if isinstance(m, datetime)]
        town.clock.set(max(moments))
        _, _, picked = await asyncio.gather(
            town.core.ticks.steps(),
            replica.core.ticks.steps(),
            town.does("grace", "thread.pick", subject),
        )
        picked.sees("You have picked this up")
        await town.core.ticks.drain()
        assert await town.column("step", "id") == []


async def test_a_replica_starts_while_concerns_come_in(town: Town, replica: Town) -> None:
    async def sweeping() -> None:
        for _ in ROUNDS:
            await replica.core.ticks.sweep()

    async def raising() -> list[Page]:
        answers = {**CONCERN, "how": "anonymous"}
        sent = (town.does("leila", "concern.send", answers=answers) for _ in range(20))
        return list(await asyncio.gather(*sent))

    pages, *_ = await asyncio.gather(raising(), sweeping())
    assert all(isinstance(page.reply, Ask) for page in pages)
    await town.passes(timedelta(hours=1))
    assert await town.column("thread", "state") == ["open"] * 20
    assert set(await town.column("thread", "return_ref")) == await town.core.keyring.refs()


async def test_two_bring_a_room_into_a_pause_at_once_and_one_hears_that_it_is(
    town: Town, replica: Town
) -> None:
    words = (await pauses(town)).text.split()
    word = next(each for each in words if len(each) == 9 and each[4] == "-")
    town.place = replica.place = ELSEWHERE
    await (await town.does("owen", "pause")).fills(PAUSE)  # the room is known from now on
    both = await asyncio.gather(
        *(t.does("mei", "pause.join.send", "", {"word": word}) for t in (town, replica))
    )
    assert sorted(isinstance(page.reply, Ask) for page in both) == [False, True]
    [late] = [page for page in both if not isinstance(page.reply, Ask)]
    late.refused("takes part")

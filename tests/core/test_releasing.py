"""What waits is released once, as it is by then: whoever acts on it meanwhile, whatever fails."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.core.dispatch import Dispatch
from bot.core.waiting.bodies import news
from bot.core.waiting.patience import MOST
from bot.jobs.ticks import Ticks
from handlers.shared.cards import news as card
from storage.keyring.waiting import Waiting, WaitingRoom
from tests.conftest import Stores
from tests.core.anytown import CONCERN, Page, Town, anytown
from tests.peers.transcript import buttons_of

SOON = timedelta(minutes=20)
SECOND = timedelta(seconds=1)
HIDDEN = {**CONCERN, "how": "anonymous"}
on_postgres = pytest.mark.parametrize(
    "stores", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)
"""On SQLite everybody else waits until whoever writes is done."""
WORDS = "It was at night, too."


@pytest.fixture
async def replica(town: Town, stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    """A second process on the same stores."""
    async with anytown(stores, tmp_path / "data", town.clock) as replica:
        replica.core.clients["web"] = town.client
        yield replica


class Overtaken(WaitingRoom):
    """Between finding what waits and changing it, there is time for something else, once."""

    meanwhile: Callable[[], Awaitable[object]] | None = None

    async def of(self, refs: Collection[str]) -> list[Waiting]:
        """Finds it, and is overtaken."""
        found = await super().of(refs)
        if self.meanwhile and any(item.begins for item in found):
            meanwhile, self.meanwhile = self.meanwhile, None
            await meanwhile()
        return found


class Away(WaitingRoom):
    """The keyring can't be reached; counts how often it was tried."""

    tried = 0

    async def claim(self, now: datetime) -> list[Waiting]:
        """Not now."""
        self.tried += 1
        raise OSError


async def _sent(town: Town, **more: str) -> None:
    (await town.does("leila", "concern.send", "", {**HIDDEN, **more})).sees("We have your")


def _overtaken(town: Town, meanwhile: Callable[[], Awaitable[object]]) -> None:
    core = town.core
    room = Overtaken(core.keyring)
    room.meanwhile = meanwhile
    town.core = replace(core, dispatch=Dispatch(replace(core.transactions, room=room)))


async def _asked_more(town: Town) -> Page:
    return await (await town.mine("leila")).presses("Add something")


async def _in_both_stores(town: Town) -> None:
    assert set(await town.column("thread", "return_ref")) == await town.core.keyring.refs()


@on_postgres
async def test_words_added_as_it_goes_out_go_out_after_it(town: Town, replica: Town) -> None:
    await _sent(town)
    asked = await _asked_more(town)
    town.clock.set(town.clock.now() + SOON)
    _overtaken(town, replica.core.ticks.steps)
    await asked.fills(text=WORDS)
    (await town.mine("leila")).sees(WORDS)
    await town.passes(SOON)
    await town.presses_card("grace", "I’ll pick this up")
    assert (await town.opens("grace")).text.count(WORDS) == 1


@on_postgres
async def test_taken_back_as_it_goes_out_it_is_not_half_gone(town: Town, replica: Town) -> None:
    await _sent(town)
    page = await town.mine("leila")
    town.clock.set(town.clock.now() + SOON)
    _overtaken(town, replica.core.ticks.steps)
    [subject] = {b.subject for b in buttons_of(page.form) if b.subject}
    (await town.does("leila", "mine.takeback.send", subject)).refused("This has gone out by now")
    await town.passes(SOON)
    await _in_both_stores(town)
    (await town.mine("leila")).sees_not("has not gone")


@on_postgres
async def test_words_from_two_devices_at_once_are_both_kept(town: Town, replica: Town) -> None:
    await _sent(town)
    first, second = await _asked_more(town), await _asked_more(replica)
    await asyncio.gather(first.fills(text=WORDS), second.fills(text="And in the morning."))
    (await town.mine("leila")).sees(WORDS, "And in the morning.")


async def test_words_sent_again_before_it_goes_out_count_once(town: Town) -> None:
    await _sent(town)
    asked = await _asked_more(town)
    first = await asked.fills(text=WORDS)
    again = await asked.fills(text=WORDS)
    assert again.reply == first.reply
    assert (await town.mine("leila")).text.count(WORDS) == 1


async def test_two_release_at_once_and_everybody_has_one_card(town: Town, replica: Town) -> None:
    for _ in range(5):
        await _sent(town)
    town.clock.set(town.clock.now() + SOON)
    steps = [t.core.ticks.steps() for t in (town, replica)]
    await asyncio.gather(*steps, replica.core.keyring.rotate())
    await town.core.ticks.drain()
    assert await town.column("thread", "state") == ["open"] * 5
    assert len(town.cards("grace")) == len(town.cards("daniel")) == 5
    await _in_both_stores(town)
    assert await town.waiting() == []


@on_postgres
async def test_a_replica_that_starts_meanwhile_takes_no_address(town: Town, replica: Town) -> None:
    for _ in range(8):
        await _sent(town)
        town.clock.set(town.clock.now() + SOON)
        await asyncio.gather(town.core.ticks.steps(), replica.core.ticks.sweep())
        await town.core.ticks.drain()
        await _in_both_stores(town)


async def test_a_form_sent_again_as_it_goes_out_is_answered_alike(town: Town) -> None:
    token = "a-form-that-is-sent-twice"
    first = await town.does("leila", "concern.send", "", HIDDEN, token)
    town.clock.set(town.clock.now() + SOON)
    again, _ = await asyncio.gather(
        town.does("leila", "concern.send", "", HIDDEN, token), town.core.ticks.steps()
    )
    late = await town.does("leila", "concern.send", "", HIDDEN, token)
    assert first.reply == again.reply == late.reply
    await town.passes(SOON)
    assert await town.column("thread", "state") == ["open"]


async def _spoilt(town: Town) -> Callable[[], Awaitable[object]]:
    """Main refuses one of those that wait; gives what makes it sound again."""
    room = town.core.transactions.room
    [item] = await room.of(await town.core.keyring.refs())
    sound: dict[str, Any] = item.body
    messages = sound["rows"]["message"]
    await room.change(
        replace(item, body=sound | {"rows": sound["rows"] | {"message": messages * 2}})
    )
    return lambda: room.change(replace(item, due=town.clock.now()))


async def test_one_that_fails_holds_up_no_other_and_is_tried_ever_more_rarely(town: Town) -> None:
    await _sent(town)
    mend = await _spoilt(town)
    await _sent(town)
    await _sent(town)
    town.clock.set(town.clock.now() + SOON)
    waits = []
    for _ in range(12):
        await town.core.ticks.steps()
        assert await town.column("thread", "state") == ["open"] * 2
        [due] = await town.waiting()
        waits.append(due - town.clock.now())
        assert await town.core.ticks.release() == 0  # it doesn't spin meanwhile
        town.clock.set(due)
    assert waits == sorted(waits)
    assert waits[0] <= 3 * SECOND
    assert waits[-1] == MOST
    await mend()
    await town.core.ticks.drain()
    assert await town.column("thread", "state") == ["open"] * 3
    assert await town.waiting() == []
    await _in_both_stores(town)


async def test_while_the_keyring_is_away_what_is_by_name_goes_on(town: Town) -> None:
    await town.raises("leila")
    core = town.core
    room = Away(core.keyring)
    of = replace(core.transactions, room=room)
    ticks = Ticks(of, core.courier, core.outbox, core.news, core.follower)
    town.clock.set(town.clock.now() + timedelta(hours=3))
    for _ in range(60):
        await ticks.steps()
        town.clock.set(town.clock.now() + SECOND)
    assert 2 <= room.tried <= 8
    await ticks.deliver()
    assert len(town.cards("grace")) == 2  # asked again after two hours


@on_postgres
async def test_news_of_what_is_still_being_said_waits_until_it_is(town: Town) -> None:
    await town.raises("leila", how="anonymous", release="now")
    core = town.core
    [id] = await town.column("thread", "id")
    async with core.transactions.begin() as work:
        thread = await work.repo.thread(str(id))
        assert thread is not None
        await work.repo.say(thread, "lead", "reply", "We meet on Tuesday.")
        told = news(thread, card(), work.repo.now, work.repo.said_last[thread.id])
        await core.transactions.room.keep([told])
        await core.ticks.release()
        await core.news.drain()
        assert town.cards("leila") == []
    await town.passes(timedelta(minutes=1))
    assert len(town.cards("leila")) == 1


async def test_news_of_what_was_never_said_is_forgotten(town: Town) -> None:
    await town.raises("leila", how="anonymous", release="now")
    core = town.core
    [id] = await town.column("thread", "id")
    async with core.transactions.begin() as work:
        thread = await work.repo.thread(str(id))
        assert thread is not None
        untrue = news(thread, card(), work.repo.now, (9, b"never committed"))
    await core.transactions.room.keep([untrue])
    await town.passes(timedelta(minutes=5))
    assert town.cards("leila") == []
    assert await town.waiting() == []

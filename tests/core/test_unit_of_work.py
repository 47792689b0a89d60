"""Around every commit, whoever opened it: the keyring first, and what is to vanish afterwards."""

import asyncio
from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from bot.core.unit_of_work import LeftoverError
from bot.jobs.ticks import Ticks
from handlers.contract.people import Event, Named
from handlers.shared.threads import new_thread
from storage.delivery.due_steps import AT_ONCE
from storage.keyring.store import Keyring
from storage.repository import Repository
from storage.schema.values import ThreadCommand
from tests.conftest import Stores
from tests.core.anytown import Town, anytown
from tests.core.test_steps_together import all_due, asked


class Stuck(Keyring):
    """Its store can be read and written, and nothing goes out of it."""

    async def destroy(self, refs: Collection[str]) -> None:
        """Not now."""
        if refs:
            raise OSError


def _begin(town: Town, repo: Repository) -> str:
    leila = town.actor("leila")
    who = Named(leila.person, leila.name, leila.agency)
    thread = new_thread(ThreadCommand("concern"), "decision", who, Event("concern.send"), repo)
    repo.begin(thread)
    return thread.way_back


async def test_whatever_begins_a_thread_leaves_a_row_in_the_keyring(town: Town) -> None:
    async with town.core.transactions.begin() as work:
        ref = _begin(town, work.repo)
    kept = await town.core.keyring.open(ref)
    assert kept is not None
    assert kept.mode == "dummy"
    assert await town.column("thread", "return_ref") == [ref]


async def _begins_and_fails(town: Town) -> None:
    async with town.core.transactions.begin() as work:
        _begin(town, work.repo)
        raise LookupError


async def test_what_fails_leaves_no_trace_in_either_store(town: Town) -> None:
    with pytest.raises(LookupError):
        await _begins_and_fails(town)
    assert await town.column("thread", "id") == []
    assert await town.core.keyring.refs() == set()


async def test_what_cannot_vanish_is_told_and_the_next_start_takes_it(town: Town) -> None:
    await town.raises("leila", how="anonymous", release="now")
    [subject] = map(str, await town.column("thread", "id"))
    await town.does("grace", "thread.pick", subject)
    answers = {"outcome": "acted", "text": "We met again."}
    await town.does("grace", "thread.close.send", subject, answers)
    core = town.core
    stuck = Stuck(core.keyring.engine, core.keys, core.partnership.id)
    transactions = replace(core.transactions, keyring=stuck)
    town.core = replace(
        core, ticks=Ticks(transactions, core.courier, core.outbox, core.news, core.follower)
    )
    with pytest.raises(LeftoverError):
        await town.passes(timedelta(days=40))
    assert await town.column("thread", "state") == ["closed"]
    assert await town.column("step", "id") == []
    assert len(await core.keyring.refs()) == 1
    await core.ticks.sweep()
    assert await core.keyring.refs() == set()


class Others:
    """Have their turn whenever the loop is free; counts the turns they had in a transaction."""

    def __init__(self, town: Town) -> None:
        self.turns = 0
        self._inside = False
        engine = town.core.engine.sync_engine
        event.listen(engine, "begin", lambda _connection: setattr(self, "_inside", True))
        event.listen(engine, "commit", lambda _connection: setattr(self, "_inside", False))

    async def wait(self) -> None:
        """For ever."""
        while True:
            await asyncio.sleep(0)
            self.turns += self._inside


async def test_others_are_served_while_many_steps_are_taken(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    async with anytown(sqlite_stores, tmp_path) as town:
        await asked(town, AT_ONCE)
        await all_due(town)
        others = Others(town)
        waiting = asyncio.create_task(others.wait())
        assert await town.core.ticks.steps() == AT_ONCE
        waiting.cancel()
        assert others.turns >= 10

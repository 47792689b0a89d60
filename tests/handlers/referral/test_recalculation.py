"""New holidays or another limit move what is open: visibly, and back again when they are undone."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, text

from bot.jobs.recalculator import Recalculator
from bot.wiring import build_core
from storage.partnership import Hours, Limit, Partnership
from storage.partnership.values import Unit
from tests.conftest import Stores
from tests.core.anytown import FixedClock, Town, anytown, example
from tests.core.test_steps_together import CrashError, asked
from tests.core.tools import settings_of
from tests.handlers.referral.test_dialogue import refers
from tests.handlers.timing import CARE, changed
from tests.peers.transcript import Transcript

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
START = datetime(2026, 1, 1, tzinfo=UTC)
ROWS = ("due_at", "answer_by", "rules")
TURN = ("name", "due_at", "again", "kept_rules", "kept_name", "kept_at")


def limits(amount: int, unit: Unit = "working day") -> Partnership:
    """The example, with another limit for information."""
    limit = Limit(amount, unit)
    partnership = example()
    kinds = tuple(
        kind.model_copy(update={"within": limit}) if kind.id == "information" else kind
        for kind in partnership.referrals
    )
    return partnership.model_copy(update={"referrals": kinds})


def closed_on(*days: date) -> Partnership:
    """The example, with Children's Social Care closed on these days."""
    hours = Hours(opens=time(8, 30), closes=time(17, 30), closed=days)
    return changed(example(), CARE, hours=hours)


class Changed:
    """A town whose file is changed now and then; each time a server reads it anew."""

    def __init__(self, stores: Stores, folder: Path) -> None:
        self._stores = stores
        self._folder = folder / "data"
        self.clock = FixedClock()
        self.client = Transcript()

    @asynccontextmanager
    async def begins(self, partnership: Partnership) -> AsyncIterator[Town]:
        """The first server."""
        async with anytown(self._stores, self._folder, self.clock, partnership) as town:
            town.core.clients["web"] = town.client = self.client
            yield town

    @asynccontextmanager
    async def by(self, partnership: Partnership) -> AsyncIterator[Town]:
        """Another serves this file, and has moved what stood by the one before."""
        core = build_core(settings_of(self._stores, self._folder), self.clock, partnership)
        core.clients["web"] = self.client
        try:
            await core.ticks.recalculate()
            yield Town(core, self.clock, self.client)
        finally:
            await core.close()


@pytest.fixture
def server(stores: Stores, tmp_path: Path) -> Changed:
    """Nothing runs yet."""
    return Changed(stores, tmp_path)


async def state(town: Town) -> list[object]:
    """Everything that says when something is due."""
    steps = [await town.column("step", name) for name in TURN]
    return [*[await town.column("referral", name) for name in ROWS], *steps]


async def test_a_longer_limit_moves_it_and_whoever_has_it_sees_that(server: Changed) -> None:
    async with server.begins(limits(2)) as town:
        await refers(town, "leila", kind="information")
        assert "25 November 2026" in town.cards("amina")[-1].text
    async with server.by(limits(5)) as town:
        await town.core.ticks.drain()
        [card] = town.cards("amina")
        assert "30 November 2026, 17:30" in card.text
        assert "due at another time now" in card.text
        (await town.reads("leila")).sees("due at another time now", "30 November 2026")
        assert await town.core.ticks.recalculate() == 0
        await town.until(datetime(2026, 11, 26, 9, tzinfo=UTC))
        assert "due now" not in "\n".join(c.text for c in town.cards("amina"))
        await town.until(datetime(2026, 12, 1, 9, tzinfo=UTC))
        assert "This is due now" in "\n".join(c.text for c in town.cards("amina"))


async def test_what_is_overdue_by_the_new_rules_is_due_now_and_once(server: Changed) -> None:
    async with server.begins(limits(10)) as town:
        await refers(town, "leila", kind="information")
    server.clock.set(datetime(2026, 11, 27, 11, tzinfo=UTC))
    async with server.by(limits(2)) as town:
        await town.core.ticks.drain()
        assert sum("This is due now" in c.text for c in town.cards("amina")) == 1
        for _ in range(3):
            await town.core.ticks.recalculate()
            await town.core.ticks.drain()
        assert sum("This is due now" in c.text for c in town.cards("amina")) == 1
        assert await town.column("step", "name") == ["over"]


async def test_nobody_is_woken_at_night_by_a_new_file(server: Changed) -> None:
    async with server.begins(limits(10)) as town:
        await refers(town, "leila", kind="information")
    server.clock.set(datetime(2026, 11, 28, 2, tzinfo=UTC))  # a Saturday night
    async with server.by(limits(2)) as town:
        await town.core.ticks.drain()
        assert "due now" not in "\n".join(card.text for card in town.cards("amina"))
        await town.until(datetime(2026, 11, 30, 8, 30, tzinfo=UTC))
        assert "This is due now" in town.cards("amina")[-1].text


async def test_a_day_of_its_own_never_moves(server: Changed) -> None:
    async with server.begins(limits(2)) as town:
        await refers(town, "leila", kind="information", due="2026-12-11")
        before = await state(town)
    async with server.by(limits(9)) as town:
        assert await state(town) == before


async def test_a_kind_that_the_file_no_longer_has_keeps_its_day(server: Changed) -> None:
    async with server.begins(limits(2)) as town:
        await refers(town, "leila", kind="information")
        before = await state(town)
    gone = tuple(k for k in example().referrals if k.id != "information")
    async with server.by(example().model_copy(update={"referrals": gone})) as town:
        assert await state(town) == before


async def test_what_was_put_off_stays_put_off_when_it_is_moved_back(server: Changed) -> None:
    async with server.begins(limits(10)) as town:
        await refers(town, "leila", kind="information")
        await town.presses_card("amina", "It’s mine")
        page = await (await town.opens("amina")).presses("Ask me later")
        await page.fills(later="day", day="2026-12-03")
        before = await state(town)
    async with server.by(limits(20)) as town:
        assert await state(town) != before
    async with server.by(limits(3)) as town:
        assert await state(town) != before
    async with server.by(limits(10)) as town:
        assert await state(town) == before


async def test_done_is_done_by_any_rules(server: Changed) -> None:
    async with server.begins(limits(10)) as town:
        await refers(town, "leila", kind="information")
        page = await town.presses_card("amina", "Done")
        await page.fills(outcome="done", text="Done.")
        before = await state(town)
    async with server.by(limits(2)) as town:
        assert await state(town) == before


async def test_further_up_the_day_moves_and_the_turn_of_whoever_has_it_does_not(
    server: Changed,
) -> None:
    async with server.begins(limits(2)) as town:
        await refers(town, "leila", kind="information")
        await town.passes(4 * DAY)
        assert (await town.column("referral", "level"))[0] != 0
        _, by, _, *steps = await state(town)
    async with server.by(limits(20)) as town:
        due, now_by, _, *now_steps = await state(town)
        assert (now_by, now_steps) == (by, steps)
        assert due == [datetime(2026, 12, 21, 17, 30, tzinfo=UTC)]


async def test_a_crash_on_the_way_begins_again_where_it_was(server: Changed) -> None:
    async with server.begins(limits(2)) as town:
        await asked(town, 7)
        core = town.core
        recalculator = Recalculator(replace(core.transactions, partnership=limits(5)), most=3)
        batches: list[str] = []

        def crashes(_c: object, _cursor: object, statement: str, *_: object) -> None:
            if "referral.rules = " in statement and statement.startswith("SELECT thread.id"):
                batches.append(statement)
            if len(batches) == 2 and statement.startswith("INSERT INTO message"):
                raise CrashError

        event.listen(core.engine.sync_engine, "before_cursor_execute", crashes)
        with pytest.raises(CrashError):
            await recalculator.recalculate()
        event.remove(core.engine.sync_engine, "before_cursor_execute", crashes)
        assert (await town.column("message", "kind")).count("moved") == 3
        assert await recalculator.recalculate() == 4
        assert (await town.column("message", "kind")).count("moved") == 7
        assert await recalculator.recalculate() == 0


async def test_one_that_cannot_be_moved_holds_up_no_other(server: Changed) -> None:
    async with server.begins(limits(2)) as town:
        await asked(town, 5)
        broken = min(map(str, await town.column("thread", "id")))
        async with town.core.engine.begin() as connection:
            values = {"id": broken, "wrapped": b"no key"}
            await connection.execute(
                text("UPDATE thread_key SET wrapped = :wrapped WHERE thread_id = :id"), values
            )
    async with server.by(limits(5)) as town:
        assert (await town.column("message", "kind")).count("moved") == 4


FILES = st.one_of(
    st.builds(limits, st.integers(1, 30), st.sampled_from(["working day", "calendar day", "hour"])),
    st.builds(
        lambda days: closed_on(*days),
        st.sets(st.dates(date(2026, 11, 23), date(2026, 12, 20)), max_size=9),
    ),
)


KINDS = st.sampled_from(["information", "referral-decision"])


@given(st.lists(st.tuples(FILES, st.integers(0, 1)), min_size=1, max_size=4), KINDS)
@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.generate))
async def test_changing_it_back_moves_it_back_exactly(
    tmp_path_factory: pytest.TempPathFactory, files: list[tuple[Partnership, int]], kind: str
) -> None:
    folder = tmp_path_factory.mktemp("town")
    main, ring = (f"sqlite+aiosqlite:///{folder / name}.db" for name in ("main", "keyring"))
    server = Changed(Stores(main, ring, "sqlite"), folder)
    async with server.begins(example()) as town:
        await refers(town, "leila", kind=kind)
        before = await state(town)
    for file, hours in files:
        server.clock.set(server.clock.now() + hours * HOUR)
        async with server.by(file):
            pass
    async with server.by(example()) as town:
        assert await state(town) == before

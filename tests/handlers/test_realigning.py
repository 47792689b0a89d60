"""New holidays or another limit move what is open: visibly, and back again when they are undone."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handlers.realigning import Kept
from storage.partnership import Hours, Limit, Partnership
from tests.conftest import Stores
from tests.core.anytown import FixedClock, Town, anytown, example
from tests.core.test_steps_together import asked
from tests.handlers.test_referring import refers
from tests.handlers.timing import CARE, changed

DAY = timedelta(days=1)
ROWS = ("due_at", "answer_by", "rules")


def limits(amount: int, unit: str = "working day") -> Partnership:
    """The example, with another limit for information."""
    limit = Limit(amount, unit)  # type: ignore[arg-type]

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


class Restarted:
    """A town whose file is changed now and then, and whose server is started anew."""

    def __init__(self, stores: Stores, folder: Path, clock: FixedClock) -> None:
        self._stores = stores
        self._folder = folder
        self.clock = clock

    @asynccontextmanager
    async def by(self, partnership: Partnership) -> AsyncIterator[Town]:
        """It serves this file, and has moved what stood by another."""
        async with anytown(self._stores, self._folder / "data", self.clock, partnership) as town:
            await town.core.ticks.realign()
            yield town


@pytest.fixture
def server(stores: Stores, tmp_path: Path) -> Restarted:
    return Restarted(stores, tmp_path, FixedClock())


async def state(town: Town) -> list[object]:
    """Everything that says when something is due."""
    steps = sorted(zip(*[await town.column("step", n) for n in ("name", "due_at", "arg")]))  # type: ignore[type-var]  # noqa: B905
    return [*[await town.column("referral", name) for name in ROWS], steps]


async def test_a_longer_limit_moves_it_and_whoever_has_it_sees_that(server: Restarted) -> None:
    async with server.by(limits(2)) as town:
        await refers(town, "leila", kind="information")
        assert "25 November 2026" in town.cards("amina")[-1].text
        client = town.client
    async with server.by(limits(5)) as town:
        town.core.clients["web"] = town.client = client
        await town.core.ticks.settle()
        [card] = town.cards("amina")
        assert "30 November 2026, 17:30" in card.text
        assert "due at another time now" in card.text
        assert "30 November 2026, 17:30" in town.cards("leila")[-1].text
        (await town.opens("leila")).sees("due at another time now", "30 November 2026")
        assert await town.core.ticks.realign() == 0
        await town.until(datetime(2026, 11, 26, 9, tzinfo=UTC))
        assert "due now" not in "\n".join(c.text for c in town.cards("amina"))
        await town.until(datetime(2026, 12, 1, 9, tzinfo=UTC))
        assert "This is due now" in "\n".join(c.text for c in town.cards("amina"))


async def test_what_is_overdue_by_the_new_rules_is_due_now_and_once(server: Restarted) -> None:
    async with server.by(limits(10)) as town:
        await refers(town, "leila", kind="information")
    server.clock.set(datetime(2026, 11, 27, 11, tzinfo=UTC))
    async with server.by(limits(2)) as town:
        await town.core.ticks.settle()
        assert sum("This is due now" in c.text for c in town.cards("amina")) == 1
        for _ in range(3):
            await town.core.ticks.realign()
            await town.core.ticks.settle()
        assert sum("This is due now" in c.text for c in town.cards("amina")) == 1
        assert await town.column("step", "name") == ["over"]


async def test_nobody_is_woken_at_night_by_a_new_file(server: Restarted) -> None:
    async with server.by(limits(10)) as town:
        await refers(town, "leila", kind="information")
    server.clock.set(datetime(2026, 11, 28, 2, tzinfo=UTC))  # a Saturday night
    async with server.by(limits(2)) as town:
        await town.core.ticks.settle()
        assert not town.cards("amina")
        await town.until(datetime(2026, 11, 30, 8, 30, tzinfo=UTC))
        assert "This is due now" in town.cards("amina")[-1].text


async def test_a_day_of_its_own_never_moves(server: Restarted) -> None:
    async with server.by(limits(2)) as town:
        await refers(town, "leila", kind="information", due="2026-12-11")
        before = await state(town)
    async with server.by(limits(9)) as town:
        assert await state(town) == before


async def test_a_kind_that_the_file_no_longer_has_keeps_its_day(server: Restarted) -> None:
    async with server.by(limits(2)) as town:
        await refers(town, "leila", kind="information")
        before = await state(town)
    gone = tuple(k for k in example().referrals if k.id != "information")
    async with server.by(example().model_copy(update={"referrals": gone})) as town:
        assert await state(town) == before


async def test_what_was_put_off_stays_put_off_when_it_is_moved_back(server: Restarted) -> None:
    async with server.by(limits(10)) as town:
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


async def test_done_is_done_by_any_rules(server: Restarted) -> None:
    async with server.by(limits(10)) as town:
        await refers(town, "leila", kind="information")
        page = await town.presses_card("amina", "Done")
        await page.fills(outcome="done", text="Done.")
        before = await state(town)
    async with server.by(limits(2)) as town:
        assert await state(town) == before


async def test_further_up_the_day_moves_and_the_turn_of_whoever_has_it_does_not(
    server: Restarted,
) -> None:
    async with server.by(limits(2)) as town:
        await refers(town, "leila", kind="information")
        await town.presses_card("leila", "Open")
        await town.passes(4 * DAY)
        assert (await town.column("referral", "level"))[0] != 0
        _, by, _, steps = await state(town)
    async with server.by(limits(20)) as town:
        due, now_by, _, now_steps = await state(town)
        assert (now_by, now_steps) == (by, steps)
        assert due == [datetime(2026, 12, 21, 17, 30, tzinfo=UTC)]


async def test_a_crash_on_the_way_begins_again_where_it_was(
    server: Restarted, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with server.by(limits(2)) as town:
        await asked(town, 7)
    monkeypatch.setattr("bot.realigner.AT_ONCE", 3)
    async with server.by(limits(5)) as town:
        moved = [kind for kind in await town.column("message", "kind") if kind == "moved"]
        assert len(moved) == 7
        assert len(set(map(str, await town.column("referral", "due_at")))) == 1
        assert await town.core.ticks.realign() == 0


FILES = st.one_of(
    st.builds(limits, st.integers(1, 30), st.sampled_from(["working day", "calendar day", "hour"])),
    st.builds(
        lambda days: closed_on(*days),
        st.sets(st.dates(date(2026, 11, 23), date(2026, 12, 20)), max_size=9),
    ),
)


@given(st.lists(FILES, min_size=1, max_size=4), st.sampled_from(["information", "referral-decision"]))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
async def test_changing_it_back_moves_it_back_exactly(
    tmp_path_factory: pytest.TempPathFactory, files: list[Partnership], kind: str
) -> None:
    folder = tmp_path_factory.mktemp("town")
    urls = (f"sqlite+aiosqlite:///{folder / name}.db" for name in ("main", "keyring"))
    server = Restarted(Stores(*urls, "sqlite"), folder, FixedClock())
    async with server.by(example()) as town:
        await refers(town, "leila", kind=kind)
        before = await state(town)
    for file in files:
        async with server.by(file):
            pass
    async with server.by(example()) as town:
        assert await state(town) == before


@given(
    st.text("0123456789abcdef", min_size=16, max_size=16),
    st.sampled_from(["nudge", "due", "over"]),
    st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
)
def test_what_a_turn_was_is_read_as_it_was_written(rules: str, name: str, at: datetime) -> None:
    kept = Kept(rules, name, at)  # type: ignore[arg-type]
    assert Kept.read(kept.written()) == kept
    assert len(kept.written()) <= 32

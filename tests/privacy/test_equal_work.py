"""Codes that open nothing cost equal work, whatever they are: none is known by its time.

And looking for one that opens is the same work up to the moment at which it is found.
"""

from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from pathlib import Path
from secrets import token_urlsafe

import pytest
from sqlalchemy import event, text

from bot.core.receipts import Redeeming
from bot.core.waiting.finding import Finding
from storage.crypto.codes import read_code
from storage.crypto.receipts import Receipts
from storage.keyring.waiting import WaitingRoom
from tests.conftest import Stores
from tests.core.anytown import Town, anytown
from tests.privacy import timing
from tests.privacy.receipt_holders import (
    browsing,
    close,
    counting,
    guess,
    pause_codes,
    raised,
)

MANY = 5_000
EACH = 5
LITTLE = 20_000
"""Nanoseconds by which looking for a code that opens, or that can't be one, may differ."""
Kinds = dict[str, list[str]]


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data") as town:
        yield town


@dataclass
class Watched:
    """Codes of one page by their kind, how they are typed there, and how they are looked for."""

    codes: Kinds
    types: Callable[[str], Awaitable[object]]
    look: Callable[[str], Awaitable[object]]

    @property
    def wrong(self) -> Kinds:
        """Those that open nothing."""
        return {kind: codes for kind, codes in self.codes.items() if kind != "known"}


@pytest.fixture(params=["receipt", "pause"])
async def watched(request: pytest.FixtureRequest, town: Town) -> AsyncIterator[Watched]:
    find = {"receipt": receipts, "pause": pauses}[request.param]
    codes, look = await find(town)
    async with browsing(town, "9.9.9.9") as page:
        typed = {"receipt": page.types, "pause": page.tries}[request.param]
        yield Watched(codes, typed, look)


async def receipts(town: Town) -> tuple[Kinds, Callable[[str], Awaitable[object]]]:
    """Codes of threads that are open, closed and nobody's."""
    known = [await raised(town) for _ in range(EACH)]
    closed = [await raised(town) for _ in range(EACH)]
    for held in closed:
        await close(town, held)
    finding = Finding(WaitingRoom(town.core.keyring))
    redeeming = Redeeming(town.core.keys, town.core.keyring, town.clock, finding)
    tag = Receipts(town.core.keys).tag

    async def look(code: str) -> object:
        async with town.core.transactions.begin() as work:
            return await redeeming.leads_to(tag(code), work.repo)

    # As they are handed out: reading a code takes as long as what was typed is odd.
    unknown = [Receipts(town.core.keys).code_for(token_urlsafe(16)) for _ in range(EACH)]
    codes = {"known": [h.code for h in known], "closed": [h.code for h in closed]}
    return codes | {"unknown": unknown, "malformed": [f"U{code[1:]}" for code in unknown]}, look


async def pauses(town: Town) -> tuple[Kinds, Callable[[str], Awaitable[object]]]:
    """Codes of a pause that goes on, of one that is over, and of none."""
    closed = await pause_codes(town)
    await town.passes(timedelta(days=8))
    known = await pause_codes(town)

    async def look(code: str) -> object:
        async with town.core.transactions.begin() as work:
            return await work.repo.pauses.by_code(code)

    unknown = [read_code(guess()[:8]) for _ in range(EACH)]
    codes = {"known": known[:EACH], "closed": closed[:EACH], "unknown": unknown}
    return codes | {"malformed": [f"U{code[1:]}" for code in unknown]}, look


async def test_whatever_opens_nothing_costs_the_same_queries_rows_and_cryptography(
    town: Town, watched: Watched
) -> None:
    works = await worked(town, watched.wrong, watched.types)
    for one, other in combinations(works, 2):
        assert works[one] == works[other], f"{one} and {other} can be told apart"
    # The counting does see what is done: a store was asked, rows came, and codes were hashed.
    assert works["unknown"]["rows"] > 0
    assert works["unknown"]["hashed"] > 0


async def test_looking_for_a_code_is_the_same_work_also_where_it_opens(
    town: Town, watched: Watched
) -> None:
    works = await worked(town, watched.codes, watched.look)
    for one, other in combinations(works, 2):
        assert works[one] == works[other], f"{one} and {other} can be told apart"
    assert await watched.look(watched.codes["known"][0]) is not None
    assert await watched.look(watched.codes["closed"][0]) is None


async def worked(
    town: Town, kinds: Kinds, does: Callable[[str], Awaitable[object]]
) -> dict[str, Counter[str]]:
    """What is done for one code of each kind, once all is warm."""
    works = {}
    for _ in range(2):
        for kind, [code, *_] in kinds.items():
            with counting(town) as work:
                await does(code)
            works[kind] = work
    return works


async def test_what_is_closed_is_not_in_the_index_in_which_codes_are_looked_for(
    town: Town,
) -> None:
    asked: list[tuple[str, object]] = []

    def remember(*args: object) -> None:
        asked.append((str(args[2]), args[3]))

    engine = town.core.engine
    event.listen(engine.sync_engine, "before_cursor_execute", remember)
    codes, look = await receipts(town)
    asked.clear()
    await look(codes["closed"][0])
    [(statement, values)] = [(s, v) for s, v in asked if "return_ref" in s]
    event.remove(engine.sync_engine, "before_cursor_execute", remember)
    async with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            await connection.execute(text("SET enable_seqscan = off"))
        plain = "EXPLAIN " if engine.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN "
        plan = await connection.exec_driver_sql(plain + statement, values)  # type: ignore[arg-type]
        assert "thread_back" in " ".join(str(row) for row in plan)


@pytest.mark.bench
@pytest.mark.parametrize("where", ["page", "look"])
async def test_nobody_can_tell_by_the_time_it_takes(
    watched: Watched, where: str, request: pytest.FixtureRequest
) -> None:
    """What opens nothing takes as long as a code that never was. Seen by the processor's clock, a
    delay of 54 µs, which was there once, would be found in 95 of 100 trials: what is too few for
    that on a busy machine is watched on. What the other clock would have found is told.
    """
    # How a code is read depends on how it was typed, and what opens is shown its own page next.
    plain = ("closed", "unknown") if where == "look" else tuple(watched.wrong)
    kinds = watched.wrong if where == "page" else watched.codes
    does = watched.types if where == "page" else watched.look
    apart: list[dict[str, float]] = []
    while len(apart) < 2:  # of a thousand pairs that are alike, three lie beyond it by chance
        took = await enough(kinds, does)
        apart.append({})
        for clock, each in took.items():
            print(timing.report(f"{request.node.name}, {clock}", each))
            alike = {kind: each[kind] for kind in plain}
            apart[-1] |= {f"{pair}, {clock}": z for pair, z in timing.told_apart(alike).items()}
            for kind in each.keys() - plain:
                assert timing.z([value - LITTLE for value in each[kind]], each["unknown"]) < 0
                assert timing.z([value + LITTLE for value in each[kind]], each["unknown"]) > 0
        if all(abs(z) < timing.LIMIT for z in apart[-1].values()):
            return
    again = {pair for pair in apart[0] if min(abs(z[pair]) for z in apart) >= timing.LIMIT}
    assert not again, apart


async def enough(kinds: Kinds, does: Callable[[str], Awaitable[object]]) -> dict[str, timing.Took]:
    """Watches so often that the delay which was there once would be found."""
    took = await timing.watched(kinds, does, MANY)
    for _ in range(5):
        mine = took["processor"]
        late = [value + timing.FOUND for value in mine["closed"]]
        if (
            timing.z(late, mine["unknown"]) - timing.z(mine["closed"], mine["unknown"])
            >= timing.SURE
        ):
            return took
        for clock, each in (await timing.watched(kinds, does, MANY)).items():
            for kind, more in each.items():
                took[clock][kind] += more
    raise AssertionError("The machine is too busy for anything to be heard: run it by itself.")

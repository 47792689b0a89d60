"""Whatever people do and whenever the server runs: a challenge is on one rung, and comes to an end.

Answers, words, silence, hours that pass and days switched off, in any order.
"""

from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from handlers.challenge.escalation import CLOCK, ROUNDS
from handlers.contract.outcomes import Ask
from storage.schema import main_metadata
from tests.conftest import Stores
from tests.core.anytown import MONDAY, Page, Town
from tests.handlers.challenge.acts import challenges
from tests.handlers.timing import CARE, Dated, dated

PEOPLE = ("amina", "daniel", "fiona", "grace", "helen", "ruth")
ACTS = st.one_of(
    st.tuples(st.sampled_from(("passes", "is off")), st.integers(1, 100)),
    st.tuples(st.sampled_from(("answers", "not settled")), st.just(0)),
    st.tuples(st.sampled_from(("adds", "adopts", "points")), st.just(0)),
)
PRESSED = {
    "answers": "Answer",
    "not settled": "No, it is not settled",
    "adds": "Add something",
    "adopts": "I carry it on in my name",
    "points": "Someone else can answer this",
}
FILLED = {
    "answers": {"verdict": "keep", "text": "It stays."},
    "adds": {"text": "By whom?"},
    "points": {"agency": CARE, "owner": "Daniel Reid"},
}


@pytest.fixture
async def way(stores: Stores, tmp_path: Path) -> AsyncIterator["Way"]:
    """One town for all examples: each begins on the same Monday, with a challenge of its own."""
    async with dated(stores, tmp_path, MONDAY) as town:
        yield Way(town)


class Way:
    """One challenge on its way, and what was sent about it lately."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.thread = ""

    async def begins(self, **how: str) -> None:
        """A challenge on that Monday."""
        self.town.clock.set(MONDAY)
        before = set(await self.town.column("thread", "id"))
        await challenges(self.town, "leila", sentence="Please look again.", **how)
        if await self.town.waiting():
            await self.town.passes(timedelta(hours=5))
        [thread] = set(await self.town.column("thread", "id")) - before
        self.thread = str(thread)

    async def of(self, table: str, name: str) -> list[object]:
        """A column of the rows that are about this challenge."""
        found = main_metadata.tables[table]
        mine = found.c.id if table == "thread" else found.c.thread_id
        async with self.town.core.engine.connect() as connection:
            return list(await connection.scalars(select(found.c[name]).where(mine == self.thread)))

    async def state(self) -> str:
        """Its state, in a word."""
        [state] = await self.of("thread", "state")
        return str(state)

    async def mine(self) -> Page:
        """Its page, for whoever raised it."""
        return await self.town.does("leila", "mine.open", self.thread)

    async def clock(self) -> list[tuple[str, datetime]]:
        """The steps that fall due while somebody owes an answer."""
        names, moments = await self.of("step", "name"), await self.of("step", "due_at")
        found = zip(names, moments, strict=True)
        return [(str(n), at) for n, at in found if n in CLOCK and isinstance(at, datetime)]

    async def does(self, act: str, hours: int) -> list[tuple[str, str]]:
        """It is done by whoever can; gives who was sent what by then."""
        assert isinstance(self.town.client, Dated)
        before = len(self.town.client.sent)
        if act == "passes":
            await self.town.passes(timedelta(hours=hours))
        elif act == "is off":
            self.town.clock.set(self.town.clock.now() + timedelta(hours=hours))
        else:
            await self._is_done(act)
        await self.town.core.ticks.drain()
        return [(who, what) for _, who, what in self.town.client.sent[before:]]

    async def _is_done(self, act: str) -> None:
        for page in await self._pages(act):
            if PRESSED[act] in page.pressable:
                shown = await page.presses(PRESSED[act])
                if act in FILLED and isinstance(shown.reply, Ask):
                    await shown.fills(FILLED[act])
                return

    async def _pages(self, act: str) -> list[Page]:
        if act in ("adds", "not settled"):
            return [await self.mine()]
        opened = [await self.town.does(who, "challenge.open", self.thread) for who in PEOPLE]
        return [page for page in opened if isinstance(page.reply, Ask)]

    async def is_sound(self) -> None:
        """On one rung, whose people alone can answer, with one clock that runs ahead."""
        state, [rung] = await self.state(), await self.of("challenge", "step")
        clock = await self.clock()
        runs = state == "open" and rung != "person"
        assert len(dict(clock)) == len(clock), "two rungs at once"
        assert ("silent" in dict(clock)) == runs
        assert runs or not clock, "somebody is nudged who needn't answer"
        assert all(at > self.town.clock.now() for _, at in clock)
        [due] = await self.of("challenge", "due")
        assert isinstance(due, date) == runs
        if runs and isinstance(due, date):
            assert due <= dict(clock)["silent"].date()
        [rounds] = await self.of("challenge", "rounds")
        assert isinstance(rounds, int)
        assert rounds < ROUNDS or rung == "person"
        parts = dict(
            zip(await self.of("audience", "person"), await self.of("audience", "role"), strict=True)
        )
        for page in await self._pages("answers"):
            if PRESSED["answers"] in page.pressable:
                assert parts[self.town.actor(page.who).person] == rung


@settings(
    max_examples=8,
    phases=(Phase.generate,),  # an example takes a second: what failed is short enough as it is
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    how=st.sampled_from(("anonymous", "confidence", "named")),
    release=st.sampled_from(("now", "slot")),
    danger=st.sampled_from(("no", "no", "yes")),
    acts=st.lists(ACTS, min_size=2, max_size=7),
)
async def test_it_is_on_one_rung_at_a_time_and_ends(
    way: Way, how: str, release: str, danger: str, acts: list[tuple[str, int]]
) -> None:
    await way.begins(how=how, release=release, danger=danger)
    for act, hours in acts:
        answered = await way.state() in ("picked", "answered")
        sent = await way.does(act, hours)
        await way.is_sound()
        if answered and act != "not settled":
            assert [what for _, what in sent if what in CLOCK] == []
        if act == "is off":
            cards = [one for one in sent if one[1] != "news"]
            assert len(cards) == len({who for who, _ in cards}), "nobody gets a pile"
    await _ends(way)


async def _ends(way: Way) -> None:
    """Nobody says anything more: it closes, or a person has it, who is there to talk."""
    await way.town.passes(timedelta(days=200))
    await way.is_sound()
    [rung] = await way.of("challenge", "step")
    assert await way.state() == "closed" or rung == "person"
    if await way.state() != "closed":
        await (await (await way.mine()).presses("Withdraw it")).fills()
        await way.town.passes(timedelta(days=5))
    assert await way.state() == "closed"
    assert await way.of("step", "id") == []

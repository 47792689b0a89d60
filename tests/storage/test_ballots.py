"""Ballot boxes: whoever was told that their answer is in is counted, once, and then forgotten."""

import asyncio
import json
import random
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest_asyncio
from sqlalchemy import select

from storage.keyring.ballots import SIZES, VOTE, Ballots, CountedRound, Given, Vote
from storage.keyring.tables import ring
from tests.conftest import Stores
from tests.storage.keyring_bench import ALEX, SAM, Bench


@pytest_asyncio.fixture
async def bench(stores: Stores, tmp_path: Path) -> AsyncIterator[Bench]:
    bench = Bench(stores.keyring_url, tmp_path)
    yield bench
    for engine in bench.engines:
        await engine.dispose()


def vote(voice: str, answer: str = "comfortable", lasting: bool = False) -> Vote:
    given = {"answer": answer, "line": f"{voice} says"}
    return Vote(voice, given, lasting=lasting)


async def rows(bench: Bench) -> Sequence[tuple[str, str, bytes]]:
    async with bench.engines[0].connect() as connection:
        found = await connection.execute(select(ring.c.ref, ring.c.kind, ring.c.sealed))
        return [(row.ref, row.kind, row.sealed) for row in found]


def said(counted: CountedRound) -> list[str]:
    return sorted(one.answer["line"] for one in counted.given)


async def test_every_answer_that_was_taken_is_counted_however_the_round_ends(
    bench: Bench,
) -> None:
    first = Ballots(await bench.opened())
    boxes = [first, Ballots(bench.process()), Ballots(bench.process())]
    chance = random.Random(7)
    for _ in range(6):
        keeper, ballot = await first.begin(), await first.open()
        taken: list[str] = []

        async def one(
            voice: str, box: Ballots, keeper: str = keeper, ballot: str = ballot,
            taken: list[str] = taken,
        ) -> None:  # fmt: skip
            for _ in range(chance.randrange(4)):
                await asyncio.sleep(0)
            if await box.cast(keeper, ballot, vote(voice)):
                taken.append(f"{voice} says")

        casting = [asyncio.create_task(one(f"v{n}", boxes[n % 3])) for n in range(24)]
        counted = await boxes[1].shut(keeper, ballot)
        await asyncio.gather(*casting)
        assert sorted(taken) == said(counted)
        assert not await boxes[2].cast(keeper, ballot, vote("late"))
        assert said(await first.shut(keeper, ballot)) == said(counted)  # until they are burnt


async def test_each_has_one_voice_and_the_last_answer_of_it_counts(bench: Bench) -> None:
    ballots = Ballots(await bench.opened())
    keeper, ballot = await ballots.begin(), await ballots.open()
    for answer in ("concerned", "stop"):
        assert await ballots.cast(keeper, ballot, vote("sam", answer))
    assert await ballots.count(ballot) == 1
    [given] = (await ballots.shut(keeper, ballot)).given
    assert given.answer["answer"] == "stop"


async def test_an_answer_that_lasts_is_not_taken_back_and_is_one_voice(bench: Bench) -> None:
    ballots = Ballots(await bench.opened())
    for order in ("comfortable stop", "stop comfortable", "stop comfortable stop concerned"):
        keeper, ballot = await ballots.begin(), await ballots.open()
        for answer in order.split():
            by_code = vote("code", answer, lasting=answer == "stop")
            assert await ballots.cast(keeper, ballot, by_code)
        assert await ballots.count(ballot) == 1
        [given] = (await ballots.shut(keeper, ballot)).given
        assert given.answer["answer"] == "stop"
        assert not await ballots.cast(keeper, ballot, vote("late", lasting=True))


async def test_which_answer_is_the_chairs_is_known_once_it_is_read(bench: Bench) -> None:
    ballots = Ballots(await bench.opened())
    keeper, ballot = await ballots.begin(), await ballots.open()
    for voice in ("sam", "alex"):
        await ballots.cast(keeper, ballot, vote(voice))
    counted = await ballots.shut(keeper, ballot, "alex")
    assert {(one.answer["line"], one.chair) for one in counted.given} == {
        ("sam says", False),
        ("alex says", True),
    }


class OlderBallots(Ballots):
    """As an older process takes an answer, which doesn't say whether it was by a code."""

    async def takes(self, ballot: str) -> None:
        """Somebody's answer, as it lay there then."""
        body = {"who": "who", "answer": {"line": "old"}, "name": "", "token": "", "chair": False}
        await self._put("tag", VOTE + ballot, json.dumps(body).encode(), SIZES["line"], gate=ballot)


async def test_what_an_older_process_took_counts_as_by_a_code(bench: Bench) -> None:
    ballots = OlderBallots(await bench.opened())
    keeper, ballot = await ballots.begin(), await ballots.open()
    await ballots.takes(ballot)
    [given] = (await ballots.shut(keeper, ballot)).given
    assert given == Given({"line": "old"}, coded=True)


async def test_answers_are_of_one_length_and_say_nothing(bench: Bench) -> None:
    ballots = Ballots(await bench.opened())
    keeper, ballot = await ballots.begin(), await ballots.open()
    for voice in ("sam", "someone with a much longer name", "ŵ" * 60):
        await ballots.cast(keeper, ballot, vote(voice))
    votes = [sealed for _, kind, sealed in await rows(bench) if kind.startswith("v:")]
    assert len(votes) == 3
    assert len({len(sealed) for sealed in votes}) == 1
    assert [s for s in votes if b"sam" in s or b"comfortable" in s] == []


async def test_the_same_person_has_another_tag_in_every_round(bench: Bench) -> None:
    ballots = Ballots(await bench.opened())
    keeper = await ballots.begin()
    for _ in range(2):
        await ballots.cast(keeper, await ballots.open(), vote("sam"))
    tags = [ref for ref, kind, _ in await rows(bench) if kind.startswith("v:")]
    assert len(set(tags)) == 2


async def test_a_turn_of_the_ratchet_within_a_round_loses_nothing(bench: Bench) -> None:
    keyring = await bench.opened()
    here, there = Ballots(keyring), Ballots(bench.process())
    keeper, ballot = await here.begin(), await here.open()
    assert await here.cast(keeper, ballot, vote("before"))
    await keyring.rotate()
    assert await there.cast(keeper, ballot, vote("after"))
    assert said(await there.shut(keeper, ballot)) == ["after says", "before says"]


async def test_it_is_known_whether_the_same_people_answered_again(bench: Bench) -> None:
    ballots = Ballots(await bench.opened())
    keeper = await ballots.begin()
    rounds = (("sam", "alex"), ("alex", "sam"), ("sam",), ("sam", "kim"), ("kim", "sam"))
    same = []
    for people in rounds:
        ballot = await ballots.open()
        for voice in people:
            await ballots.cast(keeper, ballot, vote(voice))
        counted = await ballots.shut(keeper, ballot)
        same.append(counted.same_people)
        await ballots.destroy_ballots([counted])
    assert same == [False, True, False, False, True]


async def test_burnt_answers_leave_nothing_behind(bench: Bench) -> None:
    ballots = Ballots(await bench.opened())
    keeper, ballot = await ballots.begin(), await ballots.open()
    await ballots.cast(keeper, ballot, vote("sam"))
    [sealed] = [s for _, kind, s in await rows(bench) if kind.startswith("v:")]
    await ballots.destroy_ballots([await ballots.shut(keeper, ballot)])
    assert {kind for _, kind, _ in await rows(bench)} == {"keeper"}
    if bench.url.startswith("sqlite"):
        store = Path(bench.url.partition("///")[2])
        kept = [path.read_bytes() for path in store.parent.glob(f"{store.name}*")]
        assert kept
        assert [raw for raw in kept if sealed[16:80] in raw] == []
    else:  # its pages keep deleted rows: the key that sealed them is gone instead
        assert bench.versions() == ["v2.key"]


async def test_the_sweep_takes_what_belongs_to_nothing_and_leaves_addresses(bench: Bench) -> None:
    keyring = await bench.opened()
    ballots = Ballots(keyring)
    await keyring.put("ref", SAM)
    kept, open_round = await ballots.begin(), await ballots.open()
    lost, lost_round = await ballots.begin(), await ballots.open()
    for keeper, ballot in ((kept, open_round), (lost, lost_round)):
        await ballots.cast(keeper, ballot, vote("sam"))
    await keyring.destroy(await ballots.orphans({kept}, {open_round}))
    kinds = sorted(kind for _, kind, _ in await rows(bench))
    assert kinds == sorted(["return", "keeper", "gate", f"v:{open_round}"])
    assert await keyring.open("ref") == SAM
    assert await keyring.mine(SAM.person) == ["ref"]
    assert await keyring.refs() == {"ref"}
    assert await keyring.broken() == []
    await keyring.put("other", ALEX)
    await keyring.destroy(["ref"])
    assert said(await ballots.shut(kept, open_round)) == ["sam says"]

"""Point 6: two rounds set side by side, a chair with two people, one voice each, a restart."""

from collections import Counter
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from random import Random

import pytest
from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.pause.results import COMFORT, Result, result_of
from storage.keyring.ballots import Ballots, Vote
from storage.partnership import Partnership, Thresholds
from storage.repository import Repository
from tests.conftest import Stores
from tests.core.anytown import Town, anytown, example
from tests.handlers.pause.acts import ROUND, TEN
from tests.privacy.counts import interval, times
from tests.privacy.watching import JUDGED, answers, begins, ends, shown, watching

PAIRS = {"sqlite": 200, "postgres": 60}
"""Fewer on PostgreSQL, where each result turns the key: what is counted is the same on both."""
PAGE = Path(__file__).resolve().parents[2] / "docs" / "anonymity.md"
CALM = COMFORT[:3]
"""Whoever leaves without having asked to stop."""


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data") as town:
        yield town


# One of ten is gone the second time, and the others answer as before.


@dataclass(frozen=True)
class Pair:
    """Two results, and the answer of whoever was there only the first time."""

    first: Result
    second: Result
    left: str


async def pairs(
    town: Town, count: int, *, apart: bool, leaving: Sequence[str] = CALM
) -> list[Pair]:
    """Rounds of ten, then of nine: in one pause, or in two pauses one after the other."""
    coin, box = Random(7), Ballots(town.core.keyring)
    found = []
    for _ in range(count):
        said, leaver = {who: coin.choice(CALM) for who in TEN}, coin.choice(TEN)
        said[leaver] = coin.choice(leaving)
        keeper = await box.begin()
        first = await _result(box, keeper, 1, said)
        rest = {who: answer for who, answer in said.items() if who != leaver}
        second = await _result(box, await box.begin() if apart else keeper, 1 if apart else 2, rest)
        found.append(Pair(first, second, said[leaver]))
    return found


async def _result(box: Ballots, keeper: str, number: int, said: dict[str, str]) -> Result:
    ballot = await box.open()
    for who, answer in said.items():
        vote = Vote(participant=f"web:{who}", answer={"answer": answer, "line": ""})
        assert await box.cast(keeper, ballot, vote)
    counted = await box.shut(keeper, ballot)
    await box.destroy_ballots([counted])
    return result_of("voices", number, counted, False, False, example().thresholds)


def leavers(found: Iterable[Pair]) -> tuple[int, int, int]:
    """How many leavers' answers are guessed from both results, and what chance does."""
    right, chances = 0, []
    for pair in found:
        gone = Counter(pair.first.counts) - Counter(pair.second.counts)
        guess = max(COMFORT, key=lambda answer: pair.first.counts[answer])
        if pair.second.counts:
            guess = next(iter(gone))
        right += guess == pair.left
        chances.append(pair.first.counts[guess] / len(TEN))
    return right, *interval(chances)


@pytest.mark.statistics
async def test_what_a_leaver_said_is_not_told_by_two_rounds(town: Town, stores: Stores) -> None:
    found = await pairs(town, times(PAIRS[stores.kind]), apart=False)
    # What is shown of the second round is the same whatever anybody said.
    assert {pair.second.text() for pair in found} == {Result(2, "others").text()}
    right, low, high = leavers(found)
    assert low <= right <= high


async def test_two_pauses_tell_what_a_leaver_said_as_is_admitted(town: Town) -> None:
    right, _, high = leavers(await pairs(town, 30, apart=True))
    assert right == 30 > high


async def test_a_stop_that_is_gone_points_to_who_is_gone_as_is_admitted(town: Town) -> None:
    found = await pairs(town, 20, apart=False, leaving=("concerned", "stop"))
    assert {(pair.first.stop, pair.left) for pair in found} == {
        (True, "stop"),
        (False, "concerned"),
    }
    assert {pair.second.text() for pair in found} == {Result(2, "others").text()}


# A chair who opens a pause with two people


async def chaired(town: Town, mine: str, *two: str) -> str:
    """Everything that the chair is shown of it, and what is stored of it, opened."""
    before = len(town.client.messages)
    pause = await begins(town)
    for who, answer in zip(("leila", *TEN), (mine, *two), strict=False):
        await answers(town, who, pause, answer)
    await town.passes(ROUND)
    page = await town.does("leila", "pause.chair", pause)
    [word] = await _words(town, pause)
    sent = [message.text for message in list(town.client.messages.values())[before:]]
    stored = await _stored(town, pause)
    await ends(town, pause)
    return "\n".join([page.text, *sent, *stored]).replace(word, "")


async def _words(town: Town, pause: str) -> list[str]:
    async with AsyncSession(town.core.engine) as session:
        repo = _repo(town, session)
        thread = await repo.thread(pause)
        assert thread is not None
        return [(await repo.pauses.of(thread)).word]


async def _stored(town: Town, pause: str) -> list[str]:
    async with AsyncSession(town.core.engine) as session:
        repo = _repo(town, session)
        thread = await repo.thread(pause)
        assert thread is not None
        return [said.text for said in await repo.said(thread, "room") if said.kind == "result"]


def _repo(town: Town, session: AsyncSession) -> Repository:
    core = town.core
    return Repository(session, core.partnership, core.keys, core.clock.now())


async def test_a_chair_with_two_people_sees_the_same_whatever_they_say(town: Town) -> None:
    calm = {await chaired(town, "concerned", *two) for two in product(CALM, CALM)}
    assert len(calm) == 1
    stops = [("stop", answer) for answer in COMFORT] + [("comfortable", "stop")]
    alarmed = {await chaired(town, "concerned", *two) for two in stops}
    assert len(alarmed) == 1
    assert "At least one person asks to stop" in alarmed.pop()


async def test_with_thresholds_too_low_the_chair_would_see_it(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    async with anytown(sqlite_stores, tmp_path / "data", None, _low()) as town:
        seen = {await chaired(town, "concerned", *two) for two in product(CALM, CALM)}
    assert len(seen) > 1


def _low() -> Partnership:
    # No file can say this: its reader refuses it.
    low = example().thresholds.model_copy(update={"views_from": 1})
    return example().model_copy(update={"thresholds": low})


# One voice each


async def test_voting_twice_is_one_voice_and_the_last_answer_counts(
    town: Town, stores: Stores
) -> None:
    pause = await begins(town)
    with watching(town, stores) as watcher:
        for who in TEN:
            await answers(town, who, pause, "concerned")
        before = {row["ref"]: row["sealed"] for row in watcher.votes()}
        for answer in ("concerned", "stop"):
            await answers(town, TEN[0], pause, answer)
            now = {row["ref"]: row["sealed"] for row in watcher.votes()}
            assert now.keys() == before.keys()
            # The same answer given again looks like another one.
            assert sum(now[ref] != before[ref] for ref in now) == 1
            before = now
    await town.passes(ROUND)
    tally, lines = await shown(town, pause)
    assert tally == {"comfortable": 0, "concerned": 9, "uncomfortable": 0, "stop": 1}
    assert sorted(lines) == ["concerned"] * 9 + ["stop"]


async def test_nobody_has_two_voices_because_of_a_restart(stores: Stores, tmp_path: Path) -> None:
    async with anytown(stores, tmp_path / "data") as before:
        pause = await begins(before)
        for who in TEN[:6]:
            await answers(before, who, pause, "comfortable")
    async with anytown(stores, tmp_path / "data", before.clock) as after:
        after.place, after.client = before.place, before.client
        after.core.clients["web"] = before.client
        for who in TEN[5:]:
            await answers(after, who, pause, "uncomfortable")
        await after.passes(ROUND)
        tally, _ = await shown(after, pause)
    assert list(tally.values()) == [5, 0, 5, 0]


def test_the_numbers_of_a_round_on_the_page_are_those_of_the_product() -> None:
    said, least = " ".join(PAGE.read_text("utf-8").split()), Thresholds()
    words = {3: "three", 4: "four", 5: "five"}
    views, picture = words[least.views_from], words[least.picture_from]
    assert f"| {picture} or more | how many gave which answer" in said
    assert f"| {views} or {words[least.picture_from - 1]} | only whether their views differ" in said
    assert f"is shown from {picture} on" in said
    for name, lower in (("picture_from", least.picture_from), ("views_from", least.views_from)):
        with pytest.raises(ValidationError):
            Thresholds.model_validate({name: lower - 1})
    assert f"in {JUDGED} rounds of ten" in said

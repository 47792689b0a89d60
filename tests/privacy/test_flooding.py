"""A flood of wrong codes: it locks nobody out, and whoever counts to its end learns of nobody.

It did both: codes had one limit for all, right ones were counted too, and from a colleague's desk
one could count to it, and so know that somebody had read the answer to what they raised.
"""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.base.rate_limits import WRONG_LEAST, WRONG_SPREAD, WrongTries
from handlers.receipt.command import NOTHING, REST
from tests.conftest import Stores
from tests.core.anytown import MONDAY, FixedClock, Town, anytown
from tests.privacy.counts import interval
from tests.privacy.receipt_holders import Page, browsing, guess, pause_codes, raised

MOST = WRONG_LEAST + WRONG_SPREAD
OFFICE, ELSEWHERE = "9.9.9.9", "2a00:23c4:1:2::1"
WORDS = "The meeting ended too early."
QUESTION = "We want to end the weekly visits."


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data") as town:
        yield town


async def floods(page: Page, times: int = MOST + 5) -> None:
    """Somebody types codes that were never anybody's, until they are asked to rest."""
    for typed in (page.types, page.tries):
        statuses = [(await typed(guess())).status_code for _ in range(times)]
        assert statuses[-1] == 429


async def test_a_right_code_opens_in_a_flood_from_its_own_network_and_from_others(
    town: Town,
) -> None:
    held, [code, *_] = await raised(town), await pause_codes(town)
    async with browsing(town, OFFICE) as colleague, browsing(town, ELSEWHERE) as others:
        await floods(colleague)
        await floods(others)
    async with browsing(town, OFFICE) as mine:
        pages = await mine.types(held.code), await mine.tries(code)
    assert [page.status_code for page in pages] == [200, 200]
    assert WORDS in pages[0].text
    assert QUESTION in pages[1].text


async def test_no_flood_elsewhere_asks_anybody_here_to_rest(town: Town) -> None:
    for n in range(1, 21):
        async with browsing(town, f"198.51.100.{n}") as flood:
            found = [(await flood.types(guess())).status_code for _ in range(MOST + 5)]
            assert found[-1] == 429
    async with browsing(town, OFFICE) as mine:
        assert (await mine.types(guess())).status_code == 422


async def test_whoever_opened_theirs_moves_no_limit_of_their_network(town: Town) -> None:
    held, [code, *_] = await raised(town), await pause_codes(town)
    async with browsing(town, OFFICE) as mine, browsing(town, OFFICE) as colleague:
        for _ in range(MOST):
            assert (await mine.types(held.code)).status_code == 200
            assert (await mine.tries(code)).status_code == 200
        for typed in (colleague.types, colleague.tries):
            statuses = [(await typed(guess())).status_code for _ in range(WRONG_LEAST)]
            assert statuses == [422] * WRONG_LEAST


async def test_whoever_rests_is_told_so_kindly_and_may_type_on(town: Town) -> None:
    held = await raised(town)
    async with browsing(town, OFFICE) as page:
        await floods(page)
        resting = await page.types(guess())
        assert "Nothing is lost" in resting.text
        assert "The right code opens at any time." in resting.text
        assert 'name="code" value=""' in resting.text
        assert (await page.types(held.code)).status_code == 200
        town.clock.set(town.clock.now() + timedelta(minutes=10))
        assert (await page.types(guess())).status_code == 422


async def test_in_chat_each_is_counted_alone_and_the_right_code_opens(town: Town) -> None:
    held = await raised(town)

    async def types(who: str, code: str) -> object:
        return (await town.does(who, "receipt.send", "", {"code": code})).reply

    found = [await types("priya", guess()) for _ in range(MOST + 5)]
    assert found[:WRONG_LEAST] == [NOTHING] * WRONG_LEAST
    assert found[MOST:] == [REST] * 5
    (await town.does("priya", "receipt.send", "", {"code": held.code})).sees("half an hour")
    assert await types("anne", guess()) == NOTHING
    town.clock.set(MONDAY + timedelta(minutes=10))
    assert await types("priya", guess()) == NOTHING


def counted(wrong_before: int) -> int:
    """How far a colleague counts, after somebody of their network was wrong so often."""
    wrong = WrongTries(FixedClock())
    for _ in range(wrong_before):
        wrong.too_many(OFFICE)
    return next(n for n in range(1, MOST + 2) if wrong.too_many(OFFICE))


def test_whoever_counts_to_the_limit_hardly_learns_whether_another_mistyped() -> None:
    """They guess "somebody did" by the middle of what they could count to.

    Of 400 guesses, somebody who is right 58 times of 100 is noticed in 94 runs of 100. A limit that
    is the same in each window makes it 100 of 100; drawn from twenty it is 52 or 53.
    """
    middle = WRONG_LEAST + WRONG_SPREAD // 2
    right = sum((counted(n % 2) <= middle) == bool(n % 2) for n in range(400))
    low, high = interval([0.5 + 1 / (2 * WRONG_SPREAD)] * 400)
    assert right <= high, f"{right} of 400 were right, {low} to {high} are likely"

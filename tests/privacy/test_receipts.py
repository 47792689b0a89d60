"""Point 7: what guessing, flooding and altering get, where a receipt is the only way back."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from re import sub

import pytest

from handlers.contract.outcomes import Refuse
from handlers.receipt.command import NOTHING
from storage.crypto.identity import ReturnAddress
from tests.conftest import Stores
from tests.core.anytown import MONDAY, Town, anytown
from tests.handlers.challenge.acts import challenges
from tests.privacy.receipt_holders import (
    Held,
    alter,
    browsing,
    close,
    counting,
    guess,
    passes,
    raised,
    sealed,
    version_of,
)

RAN_OUT = "This page has been open too long"
NO_USE = "This code opens nothing just now."


@pytest.fixture
async def town(stores: Stores, tmp_path: Path) -> AsyncIterator[Town]:
    async with anytown(stores, tmp_path / "data") as town:
        yield town


# Guessing: that all take the same work is in test_equal_work.py


async def test_a_guess_and_the_code_of_a_closed_thread_are_answered_alike(town: Town) -> None:
    open_one, closed = await raised(town), await raised(town)
    await close(town, closed)
    before = await town.dump()
    async with browsing(town) as page:
        found = [await page.types(code) for code in (closed.code, *(guess() for _ in range(18)))]
        right = await page.types(open_one.code)
    closed_answer, *guessed = [(a.status_code, a.content, a.headers.raw) for a in found]
    assert closed_answer[0] == 422
    assert NO_USE in closed_answer[1].decode()
    assert all(guess == closed_answer for guess in guessed)
    assert right.status_code == 200
    assert await town.dump() == before


async def test_what_is_no_code_is_answered_like_a_wrong_one(town: Town) -> None:
    for typed in ("", "x", "0" * 500, "Ü" * 20, "' OR 1=1 --", "\0", "\ud800" * 20):
        assert (await town.does("priya", "receipt.send", "", {"code": typed})).reply == NOTHING


async def test_a_code_opens_no_thread_that_has_an_address_or_a_name(town: Town) -> None:
    held = await raised(town)
    sam = ReturnAddress("web:sam", "{}", "en", "school", "", "anonymous")
    await town.core.keyring.destroy([held.ref])
    await town.core.keyring.put(held.ref, sam)
    assert (await town.does("priya", "receipt.send", "", {"code": held.code})).reply == NOTHING


# The pass


async def test_whoever_holds_a_receipt_reads_answers_and_settles(town: Town) -> None:
    held = await raised(town)
    async with browsing(town) as page:
        pass_ = await page.opens(held)
        assert "Added" in (await page.does("mine.answer.send", pass_, "I also saw it.")).text
        assert "I also saw it." in (await page.does("mine.open", pass_)).text
    (await town.does("grace", "challenge.open", held.thread)).sees("I also saw it.")
    await close(town, held)
    async with browsing(town) as page:
        assert NO_USE in (await page.types(held.code)).text


async def test_no_page_names_the_thread_and_no_two_passes_are_alike(town: Town) -> None:
    held = await raised(town)
    async with browsing(town) as page:
        first, second = [await page.types(held.code) for _ in range(2)]
    for answer in (first, second):
        assert passes(answer)
        for secret in (held.thread, held.ref, held.code, held.code.replace("-", "")):
            assert secret not in answer.text
    assert not set(passes(first)) & set(passes(second))
    hidden = r'value="[A-Za-z0-9_-]{64}"'
    assert sub(hidden, "", first.text) == sub(hidden, "", second.text)


async def test_an_altered_pass_does_nothing(town: Town) -> None:
    held = await raised(town)
    async with browsing(town) as page:
        pass_ = await page.opens(held)
        before = await town.dump()
        for at, character in enumerate(pass_):
            altered = pass_[:at] + ("B" if character == "A" else "A") + pass_[at + 1 :]
            answer = await page.does("mine.answer.send", altered, "Not mine.")
            assert answer.status_code == 403
            assert RAN_OUT in answer.text
    assert await town.dump() == before


async def test_an_expired_pass_does_nothing_and_loses_no_words(town: Town) -> None:
    held = await raised(town)
    async with browsing(town) as page:
        pass_ = await page.opens(held)
        town.clock.set(MONDAY + timedelta(minutes=30))
        before = await town.dump()
        answer = await page.does("mine.answer.send", pass_, "My long answer.")
        assert answer.status_code == 403
        assert RAN_OUT in answer.text
        assert "My long answer." in answer.text
        assert await town.dump() == before
        assert (await page.types(held.code)).status_code == 200


async def test_a_pass_leads_to_its_own_thread_and_to_no_other(town: Town) -> None:
    mine, other = await raised(town, "My own words."), await raised(town, "Somebody else’s.")
    async with browsing(town) as page:
        pass_, others = await page.opens(mine), await page.opens(other)
        shown = await page.does("mine.open", pass_)
        await page.does("mine.answer.send", pass_, "For mine only.")
        for cut in (16, 32, 48):
            mixed = await page.does("mine.open", pass_[:cut] + others[cut:])
            assert mixed.status_code == 403
        named = await page.does("mine.open", other.thread)
    assert "My own words." in shown.text
    assert "Somebody else’s." not in shown.text
    (await town.does("grace", "challenge.open", mine.thread)).sees("For mine only.")
    (await town.does("grace", "challenge.open", other.thread)).sees_not("For mine only.")
    # Whoever has no account gets nowhere by a thread's own id.
    assert named.status_code == 403
    assert "Somebody else’s." not in named.text


async def test_a_pass_is_no_way_to_what_a_lead_may_do(town: Town) -> None:
    held = await raised(town)
    async with browsing(town) as page:
        pass_ = await page.opens(held)
    before = await town.dump()
    for verb in ("challenge.open", "thread.close", "thread.reply.send", "thread.pass.send"):
        for who in ("leila", "grace"):
            reply = (await town.does(who, verb, pass_, {"text": "x", "outcome": "acted"})).reply
            assert isinstance(reply, Refuse)
    assert await town.dump() == before


async def test_the_pass_of_a_closed_thread_is_refused_like_an_expired_one(town: Town) -> None:
    held, expired = await raised(town), await raised(town)
    async with browsing(town) as page:
        old = await page.opens(expired)
        town.clock.set(MONDAY + timedelta(minutes=30))
        pass_ = await page.opens(held)
        await close(town, held)
        before = await town.dump()
        with counting(town) as closed_work:
            closed = await page.does("mine.answer.send", pass_, "One more thing.")
        with counting(town) as expired_work:
            ran_out = await page.does("mine.answer.send", old, "One more thing.")
    assert (closed.status_code, closed.content) == (ran_out.status_code, ran_out.content)
    assert RAN_OUT in closed.text
    closed_work.pop("unsealed"), expired_work.pop("unsealed")  # the pass itself, by both
    assert closed_work == expired_work
    assert await town.dump() == before


# Rows that somebody altered


async def test_an_altered_row_of_the_keyring_opens_nothing(town: Town) -> None:
    held, other = await raised(town), await raised(town)
    row, version = await sealed(town, held), await version_of(town, held)
    changes: dict[str, dict[str, int | bytes]] = {
        "swapped": {"sealed": await sealed(town, other)},
        "cut": {"sealed": row[:-1]},
        "empty": {"sealed": b""},
        "flipped": {"sealed": row[:40] + bytes([row[40] ^ 1]) + row[41:]},
        "version": {"key_version": 99},
    }
    async with browsing(town) as page:
        pass_ = await page.opens(held)
        wrong = await page.types(guess())
        for how, change in changes.items():
            await alter(town, held, **change)
            by_code, by_pass = await page.types(held.code), await page.does("mine.open", pass_)
            assert (by_code.status_code, by_code.content) == (422, wrong.content), how
            assert RAN_OUT in by_pass.text, how
            assert (await page.types(other.code)).status_code == 200
            await alter(town, held, sealed=row, key_version=version)
            assert (await page.types(held.code)).status_code == 200


# What is left behind


async def test_no_store_and_no_log_holds_a_code_a_pass_or_whoever_came(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    held = await raised(town)
    async with browsing(town, "9.9.9.9") as page:
        pass_ = await page.opens(held)
        await page.does("mine.answer.send", pass_, "I also saw it.")
        await page.types(guess())
    secrets = (held.code, held.code.replace("-", ""), pass_, "9.9.9.9", "leila", "I also saw")
    stored = repr(await town.dump())
    # The example's members are in the member table, whoever raises what; nowhere else.
    elsewhere = repr({t: r for t, r in (await town.dump()).items() if t != "member"})
    logged = "\n".join(r.getMessage() for r in caplog.records if not r.name.startswith("httpx"))
    assert held.ref in stored
    assert [s for s in secrets if s in elsewhere] == []
    assert [s for s in secrets if s in logged] == []


async def test_a_thread_with_a_receipt_looks_like_one_with_an_address(town: Town) -> None:
    held = await raised(town)
    await challenges(town, "leila", owner="Grace Okafor", what="The meeting ended too early.")
    rows = await town.dump()
    shapes = [[(type(v), len(v) if isinstance(v, bytes | str) else 0) for v in row]
              for row in rows["ring"]]  # fmt: skip
    assert len(shapes) == 2
    assert shapes[0] == shapes[1]
    threads = [[v for v in row if v not in _names(held, rows["thread"])] for row in rows["thread"]]
    assert threads[0] == threads[1]


def _names(held: Held, rows: list[tuple[object, ...]]) -> set[object]:
    """The two values that differ between any two threads: their id, and the reference."""
    width = {len(held.thread), len(held.ref)}
    assert width == {22}
    return {v for row in rows for v in row if isinstance(v, str) and len(v) == 22}

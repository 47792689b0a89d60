"""How often codes may be tried and pages pressed, and that nobody's address is kept for it."""

from datetime import timedelta

import pytest

from tests.core.test_limits import holds
from tests.edge.web.fakes import MONDAY
from tests.edge.web.receipt_alone import ADD, Alone, code


async def flood(alone: Alone, address: str, times: int = 25) -> list[int]:
    """The statuses of that many codes, one after the other."""
    async with alone.at(address) as browser:
        return [(await browser.post("/receipt", data=code())).status_code for _ in range(times)]


async def test_too_many_codes_are_told_to_wait_and_after_the_window_a_right_one_works() -> None:
    alone = Alone()
    assert await flood(alone, "9.9.9.9") == [200] * 20 + [429] * 5
    async with alone.at() as browser:
        waiting = await browser.post("/receipt", data=code())
        assert await flood(alone, "8.8.4.4", 1) == [200]
        alone.clock.forward_to(MONDAY + timedelta(minutes=10))
        works = await browser.post("/receipt", data=code())
    assert waiting.status_code == 429
    assert waiting.headers["retry-after"] == "600"
    assert "Nothing is lost: please try again in about ten minutes." in waiting.text
    assert "We heard you" in works.text


async def test_all_codes_together_have_a_limit_as_behind_a_proxy() -> None:
    alone = Alone()
    assert await flood(alone, "127.0.0.1", 610) == [200] * 600 + [429] * 10
    assert await flood(alone, "9.9.9.9", 1) == [429]


async def test_one_network_of_the_newer_addresses_is_one_client() -> None:
    alone = Alone()
    found = [await flood(alone, f"2a00:23c4:1:2::{n:x}", 1) for n in range(1, 22)]
    assert found == [[200]] * 20 + [[429]]
    assert await flood(alone, "2a00:23c4:1:3::1", 1) == [200]


async def test_who_reads_and_answers_has_more_room_and_loses_no_words() -> None:
    alone = Alone()
    async with alone.at() as browser:
        found = [(await browser.post("/receipt", data=ADD)).status_code for _ in range(201)]
        waiting = await browser.post("/receipt", data=ADD)
    assert found == [200] * 200 + [429]
    assert "I also saw" in waiting.text


@pytest.mark.parametrize("address", ["9.9.9.9", "2a00:23c4:1:2::1", "unix-socket", ""])
async def test_no_address_is_held_when_the_answer_is_out(address: str) -> None:
    alone = Alone()
    await flood(alone, address, 2)
    assert alone.dispatch.came
    network = address.rpartition("::")[0] or address
    assert not network or not holds(alone.app, network)

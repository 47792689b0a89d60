"""How often codes may be wrong before one is asked to rest, and that no address is kept for it."""

from datetime import timedelta

import pytest

from bot.base.rate_limits import WRONG_LEAST, WRONG_SPREAD
from bot.core.admission import Incoming
from bot.core.dispatch import Reply
from handlers.receipt.command import NOTHING
from tests.core.test_limits import holds
from tests.edge.web.fakes import MONDAY, FakeDispatch
from tests.edge.web.receipt_alone import ADD, CODE, Alone, code, dispatch

WRONG = "0" * 20
MOST = WRONG_LEAST + WRONG_SPREAD


class OneOpens(FakeDispatch):
    """One code opens; every other is refused as the product refuses it."""

    async def handle(self, incoming: Incoming) -> Reply:
        """Looks at the code, where one is typed."""
        reply = await super().handle(incoming)
        return NOTHING if incoming.event.one("code") not in ("", CODE) else reply


def one_opens() -> Alone:
    return Alone(OneOpens(dispatch().replies))


async def types(alone: Alone, address: str, typed: str = WRONG, times: int = 1) -> list[int]:
    """The statuses of that many codes, one after the other."""
    async with alone.at(address) as browser:
        posts = [await browser.post("/receipt", data=code(typed)) for _ in range(times)]
    return [post.status_code for post in posts]


async def test_too_many_wrong_codes_are_asked_to_rest_and_the_right_one_opens_at_once() -> None:
    alone = one_opens()
    found = await types(alone, "9.9.9.9", times=60)
    assert found[:WRONG_LEAST] == [422] * WRONG_LEAST
    assert found[MOST:] == [429] * (60 - MOST)
    async with alone.at() as browser:
        resting = await browser.post("/receipt", data=code(WRONG))
        works = await browser.post("/receipt", data=code())
        again = await browser.post("/receipt", data=code(WRONG))
    assert resting.headers["retry-after"] == "600"
    assert "The right code opens at any time." in resting.text
    assert 'name="code" value=""' in resting.text
    assert "We heard you" in works.text
    assert again.status_code == 429
    alone.clock.forward_to(MONDAY + timedelta(minutes=10))
    assert await types(alone, "9.9.9.9") == [422]


async def test_right_codes_and_what_is_done_under_them_are_never_too_many() -> None:
    alone = one_opens()
    assert await types(alone, "9.9.9.9", CODE, 100) == [200] * 100
    async with alone.at("9.9.9.9") as browser:
        found = [(await browser.post("/receipt", data=ADD)).status_code for _ in range(300)]
    assert set(found) == {200}
    assert await types(alone, "9.9.9.9") == [422]


async def test_one_network_asks_no_other_to_rest() -> None:
    alone = one_opens()
    assert (await types(alone, "9.9.9.9", times=60))[-1] == 429
    for address in ("9.9.9.10", "8.8.4.4", "2a00:23c4:1:2::1", "10.0.0.7", "unix-socket"):
        assert await types(alone, address) == [422]


async def test_one_network_of_the_newer_addresses_is_one() -> None:
    alone = one_opens()
    found = [await types(alone, f"2a00:23c4:1:2::{n:x}") for n in range(1, MOST + 2)]
    assert found[-1] == [429]
    assert await types(alone, "2a00:23c4:1:3::1") == [422]


@pytest.mark.parametrize("address", ["9.9.9.9", "2a00:23c4:1:2::1", "unix-socket", ""])
async def test_no_address_is_held_when_the_answer_is_out(address: str) -> None:
    alone = one_opens()
    await types(alone, address, CODE, 2)
    await types(alone, address, times=50)
    assert alone.dispatch.came
    network = address.rpartition("::")[0] or address
    assert not network or not holds(alone.app, network)

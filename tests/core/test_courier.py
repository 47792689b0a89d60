"""Messages reach people once, however often the platform says no."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.base.metrics import REGISTRY
from bot.core.delivery.answers import Misconfigured, TryAgain, Unreachable
from bot.core.delivery.courier import AT_ONCE
from prompts.shapes import Card
from storage.directory.members import Seen
from storage.partnership import PersonId
from tests.conftest import Stores
from tests.core.anytown import CONCERN, Town, anytown
from tests.core.clocks import leases_run
from tests.core.meeting import never_met
from tests.peers.transcript import Transcript

SECOND = timedelta(seconds=1)


async def _raised(town: Town) -> None:
    """A concern that is on its way to two leads, and hasn't reached them."""
    await (await town.does("leila", "concern")).fills(CONCERN)


async def _drain(town: Town, wait: timedelta = timedelta()) -> int:
    town.clock.set(town.clock.now() + wait)
    return await town.core.courier.drain()


async def test_a_busy_platform_is_asked_again_after_as_long_as_it_said(town: Town) -> None:
    await _raised(town)
    town.client.trouble = [TryAgain(30), TryAgain(30)]
    assert await _drain(town) == 2
    assert await _drain(town, 29 * SECOND) == 0
    assert await _drain(town, SECOND) == 2
    assert [len(town.cards(who)) for who in ("grace", "daniel")] == [1, 1]
    assert await town.core.outbox.waiting() == 0


async def test_a_platform_that_is_away_is_asked_again_later_and_later(town: Town) -> None:
    await _raised(town)
    town.client.gone.add("daniel-reid")
    town.client.trouble = [TryAgain() for _ in range(8)]
    waits = []
    while town.client.trouble:
        before = town.clock.now()
        while not await _drain(town):
            town.clock.set(town.clock.now() + SECOND)
        waits.append((town.clock.now() - before).total_seconds())
    assert waits == sorted(waits)
    assert waits[-1] > waits[0]


async def test_an_accident_is_tried_again_too(town: Town) -> None:
    await _raised(town)
    town.client.trouble = [KeyError("anything"), ConnectionError()]
    await _drain(town)
    await _drain(town, 10 * SECOND)
    assert len(town.cards("grace")) == len(town.cards("daniel")) == 1


async def test_what_cannot_be_delivered_stays_where_operators_see_it(town: Town) -> None:
    await _raised(town)
    town.client.gone.add("grace-okafor")
    await town.core.ticks.drain()
    assert await town.core.outbox.dead() == 1
    assert await town.core.outbox.waiting() == 0
    assert await town.column("outbox", "dead") == ["unreachable"]
    assert len(town.cards("daniel")) >= 1
    tries = town.client.tries
    await town.passes(timedelta(minutes=30))
    assert town.client.tries == tries


async def test_it_is_tried_for_as_long_as_the_thread_is_open(town: Town) -> None:
    await _raised(town)
    town.client.trouble = [TryAgain(0) for _ in range(100)]
    for _ in range(60):
        await _drain(town, timedelta(minutes=5))
    assert town.client.trouble == []
    assert [len(town.cards(who)) for who in ("grace", "daniel")] == [1, 1]
    assert await town.core.outbox.waiting() == 0


async def test_somebody_we_have_not_met_gets_their_card_once_we_have(town: Town) -> None:
    grace = await never_met(town, "grace")
    await _raised(town)
    await _drain(town)
    assert town.cards("grace") == []
    await town.core.members.remember([grace])
    await _drain(town, 60 * SECOND)
    assert len(town.cards("grace")) == 1


async def test_a_card_is_sent_before_it_is_changed(town: Town) -> None:
    await _raised(town)
    town.client.trouble = [TryAgain(600), TryAgain(600)]  # the platform is away for ten minutes
    await _drain(town)
    [subject] = await town.column("thread", "id")
    await town.does("grace", "thread.pick", str(subject))
    for _ in range(60):
        await _drain(town, 10 * SECOND)
    await town.core.ticks.drain()
    assert "Grace Okafor has picked this up" in town.cards("daniel")[-1].text
    assert "You have picked this up" in town.cards("grace")[-1].text
    assert await town.core.outbox.dead() == await town.core.outbox.waiting() == 0


async def test_what_a_killed_server_had_claimed_goes_out_at_once_when_it_serves_again(
    town: Town,
) -> None:
    await _raised(town)
    assert len(await town.core.outbox.claim(town.clock)) == 2  # and then it was killed
    assert await _drain(town) == 0
    await town.core.outbox.free_all()
    assert await _drain(town) == 2
    assert len(town.cards("grace")) == 1


async def test_what_a_courier_dropped_is_picked_up_when_its_lease_runs_out(town: Town) -> None:
    await _raised(town)
    claimed = await town.core.outbox.claim(town.clock)
    assert len(claimed) == 2  # and this courier dies here
    await leases_run(town, 80)
    assert await _drain(town) == 0
    await leases_run(town, 11)
    assert await _drain(town) == 2
    assert len(town.cards("grace")) == 1


@dataclass
class _Dying:
    """Passes messages on, until the courier that brings them dies between two of them."""

    client: Transcript
    lives: int
    courier: "asyncio.Task[int] | None" = None

    async def send(self, address: str, card: Card, language: str) -> str:
        """One message fewer to live."""
        self.lives -= 1
        if self.lives < 0 and self.courier is not None:
            self.courier.cancel()
            await asyncio.Future()  # until the cancelling reaches it
        return await self.client.send(address, card, language)

    async def update(self, address: str, ref: str, card: Card, language: str) -> None:
        """Passed on."""
        await self.client.update(address, ref, card, language)

    async def introduce(self, person: PersonId) -> Seen | None:
        """Passed on."""
        return await self.client.introduce(person)


@pytest.mark.parametrize("lives", [1, 17, 30, 39])
async def test_a_courier_that_dies_repeats_no_more_than_what_was_on_its_way(
    town: Town, lives: int
) -> None:
    for _ in range(20):
        await _raised(town)
    dying = _Dying(town.client, lives)
    town.core.clients["web"] = dying
    dying.courier = asyncio.ensure_future(_drain(town))
    await asyncio.gather(dying.courier, return_exceptions=True)
    assert dying.courier.cancelled()
    assert len(town.client.messages) == lives
    town.core.clients["web"] = town.client
    # PostgreSQL may still be letting go of the rows the dead one held: the next tick has them.
    for _ in range(20):
        await leases_run(town, 91)
        await _drain(town)
    assert await town.core.outbox.waiting() == 0
    assert 40 <= len(town.client.messages) <= 40 + AT_ONCE


@pytest.mark.postgres
async def test_two_couriers_at_once_never_both_send(
    postgres_stores: Stores, tmp_path: Path
) -> None:
    async with (
        anytown(postgres_stores, tmp_path) as town,
        anytown(postgres_stores, tmp_path, town.clock) as replica,
    ):
        replica.core.clients["web"] = town.client
        for _ in range(10):
            await _raised(town)
        couriers = [core.courier for core in (town.core, replica.core)] * 3
        claimed = await asyncio.gather(*(courier.drain() for courier in couriers))
        assert sum(claimed) == 20
        assert len(town.client.messages) == 20
        assert town.client.tries == 20


async def test_for_a_platform_that_is_not_set_up_it_waits_until_that_is(town: Town) -> None:
    await _raised(town)
    web = town.core.clients.pop("web")
    await town.core.ticks.drain()
    assert await town.core.outbox.dead() == 0
    assert town.core.faults.now() == {"web": "not_set_up"}
    town.core.clients["web"] = web
    await _drain(town, 60 * SECOND)
    assert [len(town.cards(who)) for who in ("grace", "daniel")] == [1, 1]
    assert town.core.faults.now() == {}


def test_errors_carry_nobody() -> None:
    assert "address" in str(Unreachable())
    assert str(TryAgain(3)) == "The platform asked to be tried again."


async def test_nothing_stays_that_tells_that_a_hidden_person_left(town: Town) -> None:
    await town.raises("leila", how="anonymous", release="now")
    town.client.gone.add("leila-haddad")
    await town.presses_card("grace", "I’ll pick this up")
    assert await town.column("outbox", "id") == []


async def _about_to_hear(town: Town) -> None:
    """Leila raised something without her name, and only the answer to her is on its way."""
    await town.raises("leila", how="anonymous", danger="yes")
    page = await town.presses_card("grace", "I’ll pick this up")
    await (await page.presses("Reply")).fills(text="A colleague is on the way.")
    assert await town.column("outbox", "person") == []
    assert len(await town.waiting()) == 1


async def test_what_reaches_a_hidden_person_tells_nothing_of_their_platform(town: Town) -> None:
    await _about_to_hear(town)
    before = len(town.cards("leila"))
    town.core.faults.note("web", "token_revoked")
    await town.passes(timedelta(minutes=20))
    assert len(town.cards("leila")) == before + 1
    assert town.core.faults.now() == {"web": "token_revoked"}


@pytest.mark.parametrize("trouble", [TryAgain(), Misconfigured("token_revoked"), KeyError()])
async def test_tries_to_reach_a_hidden_person_are_not_counted(
    town: Town, trouble: Exception
) -> None:
    await _about_to_hear(town)
    counted = REGISTRY.get_sample_value("upstander_retried_total")
    before = len(town.cards("leila"))
    town.client.trouble = [trouble]
    await town.passes(timedelta(minutes=20))
    assert not town.client.trouble
    assert len(town.cards("leila")) == before + 1
    assert REGISTRY.get_sample_value("upstander_retried_total") == counted

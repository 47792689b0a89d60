"""A message arrives, or somebody who can act knows: fault by fault, as platforms really fail."""

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.delivery.answers import Misconfigured, TryAgain
from bot.core.delivery.attempts import MOST_COPIES
from bot.health import stuck_seconds
from prompts.shapes import Card
from storage.directory.members import Seen
from storage.partnership import PersonId
from tests.conftest import Stores
from tests.core.anytown import CONCERN, Town, anytown
from tests.core.meeting import never_met
from tests.handlers.pause.acts import pauses
from tests.peers.transcript import Transcript

SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
GRACE = PersonId("web:grace-okafor")


async def _raised(town: Town, **answers: str) -> None:
    """A concern by name, on its way to Grace and Daniel."""
    await (await town.does("leila", "concern")).fills({**CONCERN, **answers})


async def _drain(town: Town, wait: timedelta = timedelta()) -> None:
    town.clock.set(town.clock.now() + wait)
    while await town.core.courier.drain():
        pass


async def _state_of_hers(town: Town) -> str:
    """What Leila reads of her concern."""
    [subject] = await town.column("thread", "id")
    return (await town.does("leila", "mine.open", str(subject))).text


async def test_a_revoked_token_loses_nothing_and_is_said_until_it_is_mended(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "upstander")
    await _raised(town, danger="yes")
    town.client.trouble = [Misconfigured("token_revoked") for _ in range(100)]
    for _ in range(20):
        await _drain(town, MINUTE)
    assert town.core.faults.now() == {"web": "token_revoked"}
    assert await stuck_seconds(town.core) > 600
    said = [str(record.__dict__.get("upstander_said", "")) for record in caplog.records]
    assert sum("token_revoked" in line for line in said) == 1
    read = await _state_of_hers(town)
    assert "still trying to reach" in read
    assert "999" in read
    town.client.trouble.clear()
    await _drain(town, MINUTE)
    assert [len(town.cards(who)) for who in ("grace", "daniel")] == [1, 1]
    assert town.core.faults.now() == {}
    assert await stuck_seconds(town.core) == 0
    assert "This is with" in await _state_of_hers(town)


@pytest.mark.parametrize(("danger", "most"), [("no", 5 * MINUTE), ("yes", MINUTE)])
async def test_after_an_hour_away_it_arrives_within_minutes(
    town: Town, danger: str, most: timedelta
) -> None:
    await _raised(town, danger=danger)
    away_until = town.clock.now() + HOUR
    while town.clock.now() < away_until:
        town.client.trouble = [TryAgain(0) for _ in range(50)]
        await _drain(town, 7 * SECOND)
    town.client.trouble.clear()
    await _drain(town, most)
    assert [bool(town.cards(who)) for who in ("grace", "daniel")] == [True, True]
    assert await town.core.outbox.dead() == 0


async def test_what_may_have_arrived_is_not_sent_again_and_again(town: Town) -> None:
    await _raised(town)
    town.client.lost = {"grace-okafor"}
    for _ in range(30):
        await _drain(town, 10 * MINUTE)
    assert len(town.cards("grace")) == MOST_COPIES
    assert await town.column("outbox", "dead") == ["it may have arrived"]


async def test_somebody_not_introduced_is_no_attempt_and_others_are_asked_meanwhile(
    town: Town,
) -> None:
    grace = await never_met(town, "grace")
    await _raised(town, danger="yes")
    for _ in range(13):
        await _drain(town, MINUTE)
    assert await town.column("outbox", "attempts") == [0] * len(
        await town.column("outbox", "attempts")
    )
    assert town.cards("grace") == []
    await town.core.members.remember([grace])  # she installs the app
    await _drain(town)
    assert "A concern" in town.cards("grace")[0].text


async def test_somebody_named_is_introduced_on_demand(town: Town) -> None:
    grace = await never_met(town, "grace")
    town.client.newcomers[GRACE] = grace
    await _raised(town)
    await _drain(town)
    assert len(town.cards("grace")) == 1


async def test_a_raiser_out_of_reach_is_told_by_whoever_has_it(town: Town) -> None:
    await _raised(town)
    await _drain(town)
    town.client.gone.add("leila-haddad")
    await town.presses_card("grace", "I’ll pick this up")
    await _drain(town)
    assert any("could not send a message to Leila Haddad" in c.text for c in town.cards("grace"))


async def test_where_no_lead_can_be_reached_others_are_asked_and_the_raiser_reads_so(
    town: Town,
) -> None:
    town.client.gone |= {"grace-okafor", "daniel-reid"}
    await _raised(town, danger="yes")
    await town.core.ticks.drain()
    asked = {str(person) for person in await town.column("card_sent", "person")}
    assert asked
    assert not asked & {"web:grace-okafor", "web:daniel-reid"}
    assert await town.core.outbox.waiting() == 0
    assert "Nobody has picked it up yet" in await _state_of_hers(town)


async def test_where_nobody_at_all_can_be_reached_that_is_said_with_the_numbers(
    town: Town,
) -> None:
    town.client.gone |= {m.id.partition(":")[2] for m in town.core.partnership.members}
    town.client.gone.remove("leila-haddad")
    await _raised(town, danger="yes")
    await town.core.ticks.drain()
    read = await _state_of_hers(town)
    assert "still trying to reach" in read
    assert "999" in read


async def test_that_everybody_is_gone_at_once_is_not_believed(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "upstander")
    # Leila, too: what reaches her in between would say that the others are truly gone.
    town.client.gone |= {m.id.partition(":")[2] for m in town.core.partnership.members}
    for agency in ("childrens-social-care", "police", "health-trust"):
        await _raised(town, danger="yes", agency=agency)
    await town.core.ticks.drain()
    said = [str(record.__dict__.get("upstander_said", "")) for record in caplog.records]
    assert any("web answers unreachable" in line for line in said)
    assert await town.core.outbox.waiting()
    town.client.gone.clear()  # it was a token of another workspace
    for _ in range(3):
        await _drain(town, MINUTE)
    assert await town.core.outbox.dead() == await town.core.outbox.waiting() == 0
    assert town.cards("grace")
    assert town.core.faults.now() == {}


async def test_a_refusal_that_repeats_what_we_sent_is_told_nowhere(town: Town) -> None:
    await _raised(town)
    town.client.trouble = [Misconfigured("no D0LEILA in T0ANYTOWN") for _ in range(2)]
    await _drain(town)
    assert await town.column("outbox", "why") == ["something unknown"] * 2
    assert town.core.faults.now() == {"web": "something unknown"}


@pytest.mark.parametrize("seconds", [1e12, float("inf")])
async def test_a_wait_without_end_is_taken_for_a_long_one(town: Town, seconds: float) -> None:
    await _raised(town, danger="yes")
    town.client.trouble = [TryAgain(seconds), TryAgain(seconds)]
    await _drain(town)
    await _drain(town, MINUTE)
    assert [len(town.cards(who)) for who in ("grace", "daniel")] == [1, 1]


async def test_what_asks_the_platform_nothing_does_not_say_that_it_is_well_again(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "upstander")
    town.client.gone.add("grace-okafor")
    await _raised(town)
    await _drain(town)
    town.client.trouble = [Misconfigured("token_revoked") for _ in range(100)]
    town.core.faults.note("web", "token_revoked")
    [subject] = await town.column("thread", "id")
    await town.does("daniel", "thread.pick", str(subject))  # Grace has no card to be changed
    await _drain(town)
    assert town.core.faults.now() == {"web": "token_revoked"}
    said = [str(record.__dict__.get("upstander_said", "")) for record in caplog.records]
    assert not any("go out again" in line for line in said)


async def test_who_asks_for_an_hour_is_asked_sooner_and_nobody_rests_behind_it(town: Town) -> None:
    await _raised(town)
    town.client.trouble = [TryAgain(3600), TryAgain(3600)]
    await _drain(town)
    await _raised(town, danger="yes")
    await _drain(town, MINUTE)
    assert [len(town.cards(who)) for who in ("grace", "daniel")] == [1, 1]
    await _drain(town, 5 * MINUTE)
    assert [len(town.cards(who)) for who in ("grace", "daniel")] == [2, 2]


async def test_a_channel_that_takes_no_messages_is_told_to_whoever_chairs(town: Town) -> None:
    town.client.gone.add("meeting")
    await pauses(town)
    assert "did not reach its channel" in town.cards("leila")[-1].text


@dataclass
class Hanging:
    """Takes everybody's messages but one person's, whose conversation never answers."""

    client: Transcript
    hangs: str
    answers: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, address: str, card: Card, language: str) -> str:
        """Passed on, or not."""
        if self.hangs in address:
            await self.answers.wait()
        return await self.client.send(address, card, language)

    async def update(self, address: str, ref: str, card: Card, language: str) -> None:
        """Passed on."""
        await self.client.update(address, ref, card, language)

    async def introduce(self, person: PersonId) -> Seen | None:
        """Passed on."""
        return await self.client.introduce(person)


async def test_a_conversation_that_hangs_holds_nobody_else_up(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    async with anytown(sqlite_stores, tmp_path) as town:
        hanging = Hanging(town.client, "grace-okafor")
        town.core.clients["web"] = hanging
        await town.core.courier.start()
        for many in range(1, 4):  # each raised while Grace's first card hangs
            await _raised(town)
            town.core.courier.wake()
            while len(town.cards("daniel")) < many:
                await asyncio.sleep(0.01)
        assert town.cards("grace") == []
        hanging.answers.set()
        town.clock.set(town.clock.now() + 3 * SECOND)
        town.core.courier.wake()
        while len(town.cards("grace")) < 3:
            await asyncio.sleep(0.01)
        await town.core.courier.stop()

"""A burst goes out as fast as the platform bears, loses nothing, and holds nobody else up."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from bot.core.delivery.answers import TryAgain
from bot.core.delivery.posting import post
from handlers.contract.outcomes import Send, ToPerson
from handlers.shared.cards import news
from prompts.shapes import Card
from storage.directory.members import Seen
from storage.engine.database import transaction
from storage.partnership import AgencyId, PersonId
from storage.repository import Repository
from tests.conftest import Stores
from tests.core.anytown import FixedClock, Town, anytown, example

SECOND = timedelta(seconds=1)
CHANNELS, EACH = 200, 10


@dataclass
class PacedSlack:
    """Takes one message a second in a conversation, and answers 429 to any more."""

    clock: FixedClock
    last: dict[str, datetime] = field(default_factory=dict)
    taken: Counter[str] = field(default_factory=Counter)
    refused: int = 0

    async def send(self, address: str, card: Card, language: str) -> str:
        """Slack's chat.postMessage, as far as its pace goes."""
        now = self.clock.now()
        if address in self.last and now - self.last[address] < SECOND:
            self.refused += 1
            raise TryAgain(1)
        self.last[address] = now
        self.taken[address] += 1
        return "{}"

    async def update(self, address: str, ref: str, card: Card, language: str) -> None:
        """Nothing is changed here."""

    async def introduce(self, person: PersonId) -> Seen | None:
        """Everybody is known here."""
        return None


def _people(count: int) -> list[Seen]:
    return [
        Seen(PersonId(f"slack:T1:U{n}"), AgencyId("police"), f"Person {n}", "en", f'{{"n": {n}}}')
        for n in range(count)
    ]


async def _nudge(town: Town, people: list[Seen], each: int) -> None:
    core = town.core
    async with transaction(core.engine) as session:
        repo = Repository(session, core.partnership, core.keys, town.clock.now())
        await post(repo, [Send(ToPerson(p.person), news()) for p in people for _ in range(each)])
        await repo.finish()


async def test_two_thousand_nudges_over_two_hundred_conversations(
    sqlite_stores: Stores, tmp_path: Path
) -> None:
    clock = FixedClock()
    slack = PacedSlack(clock)
    other = example().model_copy(update={"id": "othertown"})
    async with (
        anytown(sqlite_stores, tmp_path, clock) as town,
        anytown(sqlite_stores, tmp_path, clock, other) as neighbour,
    ):
        for each in (town, neighbour):
            each.core.clients["slack"] = slack
            await each.core.members.remember(_people(CHANNELS if each is town else 1))
        await _nudge(town, _people(CHANNELS), EACH)
        await town.core.ticks.deliver()

        clock.set(clock.now() + 2 * SECOND)  # nobody writes to them within this second
        await _nudge(neighbour, _people(1), 1)
        before = slack.taken.total()
        await neighbour.core.ticks.deliver()
        assert slack.taken.total() == before + 1, "another partnership's waits for nobody"

        ticks = 0
        while await town.core.outbox.waiting():
            clock.set(clock.now() + SECOND)
            await town.core.ticks.deliver()
            ticks += 1
        assert slack.taken.total() == CHANNELS * EACH + 1
        assert await town.core.outbox.dead() == 0
        assert slack.refused < 0.01 * slack.taken.total()
        assert ticks < 2 * CHANNELS * EACH / 5

"""A town whose messages are dated, so that a test can say who is asked what, and when."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from prompts.shapes import Card
from storage.partnership import Agency, AgencyId, Hours, Partnership, WorkingTime
from tests.conftest import Stores
from tests.core.anytown import FixedClock, Town, anytown, example
from tests.peers.transcript import Transcript, read

LONDON = ZoneInfo("Europe/London")
CARE = "childrens-social-care"
NOTES: Mapping[str, str] = {
    "says that it is settled": "closed",
    "There is no answer yet": "nudge",
    "The answer is due now": "due",
    "is challenged, and you are asked": "asked",
    "with fresh eyes": "read it",
    "Will you carry a challenge": "adopt it",
    "has come to your stage": "stage",
    "needs someone to talk": "talk it over",
}
"""What a card says, in a word; the first that fits."""


@dataclass
class Dated(Transcript):
    """Keeps the moment at which each message was sent."""

    clock: FixedClock = field(default_factory=FixedClock)
    sent: list[tuple[datetime, str, str]] = field(default_factory=list)
    """When, to whom, and what, in a word."""

    async def send(self, address: str, card: Card, language: str) -> str:
        """Takes a message, with its date."""
        ref = await super().send(address, card, language)
        text = read(card)
        what = next((note for words, note in NOTES.items() if words in text), "news")
        self.sent.append((self.clock.now(), self.messages[ref].slug.partition("-")[0], what))
        return ref


def london(moment: str, fold: int = 0) -> datetime:
    """What London's clocks show then, as an instant: 2026-03-29 09:00."""
    shown = datetime.fromisoformat(moment)
    return shown.replace(tzinfo=LONDON, fold=fold).astimezone(UTC)


def diary(town: Town, who: str, since: int = 0) -> list[str]:
    """What somebody was sent, each with the time on London's clocks."""
    assert isinstance(town.client, Dated)
    return [
        f"{at.astimezone(LONDON):%Y-%m-%d %H:%M} {what}"
        for at, slug, what in town.client.sent[since:]
        if slug == who
    ]


def sent_so_far(town: Town) -> int:
    """How many messages there were until now."""
    assert isinstance(town.client, Dated)
    return len(town.client.sent)


def outside_hours(town: Town, agency: str, *but: str) -> list[str]:
    """Messages that came while this agency was closed, except to these people."""
    assert isinstance(town.client, Dated)
    hours = WorkingTime(town.core.partnership.agency(AgencyId(agency)))
    return [
        f"{at.astimezone(LONDON):%a %Y-%m-%d %H:%M} {slug}: {what}"
        for at, slug, what in town.client.sent
        if slug not in but and not hours.is_open(at)
    ]


def changed(partnership: Partnership, agency: str, **more: object) -> Partnership:
    """The partnership with one agency altered; office hours, unless others are given."""

    def of(old: Agency) -> Agency:
        new = {"hours": Hours(), **more}
        return old.model_copy(update=new) if old.id == agency else old

    return partnership.model_copy(update={"agencies": tuple(map(of, partnership.agencies))})


def office(**more: object) -> Partnership:
    """Anytown, with Children's Social Care open from nine to five; its times may be altered."""
    partnership = changed(example(), CARE)
    return partnership.model_copy(
        update={"times": partnership.times.model_copy(update=more)} if more else {}
    )


@asynccontextmanager
async def dated(
    stores: Stores, folder: Path, start: str | datetime, partnership: Partnership | None = None
) -> AsyncIterator[Town]:
    """A town at a moment, with dated messages."""
    clock = FixedClock(london(start) if isinstance(start, str) else start)
    async with anytown(stores, folder / "data", clock, partnership or office()) as town:
        town.client = town.core.clients["web"] = Dated(clock=clock)
        yield town


async def off_until(town: Town, moment: str) -> None:
    """The server is off until then, and does everything that is due at once."""
    town.clock.set(london(moment))
    await town.core.ticks.drain()

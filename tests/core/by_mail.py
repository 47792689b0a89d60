"""Anytown by e-mail: people on the web have addresses, and a mail server that keeps its rules."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bot.core.delivery.answers import PerhapsArrived, Unreachable
from storage.partnership import Partnership
from tests.conftest import Stores
from tests.core.anytown import FixedClock, Town, anytown, example


def with_addresses() -> Partnership:
    """The example's people, each with a mailbox."""
    known = example()
    members = [
        m.model_copy(update={"email": f"{m.id.partition(':')[2]}@anytown.example"})
        for m in known.members
    ]
    return known.model_copy(update={"members": tuple(members)})


@dataclass
class PostOffice:
    """A mail server: it takes a letter or says why not, and keeps what it took."""

    clock: FixedClock
    letters: list[tuple[str, str, datetime]] = field(default_factory=list)
    """To whom, in which language, and when."""
    trouble: list[Exception] = field(default_factory=list)
    """What goes wrong with the next letters, first to last."""
    unknown: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    """Whose letters arrive, and whose mail server's answers don't."""
    asked: int = 0
    meanwhile: Callable[[], Awaitable[object]] | None = None
    """What happens once a letter was taken, and before its sender hears of it."""

    async def tell(self, address: str, language: str) -> None:
        """Takes the one letter there is."""
        self.asked += 1
        if self.trouble:
            raise self.trouble.pop(0)
        who = address.partition("@")[0].partition("-")[0]
        if who in self.unknown:
            raise Unreachable("smtp550")
        self.letters.append((who, language, self.clock.now()))
        if self.meanwhile:
            await self.meanwhile()
        if who in self.lost:
            raise PerhapsArrived

    def to(self, who: str) -> list[datetime]:
        """When each of somebody's letters came."""
        return [at for name, _, at in self.letters if name == who]


@dataclass
class MailTown(Town):
    """A town with a post office."""

    @property
    def post(self) -> PostOffice:
        """The one that all servers share."""
        found = self.core.mail.post
        assert isinstance(found, PostOffice)
        return found


@asynccontextmanager
async def mail_town(
    stores: Stores, folder: Path, now: datetime, post: PostOffice | None = None
) -> AsyncIterator[MailTown]:
    """A town at this moment; given another's post office, it is a replica of that."""
    clock = post.clock if post else FixedClock(now.astimezone(UTC))
    async with anytown(stores, folder, clock, with_addresses()) as town:
        town.core.mail.post = post or PostOffice(clock)
        yield MailTown(town.core, clock, town.client)

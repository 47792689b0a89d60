"""Anytown on one platform, whose people join, move and leave while they hold things."""

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Literal

from bot.core.admission import Actor
from handlers.contract.people import Place
from storage.directory.members import Seen
from storage.partnership import Agency, AgencyId, Partnership, PersonId
from storage.partnership.model import Meeting
from tests.conftest import Stores
from tests.core.anytown import FixedClock, Town, anytown, example
from tests.peers.transcript import Transcript, address_of

Where = Literal["Slack", "Teams", "web"]
PLATFORMS: tuple[Where, ...] = ("Slack", "Teams", "web")
TENANT = "8f1c2d3e-0000-4000-8000-000000000001"
CSC = AgencyId("childrens-social-care")
Change = Callable[[Agency], Agency]


def person_on(where: Where, id: PersonId) -> PersonId:
    """The id that somebody of the example has on a platform."""
    slug = id.removeprefix("web:")
    if where == "Slack":
        return PersonId(f"slack:T01:{slug.replace('-', '').upper()}")
    return PersonId(f"teams:{TENANT}:{slug}") if where == "Teams" else id


def room_on(where: Where) -> Place:
    """The meeting's channel there."""
    ids = {"Slack": "slack:T01:C01", "Teams": "teams:19:x@thread.v2", "web": "web:meeting"}
    return Place(ids[where], address_of("meeting"))


def moved_to(where: Where) -> Partnership:
    """The example, with everybody on one platform; Kofi and Mei chair its meeting."""
    file = example()

    def there(people: Iterable[PersonId]) -> tuple[PersonId, ...]:
        return tuple(person_on(where, p) for p in people)

    chairs = there([PersonId("web:kofi-mensah"), PersonId("web:mei-chen")])
    agencies = tuple(
        a.model_copy(
            update={"leads": there(a.leads), "roles": {r: there(p) for r, p in a.roles.items()}}
        )
        for a in file.agencies
    )
    members = file.members if where == "web" else ()
    meetings = (Meeting(place=room_on(where).id, chairs=chairs),)
    return file.model_copy(update={"agencies": agencies, "members": members, "meetings": meetings})


@dataclass
class Story:
    """The town as it goes on, also over a restart with a changed file."""

    where: Where
    stores: Stores
    folder: Path
    file: Partnership
    clock: FixedClock = field(default_factory=FixedClock)
    client: Transcript = field(default_factory=Transcript)
    _shown: dict[str, tuple[AgencyId | None, str]] = field(default_factory=dict)
    """Whose, and what they are called, as their platform shows them."""
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)
    _town: Town | None = None

    @property
    def town(self) -> Town:
        """The town as it is served now."""
        assert self._town is not None
        return self._town

    def id(self, who: str) -> PersonId:
        """Somebody's id, by first name."""
        return person_on(self.where, next(m.id for m in example().members if f":{who}-" in m.id))

    def seen(self, who: str) -> Seen:
        """Somebody as the directory first met them."""
        known = next(m for m in example().members if f":{who}-" in m.id)
        id = self.id(who)
        address = address_of(id.partition(":")[2])
        return Seen(id, AgencyId(known.agency), known.name, known.language, address)

    async def restart(self, file: Partnership | None = None) -> None:
        """Stops, and serves again with this file."""
        self.file = file or self.file
        await self.stop()
        opened = anytown(self.stores, self.folder, self.clock, self.file)
        self._town = await self._stack.enter_async_context(opened)
        self.town.client = self.client
        self.town.core.clients[self.where.lower()] = self.client
        for member in example().members:
            who = member.id.removeprefix("web:").partition("-")[0]
            if self.where != "web":
                self._acts_as(who, *self._shown.get(who, (self.seen(who).agency, "")))

    async def meets(self) -> None:
        """Everybody has the app."""
        people = [m.id.removeprefix("web:").partition("-")[0] for m in example().members]
        await self.town.core.members.remember([self.seen(who) for who in people])

    async def stop(self) -> None:
        """Stops serving."""
        await self._stack.aclose()
        self._stack = AsyncExitStack()

    # What happens to people

    async def changes_file(self, who: str, add: str = "", *, leaves: bool = False) -> None:
        """The file is changed: somebody has no role any more; somebody else has each of theirs."""
        gone, new = self.id(who), self.id(add) if add else None
        members = [m for m in self.file.members if m.id != gone or not leaves]
        meetings = [
            m.model_copy(update={"chairs": tuple(c for c in m.chairs if c != gone)})
            for m in self.file.meetings
        ]
        agencies = [_without(gone, a, new if a.id == CSC else None) for a in self.file.agencies]
        await self.restart(
            self.file.model_copy(
                update={"agencies": tuple(agencies), "members": tuple(members),
                        "meetings": tuple(meetings) if leaves else self.file.meetings}
            )
        )  # fmt: skip

    async def leaves(self, who: str) -> None:
        """Their account is deactivated; web people are taken out of the file."""
        if self.where == "web":
            await self.changes_file(who, leaves=True)
        else:
            await self.town.core.members.forget([self.id(who)])
            self._acts_as(who, None)

    async def moves(self, who: str, agency: str = "health-trust") -> None:
        """They belong to another agency now."""
        if self.where == "web":
            members = tuple(
                m.model_copy(update={"agency": agency}) if m.id == self.id(who) else m
                for m in self.file.members
            )
            self.file = self.file.model_copy(update={"members": members})
            await self.restart()
            return
        await self._known_as(who, AgencyId(agency), self.seen(who).name)

    async def becomes_guest(self, who: str) -> None:
        """Their platform shows them as a guest, who is nobody's."""
        await self._known_as(who, None, self.seen(who).name)

    async def renamed(self, who: str, name: str) -> None:
        """They are called otherwise."""
        await self._known_as(who, self.seen(who).agency, name)

    async def _known_as(self, who: str, agency: AgencyId | None, name: str) -> None:
        seen = self.seen(who)
        as_now = Seen(seen.person, agency, name, seen.language, seen.address)
        await self.town.core.members.remember([as_now])
        self._acts_as(who, agency, name)

    def _acts_as(self, who: str, agency: AgencyId | None, name: str = "") -> None:
        seen = self.seen(who)
        self._shown[who] = (agency, name)
        self.town.strangers[who] = Actor(seen.person, name or seen.name, "en", agency, seen.address)

    async def ticks(self) -> None:
        """A minute passes for whoever looks after leavers; what is due is delivered."""
        await self.town.core.ticks.depart()
        await self.town.core.ticks.compare()
        await self.town.passes(timedelta(minutes=1))  # cards to one person go a second apart


def _without(gone: PersonId, agency: Agency, new: PersonId | None) -> Agency:
    more = [new] if new else []
    leads = tuple(p for p in agency.leads if p != gone)
    roles = {r: tuple(p for p in people if p != gone) for r, people in agency.roles.items()}
    if new:
        roles["manager"] = (*roles.get("manager", ()), *more)
    kept = {r: people for r, people in roles.items() if people}
    return agency.model_copy(update={"leads": (*leads, *more), "roles": kept})


@asynccontextmanager
async def story(where: Where, stores: Stores, folder: Path) -> AsyncIterator[Story]:
    """A story in which everybody is where the example has them."""
    told = Story(where, stores, folder, moved_to(where))
    await told.restart()
    await told.meets()
    try:
        yield told
    finally:
        await told.stop()

"""An agency is taken out of the file while things are open with it: nobody meets an error."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli.demo import EXAMPLE
from bot.core.admission import Actor
from bot.ops.checking.check import check_all
from handlers.contract.outcomes import Ask
from handlers.registry import commands
from prompts.shapes import Button
from storage.partnership import Partnership, PersonId
from tests.conftest import Stores
from tests.core.anytown import FixedClock, Page, Town, anytown, example
from tests.core.tools import settings_of
from tests.core.tour_challenges import tour_challenges
from tests.core.tour_opinions import tour_opinions
from tests.core.tour_referrals import tour_referrals
from tests.peers.transcript import buttons_of

AGENCIES = [agency.id for agency in example().agencies]
LEFT = "an agency that has left"


def without(gone: str) -> Partnership:
    """The example's file, without an agency and whoever the web knows of it."""
    every = example()
    agencies = tuple(agency for agency in every.agencies if agency.id != gone)
    members = tuple(member for member in every.members if member.agency != gone)
    return every.model_copy(update={"agencies": agencies, "members": members})


def everybody(town: Town) -> Iterator[str]:
    """Everyone of before; their platform still shows them as they were."""
    for member in example().members:
        who = member.id.partition(":")[2].partition("-")[0]
        town.strangers[who] = Actor(
            member.id, member.name, member.language, member.agency,
            f'{{"slug": "{member.id.partition(":")[2]}"}}',
        )  # fmt: skip
        yield who


@dataclass
class Walk:
    """Somebody who presses whatever they see."""

    town: Town
    who: str
    seen: set[tuple[str, str]] = field(default_factory=set)
    read: list[str] = field(default_factory=list)

    async def begin(self) -> None:
        """Opens everything that has a menu, and each card they have."""
        for name in commands():
            await self.open(Button("", name), 2)  # type: ignore[arg-type]
        for sent in self.town.cards(self.who):
            for button in sent.card.buttons:
                await self.open(button, 1)

    async def open(self, button: Button, further: int) -> None:
        """Presses, reads, and presses what is on that page."""
        if (button.verb, button.subject) in self.seen:
            return
        self.seen.add((button.verb, button.subject))
        page: Page = await self.town.does(self.who, button.verb, button.subject)
        self.read.append(page.text)
        if further and isinstance(page.reply, Ask):
            for other in list(buttons_of(page.form)):
                await self.open(other, further - 1)


@asynccontextmanager
async def open_with(stores: Stores, folder: Path, gone: str) -> AsyncIterator[Town]:
    """Things are open everywhere; then the file changes, and the server is started anew."""
    clock = FixedClock()
    async with anytown(stores, folder, clock) as town:
        for how in ("named", "confidence", "anonymous"):
            await town.raises("leila", how=how, release="now")
            await town.raises("leila", how=how, agency="police", release="now")
        await tour_challenges(town)
        await tour_referrals(town)
        await tour_opinions(town)
        await town.raises("leila", how="confidence", release="now", tell_agency="yes")
    async with anytown(stores, folder, clock, without(gone)) as town:
        yield town


@pytest.mark.parametrize(
    "gone",
    ["school", *(pytest.param(a, marks=pytest.mark.thorough) for a in AGENCIES if a != "school")],
)
async def test_nobody_meets_an_error_and_what_is_open_goes_on(
    sqlite_stores: Stores, tmp_path: Path, gone: str
) -> None:
    async with open_with(sqlite_stores, tmp_path / "data", gone) as town:
        read = []
        for who in everybody(town):
            walk = Walk(town, who)
            await walk.begin()
            read += walk.read
        assert len(read) > 100
        await town.passes(timedelta(days=40))
        assert (await town.core.ticks.late()).count == 0
        assert LEFT in "\n".join(read) or gone not in await town.column("thread", "agency")
        assert not [text for text in read if gone in text.split()]


async def test_check_says_so_before_it_hurts(sqlite_stores: Stores, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    async with anytown(sqlite_stores, folder) as town:
        await town.raises("leila", agency="police", how="confidence")
        await town.raises("leila", agency="police")
        await town.presses_card("priya", "I’ll pick this up")
    text, file = EXAMPLE.read_text("utf-8"), tmp_path / "partnership.yaml"
    for word in ("id", "agency"):
        text = text.replace(f"{word}: police", f"{word}: policing")
    text = text.replace("web:priya-nair", "web:somebody-new")
    file.write_text(text, "utf-8")
    said = (await check_all(settings_of(sqlite_stores, folder, file))).wrong
    [told] = [line for line in said if "isn't in the partnership's file" in line]
    assert told.startswith("The agency police isn't in the partnership's file, and 2 conversations")
    assert "Put it back until they are closed." in told
    async with anytown(sqlite_stores, folder) as town:
        await town.core.members.forget([PersonId("web:priya-nair")])
    [told] = [line for line in (await check_all(settings_of(sqlite_stores, folder, file))).wrong
              if "doesn't know" in line]  # fmt: skip
    assert told.startswith("1 conversation is with somebody whom the bot doesn't know")
    assert "priya" not in told

"""Anytown with a thread in every state, and what is done in it until the kill."""

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete

from bot.app import open_stores
from bot.ops.backup import back_up
from bot.ops.restoring.restore import Meant, restore
from bot.ops.retention import hold, purge_closed
from handlers.contract.outcomes import Ask
from storage.crypto.secrets_file import RatchetFolder
from storage.directory.members import Seen
from storage.keyring.store import new_ref
from storage.keyring.tables import ring
from storage.partnership import AgencyId
from tests.core.anytown import CONCERN, MONDAY, FixedClock, Page, Town
from tests.drill.kill_places import Place, Places, town_at
from tests.handlers.challenge.acts import CHALLENGE
from tests.peers.transcript import address_of

NOW = MONDAY + timedelta(hours=1)
ANSWERED_OVER = NOW + timedelta(days=15)
KEPT_OVER = NOW + timedelta(days=121)
TOKEN = "a-form-sent-until-it-is-answered"

Do = Callable[[Place, dict[str, str]], Coroutine[Any, Any, None]]


@dataclass(frozen=True)
class Scene:
    """Stores in which much has happened, and the ids of the threads in them by name."""

    place: Place
    ids: dict[str, str]


@dataclass(frozen=True)
class Deed:
    """What is done until the kill; `parts` where it is several transactions by right."""

    name: str
    do: Do
    parts: bool = False
    now: datetime = NOW
    outside_main: bool = False
    """Nothing of it is seen in main, neither by a row more nor by one less."""
    via: Do | None = None
    """By doing this, what comes between is as right as what was before and what comes after."""


async def set_scene(places: Places) -> Scene:
    """Anytown on a Monday: threads of every kind, closed ones among them."""
    place = places.empty()
    ids: dict[str, str] = {}
    async with town_at(place, MONDAY) as town:
        await open_stores(town.core)
        await remember_everyone(town)
        for name, how in (("named", "named"), ("in confidence", "confidence")):
            ids[name] = await _concern(town, how=how)
        ids["receipt"] = await _concern(town, how="anonymous", replies="receipt")
        for name in ("secret", "done", "settled since"):
            ids[name] = await _answered(town, how="anonymous")
        for name in ("kept", "asked later"):
            ids[name] = await _challenge(town)
        await _settled(town, ids["done"])
        await _settled(town, ids["asked later"])
        if places.kind == "SQLite":
            await back_up(place.settings, place.backup)
            await _settled(town, ids["settled since"])
            ids["raised since"] = await _concern(town, how="anonymous")
        await town.core.ticks.drain()
    return Scene(place, ids)


async def break_scene(scene: Scene, places: Places) -> Scene:
    """What crashes leave: an address without a thread, threads without one, a turn begun."""
    place = places.copied(scene.place)
    async with town_at(place, NOW) as town:
        keyring = town.core.keyring
        await keyring.put_dummy(new_ref())
        refs = [await _ref(town, scene.ids[name]) for name in ("secret", "asked later")]
        async with keyring.engine.begin() as connection:
            await connection.execute(delete(ring).where(ring.c.ref.in_(refs)))
        [key] = place.folder.rglob("v*.key")
        folder = RatchetFolder(key.parent)
        folder.write(folder.versions()[-1] + 1)
    return Scene(place, scene.ids)


async def hold_in_scene(scene: Scene, places: Places) -> Scene:
    """A legal hold was set since the backup."""
    place = places.copied(scene.place)
    await hold(place.settings, scene.ids["named"])
    return Scene(place, scene.ids)


async def _ref(town: Town, id: str) -> str:
    ids, refs = await town.column("thread", "id"), await town.column("thread", "return_ref")
    return str(dict(zip(ids, refs, strict=True))[id])


async def remember_everyone(town: Town) -> None:
    """All of them have written to the bot."""
    await town.core.members.remember(
        [
            Seen(m.id, AgencyId(m.agency), m.name, m.language, address_of(m.id.partition(":")[2]))
            for m in town.core.partnership.members
        ]
    )


async def _new(town: Town, doing: Awaitable[Page]) -> str:
    before = set(await town.column("thread", "id"))
    _accepted(await doing)
    await town.core.ticks.drain()
    [id] = set(await town.column("thread", "id")) - before
    return str(id)


def _accepted(page: Page) -> None:
    assert isinstance(page.reply, Ask), page.text


async def _concern(town: Town, **more: str) -> str:
    told = {**CONCERN, "release": "now", **more}
    id = await _new(town, town.does("leila", "concern.send", "", told))
    _accepted(await town.does("grace", "thread.pick", id))
    return id


async def _answered(town: Town, **more: str) -> str:
    id = await _concern(town, **more)
    told = {"outcome": "acted", "text": "It was looked at again."}
    _accepted(await town.does("grace", "thread.close.send", id, told))
    return id


async def _challenge(town: Town) -> str:
    told = {**CHALLENGE, "keeps": "yes", "sentence": "Please look at it again."}
    id = await _new(town, town.does("leila", "challenge.send", "", told))
    answer = {"verdict": "keep", "text": "They were seen."}
    _accepted(await town.does("amina", "challenge.answer.send", id, answer))
    return id


async def _settled(town: Town, id: str) -> None:
    _accepted(await town.does("leila", "mine.settled", id))


def _does(verb: str, name: str, who: str = "leila") -> Do:
    async def do(place: Place, ids: dict[str, str]) -> None:
        async with town_at(place, NOW) as town:
            # Refused when it was done before the kill: then nothing leads back to them any more.
            await town.does(who, verb, ids[name])

    return do


def _raises(verb: str, **told: str | Sequence[str]) -> Do:
    async def do(place: Place, _ids: dict[str, str]) -> None:
        async with town_at(place, NOW) as town:
            _accepted(await town.does("leila", verb, "", told, TOKEN))

    return do


async def _rotate(place: Place, _ids: dict[str, str]) -> None:
    async with town_at(place, NOW) as town:
        assert await town.core.keyring.rotate() == 0


async def _by_the_clock(place: Place, _ids: dict[str, str]) -> None:
    async with town_at(place, ANSWERED_OVER) as town:
        await town.core.ticks.steps()


async def _purge(place: Place, _ids: dict[str, str]) -> None:
    await purge_closed(place.settings, FixedClock(KEPT_OVER))


async def _restore(place: Place, _ids: dict[str, str]) -> None:
    await restore(place.settings, place.backup, Meant(replace=True, agrees=bool), FixedClock(NOW))


async def _start(place: Place, _ids: dict[str, str]) -> None:
    async with town_at(place, NOW) as town:
        await open_stores(town.core)


_told = {**CONCERN, "release": "now", "how": "anonymous"}
_challenged = {**CHALLENGE, "keeps": "yes", "sentence": "Please look at it again."}

CLOSING = Deed("closing", _does("mine.settled", "secret"))
ROTATING = Deed("turning the ratchet", _rotate)
DEEDS = (
    CLOSING,
    Deed("closing, kept for questions", _does("mine.settled", "kept")),
    Deed("letting the address go", _does("afterwards.gone", "asked later")),
    Deed("closing by the clock", _by_the_clock, parts=True, now=ANSWERED_OVER),
    ROTATING,
    Deed("purging", _purge, now=KEPT_OVER),
    Deed("raising anonymously", _raises("concern.send", **_told)),
    Deed("raising for a receipt", _raises("concern.send", **_told, replies="receipt")),
    Deed("challenging", _raises("challenge.send", **_challenged)),
)
RESTORING = Deed("restoring", _restore)
STARTING = Deed("starting after a crash", _start)

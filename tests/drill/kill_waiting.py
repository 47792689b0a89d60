"""Anytown with what waits for its time in the keyring, and what is done with it until the kill."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from sqlalchemy import select

from bot.app import open_stores
from bot.core.waiting.bodies import THREAD, is_a, thread_in
from handlers.contract.outcomes import Ask
from storage.crypto.receipts import Receipts
from storage.keyring.tables import waiting
from storage.keyring.waiting import Waiting, WaitingRoom
from tests.core.anytown import CONCERN, MONDAY, Town
from tests.drill.kill_places import Place, Places, town_at
from tests.drill.kill_scenes import TOKEN, Deed, Do, Scene, remember_everyone
from tests.handlers.challenge.acts import CHALLENGE
from tests.handlers.second_opinion.acts import QUESTION

BEFORE = MONDAY + timedelta(hours=1)
"""What was raised at this moment waits; what was raised before the scene has been out long."""
AFTER = BEFORE + timedelta(minutes=61)
"""The next slot is over, and everything that waits is due."""
RECEIPT_TOKEN = "a-form-whose-token-gives-a-code"
HIDDEN = {"how": "anonymous", "release": "soon", "tell_agency": ""}

TWO = {"agency": "childrens-social-care"}
"""Where just as many lead as are asked: nobody is chosen by chance."""

Told = Mapping[str, str | Sequence[str]]


async def everything(town: Town) -> list[Waiting]:
    """All that waits."""
    room = WaitingRoom(town.core.keyring)
    async with town.core.keyring.engine.connect() as connection:
        ids = list(await connection.scalars(select(waiting.c.id)))
    return await room.these(ids)


async def set_waiting_scene(places: Places) -> Scene:
    """Threads that are out, with words, a closing and news on their way; and threads that wait."""
    place = places.empty()
    ids: dict[str, str] = {}
    async with town_at(place, MONDAY) as town:
        await open_stores(town.core)
        await remember_everyone(town)
        for name in ("out", "answered", "closing", "heard"):
            ids[name] = await _raised(town, "concern.send", {**CONCERN, **HIDDEN})
        await town.passes(timedelta(minutes=20))
        for name in ("out", "heard"):
            await _does(town, "grace", "thread.pick", ids[name])
        for name in ("answered", "closing"):
            await _answered(town, ids[name])
        await town.passes(BEFORE - town.clock.now())
        await _does(town, "leila", "mine.answer.send", ids["out"], {"text": "First of two."})
        await _does(town, "leila", "mine.settled", ids["closing"])
        await _does(town, "grace", "thread.reply.send", ids["heard"], {"text": "It is seen to."})
        ids["waits"] = await _raised(town, "concern.send", {**CONCERN, **HIDDEN})
        ids["opinion"] = await _raised(town, "second-opinion.send", {**QUESTION, **HIDDEN, **TWO})
        slot = {"release": "slot", "replies": "receipt", "sentence": "Please look at it again."}
        receipt = {**CHALLENGE, **HIDDEN, **slot}
        ids["receipt"] = await _raised(town, "challenge.send", receipt, RECEIPT_TOKEN)
    return Scene(place, ids)


async def _raised(town: Town, verb: str, told: Told, token: str = "") -> str:
    before = {str(thread_in(item)["id"]) for item in await _threads(town)}
    await _does(town, "leila", verb, "", told, token)
    [id] = {str(thread_in(item)["id"]) for item in await _threads(town)} - before
    return id


async def _threads(town: Town) -> list[Waiting]:
    return [item for item in await everything(town) if is_a(item, THREAD)]


async def _does(
    town: Town, who: str, verb: str, subject: str, told: Told | None = None, token: str = ""
) -> None:
    page = await town.does(who, verb, subject, told or {}, token)
    assert isinstance(page.reply, Ask), page.text


async def _answered(town: Town, id: str) -> None:
    await _does(town, "grace", "thread.pick", id)
    told = {"outcome": "acted", "text": "It was looked at again."}
    await _does(town, "grace", "thread.close.send", id, told)


def _sends(verb: str, name: str, told: Told, who: str = "leila") -> Do:
    """The same form again, where the kill came before its answer."""

    async def do(place: Place, ids: dict[str, str]) -> None:
        async with town_at(place, BEFORE) as town:
            await _does(town, who, verb, ids.get(name, ""), told, TOKEN)

    return do


def _presses(verb: str, name: str) -> Do:
    """The same button again, which is refused where nothing leads back to them any more."""

    async def do(place: Place, ids: dict[str, str]) -> None:
        async with town_at(place, BEFORE) as town:
            subject = ids[name]
            if name == "receipt":
                receipts = Receipts(town.core.keys)
                ref = receipts.tag(receipts.code_for(RECEIPT_TOKEN))
                subject = receipts.new_pass(ref, BEFORE)
            await town.does("leila", verb, subject, {}, TOKEN)

    return do


async def _release(place: Place, _ids: dict[str, str]) -> None:
    async with town_at(place, AFTER) as town:
        await town.core.ticks.free_all()  # the lease of whoever was killed is over
        await town.core.ticks.release()
        await town.core.news.drain()


async def _by_the_clock(place: Place, _ids: dict[str, str]) -> None:
    async with town_at(place, AFTER) as town:
        await town.core.ticks.free_all()
        await town.core.ticks.steps()
        await town.core.news.drain()


async def _rotate(place: Place, _ids: dict[str, str]) -> None:
    async with town_at(place, BEFORE) as town:
        assert await town.core.keyring.rotate() == 0


_challenge = {**CHALLENGE, **HIDDEN, "sentence": "Please look at it again."}
_slot = {"release": "slot"}

STAGING = tuple(
    Deed(f"raising hidden: {name}", _sends(verb, "", told), now=BEFORE, outside_main=True)
    for name, verb, told in (
        ("a concern, soon", "concern.send", {**CONCERN, **HIDDEN}),
        ("a concern, at the slot", "concern.send", {**CONCERN, **HIDDEN, **_slot}),
        ("a challenge, soon", "challenge.send", _challenge),
        ("a challenge for a receipt", "challenge.send", {**_challenge, "replies": "receipt"}),
        ("a second opinion, at the slot", "second-opinion.send", {**QUESTION, **HIDDEN, **_slot}),
    )
)
_more = {"text": "And there is more."}
CHANGING = tuple(
    Deed(name, do, now=BEFORE, outside_main=True)
    for name, do in (
        ("adding words before the release", _sends("mine.answer.send", "waits", _more)),
        ("adding words after the release", _sends("mine.answer.send", "out", _more)),
        ("adding words while a closing waits", _sends("mine.answer.send", "closing", _more)),
        ("withdrawing before the release", _presses("mine.takeback.send", "waits")),
        ("withdrawing a question before", _presses("mine.takeback.send", "opinion")),
        ("withdrawing with a receipt before", _presses("mine.takeback.send", "receipt")),
        ("saying it is settled", _presses("mine.settled", "answered")),
        ("turning the ratchet while much waits", _rotate),
    )
)
_reply = {"text": "We meet on Tuesday."}
REPLYING = Deed(
    "a lead's reply, with news on its way",
    _sends("thread.reply.send", "out", _reply, who="grace"),
    now=BEFORE,
)
CLOCK = Deed(
    "releasing by the clock, with all cards",
    _by_the_clock,
    parts=True,
    now=AFTER,
    via=_release,
)
WITHDRAWING = CHANGING[3]
DEEDS = (*STAGING, *CHANGING, REPLYING, CLOCK)
ALIKE = (*STAGING[:3], STAGING[4], *CHANGING[3:5])
"""Each takes the very steps of another, with a receipt, which has some more."""
FEWER = tuple(deed for deed in DEEDS if deed not in ALIKE)

"""A Socket Mode connection that goes quiet is made anew."""

import asyncio
from dataclasses import dataclass, field

from bot.slack.socket import QUIET_LOOKS, Socket


@dataclass
class Line:
    """A connection that works as long as it is told to."""

    works: bool = True
    refuses: bool = False
    looked: int = 0
    closed: asyncio.Event = field(default_factory=asyncio.Event)
    connected: asyncio.Event = field(default_factory=asyncio.Event)
    seen: asyncio.Event = field(default_factory=asyncio.Event)

    async def connect(self) -> None:
        if self.refuses:
            await asyncio.Event().wait()
        self.connected.set()

    async def is_connected(self) -> bool:
        self.looked += 1
        if self.looked > 2 * QUIET_LOOKS:
            self.seen.set()
        return self.works

    async def close(self) -> None:
        self.closed.set()


async def _run(*lines: Line) -> tuple[Socket, list[Line]]:
    waiting, made = list(lines), list[Line]()

    def make() -> Line:
        made.append(waiting.pop(0))
        return made[-1]

    socket = Socket(make, look=0)
    await socket.start(patience=0.1)
    return socket, made


async def test_a_quiet_connection_is_closed_and_another_one_made() -> None:
    quiet, good = Line(works=False), Line()
    socket, made = await _run(quiet, good)
    async with asyncio.timeout(10):
        await good.connected.wait()
        await good.seen.wait()
    assert quiet.closed.is_set()
    assert made == [quiet, good]
    assert not good.closed.is_set()
    await socket.stop()
    assert good.closed.is_set()


async def test_one_that_never_connects_is_given_up_for_another() -> None:
    mute, good = Line(works=False, refuses=True), Line()
    socket, _ = await _run(mute, good)
    async with asyncio.timeout(10):
        await good.connected.wait()
    assert mute.closed.is_set()
    await socket.stop()


async def test_stopping_before_it_is_connected_leaves_nothing_behind() -> None:
    mute = Line(refuses=True)
    socket, made = await _run(mute)
    await socket.stop()
    assert made == [mute]
    assert mute.closed.is_set()

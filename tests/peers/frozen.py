"""A proxy before PostgreSQL that can stop forwarding: connections stay open, and nothing comes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from sqlalchemy.engine import make_url


@dataclass
class Proxy:
    """Takes connections on loopback, and hands them on to a database's socket."""

    url: str
    """The database's address by way of the proxy."""
    _thawed: asyncio.Event = field(default_factory=asyncio.Event)

    def freeze(self) -> None:
        """Still takes what is sent, as the network does, and forwards nothing any more."""
        self._thawed.clear()

    def thaw(self) -> None:
        """Forwards again, also what it kept."""
        self._thawed.set()

    async def thawed(self) -> None:
        """Waits until it forwards."""
        await self._thawed.wait()

    async def forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Hands on what comes, until either side hangs up."""
        with suppress(OSError):
            while data := await reader.read(65536):
                await self._thawed.wait()
                writer.write(data)
                await writer.drain()
        writer.close()


@asynccontextmanager
async def before(url: str) -> AsyncIterator[Proxy]:
    """A proxy before the database at this address, for the length of an `async with`."""
    socket = f"{make_url(url).query['host']}/.s.PGSQL.5432"
    tasks: set[asyncio.Task[object]] = set()
    writers: list[asyncio.StreamWriter] = []

    async def taken(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if (current := asyncio.current_task()) is not None:
            tasks.add(current)
        writers.append(writer)
        await proxy.thawed()
        there, back = await asyncio.open_unix_connection(socket)
        writers.append(back)
        await asyncio.gather(proxy.forward(reader, back), proxy.forward(there, writer))

    server = await asyncio.start_server(taken, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    direct = make_url(url)
    mine = direct.set(host="127.0.0.1", port=port).difference_update_query(("host",))
    proxy = Proxy(mine.render_as_string(hide_password=False))
    proxy.thaw()
    try:
        yield proxy
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for writer in writers:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

"""The ports on which a server listens, opened before anything is built or shown."""

import errno
import os
import socket
from contextlib import ExitStack
from typing import Final

from bot.base.postgres import NotDoneError
from bot.base.settings import Settings

_NOT_HERE: Final = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)


def listening(settings: Settings, otherwise: str) -> list[socket.socket]:
    """Opens the ports. Raises NotDoneError where one can't be had; `otherwise` tells how somebody
    chooses another for the pages."""
    wanted = [(settings.host, settings.port, "UPSTANDER_HOST", otherwise)]
    if settings.metrics_port:
        own = settings.metrics_host, settings.metrics_port
        wanted.append((*own, "UPSTANDER_METRICS_HOST", "UPSTANDER_METRICS_PORT (0 opens none)"))
    with ExitStack() as opened:
        doors = [opened.enter_context(_door(*each)) for each in wanted]
        opened.pop_all()  # they are kept, as none was refused
    return doors


def _door(host: str, port: int, named: str, otherwise: str) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        door = socket.create_server((host, port), family=family, backlog=2048)
        # asyncio forgets to on a socket made so, and then every answer waits 40 ms for an ACK.
        door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return door
    except OSError as error:
        # A name that can't be found has a number of its resolver's, below nought.
        if (error.errno or -1) < 0 or error.errno in _NOT_HERE:
            raise NotDoneError(
                f"{named}: this machine has no address {host}. Give one that it has: 127.0.0.1 for "
                "itself alone, 0.0.0.0 for every network that it is in."
            ) from None
        why = os.strerror(error.errno or 0)
        raise NotDoneError(
            f"Port {port} of {host} can't be had ({why}). "
            f"End what holds it, or choose another: {otherwise}."
        ) from None

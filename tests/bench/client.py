"""A lean client: a connection for each of those at a time, requests made and signed beforehand."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass

from tests.peers.slack_payloads import signed


@dataclass(frozen=True)
class Timing:
    """How long each request took, and all of them together, in seconds."""

    each: tuple[float, ...]
    whole: float


def request(port: int, body: bytes) -> bytes:
    """A signed request as it goes over the wire."""
    headers = signed(body) | {"host": f"127.0.0.1:{port}", "content-length": str(len(body))}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"POST /slack/events HTTP/1.1\r\n{lines}\r\n".encode() + body


async def timed(port: int, requests: Sequence[bytes], at_once: int, expected: bytes) -> Timing:
    """Sends them over so many connections; every answer is 200 and says what is expected."""
    waiting = list(reversed(requests))
    lines = [await asyncio.open_connection("127.0.0.1", port) for _ in range(at_once)]
    each: list[float] = []

    async def work(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while waiting:
            sent = waiting.pop()
            began = time.perf_counter()
            writer.write(sent)
            answer = await _answer(reader)
            each.append(time.perf_counter() - began)
            assert answer.startswith(b"HTTP/1.1 200"), answer[:300]
            assert expected in answer, answer[:300]

    began = time.perf_counter()
    await asyncio.gather(*(work(*line) for line in lines))
    whole = time.perf_counter() - began
    for _, writer in lines:
        writer.close()
    return Timing(tuple(each), whole)


async def spread(
    port: int, requests: Sequence[bytes], seconds: float, at_most: int, expected: bytes
) -> Timing:
    """Sends them evenly over some seconds, whether or not earlier ones were answered meanwhile.

    Each is timed from the moment at which it was to be sent, waiting for a connection included.
    """
    lines = [await asyncio.open_connection("127.0.0.1", port) for _ in range(at_most)]
    free: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()
    # In turn, so that none lies idle until the server closes it.
    for line in lines:
        free.put_nowait(line)
    each: list[float] = []
    began = time.perf_counter()

    async def send(sent: bytes, moment: float) -> None:
        await asyncio.sleep(max(0, moment - time.perf_counter()))
        reader, writer = await free.get()
        writer.write(sent)
        answer = await _answer(reader)
        each.append(time.perf_counter() - moment)
        free.put_nowait((reader, writer))
        assert answer.startswith(b"HTTP/1.1 200"), answer[:300]
        assert expected in answer, answer[:300]

    apart = seconds / len(requests)
    await asyncio.gather(*(send(each, began + n * apart) for n, each in enumerate(requests)))
    whole = time.perf_counter() - began
    for _, writer in lines:
        writer.close()
    return Timing(tuple(each), whole)


async def _answer(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(
        (
            int(line.partition(b":")[2])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        ),
        0,
    )
    return head + await reader.readexactly(length)

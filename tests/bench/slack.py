"""A Slack that answers at once and remembers nothing, in a process of its own.

python -m tests.bench.slack PORT
"""

import asyncio
import json
import sys
from typing import Any

from tests.drill.drill import people
from tests.peers.slack_payloads import BOT, TEAM


def _answer(**what: Any) -> bytes:
    body = json.dumps({"ok": True} | what).encode()
    head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
    return head % len(body) + body


ANSWERS = {
    b"/api/auth.test": _answer(url="https://anytown.slack.com/", team_id=TEAM, user_id=BOT),
    b"/api/users.list": _answer(members=people()),
    b"/api/users.info": _answer(user=people()[0]),
    b"/api/conversations.open": _answer(channel={"id": "D01"}),
    b"/api/chat.postMessage": _answer(channel="D01", ts="1700000000.1"),
    b"/api/views.open": _answer(view={"id": "V01", "hash": "h"}),
}


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            lines = head.lower().split(b"\r\n")
            sizes = (line for line in lines if line.startswith(b"content-length:"))
            await reader.readexactly(int(next(sizes, b":0").partition(b":")[2]))
            asked = head.split(b" ", 2)[1].partition(b"?")[0]
            writer.write(ANSWERS.get(asked, _answer()))
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


async def main(port: int) -> None:
    """Until it is ended."""
    async with await asyncio.start_server(_serve, "127.0.0.1", port) as server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))

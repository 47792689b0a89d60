"""The page of receipt codes as `serve` has it: one code opens, one pass answers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx
from starlette.applications import Starlette

from bot.web.public_routes import public_routes
from handlers.contract.outcomes import Ask
from prompts.shapes import Button, Form, Long, Said, Section, Text
from prompts.words import Plain
from tests.edge.web.fakes import FakeClock, FakeDispatch, partnership

PASS = "p" * 64
CODE = "7K2ZQ-0J1PX-W9H4T-VB38D"
PAGE = Form(
    Plain("My concern"),
    blocks=(Said(Plain("The reply"), "<b>We heard you</b>"),),
    sections=(Section(Plain("Part"), (Text(Plain("Below")),)),),
    buttons=(
        Button(Plain("Add something"), "mine.answer", PASS),
        Button(Plain("My concerns"), "mine"),
    ),
)
ANSWER = Form(
    Plain("Add something"),
    verb="mine.answer.send",
    subject=PASS,
    fields=(Long("text", Plain("Words")),),
    submit=Plain("Send"),
    token="t" * 22,
)
ADD = {"_verb": "mine.answer.send", "_subject": PASS, "_token": "t" * 22, "text": "I also saw"}


def dispatch() -> FakeDispatch:
    """One code opens, one pass answers."""
    return FakeDispatch(
        {
            "receipt.send": Ask(PAGE),
            "mine.open": Ask(PAGE),
            "mine.answer": Ask(ANSWER),
            "mine.answer.send": Ask(Form(Plain("Added"))),
            "mine.settled": Ask(Form(Plain("Settled"))),
        }
    )


@dataclass
class Alone:
    """The page as `serve` has it, for browsers at any address."""

    dispatch: FakeDispatch = field(default_factory=dispatch)
    clock: FakeClock = field(default_factory=FakeClock)

    def __post_init__(self) -> None:
        self.app = Starlette(routes=public_routes(self.dispatch, self.clock, partnership()))

    @asynccontextmanager
    async def at(self, address: str = "9.9.9.9") -> AsyncIterator[httpx.AsyncClient]:
        """A browser there; `127.0.0.1` is what a reverse proxy on the same machine looks like."""
        transport = httpx.ASGITransport(
            self.app, client=(address, 4711), raise_app_exceptions=False
        )
        async with httpx.AsyncClient(
            transport=transport, base_url="https://bot.example"
        ) as browser:
            yield browser


def code(text: str = CODE) -> dict[str, str]:
    """What the form of a code sends."""
    return {"_verb": "receipt.send", "_subject": "", "code": text}

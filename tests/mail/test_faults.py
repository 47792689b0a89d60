"""Whose fault it is that a letter isn't taken: decided by what a mail server really answers."""

from pathlib import Path
from typing import Literal

import pytest

from bot.core.delivery.answers import Misconfigured, PerhapsArrived, TryAgain, Unreachable
from tests.mail.test_sending import KOFI, LETTER
from tests.peers.mail import mail_server

THEIRS = (
    "550 5.1.1 no such user",
    "550 no such user",
    "551 they have moved",
    "552 5.2.2 over quota",
    "550 5.2.1 this mailbox is disabled",
    "550 5.4.1 Recipient address rejected: Access denied.",
)
OURS = (
    "550 5.7.1 relaying denied",
    "554 5.7.1 client host is listed",
    "550 5.7.606 access denied, banned sending IP",
    "530 5.7.0 sign in first",
    "550 5.3.4 message too big for system",
    "554 transaction failed",
)
PASSING = ("451 4.7.1 greylisted, come back", "452 4.2.2 over quota", "421 4.3.2 shutting down")


@pytest.mark.parametrize(
    ("answer", "raised"),
    [
        *((answer, Unreachable) for answer in THEIRS),
        *((answer, Misconfigured) for answer in OURS),
        *((answer, TryAgain) for answer in PASSING),
    ],
)
async def test_only_what_is_said_of_the_mailbox_itself_is_theirs(
    answer: str, raised: type[Exception], tmp_path: Path
) -> None:
    async with mail_server(tmp_path) as server:
        server.unknown, server.refusal = {KOFI}, answer
        with pytest.raises(raised):
            await server.client().send(LETTER)


@pytest.mark.parametrize(
    ("trouble", "raised"),
    [
        ("hangs", TryAgain),
        ("cuts", TryAgain),
        ("hangs after", PerhapsArrived),
        ("cuts after", PerhapsArrived),
    ],
)
async def test_only_what_may_have_been_taken_may_have_arrived(
    trouble: Literal["hangs", "cuts", "hangs after", "cuts after"],
    raised: type[Exception],
    tmp_path: Path,
) -> None:
    async with mail_server(tmp_path) as server:
        server.trouble = trouble
        with pytest.raises(raised):
            await server.client(seconds=0.5).send(LETTER)
        assert len(server.letters) == trouble.endswith("after")

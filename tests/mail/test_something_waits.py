"""The letter that says that something waits, through a real mail server: its words, its time."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from bot.mail.notices import Notices
from tests.conftest import Stores
from tests.core.anytown import CONCERN
from tests.core.by_mail import MailTown, mail_town
from tests.handlers.timing import london
from tests.peers.mail import MailServer, mail_server

URL = "https://upstander.example/"
GRACE, LEILA = "grace-okafor@anytown.example", "leila-haddad@anytown.example"


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[MailServer]:
    """The agencies' mail server."""
    async with mail_server(tmp_path) as server:
        yield server


@pytest.fixture
async def town(
    server: MailServer, sqlite_stores: Stores, tmp_path: Path
) -> AsyncIterator[MailTown]:
    """A working morning, on which letters go through it."""
    async with mail_town(sqlite_stores, tmp_path, london("2026-11-24 10:02")) as town:
        town.core.mail.post = Notices(server.client(seconds=0.5), URL)
        yield town


async def raised(town: MailTown, **answers: str) -> None:
    """A concern that is for Grace and Daniel."""
    await (await town.does("leila", "concern")).fills({**CONCERN, **answers})
    await town.core.ticks.drain()


def constant(letter: EmailMessage) -> str:
    """All of a letter but whom it is for, its moment and its random id."""
    changing = r"(?m)^(To|Date|Message-ID): .*(\n .*)*\n"
    return re.sub(changing, "", letter.as_string().replace("\r\n", "\n"))


async def test_every_letter_is_the_same_whatever_waits(town: MailTown, server: MailServer) -> None:
    await raised(town)
    await raised(town, danger="yes", what="Her brother has a knife.")
    page = await town.presses_card("grace", "I’ll pick this up")
    await (await page.presses("Reply")).fills(text="A colleague is on the way.")
    await town.does("sarah", "challenge")
    town.clock.set(london("2026-11-25 08:31"))
    await town.core.ticks.digests()
    await town.core.ticks.drain()
    assert server.to(GRACE)
    assert server.to(LEILA)
    assert len(server.letters) >= 5
    [words] = {constant(letter) for letter in server.letters}
    assert "Subject: Something waits for you in Upstander" in words
    assert URL in words
    for tells in ("Leila", "Grace", "CASE-17", "concern", "knife", "Okafor", "police"):
        assert tells not in words
    assert not any("CASE" in said or "oncern" in said for said in server.said)


async def test_a_mail_server_that_was_away_gets_one_letter_once_it_is_back(
    town: MailTown, server: MailServer
) -> None:
    server.trouble = "hangs"
    await raised(town)
    await raised(town)
    assert server.letters == []
    server.trouble = ""
    await town.passes(timedelta(minutes=3))
    assert len(server.to(GRACE)) == 1
    assert await town.core.outbox.waiting() == 0


async def test_a_letter_that_was_taken_without_an_answer_comes_no_sooner_than_any_other(
    town: MailTown, server: MailServer
) -> None:
    server.trouble = "cuts after"
    await raised(town)
    server.trouble = ""
    await town.passes(timedelta(minutes=29))
    assert len(server.to(GRACE)) == 1
    await town.passes(timedelta(minutes=8))
    assert len(server.to(GRACE)) == 2
    assert await town.core.outbox.dead() == await town.core.outbox.waiting() == 0

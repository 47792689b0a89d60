"""Letters to a real mail server on loopback: TLS or nothing, and whose fault it is."""

from pathlib import Path

import pytest

from bot.core.delivery.answers import Misconfigured, TryAgain, Unreachable
from bot.mail.letters import Letter, NoLetterError, written
from tests.peers import free_port
from tests.peers.certificates import Certificate
from tests.peers.mail import SENDER, mail_server

KOFI = "kofi.mensah@police.example"
LETTER = Letter(KOFI, "Sgôr â thô: your link", "Dŵr.\nOpen it within ten minutes.\n", "cy")


@pytest.mark.parametrize("tls", ["starttls", "tls"])
async def test_a_letter_arrives_as_it_was_written(tls: str, tmp_path: Path) -> None:
    async with mail_server(tmp_path, tls=tls) as server:
        asked = {} if tls == "starttls" else {"at_once": True, "user": "", "password": ""}
        await server.client(**asked).send(LETTER)
        (came,) = server.letters
    assert (came["To"], came["From"]) == (KOFI, f"Upstander <{SENDER}>")
    assert came["Subject"] == LETTER.subject
    assert came.get_content().replace("\r\n", "\n") == LETTER.text
    assert came["Content-Language"] == "cy"
    assert came["Auto-Submitted"] == "auto-generated"
    assert came["Message-ID"].endswith("@anytown.example>")  # and not this machine's name


async def test_nothing_is_said_to_a_mail_server_without_tls(tmp_path: Path) -> None:
    async with mail_server(tmp_path, tls="none") as server:
        with pytest.raises(Misconfigured):
            await server.client().send(LETTER)
        assert (server.letters, server.said) == ([], [])


async def test_nothing_is_said_to_whoever_shows_another_certificate(tmp_path: Path) -> None:
    other = Certificate.made(tmp_path, "elsewhere.example", "127.0.0.2")
    mine = Certificate.made(tmp_path)
    async with mail_server(tmp_path, certificate=other) as server:
        for trusted in (other.file, mine.file):
            with pytest.raises(Misconfigured):
                await server.client(ca_file=trusted).send(LETTER)
        assert (server.letters, server.said) == ([], [])


async def test_a_wrong_password_is_ours_to_mend(tmp_path: Path) -> None:
    async with mail_server(tmp_path) as server:
        with pytest.raises(Misconfigured):
            await server.client(password="another").send(LETTER)
        with pytest.raises(Misconfigured):
            await server.client(password="another").greeted()
        await server.client().greeted()


async def test_a_mailbox_that_is_not_there_is_theirs(tmp_path: Path) -> None:
    async with mail_server(tmp_path) as server:
        server.unknown = {KOFI}
        with pytest.raises(Unreachable) as refused:
            await server.client().send(LETTER)
    assert KOFI not in repr(refused.value.__cause__) + str(refused.value)


@pytest.mark.parametrize(
    ("answer", "raised"),
    [("451 4.3.0 later", TryAgain), ("554 5.7.1 we think this is spam", Misconfigured)],
)
async def test_what_passes_is_tried_again_and_a_policy_is_ours(
    answer: str, raised: type[Exception], tmp_path: Path
) -> None:
    async with mail_server(tmp_path) as server:
        server.answers = answer
        with pytest.raises(raised):
            await server.client().send(LETTER)


async def test_a_mail_server_that_is_away_passes(tmp_path: Path) -> None:
    async with mail_server(tmp_path) as server:
        away = server.client()
    with pytest.raises(TryAgain):
        await type(away)("127.0.0.1", free_port(), SENDER).send(LETTER)


@pytest.mark.parametrize(
    ("to", "subject"),
    [
        (f"{KOFI}\r\nBcc: everybody@anytown.example", "Your link"),
        (f"{KOFI}\nBcc: x@y.example", "Your link"),
        (f"{KOFI}, everybody@anytown.example", "Your link"),
        (f"Kofi <{KOFI}>", "Your link"),
        ('"a b"@police.example', "Your link"),
        (KOFI, "Your link\r\nBcc: everybody@anytown.example"),
        (KOFI, "Your link\nBcc: x@y.example"),
        (KOFI, "Your link\x85Bcc: x@y.example"),
    ],
)
def test_nothing_but_a_letter_gets_into_its_head(to: str, subject: str) -> None:
    with pytest.raises(NoLetterError):
        written(Letter(to, subject, "text"), SENDER)
    assert KOFI not in repr(Letter(to, subject, "text"))

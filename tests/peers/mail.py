"""A mail server on loopback (aiosmtpd): it speaks TLS, asks for a password, and refuses whom it
doesn't know, as real ones do."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP as WIRE
from pathlib import Path
from typing import Any, Literal

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from bot.mail.smtp import Smtp
from tests.peers.certificates import Certificate

USER, PASSWORD, SENDER = "upstander", "a password of letters", "upstander@anytown.example"


@dataclass
class MailServer:
    """What it was given, and how it answers."""

    port: int = 0
    certificate: Certificate | None = None
    letters: list[EmailMessage] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """Every command it was given, as its log would have it."""
    known: int = 0
    """How often somebody showed the password."""
    unknown: Collection[str] = ()
    """Mailboxes that aren't there."""
    refusal: str = "550 5.1.1 no such mailbox here"
    """Said of those."""
    trouble: Literal["", "hangs", "cuts", "hangs after", "cuts after"] = ""
    """No answer comes, or the connection is cut: on hearing for whom, or after it took a letter."""
    answers: str = ""
    """Said to every letter in place of taking it, such as 451 4.3.0 later."""

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.said.append(f"RCPT {address}")
        if not self.trouble.endswith("after"):
            await self._in_trouble(server)
        if address in self.unknown:
            return self.refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.answers:
            return self.answers
        assert server.transport is not None
        assert server.transport.get_extra_info("sslcontext") is not None
        assert isinstance(envelope.content, bytes)
        parsed: Any = message_from_bytes(envelope.content, policy=WIRE)
        self.letters.append(parsed)
        await self._in_trouble(server)
        return "250 OK"

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        """Asks for the password."""
        right = data == LoginPassword(USER.encode(), PASSWORD.encode())
        self.known += right
        return AuthResult(success=right, handled=False)

    async def _in_trouble(self, server: SMTP) -> None:
        if self.trouble.startswith("cuts"):
            assert server.transport is not None
            server.transport.close()
        if self.trouble:
            await asyncio.Event().wait()

    def to(self, address: str) -> list[EmailMessage]:
        """The letters to one mailbox, oldest first."""
        return [letter for letter in self.letters if letter["To"] == address]

    def client(self, **other: Any) -> Smtp:
        """The product's own sender, set up for this server."""
        ca = self.certificate.file if self.certificate else None
        given = {"user": USER, "password": PASSWORD, "ca_file": ca, **other}
        return Smtp("127.0.0.1", self.port, SENDER, **given)

    def settings(self) -> dict[str, str]:
        """What an operator would set for it."""
        assert self.certificate is not None
        return {
            "UPSTANDER_SMTP_HOST": "127.0.0.1",
            "UPSTANDER_SMTP_PORT": str(self.port),
            "UPSTANDER_SMTP_USER": USER,
            "UPSTANDER_SMTP_PASSWORD": PASSWORD,
            "UPSTANDER_SMTP_FROM": SENDER,
            "UPSTANDER_SMTP_CA_FILE": str(self.certificate.file),
        }


@asynccontextmanager
async def mail_server(
    folder: Path, *, tls: str = "starttls", certificate: Certificate | None = None
) -> AsyncIterator[MailServer]:
    """Runs one; `tls` is starttls, tls (at once) or none."""
    peer = MailServer(certificate=certificate or Certificate.made(folder))
    assert peer.certificate is not None
    context = peer.certificate.context()
    loop = asyncio.get_running_loop()

    def protocol() -> SMTP:
        if tls != "starttls":  # it can't know that TLS began before it, and asks for no password
            return SMTP(peer, hostname="localhost")
        return SMTP(
            peer, hostname="localhost", authenticator=peer.authenticate, auth_required=True,
            tls_context=context, require_starttls=True,
        )  # fmt: skip

    at_once: ssl.SSLContext | None = context if tls == "tls" else None
    server = await loop.create_server(protocol, "127.0.0.1", 0, ssl=at_once)
    peer.port = server.sockets[0].getsockname()[1]
    try:
        yield peer
    finally:
        server.close()
        await server.wait_closed()

"""Sends letters through a mail server, and says in the courier's words what went wrong."""

import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

import aiosmtplib
from aiosmtplib import SMTP

from bot.base.settings import Settings
from bot.core.delivery.answers import Misconfigured, PerhapsArrived, TryAgain, Unreachable
from bot.mail.letters import Letter, NoLetterError, written
from storage.partnership.emails import domain_of, one_spelling

SECONDS: Final = 20.0
"""How long the mail server may take for each answer."""
_NOBODY: Final = frozenset({550, 551, 552, 553})
"""What a mail server says of a mailbox that isn't there, moved, is full, or has no proper name."""
_FOR_GOOD: Final = 500
_THEIRS: Final = re.compile(r"5\.(1\.\d+|2\.\d+|4\.1)\b")
"""The finer codes that speak of the mailbox itself: its address, its state, and what Exchange says
of one that isn't there. The others speak of routes, content, protocol or policy."""
_FINER: Final = re.compile(r"\d\.\d+\.\d+\b")


@dataclass(frozen=True)
class Smtp:
    """One mail server. Each letter has a connection of its own, and TLS before anything is said."""

    host: str
    port: int
    sender: str
    at_once: bool = False
    """TLS from the first byte; otherwise STARTTLS, without which nothing is sent."""
    user: str = ""
    password: str = field(default="", repr=False)
    ca_file: Path | None = None
    seconds: float = SECONDS

    async def send(self, letter: Letter) -> None:
        """Sends it. Raises Unreachable, Misconfigured, TryAgain or PerhapsArrived."""
        with _in_our_words():
            message = written(letter, self.sender)
            async with self._connection() as server:
                await server.mail(self.sender)
                await server.rcpt(letter.to)
                with _perhaps_taken():
                    await server.data(message.as_bytes())

    async def greeted(self) -> None:
        """Signs in there and sends nothing: `check` asks for this. Raises as `send` does."""
        with _in_our_words():
            async with self._connection() as server:
                await server.noop()

    def _connection(self) -> SMTP:
        return SMTP(
            hostname=self.host,
            port=self.port,
            username=self.user or None,
            password=self.password or None,
            use_tls=self.at_once,
            start_tls=not self.at_once,
            tls_context=self._trusted,
            # By itself it would ask this machine for its name, and tell it.
            local_hostname=domain_of(self.sender),
            timeout=self.seconds,
        )

    @cached_property
    def _trusted(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.ca_file)


def smtp_of(settings: Settings) -> Smtp | None:
    """Builds what the settings name; None where no mail server is set up."""
    if not settings.has_mail:
        return None
    return Smtp(
        host=settings.smtp_host,
        port=settings.smtp_port,
        sender=one_spelling(settings.smtp_from),
        at_once=settings.smtp_security == "tls",
        user=settings.smtp_user,
        password=settings.smtp_password.get_secret_value(),
        ca_file=settings.smtp_ca_file,
    )


@contextmanager
def _perhaps_taken() -> Iterator[None]:
    """From the letter's own bytes on, no answer doesn't mean that it wasn't taken."""
    try:
        yield
    except (aiosmtplib.SMTPReadTimeoutError, aiosmtplib.SMTPServerDisconnected):
        raise PerhapsArrived from None


@contextmanager
def _in_our_words() -> Iterator[None]:
    try:
        yield
    except (NoLetterError, aiosmtplib.SMTPException, OSError) as error:
        # Not from it: what a mail server said has the address in it.
        raise _meaning(error) from None


def _meaning(error: Exception) -> Exception:
    match error:
        case NoLetterError():
            return Unreachable("noaddress")
        case aiosmtplib.SMTPRecipientRefused():
            return _of_mailbox(error.code, error.message)
        case aiosmtplib.SMTPDataError() if _THEIRS.match(error.message):
            return _of_mailbox(error.code, error.message)
        case aiosmtplib.SMTPResponseException():
            return TryAgain() if error.code < _FOR_GOOD else Misconfigured(f"smtp{error.code}")
        case ssl.SSLError():
            return Misconfigured("certificate")
        case OSError():
            return TryAgain()
        case _:  # it offers no TLS, or what we ask isn't supported
            return Misconfigured("tls")


def _of_mailbox(code: int, said: str) -> Exception:
    """Only what is said of the mailbox itself is theirs; anything else is ours."""
    if code < _FOR_GOOD:
        return TryAgain()
    theirs = _THEIRS.match(said) if _FINER.match(said) else code in _NOBODY
    return Unreachable(f"smtp{code}") if theirs else Misconfigured(f"smtp{code}")

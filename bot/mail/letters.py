"""What a letter is, and what keeps anything but a letter out of its head."""

from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, localtime, make_msgid
from typing import Final, Protocol

from storage.partnership.emails import domain_of, is_email

_SEVEN_BITS: Final = SMTP.clone(cte_type="7bit")
"""Any mail server passes it on as it is."""
_MARKED: Final = {
    # Nobody's holiday reply, and no list's, comes back to what only a program sent.
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
}


@dataclass(frozen=True)
class Letter:
    """A message to one person; none of it ever stands in a log."""

    to: str = field(repr=False)
    subject: str = field(repr=False)
    text: str = field(repr=False)
    language: str = "en"


class Mailing(Protocol):
    """Sends letters. Fulfilled by `bot.mail.smtp.Smtp`."""

    async def send(self, letter: Letter) -> None:
        """Sends it, or raises why not: see `bot.core.delivery.answers`."""


class NoLetterError(ValueError):
    """This can't be sent: an address that is none, or a line break in a head's line."""


def written(letter: Letter, sender: str, sender_name: str = "Upstander") -> EmailMessage:
    """Makes the message that goes over the wire. Raises NoLetterError for what isn't one."""
    if not is_email(letter.to) or not is_email(sender) or not letter.subject.isprintable():
        raise NoLetterError
    message = EmailMessage(policy=_SEVEN_BITS)
    message["From"] = Address(sender_name, addr_spec=sender)
    message["To"] = Address(addr_spec=letter.to)
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(localtime())
    message["Message-ID"] = make_msgid(domain=domain_of(sender))
    for name, value in _MARKED.items():
        message[name] = value
    message.set_content(letter.text)
    message["Content-Language"] = letter.language
    return message

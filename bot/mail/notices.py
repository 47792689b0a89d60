"""The letter that says that something waits: the same words for everybody and everything."""

from dataclasses import dataclass, field

from bot.base.settings import Settings
from bot.mail.letters import Letter, Mailing
from bot.mail.smtp import smtp_of
from prompts.words import Plain, say, speak


@dataclass(frozen=True)
class Notices:
    """Says so, with nothing but a link to the first page."""

    mailing: Mailing
    url: str = field(repr=False)

    async def tell(self, address: str, language: str) -> None:
        """Sends it. Raises what the courier knows: see `bot.core.delivery.answers`."""
        subject = speak(say("email-subject"), language)
        text = speak(say("email-text", url=Plain(self.url)), language)
        await self.mailing.send(Letter(address, subject, f"{text}\n", language))


def notices_of(settings: Settings) -> Notices | None:
    """Builds what the settings name; None without a mail server, or without pages to sign in to."""
    mailing = smtp_of(settings)
    if mailing is None or not settings.has_web:
        return None
    return Notices(mailing, f"{settings.origin}/")

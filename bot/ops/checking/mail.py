"""Whether letters would go out now: for `upstander check`."""

import asyncio

from bot.base.settings import Settings
from bot.core.delivery.answers import NOT_SENT, Misconfigured
from bot.core.delivery.attempts import PATIENCE
from bot.mail.smtp import smtp_of


async def mail_mistakes(settings: Settings) -> list[str]:
    """Says why no letter would go out, by signing in to the mail server; nothing is sent."""
    server = smtp_of(settings)
    if server is None:
        return []
    try:
        async with asyncio.timeout(PATIENCE.total_seconds()):
            await server.greeted()
    except (*NOT_SENT, TimeoutError) as error:
        why = error.code if isinstance(error, Misconfigured) else "it can't be reached"
        return [f"The mail server takes no letters ({why}): check the UPSTANDER_SMTP_ settings."]
    return []

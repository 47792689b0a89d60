"""What an operator should know of the pages on which people sign in, before anybody tries to."""

from collections.abc import Iterator

from bot.base.settings import Settings
from storage.partnership import Partnership


def web_notes(settings: Settings, partnership: Partnership) -> Iterator[str]:
    """Says in a line each why somebody can't sign in; nothing where all can, or nobody should."""
    if settings.public_url and not settings.has_web:
        yield (
            "UPSTANDER_PUBLIC_URL begins with http://, so nobody can sign in in the browser: put "
            "a proxy with TLS in front, and write https://."
        )
    if not settings.has_web or not partnership.members:
        return
    if not settings.has_mail:
        yield (
            "No mail server is set up (UPSTANDER_SMTP_HOST), so no links to sign in are sent, and "
            "nothing tells people on the web that something waits. Print a link for somebody: "
            "upstander invite PERSON"
        )
    elif not all(member.email for member in partnership.members):
        yield (
            "Some people under members have no email, so no link can be sent to them, and nothing "
            "tells them that something waits. Add it, or print a link: upstander invite PERSON"
        )

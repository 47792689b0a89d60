"""A link for somebody to whom none can be sent: an operator brings it to them."""

from bot.base.postgres import NotDoneError
from bot.base.settings import Settings
from bot.ops.in_force import in_force
from bot.ops.stores import fitting_keys
from bot.web.signin.building import build_links
from storage.engine.clock import SystemClock
from storage.partnership import PersonId


async def invitation(settings: Settings, person: str) -> str:
    """Writes the link, and what goes with it. Raises NotDoneError where it would open nothing.

    Nothing is stored: that a link was printed is nowhere but on the screen.
    """
    if not settings.has_web:
        raise NotDoneError(
            "Nobody can sign in yet: set UPSTANDER_PUBLIC_URL to where browsers reach the server, "
            "with https://."
        )
    partnership = await in_force(settings)
    id = PersonId(person if person.startswith("web:") else f"web:{person}")
    keys = await fitting_keys(settings, partnership.id)
    links = build_links(settings, keys, SystemClock(), partnership)
    try:
        link = links.invitation(id)
    except LookupError:
        raise NotDoneError(
            f"{settings.partnership} lists nobody under members with this id: it is written like "
            "web:kofi-mensah."
        ) from None
    return (
        f"{link}\n\n"
        "It opens once, within an hour, in any browser. Whoever opens it is them: hand it over "
        "yourself, and send it by no way that others read."
    )

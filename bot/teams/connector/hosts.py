"""Where our token may be sent: Microsoft's connectors, and hosts the operator named."""

from collections.abc import Iterable
from urllib.parse import SplitResult, urlsplit

from bot.base.settings import is_loopback

MICROSOFT = frozenset(
    {
        "smba.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
    }
)
"""Bot connectors of the public cloud and of the government clouds."""

_MESSAGES = ("teams.microsoft.com", "teams.cloud.microsoft", "teams.microsoft.us")


class Hosts:
    """The allow-list. Entries are `host` or `host:port`."""

    def __init__(self, named: Iterable[str] = ()) -> None:
        self._allowed = MICROSOFT | {host.strip().lower() for host in named if host.strip()}

    def allow(self, url: object) -> bool:
        """Tells whether this service address may be answered: https, save on this very machine."""
        parts = _split(url)
        if parts is None or parts.username is not None:
            return False
        host = (parts.hostname or "").lower()
        if host not in self._allowed and parts.netloc.lower() not in self._allowed:
            return False
        return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host))


def is_message_link(url: object) -> bool:
    """Tells whether this is a link to a message in Teams, and nothing somebody made up."""
    parts = _split(url)
    if parts is None or parts.scheme != "https" or parts.username is not None:
        return False
    host = (parts.hostname or "").lower()
    return any(host == known or host.endswith(f".{known}") for known in _MESSAGES)


def _split(url: object) -> SplitResult | None:
    if not isinstance(url, str):
        return None
    try:
        parts = urlsplit(url)
        _ = parts.port  # a port that is no number raises only here
    except ValueError:
        return None
    return parts

"""On which day our credentials end: nobody tells us, so whoever made them writes it down."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

CREDENTIALS: Final = (
    "SLACK_BOT_TOKEN",
    "SLACK_APP_TOKEN",
    "SLACK_CLIENT_SECRET",
    "TEAMS_CLIENT_SECRET",
    "UPSTANDER_ENTRA_CLIENT_SECRET",
    "UPSTANDER_OIDC_CLIENT_SECRET",
    "UPSTANDER_SMTP_PASSWORD",
)
"""Settings that hold what may end."""
SOON: Final = timedelta(days=30)


def expiring(written: str) -> Mapping[str, date]:
    """Reads `NAME=2027-05-01, …`. Raises ValueError for anything else."""
    found: dict[str, date] = {}
    for part in filter(None, (part.strip() for part in written.split(","))):
        name, _, day = (half.strip() for half in part.partition("="))
        if name not in CREDENTIALS:
            raise ValueError(f"UPSTANDER_EXPIRES names one of {', '.join(CREDENTIALS)}")
        try:
            found[name] = date.fromisoformat(day)
        except ValueError:
            raise ValueError(f"UPSTANDER_EXPIRES: write the day as {name}=2027-05-01") from None
    return found


def ends_soon(ends: date, today: date) -> bool:
    """Tells whether it is time for a new one."""
    return ends - today <= SOON

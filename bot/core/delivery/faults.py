"""What an operator has to mend before messages go out: said once, and until it is mended."""

from collections import Counter
from datetime import datetime, timedelta

from bot.base import metrics
from bot.base.logs import log

MAIL = "mail"
"""What fails for people on the web, beside the platforms."""
HOW_TO_FIX = {
    "slack": "check SLACK_BOT_TOKEN and the app's scopes: upstander check",
    MAIL: "check the UPSTANDER_SMTP_ settings, and the mail server: upstander check",
    "teams": "check the TEAMS_ settings and what stands between us and Microsoft: upstander check",
}


MANY = 4
"""That so many in a row can't be reached, with nothing delivered meanwhile, isn't true of each of
them: it is our token, or a fault over there."""
DOUBT = timedelta(hours=1)


class Faults:
    """By platform, the faults of ours that its last answers told; a delivery clears them."""

    def __init__(self) -> None:
        self._found: dict[str, Counter[str]] = {}
        self._out_of_reach: dict[str, dict[str, str]] = {}
        """By platform, of whom it said so since the last delivery, and in which words."""
        self._doubted: dict[str, datetime] = {}

    def note(self, platform: str, code: str) -> None:
        """Notes a fault. The first of its kind is logged, with how to fix it."""
        found = self._found.setdefault(platform, Counter())
        if not found[code]:
            fix = HOW_TO_FIX.get(platform, "upstander check says what is wrong")
            log.wrong(f"messages wait: {platform} answers {code}; {fix}")
        found[code] += 1
        metrics.REFUSED.inc()

    def is_too_often(self, platform: str, person: str, code: str, now: datetime) -> bool:
        """Notes that somebody can't be reached; tells whether that is said of too many in a row.

        After an hour of it, it is believed all the same.
        """
        told = self._out_of_reach.setdefault(platform, {})
        told[person] = code
        return len(told) >= MANY and now - self._doubted.setdefault(platform, now) < DOUBT

    def cleared(self, platform: str) -> frozenset[str]:
        """Hears that a message arrived there: whatever was wrong is mended.

        Gives in which words people were given up who were too many for that to be true.
        """
        if self._found.pop(platform, None):
            log.said(f"messages go out again on {platform}")
        told = self._out_of_reach.pop(platform, {})
        self._doubted.pop(platform, None)
        return frozenset(told.values()) if len(told) >= MANY else frozenset()

    def now(self) -> dict[str, str]:
        """Gives the commonest fault of each platform that has one."""
        return {where: found.most_common(1)[0][0] for where, found in self._found.items()}

"""How fast messages may go: one a second to a person, five a second in a tenant.

Slack answers 429 beyond about one message a second in a conversation, and each platform beyond some
dozens a second in a tenant. Whoever waits for their turn hasn't failed: their turn is set aside for
them, so that they wait once. Each partnership has an outbox, and turns, of its own.
"""

from datetime import datetime, timedelta
from typing import Final

from storage.partnership import Platform, PlatformId

IN_A_TENANT: Final = 5
"""A second, on the long run."""
BURST: Final = 20
"""So many may go at once in a tenant that was quiet."""
_MOST_KEPT: Final = 20_000
PACED: Final = (Platform.SLACK, Platform.TEAMS)


class Pacing:
    """Turns of the people and tenants that one process sends to: in memory, by its steady clock."""

    def __init__(self, seconds: float) -> None:
        self._between = timedelta(seconds=seconds)
        self._in_tenant = timedelta(seconds=1 / IN_A_TENANT)
        self._free: dict[str, datetime] = {}
        self._set_aside: set[str] = set()

    def turn(self, message_id: str, to: str, now: datetime) -> datetime:
        """Tells when this message may go: now, or at a moment that is set aside for it."""
        platform, home, _ = PlatformId.read(to)
        if not self._between or platform not in PACED:
            return now
        if message_id in self._set_aside:
            self._set_aside.discard(message_id)
            return now
        tenant = f"{platform}:{home}"
        quiet = now - self._in_tenant * BURST
        room = max(self._free.get(tenant, quiet), quiet)
        at = max(now, self._free.get(to, now), room)
        self._free[to], self._free[tenant] = at + self._between, room + self._in_tenant
        if at > now:
            self._set_aside.add(message_id)
        if len(self._free) > _MOST_KEPT:
            self._free = {key: free for key, free in self._free.items() if free > now}
        return at

    def told_to_wait(self, to: str, until: datetime) -> None:
        """Hears from the platform how long to wait in this person's conversation."""
        self._free[to] = max(until, self._free.get(to, until))

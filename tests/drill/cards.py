"""The leads' cards at the local Slack: which arrived, and why some arrived twice."""

import asyncio
import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import Any

from bot.core.delivery.courier import AT_ONCE
from tests.drill.server import LEADS
from tests.peers.fake_slack import FakeSlack, direct

OPENS = re.compile(r"^thread\.open ([\w-]{8,})$")
DELIVERY = 150


class Cards:
    """Cards by lead and thread, in the order in which they came, life by life of the server."""

    def __init__(self, slack: FakeSlack) -> None:
        self._slack = slack
        self._kills: list[int] = []

    def killed(self) -> None:
        """The server was killed at this point: what was posted till now was in an earlier life."""
        self._kills.append(len(self._slack.calls))

    def arrived(self) -> Counter[tuple[str, str]]:
        """How often each lead got each thread's card."""
        return Counter(card for _, card in self._posted())

    async def until_delivered(self, threads: int, patience: float = DELIVERY) -> None:
        """Waits until every lead has a card of so many threads."""
        async with asyncio.timeout(patience):
            while len(self.arrived()) < threads * len(LEADS):
                await asyncio.sleep(0.5)  # counting is too much work to do at every call

    def twice(self) -> int:
        """How many cards came more often than once."""
        return sum(times - 1 for times in self.arrived().values())

    def unexplained(self) -> list[tuple[str, str]]:
        """Cards that came twice and weren't in flight at a kill.

        A card is posted, then settled. Killed in between, the server can't know that it arrived,
        and sends it once more after its lease: so the earlier one is among the last of its life.
        """
        posts: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, card in self._posted():
            posts[card].append(at)
        return [
            card
            for card, times in posts.items()
            for earlier, later in pairwise(times)
            if not self._in_flight(earlier, later)
        ]

    def _in_flight(self, earlier: int, later: int) -> bool:
        ends = [kill for kill in self._kills if earlier < kill <= later]
        if not ends:
            return False
        between = [at for at, _ in self._posted() if earlier < at < ends[0]]
        # One whose answer comes slowly is overtaken by as many again, sent and settled meanwhile.
        return len(between) < 2 * AT_ONCE

    def _posted(self) -> list[tuple[int, tuple[str, str]]]:
        posts = enumerate(self._slack.calls)
        return [
            (at, card)
            for at, (method, body) in posts
            if method == "chat.postMessage" and (card := _card(body))
        ]

    def standing(self) -> Counter[tuple[str, str]]:
        """How often each lead has each thread's card: what Slack refused brought none."""
        return Counter(card for _, body in self._slack.posted if (card := _card(body)))


def _card(body: dict[str, Any]) -> tuple[str, str] | None:
    leads = {direct(lead): lead for lead in LEADS}
    thread = _thread(body["blocks"]) if body["channel"] in leads else ""
    return (leads[body["channel"]], thread) if thread else None


def _thread(blocks: list[dict[str, object]]) -> str:
    for block in blocks:
        elements = block.get("elements")
        for element in elements if isinstance(elements, list) else ():
            if match := OPENS.match(str(element.get("value", ""))):
                return match[1]
    return ""

"""A thousand answers to one round: how long until each is acknowledged, beside bare Bolt.

python -m tests.bench --only rounds [--rounds 5] [--folder DIR]
"""

import statistics
from collections import defaultdict
from collections.abc import Iterator
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import aiohttp

from bot.slack.private_metadata import Metadata
from handlers.pause.results import COMFORT
from prompts.words import say, speak
from tests.bench.apps import bare
from tests.bench.client import Timing, request, spread, timed
from tests.bench.disk import where
from tests.drill.forms import Json, post
from tests.drill.rounds import CHAIR, voices, workspace
from tests.drill.server import Process, upstander
from tests.peers import fake_slack, postgres
from tests.peers import slack_payloads as says
from tests.peers.fake_slack import FakeSlack
from tests.peers.slack_payloads import unique

MANY, SECONDS, AT_ONCE = 1_000, 10.0, 64
PEOPLE: Final = voices(MANY)
PAUSE: Final = {"kind": "voices", "what": "The plan", "by": "alone", "many": "", "minutes": "8"}
LINE: Final = "We have not heard from the school since March, and nobody knows why. " * 2
IN_TIME: Final = speak(say("pause-answered"), "en").partition(".")[0].encode()
PACED, FLAT_OUT = "100 a second", f"{AT_ONCE} at a time"
ACKNOWLEDGED = 3.0
"""Seconds after which Slack tells whoever pressed that it didn't work."""


@dataclass
class Contestant:
    """A server that takes the answers; a bare one only says that it did."""

    name: str
    server: Process
    bare: bool = True
    times: dict[str, list[Timing]] = field(default_factory=lambda: defaultdict(list))

    @property
    def expected(self) -> bytes:
        """What shows that an answer was taken."""
        return b'"update"' if self.bare else IN_TIME

    def each(self, shape: str) -> list[float]:
        """Milliseconds until each answer of all rounds was acknowledged, the fastest first."""
        return sorted(1000 * t for timing in self.times[shape] for t in timing.each)

    def per_second(self, shape: str) -> float:
        """The median round's throughput."""
        return statistics.median(len(t.each) / t.whole for t in self.times[shape])


class Pauses:
    """Rounds at our servers, each in a channel of its own, and what people send in them."""

    def __init__(self, http: aiohttp.ClientSession, slack: FakeSlack) -> None:
        self._http = http
        self._slack = slack
        self._thread = ""

    async def begin(self, url: str) -> Json:
        """A meeting pauses; gives the form of an answer."""
        channel = unique("C").encode()
        typed = says.command(CHAIR, "/pause").replace(b"C01GEN", channel)
        await post(self._http, url, typed)
        filled = says.submission(CHAIR, says.answered(self._slack.view, dict(PAUSE)))
        _, answer = await post(self._http, url, says.form(filled))
        values = (b["value"] for block in answer["view"]["blocks"] if block["type"] == "actions"
                  for b in block["elements"])  # fmt: skip
        self._thread = next(v.split()[1] for v in values if v.startswith("pause.answer "))
        return await self._pressed(url, "pause.answer", PEOPLE[0])

    async def end(self, url: str) -> None:
        """The chair shows the result: everybody is in it, once."""
        shown = await self._pressed(url, "pause.show", CHAIR)
        assert f"of {MANY:,}" in str(shown["blocks"]), shown

    async def _pressed(self, url: str, verb: str, who: str) -> Json:
        button = {"action_id": "press:card.0", "value": f"{verb} {self._thread}", "text": {}}
        status, _ = await post(self._http, url, says.form(says.press(who, button)))
        assert status == 200
        return self._slack.view


def requests(port: int, form: Json) -> list[bytes]:
    """Everybody's answer, each sent once."""
    made = []
    for number, who in enumerate(PEOPLE):
        line = LINE if number % 2 else ""
        view = says.answered(form, {"answer": COMFORT[number % 3], "line": line})
        meta = replace(
            Metadata.unpack(view["private_metadata"]), token=unique("bench-answer-token-")
        )
        whole = view | {"private_metadata": meta.pack()}
        made.append(request(port, says.form(says.submission(who, whole))))
    return made


async def take_turns(contestants: list[Contestant], pauses: Pauses, rounds: int) -> None:
    """Round after round, so that what else the machine does hits all alike."""
    for turn in range(rounds + 1):
        for shape in (FLAT_OUT, PACED) if turn else (FLAT_OUT,):
            form: Json = {}
            for each in contestants:
                port, url = each.server.port, each.server.url
                form = form if each.bare else await pauses.begin(url)
                sent = requests(port, form)
                if shape == PACED:
                    timing = await spread(port, sent, SECONDS, AT_ONCE, each.expected)
                else:
                    timing = await timed(port, sent, AT_ONCE, each.expected)
                if not each.bare:
                    await pauses.end(url)
                if turn:  # the first round warms up: it asks Slack who everybody is
                    each.times[shape].append(timing)


def told(contestants: list[Contestant]) -> Iterator[str]:
    """The table, and what our acknowledgement costs beyond Bolt's own."""
    for each in contestants:
        paced = each.each(PACED)
        p99 = paced[len(paced) * 99 // 100]
        yield (
            f"  {each.name:28}{PACED}: median {statistics.median(paced):8.2f} ms, p99 {p99:8.2f} "
            f"ms, slowest {paced[-1]:8.2f} ms;  {FLAT_OUT}: {each.per_second(FLAT_OUT):6.0f}/s"
        )
    ours, theirs = ([c for c in contestants if c.bare is its] for its in (False, True))
    for one in ours:
        for other in theirs:
            by_median = statistics.median(one.each(PACED)) / statistics.median(other.each(PACED))
            share = one.per_second(FLAT_OUT) / other.per_second(FLAT_OUT)
            yield f"  {one.name} / {other.name}: median {by_median:.2f}, throughput {share:.2f}"
        late = sum(t > 1000 * ACKNOWLEDGED for t in one.each(PACED))
        yield f"  {one.name}, {PACED}: {late} answers took longer than Slack waits (aim: 0)"


async def everything(folder: Path, rounds: int) -> None:
    """Us on both databases, and bare Bolt both ways; aloud where one can't be measured here."""
    print(f"\n{MANY:,} answers to one round: databases on {where(folder)}")
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(fake_slack.running(workspace([])))
        contestants = [_on_sqlite(folder, slack.api)]
        if lacking := postgres.lacking():
            print(f"  NOT MEASURED HERE: {lacking}")
        else:
            inner = stack.enter_context(ExitStack())
            contestants.append(_on_postgres(folder, slack.api, inner))
        for kind, name in (("default", "bare Bolt"), ("before", "bare Bolt, before response")):
            contestants.append(Contestant(name, bare(kind, folder, slack.api)))
        for each in contestants:
            stack.push_async_callback(each.server.stop)
            await each.server.start()
        # Only now, so that nobody is introduced to a thousand people while we measure.
        slack.people |= {p["id"]: p for p in workspace(PEOPLE)}
        http = await stack.enter_async_context(aiohttp.ClientSession())
        await take_turns(contestants, Pauses(http, slack), rounds)
    print("\n".join(told(contestants)), flush=True)


def _on_sqlite(folder: Path, api: str) -> Contestant:
    own = folder / "sqlite"
    own.mkdir()
    return Contestant("Upstander on SQLite", upstander(own, api), bare=False)


def _on_postgres(folder: Path, api: str, stack: ExitStack) -> Contestant:
    own = folder / "postgres"
    own.mkdir()
    server = stack.enter_context(postgres.running(own / "pg"))
    main, keyring = stack.enter_context(server.stores())
    return Contestant("Upstander on PostgreSQL", upstander(own, api, main, keyring), bare=False)

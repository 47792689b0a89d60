"""The third story, in a world of its own: marked people ask for second opinions, in every way."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from bot.core.admission import Actor, Incoming
from handlers.contract.people import Event
from storage.partnership import AgencyId
from tests.e2e.passing import passes
from tests.privacy.people import (
    CHOICES,
    HEARD_BY,
    HOME,
    KEPT_OPEN,
    LEADS,
    PLATFORMS,
    RAISERS,
    Choice,
    Platform,
    Someone,
)
from tests.privacy.world import Evidence, World, logged, world

QUESTION = "Plovers: are three weeks without a visit reason enough?"
PROPOSAL = "Sandpipers: it stays open."
VIEW, WHY = "Quietly, gannets think so.", "Herons are the rule here."
MIND = "Unless a visit finds bitterns."
DECIDED, BECAUSE = "Curlews: it stays open.", "Dunlins were unseen."
SAID = (QUESTION, PROPOSAL, VIEW, WHY, MIND, DECIDED, BECAUSE)
"""Everything that anybody says, in words that occur nowhere else."""
ON_ITS_WAY = timedelta(seconds=10)
LONGEST = timedelta(minutes=20)
"""Of the random wait that *soon* means; the shortest is two minutes."""
BY_HAND = ("thread.open", "thread.pick", "challenge.open", "challenge.adopt", "mine.open", "glass")
"""Where names are shown in other threads: nothing offers it, and it is asked for all the same."""


def reviewers_of(platform: Platform) -> tuple[Someone, Someone]:
    """Who is asked by somebody on this platform: both sit on another one."""
    return LEADS[HEARD_BY[platform]]


def told(how: Choice, platform: Platform) -> dict[str, str]:
    """The answers on the form."""
    release = {"release": "soon"} if how == "anonymous" else {}
    return {
        "danger": "no", "what": QUESTION, "proposal": PROPOSAL,
        "view": VIEW, "soon": "days", "wanted": "2",
        "role": "lead", "agency": HOME[HEARD_BY[platform]], "how": how, "anyway": "yes",
        **release,
    }  # fmt: skip


async def comes(here: World, how: Choice, people: Sequence[Someone], was: list[list[str]]) -> None:
    """They hear at once; of somebody anonymous, not before the release, and then."""
    await passes(here.core, ON_ITS_WAY)
    now = heard(here, people)
    assert [a == b for a, b in zip(was, now, strict=True)] == [how == "anonymous"] * len(now), how
    await passes(here.core, LONGEST)
    assert all(a != b for a, b in zip(was, heard(here, people), strict=True)), how


def heard(here: World, people: Sequence[Someone]) -> list[list[str]]:
    """What stands in each one's conversation."""
    return [here.hand(who).messages() for who in people]


async def all_asked(here: World, how: Choice) -> dict[Platform, str]:
    """On each platform somebody asks in this way; gives the threads."""
    reviewers = [r for platform in PLATFORMS for r in reviewers_of(platform)]
    before = heard(here, reviewers)
    for platform in PLATFORMS:
        page = await here.does(RAISERS[platform, how], "second-opinion", **told(how, platform))
        assert "We have your question" in page, page
    await comes(here, how, reviewers, before)
    return {platform: _newest(here, reviewers_of(platform)[0]) for platform in PLATFORMS}


def _newest(here: World, reviewer: Someone) -> str:
    hand = here.hand(reviewer)
    return hand.subject(hand.messages()[-1], "opinion.open")


async def all_answered(here: World, how: Choice, threads: dict[Platform, str]) -> None:
    """Both answer each, and pry; whoever asked hears that they can read it."""
    askers = [RAISERS[platform, how] for platform in PLATFORMS]
    before = heard(here, askers)
    for platform in PLATFORMS:
        for reviewer, verdict in zip(reviewers_of(platform), ("agree", "disagree"), strict=True):
            await _answers(here, reviewer, threads[platform], verdict)
    await comes(here, how, askers, before)


async def _answers(here: World, reviewer: Someone, thread: str, verdict: str) -> None:
    page = await here.does(reviewer, "opinion.open", thread)
    assert QUESTION in page
    assert VIEW not in page
    await _pries(here, reviewer, thread)
    await here.does(reviewer, "opinion.answer", thread, verdict=verdict, text=WHY, mind=MIND)


async def _pries(here: World, reviewer: Someone, thread: str) -> None:
    """Asks by hand for what shows a name elsewhere."""
    home = AgencyId(HOME[reviewer.platform])
    actor = Actor(reviewer.id, reviewer.name, "en", home, "{}")
    for verb in BY_HAND:
        reply = await here.core.dispatch.handle(Incoming(actor, Event(verb, thread), ""))
        here.evidence.pages.append((reviewer, repr(reply)))


async def all_decided(here: World, how: Choice, threads: dict[Platform, str]) -> None:
    """Whoever asked reads both and records what was decided; the reviewers hear it."""
    reviewers = [r for platform in PLATFORMS for r in reviewers_of(platform)]
    before = heard(here, reviewers)
    for platform in PLATFORMS:
        who, thread = RAISERS[platform, how], threads[platform]
        mine = await here.does(who, "mine" if how == "named" else "mine.quiet")
        assert thread in mine
        page = await here.does(who, "mine.open", thread)
        assert WHY in page
        assert VIEW in page
        await here.does(who, "opinion.decide", thread, text=DECIDED, why=BECAUSE)
    for reviewer in reviewers if how == "anonymous" else ():
        page = await here.does(reviewer, "opinion.open", _thread_of(reviewer, threads))
        assert DECIDED not in page
    if how == "anonymous":
        here.look("decided")
    await comes(here, how, reviewers, before)
    for reviewer in reviewers:
        assert DECIDED in await here.does(reviewer, "opinion.open", _thread_of(reviewer, threads))


def _thread_of(reviewer: Someone, threads: dict[Platform, str]) -> str:
    return next(t for platform, t in threads.items() if reviewer in reviewers_of(platform))


async def whole(folder: Path, **urls: str) -> Evidence:
    """Asked, answered, shown, decided on and closed; two by one person stay open to the end."""
    async with world(folder, urls) as here:
        here.look("before")
        threads = {how: await all_asked(here, how) for how in CHOICES}
        for number in range(2):
            await here.does(KEPT_OPEN, "second-opinion", **told("anonymous", KEPT_OPEN.platform))
            here.look(f"waiting {number}")
            await passes(here.core, LONGEST + ON_ITS_WAY)
        here.look("open")
        here.evidence.keep_backup("open")
        for how in CHOICES:
            await all_answered(here, how, threads[how])
        here.look("shown")
        for how in CHOICES:
            await all_decided(here, how, threads[how])
        here.look("closed")
        await here.core.ticks.rotate()
        here.look("rotated")
        await here.gather()
    return here.evidence


def witnessed(folder: Path, **urls: str) -> Evidence:
    """All of it, with everything that was logged meanwhile."""
    kept: list[tuple[str, str]] = []
    with logged(lambda said, overheard: kept.append((said, overheard))):
        evidence = asyncio.run(whole(folder, **urls))
    evidence.said, evidence.overheard = kept[0]
    return evidence

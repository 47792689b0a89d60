"""What happens in the world: everyone marked raises, is answered, answers back and is done."""

import asyncio
from datetime import timedelta
from pathlib import Path

from bot.app import open_stores
from bot.wiring import build_core
from tests.privacy.challenging import all_challenged, all_settled, asked_afterwards
from tests.privacy.looks import Disk, files, is_sqlite, look, settle_files
from tests.privacy.people import HEARD_BY, HOME, KEPT_OPEN, LEADS, RAISERS, Choice, Someone
from tests.privacy.people import partnership as the_partnership
from tests.privacy.world import Altered, Evidence, World, logged, world

SAID = "The meeting began late again, and nobody kept notes of it."
NOTED = "Nobody in that office answers the telephone."
DAY = timedelta(days=1)


def told(how: Choice, to: str) -> dict[str, str]:
    """The answers on the form."""
    kind = {"danger": "no", "topic": "roles", "what": SAID, "agency": to}
    release = {"release": "soon"} if how == "anonymous" else {}
    return {**kind, "how": how, **release}


async def raised(here: World, who: Someone, how: Choice) -> str:
    """Somebody raises a concern, it is released, and both leads have the card; gives its id."""
    heard_by = HEARD_BY[who.platform]
    lead = here.hand(LEADS[heard_by][0])
    before = len(lead.messages())
    await here.does(who, "concern", **told(how, HOME[heard_by]))
    await here.later()
    cards = lead.messages()
    assert len(cards) > before, f"{who.platform} {how}: no card came"
    return lead.subject(cards[-1], "thread.open")


async def answered(here: World, who: Someone, how: Choice, thread: str) -> None:
    """The first lead picks it up and replies, the second one looks; the raiser answers back."""
    first, second = LEADS[HEARD_BY[who.platform]]
    await here.does(first, "thread.pick", thread)
    await here.does(first, "thread.open", thread)
    await here.does(second, "thread.open", thread)
    await here.does(second, "thread.note", thread, text=NOTED)
    await here.does(first, "thread.update", thread, text="I am still on it.")
    await here.does(first, "thread.reply", thread, text="Thank you. I am looking into it.")
    await here.later()
    mine = await here.does(who, "mine" if how == "named" else "mine.quiet")
    assert here.hand(who).subject(mine, "mine.open") == thread
    page = await here.does(who, "mine.open", thread)
    assert "looking into it" in page
    await here.does(who, "mine.answer", thread, text="It was the same the week before.")
    await here.later()
    await here.does(first, "thread.open", thread)


async def done(here: World, who: Someone, thread: str) -> None:
    """The lead gives the final answer, and the raiser says that it is settled."""
    first = LEADS[HEARD_BY[who.platform]][0]
    answer = {"outcome": "learning", "text": "From now on somebody takes notes."}
    await here.does(first, "thread.close", thread, **answer)
    await here.later()
    await here.does(who, "mine.open", thread)
    await here.does(who, "mine.settled", thread)
    await here.later()


async def told_in_full(here: World) -> dict[str, str]:
    """All three choices on all three platforms, side by side; gives the threads."""
    threads: dict[str, str] = {}
    for (_, how), who in RAISERS.items():
        thread = threads[who.id] = await raised(here, who, how)
        await answered(here, who, how, thread)
    for number in range(2):
        threads[f"{KEPT_OPEN.id} {number}"] = await raised(here, KEPT_OPEN, "anonymous")
    return threads


async def whole(folder: Path, **urls: str) -> Evidence:
    """The whole story on one pair of databases, with looks at every turn."""
    async with world(folder, urls) as here:
        evidence, main = here.evidence, here.evidence.settings.main_url
        here.look("before")
        disk = None if is_sqlite(main) else Disk.begin(main)
        if disk is None:
            settle_files(main)
            evidence.disk["before"] = files(main)
        threads = await told_in_full(here)
        challenges = await all_challenged(here)
        here.look("open")
        evidence.keep_backup("open")
        for who in RAISERS.values():
            await done(here, who, threads[who.id])
        await all_settled(here, challenges)
        here.look("closed")
        evidence.disk["running"] = files(main) if disk is None else disk.read()
        ring = evidence.settings.ring_url
        evidence.disk["keyring at closing"] = files(ring) if disk is None else {}
        await here.core.ticks.rotate()
        here.look("rotated")
        await asked_afterwards(here, challenges)
        here.look("afterwards")
        await here.gather()
    evidence.disk["ended"] = files(main) if disk is None else {}
    evidence.disk["keyring"] = files(ring) if disk is None else {}
    await _restored(evidence)
    return evidence


async def _restored(evidence: Evidence) -> None:
    """Main comes back from the backup taken while everything was open; the keyring never does."""
    url = evidence.restore("open")
    settings = evidence.settings.model_copy(update={"database_url": url})
    evidence.looks["before the sweep"] = look(url, settings.ring_url)
    core = build_core(settings, None, the_partnership())
    await open_stores(core)
    evidence.disk["restored"] = files(url) if is_sqlite(url) else {}
    await core.close()
    evidence.looks["restored"] = look(url, settings.ring_url)


async def short(folder: Path, altered: Altered, who: Someone, to_the_end: bool) -> Evidence:
    """One anonymous concern, in a world that may leak."""
    async with world(folder, {}, altered) as here:
        here.look("before")
        thread = await raised(here, who, "anonymous")
        here.look("open")
        if to_the_end:
            first = LEADS[HEARD_BY[who.platform]][0]
            await here.does(first, "thread.pick", thread)
            await done(here, who, thread)
            here.look("closed")
        await here.gather()
    return here.evidence


def witnessed(folder: Path, **urls: str) -> Evidence:
    """The whole story, with everything that was logged meanwhile."""
    kept: list[tuple[str, str]] = []
    with logged(lambda said, overheard: kept.append((said, overheard))):
        evidence = asyncio.run(whole(folder, **urls))
    evidence.said, evidence.overheard = kept[0]
    return evidence


def witnessed_short(
    folder: Path, altered: Altered, *, to_the_end: bool = False, force: bool = False
) -> Evidence:
    """The short story of somebody on the web, likewise."""
    kept: list[tuple[str, str]] = []
    who = RAISERS["web", "anonymous"]
    with logged(lambda said, overheard: kept.append((said, overheard)), force):
        evidence = asyncio.run(short(folder, altered, who, to_the_end))
    evidence.said, evidence.overheard = kept[0]
    return evidence

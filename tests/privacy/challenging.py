"""The other half of the story: marked people challenge decisions, each in another way."""

import re
from datetime import timedelta

from tests.privacy.people import (
    CHALLENGERS,
    HEARD_BY,
    HOME,
    LEADS,
    MODERATORS,
    OWNERS,
    REVIEWERS,
    Platform,
    Someone,
    Way,
)
from tests.privacy.world import World

HOW = {"confidence": "confidence", "named": "named"}
CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){3}")


def owner_of(way: Way) -> Someone:
    """Whose decision it is: somebody on another platform than whoever challenges it."""
    return OWNERS[HEARD_BY[CHALLENGERS[way].platform]]


def told(way: Way) -> dict[str, str]:
    """The answers on the form."""
    owner = owner_of(way)
    hidden = {"release": "soon", "replies": "receipt" if way == "receipt" else "chat"}
    keeps = {"keeps": "yes"} if way == "kept" else {}
    how = HOW.get(way, "anonymous")
    return {
        "danger": "no", "decision": "Ending the visits", "agency": HOME[owner.platform],
        "owner": owner.name, "topic": "evidence-missed", "what": "Two visits found nobody at home.",
        "ask": "go once more", "level": "challenge", "how": how, "anyway": "yes",
        **(hidden if how == "anonymous" else {}), **keeps,
    }  # fmt: skip


async def challenged(here: World, way: Way) -> str:
    """Somebody challenges a decision, in the words drafted for them; gives the thread's id."""
    who, owner = CHALLENGERS[way], here.hand(owner_of(way))
    before = len(owner.messages())
    await here.does(who, "challenge", **told(way))
    here.evidence.pages.append((who, sent := await here.hand(who).fill(told(way))))
    if way == "receipt":
        here.evidence.codes += CODE.findall(sent)
        assert here.evidence.codes, sent
    await here.later()
    assert len(owner.messages()) > before, f"{way}: no card came"
    return owner.subject(owner.messages()[-1], "challenge.open")


async def all_challenged(here: World) -> dict[Way, str]:
    """Everybody challenges, and is answered; gives the threads."""
    threads: dict[Way, str] = {way: await challenged(here, way) for way in CHALLENGERS}
    await _diverted(here, threads["diverted"])
    await _with_receipt(here, threads["receipt"])
    await _adopted(here, threads["confidence"])
    for way in ("diverted", "kept", "receipt", "named"):
        await _verdict(here, owner_of(way), threads[way])
    return threads


async def all_settled(here: World, threads: dict[Way, str]) -> None:
    """Everybody but one says that it is settled."""
    for way in ("diverted", "kept", "confidence", "named"):
        who = CHALLENGERS[way]
        assert threads[way] in await _mine(here, way)
        await here.does(who, "mine.settled", threads[way])
    await here.does(CHALLENGERS["receipt"], "mine.settled", await _by_code(here))
    await here.later()


async def asked_afterwards(here: World, threads: dict[Way, str]) -> None:
    """Whoever kept an address for it is asked, 30 and 90 days on, how they fared."""
    who, thread = CHALLENGERS["kept"], threads["kept"]
    for wait in (timedelta(days=31), timedelta(days=61)):
        await here.later(wait)
        assert thread in await _mine(here, "kept")
        await here.does(who, "afterwards", thread, worse="no", again="yes")
        for _ in range(3):  # a day, so that what waits for working hours comes too
            await here.later(timedelta(hours=8))
    await here.later(timedelta(days=15))  # the questions are over, whether answered or not


async def _mine(here: World, way: Way) -> str:
    return await here.does(CHALLENGERS[way], "mine" if way == "named" else "mine.quiet")


async def _verdict(here: World, by: Someone, thread: str, verdict: str = "adapt") -> None:
    await here.does(by, "challenge.open", thread)
    await here.does(by, "challenge.answer", thread, verdict=verdict, text="We go once more.")
    await here.later()


async def _diverted(here: World, thread: str) -> None:
    """Its owner asks for a moderator, who diverts it; a reviewer reads what is said then."""
    who, owner = CHALLENGERS["diverted"], owner_of("diverted")
    await here.does(owner, "challenge.reply", thread, text="I will think about it.")
    await here.does(owner, "moderate", thread, text="It is not fair to me.")
    await here.later()
    moderator = _with_card(here, MODERATORS, thread)
    await here.does(moderator, "challenge.open", thread)
    await here.does(moderator, "moderate.divert", thread)
    await here.does(who, "mine.open", thread)
    await here.does(who, "mine.answer", thread, text="Nobody ever listens to us.")
    await here.later()
    reviewer = _with_card(here, REVIEWERS, thread)
    assert "Nobody ever listens" in await here.does(reviewer, "challenge.open", thread)
    await here.does(reviewer, "challenge.reply", thread, text="I have read it.")
    await here.later()
    assert "I have read it" in await here.does(who, "mine.open", thread)
    assert "I have read it" not in await here.does(owner, "challenge.open", thread)


def _with_card(here: World, people: dict[Platform, Someone], thread: str) -> Someone:
    return next(p for p in people.values() if any(thread in m for m in here.hand(p).messages()))


async def _by_code(here: World) -> str:
    """Comes back with the code; gives the pass that the page then carries."""
    who = CHALLENGERS["receipt"]
    page = await here.does(who, "receipt", code=here.evidence.codes[0])
    here.evidence.codes.append(here.hand(who).subject(page, "mine.answer"))
    return here.evidence.codes[-1]


async def _with_receipt(here: World, thread: str) -> None:
    owner = owner_of("receipt")
    await here.does(owner, "challenge.reply", thread, text="When was that?")
    await here.later()
    shown = await _by_code(here)
    await here.does(CHALLENGERS["receipt"], "mine.answer", shown, text="On Monday and Friday.")
    await here.later()
    assert "On Monday and Friday." in await here.does(owner, "challenge.open", thread)


async def _adopted(here: World, thread: str) -> None:
    """The owner and a second reader leave it as it is; a lead adopts it, and learns the name."""
    who, owner = CHALLENGERS["confidence"], owner_of("confidence")
    reader = next(p for p in REVIEWERS.values() if p.platform != owner.platform)
    for by in (owner, reader):
        await _verdict(here, by, thread, "keep")
        await here.does(who, "mine.unsettled", thread)
        await here.later()
    adopter = LEADS[owner.platform][0]
    assert who.name not in await here.does(adopter, "challenge.open", thread)
    await here.does(adopter, "challenge.adopt", thread)
    assert who.name in await here.does(adopter, "challenge.open", thread)
    await here.later()
    await _verdict(here, owner, thread, "change")

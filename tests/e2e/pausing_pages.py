"""A pause on the web pages: what its chair, the people in the room and a holder of a code do."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from playwright.async_api import Browser

from tests.e2e.demo import StillClock, Window, serving, window
from tests.e2e.phone import PhoneInspector
from tests.e2e.referral_pages import AGENCIES, KINDS, REFERENCE, WHAT, asks_by_name

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
CHAIR = "leila-haddad"
TEN = (
    "priya-nair", "tom-barker", "helen-ward", "kofi-mensah", "grace-okafor",
    "daniel-reid", "ruth-ellison", "amina-yusuf", "mei-chen", "owen-pritchard",
)  # fmt: skip
"""Ten people of four agencies."""
VOICES = ("comfortable", "concerned", "uncomfortable", "stop")
TABLE = "We want to end the weekly visits."
CODE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b")
_ROLES = re.compile(r"- (?:figure|list|listitem|strong|text)\b:?")


def line_of(here: Window) -> str:
    """What somebody writes with their answer: another line from each."""
    return "Line of " + here.page.url.partition("/as/")[2].partition("/")[0].replace("-", " ")


@dataclass(frozen=True)
class Room:
    """The demo's meeting: its chair and its people, each of them in a window of their own."""

    address: str
    chair: Window
    people: Sequence[Window]

    async def pauses(self, kind: str = "voices", codes: str = "none") -> None:
        """The chair stops the talk, with the form answered from the top down."""
        here = self.chair
        await enters(here)
        await here.press("web-pause")
        await here.page.locator(f"input[name=kind][value={kind}]").check()
        await here.page.locator("#what").fill(TABLE)
        await here.page.locator("#codes").select_option(codes)
        await here.press("pause-submit")
        await here.reads(here.words(f"{kind}-chair"), TABLE)

    async def answer(self, *given: str, line: Callable[[Window], str] = line_of) -> None:
        """The first so many answer, all at the same time."""
        both = zip(self.people, given, strict=False)
        await asyncio.gather(*(_answers(here, one, line(here)) for here, one in both))

    async def time_is_up(self) -> None:
        """The demo's clock goes on to the end of the round."""
        await enters(self.chair)
        await self.chair.press("web-to-due")

    async def see(self, *ids: str) -> None:
        """The result, which each of them opens from its card in the meeting."""
        await asyncio.gather(*(_sees(here, ids) for here in (*self.people, self.chair)))

    async def write(self, *given: Mapping[str, str]) -> None:
        """The first so many write, each into these fields of their form."""
        both = zip(self.people, given, strict=False)
        await asyncio.gather(*(_writes(here, one) for here, one in both))

    async def decide(self, decision: str, why: str, kind: str = "voices") -> None:
        """The chair records what comes of it."""
        here = self.chair
        await self.goes_to(f"{kind}-decide")
        await here.page.locator(f"input[name=decision][value={decision}]").check()
        await here.page.locator("#why").fill(why)
        await here.press("pause-decide-submit")
        await here.reads(here.words("pause-decided-recorded"), why)

    async def goes_to(self, *buttons: str) -> None:
        """The chair, from the meeting to their own page and on."""
        await enters(self.chair)
        for id in ("pause-chair", *buttons):
            await self.chair.press(id)


@asynccontextmanager
async def room(browser: Browser, language: str, people: Sequence[str]) -> AsyncIterator[Room]:
    """A demo of its own with these people: the first has no mouse; the second and the chair have
    phones, on which nothing may be wrong with any page that they come to."""
    inspector = PhoneInspector(language)
    async with AsyncExitStack() as stack:
        address = await stack.enter_async_context(serving(StillClock(MONDAY)))
        chair, *others = [
            await stack.enter_async_context(window(browser, address, slug, language, mouse=True))
            for slug in (CHAIR, *people)
        ]
        others[0].mouse = False
        await inspector.hold(chair, others[1])
        yield Room(address, chair, others)
    assert inspector.found == [], inspector.found


async def enters(here: Window) -> None:
    """The meeting's page."""
    await here.go(re.sub(r"(/as/[^/?]+).*", r"\1/meeting", here.page.url))


async def _answers(here: Window, answer: str, line: str) -> None:
    await enters(here)
    await here.press("pause-answer-button")
    await gives(here, answer, line)


async def _writes(here: Window, fields: Mapping[str, str]) -> None:
    await enters(here)
    await here.press("pause-answer-button")
    for name, text in fields.items():
        await here.page.locator(f"textarea[name={name}]").fill(text)
    await here.press("pause-answer-submit")
    await here.reads(here.words("pause-answered"))


async def gives(here: Window, answer: str, line: str) -> None:
    """The form of an answer, by keyboard where there is no mouse."""
    if here.mouse:
        await here.page.locator(f"input[name=answer][value={answer}]").check()
        await here.page.locator("#line").fill(line)
    else:
        await here.choose("answer", f"pause-{answer}")
        await here.write("line", line)
    await here.press("pause-answer-submit")
    await here.reads(here.words("pause-answered"))


async def _sees(here: Window, ids: Sequence[str]) -> None:
    await enters(here)
    await here.press("pause-see")
    await here.reads(TABLE, *(here.words(id) for id in ids))


async def heard(here: Window) -> str:
    """The picture as it is read out to somebody who can't see it."""
    shown = await here.page.locator("figure.bars").aria_snapshot()
    return " ".join(_ROLES.sub(" ", shown).replace('"', "").split())


def counted(here: Window, counts: Sequence[int], before: Sequence[int] = ()) -> list[str]:
    """What has to be read out: each answer, how many gave it, and how many before."""
    moved = "pause-bar-moved" if before else "pause-bar"
    return [
        f"{here.words(f'pause-{answer}')} "
        + here.words(moved, count=count, many=sum(counts), before=earlier)
        for answer, count, earlier in zip(VOICES, counts, before or counts, strict=True)
    ]


async def takes_code(chair: Window) -> str:
    """From the chair's page to a code on paper."""
    await chair.press("pause-codes-button")
    found = CODE.findall(await chair.page.locator("figure.said").inner_text())
    assert len(set(found)) == 5
    return str(found[0])


async def answers_by(code: str, here: Window, address: str, answer: str) -> None:
    """At the page of codes, in a window that knows nobody: the code is typed, then all the rest."""
    await here.go(f"{address}/pause?lang={here.language}")
    await here.write("code", code.lower().replace("-", " "))
    await here.press("codes-open")
    await here.reads(TABLE)
    await here.press("pause-answer-button")
    await gives(here, answer, "")


async def refers(here: Window, owner: str) -> None:
    """The form of a referral, as it comes up for an action that was agreed on."""
    await here.page.locator("#reference").fill(REFERENCE)
    await here.choose_text("kind", KINDS["referral-decision"][here.language])
    await here.page.locator("#what").fill(WHAT)
    await here.choose_text("agency", AGENCIES["childrens-social-care"][here.language])
    await here.tick("change_owner")
    await here.page.locator("#owner").fill(owner)
    await here.press("referral-submit")
    await asks_by_name(here, owner, "childrens-social-care")

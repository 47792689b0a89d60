"""A lead's own page with 3, 30 and 300 things that wait: how far it is to what presses, in
Chromium; what the database is asked, how long it takes, and what it weighs in Slack and Teams.

python -m tests.bench --only desk [--folder DIR]
"""

import base64
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Final

from playwright.async_api import Browser, Page, ViewportSize

from bot.slack.render.surfaces import home as slack_home
from bot.teams.render.cards import dialog
from bot.web.frame import Frame, WhoView, clock_view
from bot.web.render import pages as render
from prompts.shapes import Form
from storage.partnership import AgencyId
from tests.conftest import Stores
from tests.core.anytown import CONCERN, Town, anytown
from tests.peers.browser import launched
from tests.storage.test_due_steps_found import heard

SIZES: Final = (3, 30, 300)
SCREENS: Final = (
    ViewportSize(width=1280, height=800),
    ViewportSize(width=360, height=740),
)
TIMES: Final = 5
"""Looked at so often, and the fastest counts: the machine does other things too."""
LEAD: Final = "grace"
SOUGHT: Final = "CASE-001"
"""The reference that is looked for."""
STYLE: Final = Path(render.__file__).parents[1] / "static" / "style.css"
REFERRAL: Final = {
    "kind": "other", "agency": "childrens-social-care", "what": "A decision, please.",
    "owner": "", "role": "lead", "anyway": "yes",
}  # fmt: skip

# How far down the first of these begins whose words say so; -1 where there is none.
_PLACE: Final = """words => {
  const found = [...document.querySelectorAll("main section, .lines li")]
    .find(part => part.textContent.includes(words) && part.getClientRects().length);
  return found ? Math.round(found.getBoundingClientRect().top + scrollY) : -1;
}"""


async def _raised(town: Town, number: int) -> None:
    """Of three one is a concern, one a referral that nobody has, and one a referral of hers."""
    sizes = {0: _concern, 1: _referral, 2: _referral}
    for n in range(number):
        await sizes[n % 3](town, n)
        if n % 3 == 2:
            town.clock.set(town.clock.now() + timedelta(minutes=13))  # not too many an hour
    await town.core.ticks.drain()
    town.clock.set(town.clock.now() + timedelta(days=3))  # the first are overdue


async def _concern(town: Town, number: int) -> None:
    danger = "yes" if number == max(0, number // 3 - 1) * 3 else "no"
    form = await town.does("leila", "concern")
    await form.fills({**CONCERN, "release": "now", "danger": danger})


async def _referral(town: Town, number: int) -> None:
    due = (town.clock.now() + timedelta(days=1 + number % 40)).date().isoformat()
    owner = "Grace Okafor" if number % 3 == 2 else ""
    told = {**REFERRAL, "reference": f"CASE-{number:03}", "due": due, "owner": owner}
    await (await town.does("sarah", "referral")).fills(told)


@asynccontextmanager
async def _lead(number: int, folder: Path) -> AsyncIterator[Town]:
    folder.mkdir()
    main, keyring = (f"sqlite+aiosqlite:///{folder / name}.db" for name in ("main", "keyring"))
    async with anytown(Stores(main, keyring, "sqlite"), folder / "data") as town:
        await _raised(town, number)
        yield town


def _drawn(town: Town, form: Form) -> str:
    """The page as the web shows it, with her messages and with its style within."""
    agency = town.core.partnership.agency(AgencyId("childrens-social-care"))
    frame = Frame(
        who=WhoView("grace-okafor", "Grace Okafor", agency.name["en"]),
        at="home",
        clock=clock_view(town.core.partnership, agency, town.clock.now(), "en"),
    )
    cards = [sent.card for sent in reversed(town.cards(LEAD))][:30]
    return _styled(render.home(form, cards, frame))


def _styled(html: str) -> str:
    encoded = base64.b64encode(STYLE.read_bytes()).decode()
    return html.replace("/web/style.css", f"data:text/css;base64,{encoded}")


async def _far(page: Page, html: str) -> tuple[int, int, int, int]:
    """Pixels of the whole page, and down to danger, to what is overdue, to a reference."""
    await page.set_content(html)
    height = await page.evaluate("document.documentElement.scrollHeight")
    found = [await page.evaluate(_PLACE, words) for words in ("anger now", "verdue", SOUGHT)]
    return int(height), *found


async def _timed(town: Town, verb: str, **answers: str) -> tuple[Form, str]:
    """A page, with how often the database was asked for it, and how long the fastest took."""
    took, asked, page = [], 0, None
    for _ in range(TIMES):
        with heard(town.core.engine) as said:
            began = time.perf_counter()
            page = await town.does(LEAD, verb, answers=answers)
            took.append(time.perf_counter() - began)
            asked = len(said)
    assert page is not None
    return page.form, f"{asked} questions, {min(took) * 1000:.0f} ms"


async def _shown(town: Town, browser: Browser, number: int, shots: Path | None) -> list[str]:
    form, asked = await _timed(town, "mine")
    found, sought = await _timed(town, "mine.find.send", reference=SOUGHT)
    blocks = len(slack_home(form, "en")["blocks"])
    size = len(json.dumps(dialog(form, "cy"), ensure_ascii=False).encode())
    lines = [
        f"{number} waiting: {asked}; Slack {blocks} blocks; Teams {size:,} bytes; a search {sought}"
    ]
    html, results = _drawn(town, form), _styled(render.page(found, "en"))
    for screen in SCREENS:
        context = await browser.new_context(viewport=screen)
        page = await context.new_page()
        _, *_, searched = await _far(page, results)
        whole, *far = await _far(page, html)
        if shots:
            await page.screenshot(path=shots / f"{number}-{screen['width']}.png", full_page=True)
        names = ("danger", "overdue", SOUGHT, f"{SOUGHT} found by search")
        at = ", ".join(
            f"{name} {px} px (screen {px // screen['height'] + 1})" if px >= 0 else f"no {name}"
            for name, px in zip(names, (*far, searched), strict=True)
        )
        lines.append(f"  {screen['width']:5} px wide: {whole:6,} px in all; {at}")
        await context.close()
    return lines


async def told(folder: Path, shots: Path | None = None) -> str:
    """All sizes."""
    lines = []
    async with launched() as browser:
        for number in SIZES:
            async with _lead(number, folder / str(number)) as town:
                lines += await _shown(town, browser, number, shots)
    return "\n".join(lines)

"""A hello to everybody whom the partnership's file names: does a message reach each of them?"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlmodel import col, select

from bot.base.settings import Settings
from bot.ops.backup import current_core
from bot.wiring import Core
from handlers.contract.outcomes import Send, ToPerson
from handlers.shared.cards import greeting
from storage.engine.database import read
from storage.partnership import PersonId, Platform, PlatformId
from storage.schema import Outbox
from storage.schema.values import UNMET

EACH: Final = 1.0
"""Seconds between two looks at what has arrived."""
_MAIL: Final = "who has an e-mail address in the file is told by e-mail once something waits."
_NO_MAIL: Final = (
    "nobody tells them that something waits, since no mail server is set up: give "
    "UPSTANDER_SMTP_HOST and UPSTANDER_SMTP_FROM (docs/settings.md)."
)
_ALL: Final = "Everybody got it."
_SOME: Final = "Not everybody got it: see docs/connect.md."
_NOBODY: Final = (
    "Nobody was written to: the file names nobody on Slack or Teams. Those on the web sign in "
    "with a link (docs/signing-in.md); upstander check says whether the mail server takes letters."
)
_WAITS: Final = "no server has taken it yet: is one running?"
_UNMET: Final = "the bot hasn't met them: is the id right, and have they the app?"


@dataclass(frozen=True)
class Greeted:
    """What came of it."""

    lines: list[str]
    """One for each person, as the file writes them."""
    ending: str
    """How it went in all, and what to do."""
    reached: bool
    """Whether anybody was written to, and all of them got it."""


async def greet(settings: Settings, patience: int) -> Greeted:
    """Sends everybody named a card through the outbox, by the server that runs, and waits for at
    most so many seconds."""
    async with current_core(settings) as core:
        named = sorted(core.partnership.everyone_named())
        asked = [p for p in named if PlatformId.read(p).platform != Platform.WEB]
        async with core.transactions.begin() as work:
            since = work.repo.now
            await work.post([Send(ToPerson(person), greeting()) for person in asked])
        left = await _waited(core, asked, since, patience)
    lines = [f"{person}: {left.get(person, 'got it')}" for person in asked]
    if web := len(named) - len(asked):
        lines.append(f"{web} on the web get no hello: {_MAIL if settings.has_mail else _NO_MAIL}")
    if not asked:
        return Greeted(lines, _NOBODY, reached=False)
    return Greeted(lines, _SOME if left else _ALL, not left)


async def _waited(
    core: Core, asked: list[PersonId], since: datetime, patience: int
) -> Mapping[str, str]:
    left = await _left(core, asked, since)
    for _ in range(int(patience / EACH)):
        if not any(why.startswith("waits") for why in left.values()):
            break
        await asyncio.sleep(EACH)
        left = await _left(core, asked, since)
    return left


async def _left(core: Core, asked: list[PersonId], since: datetime) -> Mapping[str, str]:
    """Finds whose card hasn't arrived, and why."""
    theirs = col(Outbox.person).in_(asked), col(Outbox.key) == "", col(Outbox.since) == since
    mine = col(Outbox.partnership_id) == core.partnership.id
    found = await read(
        core.engine, select(Outbox.person, Outbox.dead, Outbox.why).where(mine, *theirs), {}
    )
    return {row.person: _why(row.dead, row.why) for row in found}


def _why(dead: str | None, why: str | None) -> str:
    if dead:
        return f"can't be reached ({dead})"
    return f"waits ({_UNMET if why == UNMET else why or _WAITS})"

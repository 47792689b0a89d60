"""What operators ask of the audit, beside a running server."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from bot.base.postgres import NotDoneError
from bot.base.settings import Settings
from bot.ops.backup import current_core
from storage.audit.days import newest_root
from storage.audit.verification import Verdict, in_words, verify
from storage.partnership import earliest_day


async def verified(settings: Settings) -> tuple[Verdict, list[str]]:
    """Walks the whole audit; gives what it found, and in words."""
    async with current_core(settings) as core:
        today = earliest_day(core.partnership, core.clock.now())
        verdict = await verify(core.engine, core.keys, core.partnership.id, today)
    return verdict, list(in_words(verdict))


async def root(settings: Settings, day: date | None) -> str:
    """Gives the newest day's root, or that day's: to be kept where nobody here can alter it."""
    async with current_core(settings) as core, AsyncSession(core.engine) as session:
        found = await newest_root(session, core.partnership.id, day)
    if found is None:
        which = f"{day} has no seal" if day else "No day is sealed yet"
        raise NotDoneError(f"{which}: the server seals each night the days on which it acted.")
    return f"{found[0]} {found[1].hex()}"

"""What `upstander check` looks at: configuration, both databases, platforms' credentials."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import ArgumentError

from bot.base.credentials import slack_mistakes, teams_mistakes
from bot.base.settings import Settings
from bot.jobs.timekeeper import SKEWED
from bot.ops import undelivered
from bot.wiring import Core, build_core, build_platforms
from storage.crypto.secrets_file import SecretFileError
from storage.engine.migrate import is_current
from storage.engine.shared_clock import SharedClock
from storage.partnership.gaps import gaps
from storage.partnership.loading import read_partnership
from storage.partnership.problems import PartnershipError


async def check_all(settings: Settings) -> list[str]:
    """Lists everything that is wrong, each with what to do about it."""
    try:
        partnership = read_partnership(Path(settings.partnership))
    except PartnershipError as error:
        return error.lines()
    try:
        core = build_core(settings, partnership=partnership)
    except SecretFileError as error:
        return [str(error)]
    except (ArgumentError, ModuleNotFoundError):
        return [
            "UPSTANDER_DATABASE_URL or UPSTANDER_KEYRING_URL can't be read: see docs/settings.md"
        ]
    problems = [problem async for problem in _databases(core)]
    problems += [problem async for problem in _platforms(core)]
    if not problems:
        problems += await undelivered.problems(core)
    await core.close()
    return problems


def worth_knowing(settings: Settings) -> list[str]:
    """Lists what isn't wrong, but leaves a challenge without somebody; nothing for a wrong file."""
    try:
        return list(gaps(read_partnership(Path(settings.partnership))))
    except PartnershipError:
        return []


async def _databases(core: Core) -> AsyncIterator[str]:
    if core.settings.main_url == core.settings.ring_url:
        yield (
            "UPSTANDER_KEYRING_URL names the main database: a backup would carry the keyring. "
            "Give the keyring a store of its own."
        )
    for store, engine in (("main", core.engine), ("keyring", core.keyring.engine)):
        name = "UPSTANDER_DATABASE_URL" if store == "main" else "UPSTANDER_KEYRING_URL"
        try:
            async with engine.connect() as connection:
                await connection.execute(text("SELECT 1"))
            if not await is_current(engine, "main" if store == "main" else "keyring"):
                yield f"The {store} database is not up to date: run upstander migrate."
            if store == "main" and isinstance(core.clock, SharedClock):
                await core.clock.ask(engine)
                for problem in off(core.clock.ahead):
                    yield problem
        except Exception as error:
            yield f"The {store} database can't be reached ({type(error).__name__}): see {name}."


def off(ahead: timedelta) -> list[str]:
    """Says how far this machine's clock is off the database's, if that is more than a little."""
    seconds = round(ahead.total_seconds())
    said = (
        f"This machine's clock is {abs(seconds)} s {'ahead of' if seconds > 0 else 'behind'} the "
        "database's. Days and deadlines go by the database's, but Slack's and Microsoft's requests "
        "are refused when they seem too old: set it right, and keep it so (chrony does)."
    )
    return [said] if abs(ahead) > SKEWED else []


async def _platforms(core: Core) -> AsyncIterator[str]:
    written = {
        "slack": [*slack_mistakes(core.settings)],
        "teams": [*teams_mistakes(core.settings)],
    }
    for mistakes in written.values():
        for mistake in mistakes:
            yield mistake
    try:
        platforms = build_platforms(core)
    except ValueError as error:
        yield str(error)
        return
    if platforms.slack is None and platforms.teams is None and not any(written.values()):
        yield "Neither Slack nor Teams is set up: see docs/connect.md."
    for name, edge in (("slack", platforms.slack), ("teams", platforms.teams)):
        if edge is not None and not written[name]:
            for problem in await edge.check():
                yield problem

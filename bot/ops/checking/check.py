"""What `upstander check` looks at: configuration, databases, people, platforms' credentials."""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import chain
from typing import Final

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.base.credentials.expiring import ends_soon, expiring
from bot.base.credentials.mistakes import slack_mistakes, teams_mistakes
from bot.base.settings import Settings
from bot.jobs.readiness import unstored
from bot.jobs.timekeeper import SKEWED
from bot.ops import undelivered
from bot.ops.checking.mail import mail_mistakes
from bot.ops.checking.unmet import off_platforms, strangers, unmet
from bot.ops.in_force import in_force
from bot.ops.keys_apart import keys_with_stores
from bot.ops.stores import both, store_problems
from bot.wiring import Core, build_core, build_platforms, keys_to_look
from storage.crypto.secrets_file import SecretFileError
from storage.delivery.undelivered import UndeliveredMessages
from storage.directory.members import Members
from storage.engine.clock import SystemClock
from storage.engine.failures import FAILED
from storage.engine.private_files import file_of
from storage.engine.probe import probe
from storage.engine.shared_clock import SharedClock
from storage.maintenance.left_open import left_open
from storage.maintenance.one_store import same_server
from storage.partnership import Partnership, Platform
from storage.partnership.gaps import gaps
from storage.partnership.problems import PartnershipError

ONE_SERVER: Final = (
    "Both stores are on one PostgreSQL server: a copy of all of it (pg_dumpall, pg_basebackup, an "
    "archive, a picture of its disk) carries the keyring. Give the keyring a server of its own "
    "that is never copied: docs/running.md."
)


@dataclass(frozen=True)
class Findings:
    """What the check found, each with what to do about it."""

    wrong: list[str]
    worth_knowing: list[str] = field(default_factory=list)
    """What isn't wrong, but may go wrong one day."""


async def check_all(settings: Settings) -> Findings:
    """Looks at everything once; of a wrong file only that is told."""
    try:
        partnership = await in_force(settings)
    except PartnershipError as error:
        return Findings(error.lines())
    return Findings(await _wrong(settings, partnership), await _fragile(settings, partnership))


async def _wrong(settings: Settings, partnership: Partnership) -> list[str]:
    stores = [problem async for problem in store_problems(settings, partnership.id)]
    problems = [problem.text for problem in stores]
    if not any(problem.stops for problem in stores):
        async with both(settings) as (main, keyring):
            problems += await _clock(main)
            places = (("main", main, settings.main_url), ("keyring", keyring, settings.ring_url))
            problems += [told for place in places if (told := await _room(*place))]
            if not any(problem.hides for problem in stores):
                problems += [problem async for problem in _rows(main, partnership)]
    platforms = await _platforms(settings, partnership)
    return problems + platforms + await mail_mistakes(settings)


async def _fragile(settings: Settings, partnership: Partnership) -> list[str]:
    found = [*gaps(partnership), *ends_lately(settings)]
    found += [together] if (together := keys_with_stores(settings)) else []
    with suppress(*FAILED, OSError):  # that it can't be reached has been said
        async with both(settings) as stores:
            found += [ONE_SERVER] if await same_server(*stores) else []
    return found


def ends_lately(settings: Settings) -> list[str]:
    """Lists the credentials that end within a month, or have ended."""
    today = SystemClock().now().date()
    return [
        f"{name} ends on {day:%d %B %Y}: make a new one, and write its day into UPSTANDER_EXPIRES."
        for name, day in expiring(settings.expires).items()
        if ends_soon(day, today)
    ]


async def _room(name: str, engine: AsyncEngine, url: str) -> str:
    """Says what /readyz says of a database in which nothing can be stored now."""
    path = file_of(url)
    if path is not None and not path.parent.is_dir():
        return ""  # the first start makes it
    try:
        await probe(engine, url)
    except (*FAILED, OSError) as error:
        why = unstored(name, error)
        return f"{why[0].upper()}{why[1:]}."
    return ""


async def _rows(main: AsyncEngine, partnership: Partnership) -> AsyncIterator[str]:
    async for problem in _departures(main, partnership):
        yield problem
    known = {seen.person: seen for seen in await Members(main, partnership.id).everyone()}
    for problem in unmet(partnership, known):
        yield problem
    waiting = UndeliveredMessages(main, partnership.id)
    for problem in undelivered.problems(await waiting.listed()):
        yield problem


async def _departures(main: AsyncEngine, partnership: Partnership) -> AsyncIterator[str]:
    agencies = {agency.id for agency in partnership.agencies}
    left = await left_open(main, partnership.id, agencies)
    for agency, count in sorted(left.by_agency.items()):
        yield (
            f"The agency {agency} isn't in the partnership's file, and {_things(count)} open with "
            "it: nobody there is asked. Put it back until they are closed."
        )
    if left.held:
        yield (
            f"{_things(left.held)} with somebody whom the bot doesn't know (any more): have a lead "
            "of that agency take it over, or see that the bot is installed for them again."
        )


def _things(count: int) -> str:
    return "1 conversation is" if count == 1 else f"{count} conversations are"


async def _clock(main: AsyncEngine) -> list[str]:
    if main.dialect.name != "postgresql":
        return []
    clock = SharedClock()
    await clock.ask(main)
    return off(clock.ahead)


def off(ahead: timedelta) -> list[str]:
    """Says how far this machine's clock is off the database's, if that is more than a little."""
    seconds = round(ahead.total_seconds())
    said = (
        f"This machine's clock is {abs(seconds)} s {'ahead of' if seconds > 0 else 'behind'} the "
        "database's. Days and deadlines go by the database's, but Slack's and Microsoft's requests "
        "are refused when they seem too old: set it right, and keep it so (chrony does)."
    )
    return [said] if abs(ahead) > SKEWED else []


async def _platforms(settings: Settings, partnership: Partnership) -> list[str]:
    try:
        # Nothing is made: the stores stay closed, and so do keys that aren't there.
        core = build_core(settings, partnership=partnership, keys=keys_to_look(settings))
    except SecretFileError:
        return []  # it has been said of the stores
    async with core:
        return [problem async for problem in _asked(core)]


async def _asked(core: Core) -> AsyncIterator[str]:
    written = {
        Platform.SLACK: [*slack_mistakes(core.settings)],
        Platform.TEAMS: [*teams_mistakes(core.settings)],
    }
    for mistake in chain(*written.values()):
        yield mistake
    try:
        platforms = build_platforms(core)
    except ValueError as error:
        yield str(error)
        return
    slack, teams = platforms.slack, platforms.teams
    edges = {Platform.SLACK: slack, Platform.TEAMS: teams}
    for problem in _off(edges, written, core.partnership, web=core.settings.has_web):
        yield problem
    if slack is not None and not written[Platform.SLACK]:
        found = await slack.check()
        for problem in found or strangers(core.partnership, await slack.onboarding.strangers()):
            yield problem
    if teams is not None and not written[Platform.TEAMS]:
        for problem in await teams.check():
            yield problem


def _off(
    edges: Mapping[Platform, object | None],
    written: Mapping[Platform, Sequence[str]],
    partnership: Partnership,
    *,
    web: bool,
) -> Iterator[str]:
    """Tells what isn't set up, and isn't a mistake that was told; the web alone will do."""
    off = [name for name, edge in edges.items() if edge is None and not written[name]]
    if len(off) == len(edges) and not web:
        yield "Neither Slack nor Teams is set up: see docs/connect.md."
    else:
        yield from off_platforms(partnership, off)

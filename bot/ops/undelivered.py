"""What hasn't arrived: lists it for an operator, and sends it again."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.base.settings import Settings
from bot.ops.backup import current_core
from bot.wiring import Core
from storage.delivery.undelivered import Undelivered
from storage.schema.values import UNMET

GIVEN_UP = "given up by an operator"
"""Why somebody isn't written to any more; sending it again revives it."""


async def listed(settings: Settings) -> list[str]:
    """Lists what waits and what was given up, a line each, with what to do about it."""
    async with current_core(settings) as core:
        found = await core.undelivered.listed()
    return [_line(each) for each in found] or ["Everything has arrived."]


async def unknown(settings: Settings, ids: Sequence[str]) -> list[str]:
    """Finds which of these are no id of anything that waits or was given up."""
    async with current_core(settings) as core:
        known = {each.id for each in await core.undelivered.listed()}
    return [id for id in ids if id not in known]


async def sent_again(settings: Settings, ids: Sequence[str]) -> int:
    """Has these messages go out at once, by the server that runs; without ids, all of them."""
    async with current_core(settings) as core:
        return await core.undelivered.send_again(ids, core.clock.now())


async def given_up(settings: Settings, ids: Sequence[str]) -> int:
    """Tries these no more, and moves their threads on at once: others are asked. Counts them."""
    async with current_core(settings) as core:
        return await give_up(core, ids)


async def give_up(core: Core, ids: Sequence[str]) -> int:
    """Does so on a core that is open."""
    found = await core.undelivered.failing(ids)
    for message in found:
        await core.unreached.give_up(message, GIVEN_UP)
    return len(found)


def problems(found: Sequence[Undelivered]) -> list[str]:
    """Lists what an operator has to see to, in as few sentences as there are reasons."""
    waiting = Counter(each.why for each in found if not each.given_up and each.why != UNMET)
    given_up = sum(each.given_up for each in found)
    return [*_waiting(waiting), *_given_up(given_up)]


def _waiting(reasons: Counter[str]) -> Iterator[str]:
    for why, count in reasons.items():
        yield (
            f"{count} message(s) wait ({why}): they go out by themselves once that is mended; "
            "upstander undelivered lists them."
        )


def _given_up(count: int) -> Iterator[str]:
    if count:
        yield (
            f"{count} message(s) can't be delivered to the person they were for, and others were "
            "asked: upstander undelivered lists them, and sends them again."
        )


def _line(each: Undelivered) -> str:
    since = f"{each.since:%Y-%m-%d %H:%M} UTC" if each.since else "some time"
    what = f"{each.kind or 'a hello or a digest'}{f' for {each.agency}' if each.agency else ''}"
    state = "given up" if each.given_up else f"waits, tried {each.attempts} time(s)"
    return f"{each.id}  {what}, since {since}: {state} ({each.why})"

"""Comparing the main database with the keyring, and joining two that didn't belong together."""

from bot.base.postgres import NotDoneError
from bot.base.settings import Settings
from bot.ops.stores import both, fitting_keys, refuse_misplaced
from bot.wiring import Core, build_core
from storage.engine.migrate import migrate
from storage.engine.single_server import AlreadyServedError, serving_alone
from storage.maintenance.pairing import Pairing
from storage.maintenance.reconcile import Reconciled, reconcile
from storage.partnership.loading import read_partnership, read_written


async def compared(settings: Settings) -> list[str]:
    """Says what both stores share and what only one of them has; changes nothing."""
    partnership = read_partnership(settings.partnership)
    await refuse_misplaced(settings)
    async with both(settings) as (main, keyring):
        found = await Pairing(main, keyring, partnership.id).look()
    waits = "(what waits for its release has none yet)"
    return [
        f"Open threads whose address is in the keyring: {found.shared}.",
        f"Addresses without a thread in the main database: {found.addresses} {waits}.",
        f"Open threads without an address in the keyring: {found.threads}.",
        "They belong together."
        if found.sound
        else "They don't belong together, and no server starts on them. Look at the addresses of "
        "both first. To go on and lose what only one of them has: upstander stores --join",
    ]


async def joined(settings: Settings) -> list[str]:
    """Makes the two a pair, while nothing is served; what only one of them has is destroyed."""
    await refuse_misplaced(settings)
    written = read_written(settings.partnership)
    keys = await fitting_keys(settings, written.partnership.id, begins_keyring=True)
    try:
        async with build_core(settings, partnership=written, keys=keys) as core:
            with serving_alone(settings.main_url):
                left = await _reconciled(core)
    except AlreadyServedError:
        raise NotDoneError("A server runs on this database: end it first, then join.") from None
    return [
        "The main database and the keyring belong together now.",
        f"Addresses without a thread: {left.orphans}. Destroyed.",
        f"Threads without an address: {left.closed}. Closed; their text can't be read any more.",
    ]


async def _reconciled(core: Core) -> Reconciled:
    await migrate(core.engine, "main")
    await core.keyring.migrate()
    await core.keyring.finish_rotation()
    today = core.clock.now().date()
    left = await reconcile(core.engine, core.keyring, core.keys, core.partnership.id, today)
    await core.ticks.pairing.renew(joining=True)
    return left

"""What putting a backup back would lose: found and said before anything is touched."""

from dataclasses import dataclass

from sqlalchemy import select

from bot.base.postgres import NotDoneError
from bot.ops.restoring.backup_file import Backup
from bot.ops.restoring.replaced import Replaced
from bot.wiring import Core
from storage.engine.database import looking_engine, opened
from storage.keyring.store import RETURN
from storage.keyring.tables import ring, waiting
from storage.keyring.waiting import WaitingRoom
from storage.maintenance.pairing import tables_in


@dataclass(frozen=True)
class Addresses:
    """The references that one partnership's keyring has."""

    of_threads: frozenset[str]
    waiting: frozenset[str]
    """Of what has no thread yet: it enters main at its time, whatever is restored."""


async def addresses_in(core: Core) -> Addresses:
    """Reads them from a keyring whose keys were found to fit; makes none where there is none."""
    async with opened(looking_engine(core.settings.ring_url)) as engine, engine.connect() as here:
        tables = await tables_in(here)
        if ring.name not in tables:
            return Addresses(frozenset(), frozenset())
        mine = ring.c.partnership_id == core.partnership.id, ring.c.kind == RETURN
        every = frozenset(await here.scalars(select(ring.c.ref).where(*mine)))
    waits = await WaitingRoom(core.keyring).refs() if waiting.name in tables else ()
    return Addresses(every.difference(waits), frozenset(waits))


def refuse_to_lose_holds(before: Replaced | None, backup: Backup) -> None:
    """Raises NotDoneError if what is under legal hold isn't in the backup."""
    lost = sorted(id for _, id in before.held - backup.names) if before else []
    if lost:
        raise NotDoneError(
            f"Under legal hold and not in this backup: {', '.join(lost)}. Restoring would delete "
            "them: take a newer backup, or lift the hold first (upstander hold THREAD --lift)."
        )


def refuse_without_keyring(
    partnership_id: str, backup: Backup, before: Replaced | None, here: Addresses
) -> None:
    """Raises NotDoneError if this keyring isn't the one that goes with the backup.

    A missing address means that its thread was closed since, but not if every one is missing and
    nothing tells that they were closed.
    """
    closed = before.closed if before else frozenset()
    mine = [t for t in backup.threads if t.ref and t.partnership_id == partnership_id]
    untold = [t for t in mine if (partnership_id, t.id) not in closed]
    if not untold or any(t.ref in here.of_threads for t in mine):
        return
    what = "isn't the one that goes with this backup" if here.of_threads else "is empty"
    raise NotDoneError(
        f"The keyring {what}: it has no address of any thread that is open in the backup "
        f"({len(untold)}), so all of these would be closed for good. Bring back the keyring that "
        "goes with the backup, or set UPSTANDER_KEYRING_URL to where it is. If it is lost, and the "
        "way back to whoever raised them with it: add --without-keyring. Nothing was changed."
    )


def newer(partnership_id: str, backup: Backup, before: Replaced | None, here: Addresses) -> str:
    """Says what is newer than the backup and would be lost for good; nothing if nothing is."""
    if before is not None and (count := len(before.threads - backup.names)):
        return (
            "Threads that are newer than this backup, and are lost for good if it takes their "
            f"place: {count}. Whoever raised them can't be reached through us any more. To keep a "
            "copy of what stands here now, first: upstander backup FILE."
        )
    mine = {t.ref for t in backup.threads if t.partnership_id == partnership_id}
    if before is None and (count := len(here.of_threads - mine)):
        return (
            f"Addresses in the keyring whose threads aren't in this backup: {count}. They are "
            "destroyed if it is put here, and whoever raised these can't be reached through us any "
            "more. Is there a newer backup?"
        )
    return ""

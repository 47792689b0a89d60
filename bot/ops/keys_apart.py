"""Whether keys lie apart from what they open: one snapshot of both would open everything."""

from pathlib import Path

from bot.base.settings import Settings
from storage.engine.private_files import file_of


def keys_with_stores(settings: Settings) -> str:
    """Says that one folder or volume has both, as far as can be told from here, and what to do."""
    if settings.keys_beside_stores:
        return moving(settings)
    keys, stores = _folders(settings)
    if any(_within(one, other) or _within(other, one) for one in keys for other in stores):
        return (
            f"The keys lie in one folder with a database ({settings.keys_folder}): one copy of it "
            "opens everything. Give them a folder of their own: UPSTANDER_KEYS_DIR and "
            "UPSTANDER_SECRET_FILE, docs/running.md."
        )
    if {path.stat().st_dev for path in keys} & {path.stat().st_dev for path in stores}:
        return (
            f"The keys ({settings.keys_folder}) and a database lie on one volume: a snapshot of "
            "it, or of the machine, opens everything. Put the keys on a volume of their own of "
            "which none is taken: UPSTANDER_KEYS_DIR, docs/running.md."
        )
    return ""


def moving(settings: Settings) -> str:
    """Says how keys that lie in the data folder from before are moved; nothing moves by itself."""
    here, own = settings.data_dir, settings.own_keys_folder
    return (
        f"The keys lie with the databases in {here}: one snapshot of it opens everything. End "
        f"every server, then move secret.key and each ratchet-* folder from {here} to {own} "
        "(better on another volume: UPSTANDER_KEYS_DIR), and start again: docs/running.md."
    )


def _folders(settings: Settings) -> tuple[set[Path], set[Path]]:
    """Finds the folders of keys, and those of databases that are files here; only what is there."""
    keys = {settings.keys_folder, settings.secret_path.parent}
    files = (file_of(settings.main_url), file_of(settings.ring_url))
    stores = {path.parent for path in files if path is not None}
    keys, stores = ({path.resolve() for path in each if path.is_dir()} for each in (keys, stores))
    return keys, stores


def _within(inner: Path, outer: Path) -> bool:
    return inner.is_relative_to(outer)

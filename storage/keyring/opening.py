"""Many sealed rows at once: whose they are, and the same under another version of the key."""

from collections.abc import Sequence

from storage.crypto.errors import SealBrokenError
from storage.crypto.identity import IdentityKeys
from storage.keyring.tables import SealedRow


def refs_of(identity: IdentityKeys, rows: Sequence[SealedRow], person: str) -> list[str]:
    """Finds the references of this person's rows, by trying each."""
    mine = []
    for row in rows:
        try:
            if identity.is_for(*row, person=person):
                mine.append(row.ref)
        except SealBrokenError:
            continue  # An altered row is nobody's; it must not hide the sound ones.
    return mine


def rewrapped(
    identity: IdentityKeys, rows: Sequence[SealedRow], version: int
) -> tuple[list[SealedRow], list[str]]:
    """Seals rows under another version; gives the references of those that don't open, too."""
    fresh, refused = [], []
    for row in rows:
        try:
            fresh.append(row._replace(key_version=version, sealed=identity.rewrap(*row, version)))
        except SealBrokenError:
            refused.append(row.ref)
    return fresh, refused

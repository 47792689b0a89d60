"""Sealing: who an anonymous person is, and what people wrote, so that a stolen store says nothing.

Everything is AES-GCM-SIV with a random nonce, and bound to its place by associated data: a sealed
value that is moved, cut or relabelled doesn't open.
"""

from pathlib import Path
from typing import Final
from urllib.parse import quote

from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

from storage.crypto.aead import derive_key, tag_of
from storage.crypto.content import ContentKeys
from storage.crypto.identity import IdentityKeys
from storage.crypto.secrets_file import (
    KEY_BYTES,
    RatchetFolder,
    RatchetSecret,
    RootSecret,
    Secret,
    read_secret,
)


class AuditKey(Secret):
    """Without it nobody who writes to the main database can forge a link of the audit."""

    __slots__ = ()


class Keys:
    """Every key of the process, from the secret file and the ratchet folder."""

    def __init__(self, root: RootSecret, ratchet_dir: Path, creates: bool = True) -> None:
        self._root = root
        self._ratchet_dir = ratchet_dir
        self._creates = creates
        """Whether a ratchet may be made; whoever only looks makes nothing."""
        self.content: Final = ContentKeys(root)
        self.audit: Final = AuditKey(derive_key(root.reveal(), "audit"))
        self._form_key = derive_key(root.reveal(), "form token")
        self._event_key = derive_key(root.reveal(), "event")

    @classmethod
    def load(cls, secret_file: Path, ratchet_dir: Path) -> "Keys":
        """Reads the secret; each partnership's ratchet is made when its keyring first opens."""
        return cls(read_secret(secret_file), ratchet_dir)

    def __repr__(self) -> str:
        return "Keys(hidden)"

    def ratchet(self, partnership_id: str) -> RatchetFolder:
        """Opens a partnership's own ratchet, so that turning it never touches another's rows."""
        folder = RatchetFolder(self._ratchet_dir / f"ratchet-{quote(partnership_id, safe='')}")
        if self._creates and not folder.versions():
            folder.write(1)
        return folder

    def identity(self, partnership_id: str) -> IdentityKeys:
        """Reads the identity keys as the ratchet folder has them at this moment."""
        folder = self.ratchet(partnership_id)
        found = ((version, folder.read(version)) for version in folder.versions())
        held = {version: ratchet for version, ratchet in found if ratchet is not None}
        if not held and not self._creates:
            held = {0: RatchetSecret(bytes(KEY_BYTES))}  # of no version that any row has
        return IdentityKeys(self._root, held, partnership_id)

    def form_token_tag(self, token: str) -> str:
        """Makes a form's token what may be stored, to know a form that was sent twice."""
        return tag_of(self._form_key, token)

    def form_cipher(self, token: str) -> AESGCMSIV:
        """Makes the cipher of what is kept of one form: it opens only with the form's own token.

        The token stands in no row, so that neither the database nor our keys are enough.
        """
        return AESGCMSIV(derive_key(self._form_key, "began", token))

    def event_tag(self, event_id: str) -> str:
        """Makes a platform's event id what may be stored, to know a retry."""
        return tag_of(self._event_key, event_id)

    def former_mark(self, partnership_id: str, person: str) -> str:
        """Makes an id that was somebody's what may be stored, to know it when it comes back."""
        return tag_of(self.key_for(f"former person {partnership_id}"), person)

    def key_for(self, purpose: str) -> bytes:
        """Derives a key for one purpose; no two purposes share one."""
        return derive_key(self._root.reveal(), purpose)

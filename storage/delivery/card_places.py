"""Where cards stand, sealed: a platform's name of a message is the moment at which it came."""

import base64
from typing import Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.crypto.aead import LENGTH_BYTES, associated, open_bytes, pad, seal_bytes, unpad
from storage.crypto.keys import Keys
from storage.schema import main_metadata

card_sent: Final = main_metadata.tables["card_sent"]
SEALED: Final = "sealed:"
_STEP: Final = 256
_OPEN: Final = (
    select(card_sent.c.id, card_sent.c.key, card_sent.c.ref)
    .where(card_sent.c.partnership_id == bindparam("pid"))
    .where(card_sent.c.ref.not_like(f"{SEALED}%"))
)
_CLOSED: Final = (
    update(card_sent)
    .where(card_sent.c.partnership_id == bindparam("pid"), card_sent.c.id == bindparam("card"))
    .values(ref=bindparam("sealed"))
)


class CardPlaces:
    """Seals and opens where cards stand; what a copy of main shows of it has few lengths."""

    def __init__(self, keys: Keys) -> None:
        self._cipher = AESGCMSIV(keys.key_for("card place"))

    def __repr__(self) -> str:
        return "CardPlaces(hidden)"

    def seal(self, key: str, ref: str) -> str:
        """Seals where a card of this key stands."""
        raw = ref.encode()
        size = -(-(len(raw) + LENGTH_BYTES) // _STEP) * _STEP
        sealed = seal_bytes(self._cipher, associated("card place", key), pad(raw, size))
        return SEALED + base64.b64encode(sealed).decode()

    def open(self, key: str, stored: str) -> str:
        """Opens it. Raises SealBrokenError for one of another key."""
        if not stored.startswith(SEALED):
            return stored  # by an earlier version, until it is sealed at a start
        sealed = base64.b64decode(stored.removeprefix(SEALED))
        return unpad(open_bytes(self._cipher, associated("card place", key), sealed)).decode()

    async def seal_older(self, connection: AsyncConnection, partnership_id: str) -> None:
        """Seals what an earlier version wrote openly."""
        mine = {"pid": partnership_id}
        for id, key, ref in (await connection.execute(_OPEN, mine)).all():
            await connection.execute(_CLOSED, {**mine, "card": id, "sealed": self.seal(key, ref)})

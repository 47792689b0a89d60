"""How what waits is spelled in two rows: its key, with whose it is, and what it is."""

import json
import math
import secrets
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

from storage.crypto.aead import LENGTH_BYTES, associated, open_bytes, pad, seal_bytes, unpad
from storage.crypto.errors import SealBrokenError, TooLongError
from storage.crypto.identity import IdentityKeys
from storage.crypto.secrets_file import KEY_BYTES
from storage.keyring.tables import SealedRow, Values

WAITING: Final = "waiting"
SIZES: Final = (16_384, 131_072)
"""Bytes of what lies sealed: nearly everything takes the first, and whatever can be typed the
second."""
_KEY_SIZE: Final = 256


@dataclass(frozen=True)
class Waiting:
    """Something that waits, opened. Shows nothing of itself in a log."""

    id: str
    due: datetime
    ref: str = field(repr=False)
    """The return reference of whoever wrote it, or is written to."""
    body: dict[str, Any] = field(repr=False)
    soon: bool = True
    """It waits for so long, and not for a time of day."""
    begins: bool = False
    """With it the return address begins: until it is released, no thread has that."""

    @property
    def held(self) -> bool:
        """Whether it waits for others like it, and not for its time alone."""
        return "held" in self.body


@dataclass(frozen=True)
class WaitingKey:
    """What lies in `ring` for something that waits."""

    ref: str
    key: bytes = field(repr=False)
    soon: bool
    begins: bool
    held: bool = False


def spelled(item: Waiting, pid: str, identity: IdentityKeys, version: int) -> tuple[Values, Values]:
    """Seals something under a new key; gives the row of that key, and its own.

    Raises TooLongError.
    """
    key = secrets.token_bytes(KEY_BYTES)
    kept = {"ref": item.ref, "key": key.hex(), "soon": item.soon, "begins": item.begins}
    kept |= {"held": True} if item.held else {}
    sealed = identity.seal_bytes(item.id, WAITING, version, json.dumps(kept).encode(), _KEY_SIZE)
    body = json.dumps(item.body, ensure_ascii=False).encode(errors="surrogatepass")
    return (
        ring_row(pid, item.id, WAITING, version, sealed),
        {
            "partnership_id": pid,
            "id": item.id,
            "due": due_second(item.due),
            "sealed": seal_bytes(AESGCMSIV(key), _place(pid, item.id), _padded(body)),
        },
    )


def ring_row(pid: str, ref: str, kind: str, version: int, sealed: bytes) -> Values:
    """Spells a row of `ring`."""
    return {
        "partnership_id": pid, "ref": ref, "kind": kind, "key_version": version, "sealed": sealed,
    }  # fmt: skip


def keys_in(
    rows: Iterable[SealedRow], identity: IdentityKeys, of: Collection[str] | None = None
) -> dict[str, WaitingKey]:
    """Opens the keys in these rows; one that was altered, or whose own key is gone, is nobody's.

    With `of` only those of these return references: of all others nothing is built.
    """
    wanted = b"{" if of is None else tuple(_begins(ref) for ref in of)
    found = {}
    for row in rows:
        try:
            plain = identity.open_bytes(*row)
        except SealBrokenError:
            continue
        if plain.startswith(wanted):
            key = json.loads(plain)
            found[row.ref] = WaitingKey(**(key | {"key": bytes.fromhex(key["key"])}))
    return found


def _begins(ref: str) -> bytes:
    # The reference comes first, so that the rest need not be read.
    return json.dumps({"ref": ref})[:-1].encode()


def opened(
    rows: Iterable[tuple[str, int, bytes]], keys: Mapping[str, WaitingKey], pid: str
) -> Iterable[Waiting]:
    """Opens what waits: (id, due, sealed) of each whose key is here."""
    for id, due, sealed in rows:
        if (key := keys.get(id)) is None:
            continue
        try:
            plain = unpad(open_bytes(AESGCMSIV(key.key), _place(pid, id), bytes(sealed)))
        except SealBrokenError:
            continue
        body = json.loads(plain.decode(errors="surrogatepass"))
        moment = datetime.fromtimestamp(due, UTC)
        yield Waiting(id, moment, key.ref, body, key.soon, key.begins)


def due_second(moment: datetime) -> int:
    """Counts whole seconds since 1970, upward: nothing goes out before its time."""
    return math.ceil(moment.timestamp())


def _padded(plain: bytes) -> bytes:
    for size in SIZES:
        if len(plain) <= size - LENGTH_BYTES:
            return pad(plain, size)
    raise TooLongError


def _place(pid: str, id: str) -> bytes:
    return associated("waiting", pid, id)

"""Sealing: who an anonymous person is, and what people wrote, so that a stolen store says nothing.

Everything is AES-GCM-SIV with a random nonce, and bound to its place by associated data: a sealed
value that is moved, cut or relabelled doesn't open.
"""

import base64
import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Literal, NoReturn
from urllib.parse import quote

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.seal_errors import (
    AddressTooLongError,
    SealBrokenError,
    TooLongError,
    UnknownVersionError,
)
from storage.secrets_file import (
    KEY_BYTES,
    RatchetFolder,
    RatchetSecret,
    RootSecret,
    Secret,
    read_secret,
)

FORMAT: Final = 1
ADDRESS_BYTES: Final = 1024
TEXT_STEP: Final = 256
_NONCE_BYTES: Final = 12
_LENGTH_BYTES: Final = 4

__all__ = ["AddressTooLongError", "SealBrokenError", "TooLongError", "UnknownVersionError"]

Mode = Literal["anonymous", "confidence", "dummy"]


class ContentKey(Secret):
    """The key of one thread's text; deleting it shreds the text."""

    __slots__ = ()


class AuditKey(Secret):
    """Without it nobody who writes to the main database can forge a link of the audit."""

    __slots__ = ()


@dataclass(frozen=True, repr=False)
class ReturnAddress:
    """Where an answer finds an anonymous person; it shows nothing of itself."""

    person: str
    address: str
    language: str
    agency: str | None
    name: str
    mode: Mode

    def __repr__(self) -> str:
        return "ReturnAddress(hidden)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("A return address is never pickled or copied.")


DUMMY: Final = ReturnAddress("", "", "", None, "", "dummy")


class IdentityKeys:
    """The keys that seal return addresses: one for each ratchet version still held."""

    def __init__(
        self, root: RootSecret, ratchets: Mapping[int, RatchetSecret], partnership_id: str
    ) -> None:
        self._partnership_id = partnership_id
        self._ciphers: dict[int, AESGCMSIV] = {}
        self._fingerprints: dict[int, str] = {}
        for version, ratchet in ratchets.items():
            both = root.reveal() + ratchet.reveal()
            self._ciphers[version] = AESGCMSIV(_derive(both, "identity", partnership_id))
            self._fingerprints[version] = _derive(both, "fingerprint", partnership_id)[:16].hex()

    def __repr__(self) -> str:
        return "IdentityKeys(hidden)"

    @property
    def newest(self) -> int:
        """The latest version that is held."""
        return max(self._ciphers)

    def holds(self, version: int) -> bool:
        """Whether rows of this version can be opened here."""
        return version in self._ciphers

    def fingerprint(self, version: int) -> str:
        """Tells two sets of keys apart, and nothing about either."""
        return self._fingerprints[version]

    def seal(self, ref: str, kind: str, version: int, address: ReturnAddress) -> bytes:
        """Seal an address to the constant length, for this row and no other."""
        plain = address_bytes(address)
        return _seal(self._cipher(version), self._place(ref, kind, version), plain)

    def open(self, ref: str, kind: str, version: int, sealed: bytes) -> ReturnAddress:
        """Open one row's address."""
        return ReturnAddress(**json.loads(_unpad(self._open(ref, kind, version, sealed))))

    def is_for(self, ref: str, kind: str, version: int, sealed: bytes, person: str) -> bool:
        """Whether this row is this person's, without building the whole address."""
        plain = self._open(ref, kind, version, sealed)
        return plain.startswith(_person_field(person), _LENGTH_BYTES)

    def seal_bytes(self, ref: str, kind: str, version: int, plain: bytes, size: int) -> bytes:
        """Seal something else for this row and no other, to `size` bytes. Raises TooLongError."""
        if len(plain) > size - _LENGTH_BYTES:
            raise TooLongError
        return _seal(self._cipher(version), self._place(ref, kind, version), _pad(plain, size))

    def open_bytes(self, ref: str, kind: str, version: int, sealed: bytes) -> bytes:
        """The same, opened."""
        return _unpad(self._open(ref, kind, version, sealed))

    def rewrap(self, ref: str, kind: str, version: int, sealed: bytes, to: int) -> bytes:
        """The same address, sealed under another version."""
        plain = self._open(ref, kind, version, sealed)
        return _seal(self._cipher(to), self._place(ref, kind, to), plain)

    def _open(self, ref: str, kind: str, version: int, sealed: bytes) -> bytes:
        return _open(self._cipher(version), self._place(ref, kind, version), sealed)

    def _cipher(self, version: int) -> AESGCMSIV:
        try:
            return self._ciphers[version]
        except KeyError:
            raise UnknownVersionError from None

    def _place(self, ref: str, kind: str, version: int) -> bytes:
        return _associated("ring", kind, self._partnership_id, ref, version)


class ContentKeys:
    """Wraps each thread's own key, so that losing one thread's key loses only that thread."""

    def __init__(self, root: RootSecret) -> None:
        self._cipher = AESGCMSIV(_derive(root.reveal(), "content"))

    def __repr__(self) -> str:
        return "ContentKeys(hidden)"

    def wrap_content_key(self, thread_id: str, key: ContentKey) -> bytes:
        """A thread's key as the main database keeps it."""
        return _seal(self._cipher, _associated("content key", thread_id), key.reveal())

    def unwrap_content_key(self, thread_id: str, wrapped: bytes) -> ContentKey:
        """A thread's key, only from that thread's own row."""
        return ContentKey(_open(self._cipher, _associated("content key", thread_id), wrapped))


class Keys:
    """Every key of the process, from the secret file and the ratchet folder."""

    def __init__(self, root: RootSecret, ratchet_dir: Path) -> None:
        self._root = root
        self._ratchet_dir = ratchet_dir
        self.content: Final = ContentKeys(root)
        self.audit: Final = AuditKey(_derive(root.reveal(), "audit"))
        self._form_key = _derive(root.reveal(), "form token")
        self._event_key = _derive(root.reveal(), "event")

    @classmethod
    def load(cls, secret_file: Path, ratchet_dir: Path) -> "Keys":
        """Read the secret; each partnership's ratchet is made when its keyring first opens."""
        return cls(read_secret(secret_file), ratchet_dir)

    def __repr__(self) -> str:
        return "Keys(hidden)"

    def ratchet(self, partnership_id: str) -> RatchetFolder:
        """A partnership's own ratchet, so that turning it never touches another's rows."""
        folder = RatchetFolder(self._ratchet_dir / f"ratchet-{quote(partnership_id, safe='')}")
        if not folder.versions():
            folder.write(1)
        return folder

    def identity(self, partnership_id: str) -> IdentityKeys:
        """The identity keys as the ratchet folder has them at this moment."""
        folder = self.ratchet(partnership_id)
        found = ((version, folder.read(version)) for version in folder.versions())
        held = {version: ratchet for version, ratchet in found if ratchet is not None}
        return IdentityKeys(self._root, held, partnership_id)

    def form_token_tag(self, token: str) -> str:
        """A form's token as it may be stored, to know a form that was sent twice."""
        return tag_of(self._form_key, token)

    def event_tag(self, event_id: str) -> str:
        """A platform's event id as it may be stored, to know a retry."""
        return tag_of(self._event_key, event_id)

    def key_for(self, purpose: str) -> bytes:
        """A key of its own for one purpose; no two purposes share one."""
        return _derive(self._root.reveal(), purpose)


def new_content_key() -> ContentKey:
    """A fresh key for a new thread."""
    return ContentKey(secrets.token_bytes(KEY_BYTES))


def seal_text(key: ContentKey, thread_id: str, message_id: str, text: str) -> bytes:
    """Seal one message, padded so that its length says little."""
    raw = text.encode(errors="replace")  # half a surrogate pair can't be shown to anyone
    size = -(-(len(raw) + _LENGTH_BYTES) // TEXT_STEP) * TEXT_STEP
    place = _associated("text", thread_id, message_id)
    return _seal(AESGCMSIV(key.reveal()), place, _pad(raw, size))


def open_text(key: ContentKey, thread_id: str, message_id: str, sealed: bytes) -> str:
    """Open one message, only in the thread and the place it was sealed for."""
    place = _associated("text", thread_id, message_id)
    return _unpad(_open(AESGCMSIV(key.reveal()), place, sealed)).decode()


def address_bytes(address: ReturnAddress) -> bytes:
    """The constant-length form of an address; one that doesn't fit is refused, never cut."""
    # The person comes first, so that is_for() need not parse the rest.
    raw = _json(asdict(address))
    if len(raw) > ADDRESS_BYTES - _LENGTH_BYTES:
        raise AddressTooLongError
    return _pad(raw, ADDRESS_BYTES)


def _person_field(person: str) -> bytes:
    return b'{"person":' + _json(person) + b","


def _json(value: object) -> bytes:
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    return text.encode(errors="surrogatepass")


def _derive(secret: bytes, *purpose: str) -> bytes:
    kdf = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=_associated(*purpose))
    return kdf.derive(secret)


def _associated(*place: str | int) -> bytes:
    # JSON, so that no two lists of fields can run together into the same bytes.
    return json.dumps(["upstander", FORMAT, *place]).encode()


def seal_small(key: bytes, place: str, plain: bytes) -> bytes:
    """Seal a few bytes for one place, without padding."""
    return _seal(AESGCMSIV(key), _associated(place), plain)


def open_small(key: bytes, place: str, sealed: bytes) -> bytes:
    """The same, opened."""
    return _open(AESGCMSIV(key), _associated(place), sealed)


def _seal(cipher: AESGCMSIV, place: bytes, plain: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, plain, place)


def _open(cipher: AESGCMSIV, place: bytes, sealed: bytes) -> bytes:
    try:
        return cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], place)
    except (InvalidTag, ValueError):
        raise SealBrokenError from None


def _pad(raw: bytes, size: int) -> bytes:
    return (len(raw).to_bytes(_LENGTH_BYTES, "big") + raw).ljust(size, b"\0")


def _unpad(plain: bytes) -> bytes:
    length = int.from_bytes(plain[:_LENGTH_BYTES], "big")
    return plain[_LENGTH_BYTES : _LENGTH_BYTES + length]


def tag_of(key: bytes, value: str) -> str:
    """A value as it may be stored, to know it again: it looks like every random id."""
    digest = hmac.digest(key, value.encode(), "sha256")
    return base64.urlsafe_b64encode(digest[:16]).decode().rstrip("=")

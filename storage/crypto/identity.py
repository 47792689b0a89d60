"""Seals who an anonymous person is, so that a stolen store says nothing."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Final, Literal, NoReturn

from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

from storage.crypto.aead import (
    LENGTH_BYTES,
    associated,
    derive_key,
    open_bytes,
    pad,
    seal_bytes,
    unpad,
)
from storage.crypto.errors import SealBrokenError, TooLongError
from storage.crypto.secrets_file import RatchetSecret, RootSecret

ADDRESS_BYTES: Final = 1024

Mode = Literal["anonymous", "confidence", "dummy"]


@dataclass(frozen=True, repr=False)
class ReturnAddress:
    """Where an answer finds an anonymous person; it shows nothing of itself."""

    person: str
    address: str
    language: str
    agency: str | None
    name: str
    mode: Mode
    fared: int = 0
    """The last question, by its days, to which they said how they fared; never what."""
    over: bool = False
    """They want to hear no more of it: not even a receipt's code leads back."""

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
            self._ciphers[version] = AESGCMSIV(derive_key(both, "identity", partnership_id))
            self._fingerprints[version] = derive_key(both, "fingerprint", partnership_id)[:16].hex()

    def __repr__(self) -> str:
        return "IdentityKeys(hidden)"

    @property
    def newest(self) -> int:
        """The latest version that is held."""
        return max(self._ciphers)

    def holds(self, version: int) -> bool:
        """Tells whether rows of this version can be opened here."""
        return version in self._ciphers

    def fingerprint(self, version: int) -> str:
        """Tells two sets of keys apart, and nothing about either."""
        return self._fingerprints[version]

    def seal(self, ref: str, kind: str, version: int, address: ReturnAddress) -> bytes:
        """Seals an address to the constant length, for this row and no other, or TooLongError."""
        return self.seal_bytes(ref, kind, version, address_bytes(address), ADDRESS_BYTES)

    def open(self, ref: str, kind: str, version: int, sealed: bytes) -> ReturnAddress:
        """Opens one row's address."""
        return ReturnAddress(**json.loads(self.open_bytes(ref, kind, version, sealed)))

    def is_for(self, ref: str, kind: str, version: int, sealed: bytes, person: str) -> bool:
        """Tells whether this row is this person's, without building the whole address."""
        plain, theirs = self._open(ref, kind, version, sealed), _person_field(person)
        # Older rows have an id as its platform spelled it, in whatever case.
        return plain[LENGTH_BYTES : LENGTH_BYTES + len(theirs)].lower() == theirs.lower()

    def seal_bytes(self, ref: str, kind: str, version: int, plain: bytes, size: int) -> bytes:
        """Seals something else for this row and no other, to `size` bytes. Raises TooLongError."""
        if len(plain) > size - LENGTH_BYTES:
            raise TooLongError
        return seal_bytes(self._cipher(version), self._place(ref, kind, version), pad(plain, size))

    def open_bytes(self, ref: str, kind: str, version: int, sealed: bytes) -> bytes:
        """Opens something else, in its own row only. Raises SealBrokenError."""
        return unpad(self._open(ref, kind, version, sealed))

    def rewrap(self, ref: str, kind: str, version: int, sealed: bytes, to: int) -> bytes:
        """Seals the same address under another version."""
        plain = self._open(ref, kind, version, sealed)
        return seal_bytes(self._cipher(to), self._place(ref, kind, to), plain)

    def _open(self, ref: str, kind: str, version: int, sealed: bytes) -> bytes:
        return open_bytes(self._cipher(version), self._place(ref, kind, version), sealed)

    def _cipher(self, version: int) -> AESGCMSIV:
        try:
            return self._ciphers[version]
        except KeyError:
            raise SealBrokenError from None  # its key is gone, or not here yet

    def _place(self, ref: str, kind: str, version: int) -> bytes:
        return associated("ring", kind, self._partnership_id, ref, version)


def address_bytes(address: ReturnAddress) -> bytes:
    """Spells an address. The person comes first, so that is_for() need not parse the rest."""
    return _json(asdict(address))


def _person_field(person: str) -> bytes:
    return b'{"person":' + _json(person) + b","


def _json(value: object) -> bytes:
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    return text.encode(errors="surrogatepass")

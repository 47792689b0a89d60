"""The attacker who holds the roster: hashes everybody in every usual way, and compares."""

import hashlib
import hmac
import re
import zlib
from base64 import b32decode, urlsafe_b64decode
from binascii import Error
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tests.privacy.people import Someone

WINDOW = 8
"""Bytes of a digest that are told from chance, wherever they stand in a stored value."""
FEWEST = 4
"""Bytes of a whole stored value that may be a cut digest."""
SMALL = 2**24
"""Below it a number counts something; as a cut digest it would fit half of everybody."""
LONG = 200
"""Bytes of a value that is text with words in it, each of which would be a poor key."""
_TOKEN = re.compile(rb"[A-Za-z0-9+/_=-]{6,}")
_HEX = re.compile(rb"[0-9a-fA-F]{8,}")
KEYED = ("sha256", "sha1", "md5")


@dataclass
class Stored:
    """Every stored value, ready to be compared with digests and to be tried as a key."""

    keys: set[bytes] = field(default_factory=set)
    windows: set[bytes] = field(default_factory=set)
    whole: set[bytes] = field(default_factory=set)
    sizes: set[int] = field(default_factory=set)
    numbers: set[int] = field(default_factory=set)

    def add(self, value: object) -> None:
        """Takes a value in, with whatever it may be an encoding of."""
        match value:
            case bool() | None:
                return
            case int():
                if abs(value) >= SMALL:
                    self.numbers.add(value)
                self.keys |= {str(value).encode(), (value % 2**64).to_bytes(8, "big")}
            case bytes() | bytearray() | memoryview():
                self._bytes(bytes(value))
            case _:
                self._bytes(str(value).encode())

    def _bytes(self, raw: bytes) -> None:
        self.keys.add(raw)
        for form in {raw, *_decoded(raw)}:
            if len(raw) < LONG:
                self.keys.add(form)
            if FEWEST <= len(form) < WINDOW:
                self.whole.add(form)
                self.sizes.add(len(form))
            self.windows.update(form[at : at + WINDOW] for at in range(len(form) - WINDOW + 1))

    def holds(self, digest: bytes, fewest: int = FEWEST) -> bool:
        """Whether this digest, or a beginning of it, is stored in any form."""
        if digest[:WINDOW] in self.windows:
            return True
        if any(digest[:size] in self.whole for size in self.sizes if size >= fewest):
            return True
        return bool(self.numbers) and not self.numbers.isdisjoint(_numbers(digest, fewest))


def _decoded(raw: bytes) -> Iterator[bytes]:
    for token in _TOKEN.findall(raw):
        yield token
        text = token.rstrip(b"=").replace(b"+", b"-").replace(b"/", b"_")
        yield from _tried(urlsafe_b64decode, text + b"=" * (-len(text) % 4))
        yield from _tried(b32decode, text.upper() + b"=" * (-len(text) % 8))
    for digits in _HEX.findall(raw):
        yield bytes.fromhex(digits[: len(digits) // 2 * 2].decode())


def _tried(decode: object, token: bytes) -> Iterator[bytes]:
    try:
        if callable(decode):
            yield decode(token)
    except (Error, ValueError):
        return


def _numbers(digest: bytes, fewest: int) -> Iterator[int]:
    for size in (4, 8):
        if size >= fewest and len(digest) >= size:
            for order in ("big", "little"):
                number = int.from_bytes(digest[:size], "big" if order == "big" else "little")
                # Databases keep signed numbers.
                yield from (number, number - 2 ** (8 * size), number >> 1)


def guesses(roster: Iterable[Someone], stored: Stored, secrets: Iterable[bytes] = ()) -> list[str]:
    """Who on the roster is confirmed by a stored value, and how."""
    people = [(person, text.encode()) for person in roster for text in person.formats]
    hits = {
        f"{person.id}: {name} of {text.decode()!r}"
        for person, text in people
        for name, digest in _digests(text)
        if stored.holds(digest)
    }
    # A plain id that rightly stands in main (a lead's) is no key to anybody else's.
    likely = [(person, text) for person, text in people if text.decode() in person.likely]
    for key in stored.keys | set(secrets):
        for person, text in likely:
            hits |= {
                f"{person.id}: {name} of {text.decode()!r}, keyed by a stored value"
                for name, digest in _keyed(key, text)
                if stored.holds(digest, fewest=6)
            }
    return sorted(hits)


def _digests(text: bytes) -> Iterator[tuple[str, bytes]]:
    for name in sorted(hashlib.algorithms_guaranteed):
        if name.startswith("shake"):
            yield name, hashlib.new(name, text).digest(32)  # type: ignore[call-arg]  # shake's own
        else:
            yield name, hashlib.new(name, text).digest()
    for size in (8, 16, 20):
        yield f"blake2b-{size}", hashlib.blake2b(text, digest_size=size).digest()
        yield f"blake2s-{size}", hashlib.blake2s(text, digest_size=size).digest()
    for name, check in (("crc32", zlib.crc32), ("adler32", zlib.adler32)):
        yield name, check(text).to_bytes(4, "big")
        yield name, check(text).to_bytes(4, "little")


def _keyed(key: bytes, text: bytes) -> Iterator[tuple[str, bytes]]:
    for name in KEYED:
        yield f"hmac-{name}", hmac.digest(key, text, name)
    yield "sha256 salted before", hashlib.sha256(key + text).digest()
    yield "sha256 salted after", hashlib.sha256(text + key).digest()
    yield "blake2b", hashlib.blake2b(text, key=key[:64], digest_size=16).digest()

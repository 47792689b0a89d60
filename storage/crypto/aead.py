"""AES-GCM-SIV with a random nonce, bound to its place: a sealed value that is moved, cut or
relabelled doesn't open."""

import base64
import hmac
import json
import secrets
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.crypto.errors import SealBrokenError
from storage.crypto.secrets_file import KEY_BYTES

FORMAT: Final = 1
TEXT_STEP: Final = 256
LENGTH_BYTES: Final = 4
_NONCE_BYTES: Final = 12


def derive_key(secret: bytes, *purpose: str) -> bytes:
    """Derives a key for one purpose; no two purposes share one."""
    kdf = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=associated(*purpose))
    return kdf.derive(secret)


def associated(*place: str | int) -> bytes:
    """Binds a sealed value to its place."""
    # JSON, so that no two lists of fields can run together into the same bytes.
    return json.dumps(["upstander", FORMAT, *place]).encode()


def seal_bytes(cipher: AESGCMSIV, place: bytes, plain: bytes) -> bytes:
    """Seals bytes for one place."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, plain, place)


def open_bytes(cipher: AESGCMSIV, place: bytes, sealed: bytes) -> bytes:
    """Opens bytes sealed for that place; SealBrokenError if they were not."""
    try:
        return cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], place)
    except (InvalidTag, ValueError):
        raise SealBrokenError from None


def pad(raw: bytes, size: int) -> bytes:
    """Fills up to a size, so that a length says little."""
    return (len(raw).to_bytes(LENGTH_BYTES, "big") + raw).ljust(size, b"\0")


def unpad(plain: bytes) -> bytes:
    """Takes what `pad` filled up to its own length again."""
    length = int.from_bytes(plain[:LENGTH_BYTES], "big")
    return plain[LENGTH_BYTES : LENGTH_BYTES + length]


def tag_of(key: bytes, value: str) -> str:
    """Makes of a value what may be stored, to know it again: it looks like every random id."""
    digest = hmac.digest(key, value.encode(), "sha256")
    return base64.urlsafe_b64encode(digest[:16]).decode().rstrip("=")

"""Seals what people wrote: one key a thread, so that losing it loses only that thread."""

import secrets

from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

from storage.crypto.aead import (
    LENGTH_BYTES,
    TEXT_STEP,
    associated,
    derive_key,
    open_bytes,
    pad,
    seal_bytes,
    unpad,
)
from storage.crypto.secrets_file import KEY_BYTES, RootSecret, Secret


class ContentKey(Secret):
    """The key of one thread's text; deleting it shreds the text."""

    __slots__ = ()


class ContentKeys:
    """Wraps each thread's own key, so that losing one thread's key loses only that thread."""

    def __init__(self, root: RootSecret) -> None:
        self._cipher = AESGCMSIV(derive_key(root.reveal(), "content"))

    def __repr__(self) -> str:
        return "ContentKeys(hidden)"

    def wrap_content_key(self, thread_id: str, key: ContentKey) -> bytes:
        """Wraps a thread's key as the main database keeps it."""
        return seal_bytes(self._cipher, associated("content key", thread_id), key.reveal())

    def unwrap_content_key(self, thread_id: str, wrapped: bytes) -> ContentKey:
        """Unwraps a thread's key, only from that thread's own row. Raises SealBrokenError."""
        return ContentKey(open_bytes(self._cipher, associated("content key", thread_id), wrapped))


def new_content_key() -> ContentKey:
    """Makes a fresh key for a new thread."""
    return ContentKey(secrets.token_bytes(KEY_BYTES))


def seal_text(key: ContentKey, thread_id: str, message_id: str, text: str) -> bytes:
    """Seals one message, padded so that its length says little."""
    raw = text.encode(errors="replace")  # half a surrogate pair can't be shown to anyone
    size = -(-(len(raw) + LENGTH_BYTES) // TEXT_STEP) * TEXT_STEP
    place = associated("text", thread_id, message_id)
    return seal_bytes(AESGCMSIV(key.reveal()), place, pad(raw, size))


def open_text(key: ContentKey, thread_id: str, message_id: str, sealed: bytes) -> str:
    """Opens one message, only in the thread and the place it was sealed for."""
    place = associated("text", thread_id, message_id)
    return unpad(open_bytes(AESGCMSIV(key.reveal()), place, sealed)).decode()

"""Files that hold keys: the root secret, and the ratchet whose old versions are erased.

Erasure is best effort: an SSD or a copying file system may keep blocks that were overwritten.
"""

import base64
import binascii
import codecs
import contextlib
import os
import re
import secrets
import struct
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

KEY_BYTES = 32
_RATCHET_NAME = re.compile(r"v(\d{1,12})\.key")
_DRAFT_NAME = re.compile(r"v(\d{1,12})-[0-9a-f]{16}\.draft")
_RATCHET_BODY = struct.Struct(f">Q{KEY_BYTES}s")


class SecretFileError(Exception):
    """A file of keys can't be used; the message says what to do next, never what is in it."""


class Secret:
    """Bytes that never show: not in a repr, a log, a traceback's locals or a pickled job."""

    __slots__ = ("_raw",)

    def __init__(self, raw: bytes) -> None:
        if len(raw) != KEY_BYTES:
            raise SecretFileError(f"A key must be {KEY_BYTES} bytes long.")
        self._raw = raw

    def reveal(self) -> bytes:
        """Shows the bytes, to a cipher and to nothing else."""
        return self._raw

    def __repr__(self) -> str:
        return f"{type(self).__name__}(hidden)"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} is never pickled or copied.")


class RootSecret(Secret):
    """The one secret that the operator keeps; every other key comes from it."""

    __slots__ = ()


class RatchetSecret(Secret):
    """The half of the identity key that is thrown away at every turn."""

    __slots__ = ()


def create_secret(path: Path) -> None:
    """Makes a new root secret, whole or not at all; one that exists is kept (SecretFileError)."""
    draft = path.with_name(f"{path.name}-{secrets.token_hex(8)}.draft")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        os.fchmod(file.fileno(), 0o600)
        file.write(base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        raise SecretFileError(
            f"{path} exists already and is kept: replacing it would lose everything sealed with it."
        ) from None
    finally:
        draft.unlink()
    _sync_folder(path.parent)


def read_secret(path: Path) -> RootSecret:
    """Reads the root secret. Raises SecretFileError, which says what to do."""
    try:
        # Editors and clipboards leave a mark before a secret, quotes and line ends around it.
        text = path.read_bytes().removeprefix(codecs.BOM_UTF8).strip(b" \t\r\n\"'")
        raw = base64.b64decode(text, altchars=b"-_", validate=True)
        return RootSecret(raw)
    except PermissionError:
        raise SecretFileError(unreadable(path)) from None
    except OSError as error:
        # Not "create one": where another was written with, a new one would open nothing.
        raise SecretFileError(
            f"The secret file {path} can't be read ({error.strerror}): bring it back, or set "
            "UPSTANDER_SECRET_FILE to where it is. Where nothing was written yet, leave that out, "
            "and upstander migrate makes one."
        ) from None
    except (binascii.Error, SecretFileError):
        raise SecretFileError(
            f"{path} isn't a secret file: it must hold {KEY_BYTES} bytes in url-safe base 64."
        ) from None


def unreadable(path: Path) -> str:
    """Says of a file of keys that is there, and closed to whoever runs this, what to do."""
    return (
        f"{path} is there, and this user may not read it: let the user that runs this read it, "
        "and nobody else."
    )


class RatchetFolder:
    """The versions of one ratchet: one file each; two stand side by side only while it turns."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def versions(self) -> list[int]:
        """Finds what is there now, oldest first."""
        return sorted(version for version, _ in self._named(_RATCHET_NAME))

    def read(self, version: int) -> RatchetSecret | None:
        """Reads one version, or nothing once it is erased (perhaps a moment ago, by a replica)."""
        try:
            body = self._path(version).read_bytes()
        except FileNotFoundError:
            return None
        except PermissionError:
            raise SecretFileError(unreadable(self._path(version))) from None
        if len(body) != _RATCHET_BODY.size or _RATCHET_BODY.unpack(body)[0] != version:
            if not self._path(version).exists():
                return None  # it was being erased while we read
            raise SecretFileError(f"{self._path(version)} is damaged: it isn't a ratchet file.")
        return RatchetSecret(_RATCHET_BODY.unpack(body)[1])

    def made(self, version: int) -> datetime | None:
        """Tells on which day a version was written, by its file's date; None once it is erased."""
        try:
            return datetime.fromtimestamp(self._path(version).stat().st_mtime, UTC)
        except FileNotFoundError:
            return None

    def write(self, version: int, at: datetime | None = None) -> None:
        """Adds a version whole or not at all; one that is there already (a crash left it) stays.

        Its file bears the day and no time: a turn may come of something that somebody did.
        """
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self._draft(version)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(_RATCHET_BODY.pack(version, secrets.token_bytes(KEY_BYTES)))
            file.flush()
            day = (at or datetime.now(UTC)).replace(hour=0, minute=0, second=0, microsecond=0)
            os.utime(file.fileno(), (day.timestamp(), day.timestamp()))
            os.fsync(file.fileno())
        try:
            os.link(draft, self._path(version))
        except FileExistsError:
            _overwrite(draft)
        draft.unlink()
        _sync_folder(self._folder)

    def erase_below(self, version: int) -> None:
        """Overwrites and removes every older version, and older drafts that a crash left."""
        found = [*self._named(_RATCHET_NAME), *self._named(_DRAFT_NAME)]
        old = [(each, path) for each, path in found if each < version]
        for each, path in old:
            # Another replica may be erasing the same file: gone is what we want. It leaves under
            # a draft's name first, so that nobody takes what overwrites it for a damaged key.
            with contextlib.suppress(FileNotFoundError):
                leaving = path.rename(self._draft(each))
                _overwrite(leaving)
                leaving.unlink()
        if old:
            _sync_folder(self._folder)

    def _named(self, pattern: re.Pattern[str]) -> list[tuple[int, Path]]:
        if not self._folder.exists():
            return []
        try:
            paths = list(self._folder.iterdir())
        except PermissionError:
            raise SecretFileError(unreadable(self._folder)) from None
        matches = ((pattern.fullmatch(path.name), path) for path in paths)
        return [(int(match[1]), path) for match, path in matches if match]

    def _draft(self, version: int) -> Path:
        return self._folder / f"v{version}-{secrets.token_hex(8)}.draft"

    def _path(self, version: int) -> Path:
        return self._folder / f"v{version}.key"


def _overwrite(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(secrets.token_bytes(_RATCHET_BODY.size))
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

"""What is wrong with the stores, each with how to fix it: `check` and `serve` say the same."""

import os
from collections.abc import AsyncIterator, Collection, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.base.postgres import NotDoneError
from bot.base.settings import Settings
from bot.ops.keys_fit import misfit, missing
from bot.ops.restoring.backup_file import WrappedKey
from bot.wiring import keys_to_look
from storage.crypto.keys import Keys
from storage.crypto.secrets_file import SecretFileError
from storage.engine.database import looking_engine, opened
from storage.engine.migrate import Store
from storage.engine.private_files import exposed, file_of, files_of
from storage.maintenance.one_store import same_database
from storage.maintenance.own_place import misplaced
from storage.maintenance.pairing import Pairing, StoresApartError
from storage.maintenance.standing import (
    UNUSABLE,
    none_opens,
    partnerships_in,
    standing,
    wrong_ratchet,
    wrong_secret,
)

_SETTING: Final = {"main": "UPSTANDER_DATABASE_URL", "keyring": "UPSTANDER_KEYRING_URL"}
_WHY: Final = (
    (
        ("password", "authentication", "no pg_hba"),
        "it doesn't accept this user or password (a sign in a password is percent-encoded)",
    ),
    (("does not exist",), "there is no such database or user there"),
    (("translate host", "resolve host", "name or service"), "there is no such host"),
    (("timeout", "no answer"), "it doesn't answer: is the host right, and the way to it open?"),
    (("refused", "no such file", "is the server running"), "nothing listens there: is it running?"),
    (("unable to open", "permission denied"), "its file can't be opened: may this user read it?"),
    (("disk i/o", "no space", "disk full"), "its disk fails, or has no room: make room on it"),
    (("not a database", "malformed"), "that file is no database, or is damaged: restore a backup"),
)
"""What databases say when they can't be used, and what that means. Their own words stay untold:
they may carry an address with a password."""


@dataclass(frozen=True)
class Problem:
    """Something wrong with a store."""

    text: str
    stops: bool = True
    """Whether a server refuses to start because of it."""
    hides: bool = True
    """Whether its rows can't be read until that is mended."""


async def refuse_unsound(settings: Settings, partnership_id: str) -> None:
    """Raises NotDoneError with everything that keeps a server from starting on these stores."""
    found = [p.text async for p in store_problems(settings, partnership_id) if p.stops]
    if found:
        raise NotDoneError("\n".join(found))


async def refuse_misplaced(settings: Settings) -> None:
    """Raises NotDoneError, before anything is made, if a store stands where the other should."""
    async with both(settings) as (main, keyring):
        if wrong := await _misplaced(main, keyring, settings):
            raise NotDoneError(wrong)


async def refuse_wrong_keys(settings: Settings, partnership_id: str) -> None:
    """Raises NotDoneError, before any are made, if the stores were written with other keys."""
    await _tried(settings, partnership_id, keys_to_look(settings), (), ())


async def fitting_keys(
    settings: Settings,
    partnership_id: str,
    written: Collection[WrappedKey] = (),
    *,
    begins_keyring: bool = False,
) -> Keys:
    """Reads keys that are all there and fit. Raises NotDoneError otherwise, and makes none.

    What was written with the secret may stand in a backup, too. Where a keyring is to begin that
    nothing was written to, its ratchet is made.
    """
    keys = keys_to_look(settings)
    # One that can't be reached tells of no keys: whoever needs it will say so.
    spared: tuple[Store, ...] = ("main",) if begins_keyring else ("main", "keyring")
    mine = [(id, key) for pid, id, key in written if pid == partnership_id]
    await _tried(settings, partnership_id, keys, mine, spared)
    if absent := missing(settings, partnership_id, keys, begins_keyring=begins_keyring):
        raise NotDoneError(absent)
    return Keys.load(settings.secret_path, settings.keys_folder) if begins_keyring else keys


async def _tried(
    settings: Settings,
    partnership_id: str,
    keys: Keys,
    written: Sequence[tuple[str, bytes]],
    spared: Collection[Store],
) -> None:
    secret, ratchet = none_opens(keys, written), None
    async with both(settings) as (main, keyring):
        if secret is None:
            with suppress(*UNUSABLE if "main" in spared else ()):
                secret = await wrong_secret(main, keys, partnership_id)
        with suppress(*UNUSABLE if "keyring" in spared else ()):
            ratchet = await wrong_ratchet(keyring, keys, partnership_id)
    if wrong := misfit(settings, partnership_id, secret, ratchet):
        raise NotDoneError(wrong)


async def store_problems(settings: Settings, partnership_id: str) -> AsyncIterator[Problem]:
    """Finds what is wrong with both stores and with the keys, and makes or changes nothing."""
    try:
        keys = keys_to_look(settings)
        unusable = list(_folders(settings))
        for problem in unusable:
            yield problem
        if not unusable:
            async for problem in _opened(settings, keys, partnership_id):
                yield problem
    except SecretFileError as error:
        yield Problem(str(error))


async def _opened(settings: Settings, keys: Keys, partnership_id: str) -> AsyncIterator[Problem]:
    async with both(settings) as (main, keyring):
        wrong = await _misplaced(main, keyring, settings)
        if wrong:
            yield Problem(wrong)
        # Whoever mixed them up is not told to migrate them.
        each = [found async for found in _each(main, keyring) if found.stops or not wrong]
        for problem in each:
            yield problem
        if not wrong and not any(problem.stops for problem in each):
            async for problem in _together(main, keyring, keys, settings, partnership_id):
                yield problem
    for path in exposed(_files(settings)):
        mode = "700" if path.is_dir() else "600"
        words = f"Others than its owner may look into {path}: chmod {mode} {path}"
        yield Problem(words, stops=False, hides=False)


@asynccontextmanager
async def both(settings: Settings) -> AsyncIterator[tuple[AsyncEngine, AsyncEngine]]:
    """Opens both stores to look at them."""
    main, keyring = looking_engine(settings.main_url), looking_engine(settings.ring_url)
    async with opened(main), opened(keyring):
        yield main, keyring


def _files(settings: Settings) -> list[Path]:
    urls = (settings.main_url, settings.ring_url)
    return files_of(urls, settings.data_dir, settings.secret_path, settings.keys_folder)


async def _misplaced(main: AsyncEngine, keyring: AsyncEngine, settings: Settings) -> str | None:
    with suppress(*UNUSABLE):  # one of them can't be reached, which is said of each
        if await same_database(main, keyring, settings.main_url, settings.ring_url):
            return (
                "UPSTANDER_KEYRING_URL names the main database: a backup would carry the keyring. "
                "Give the keyring a store of its own."
            )
    return await misplaced(main, keyring)


async def _each(main: AsyncEngine, keyring: AsyncEngine) -> AsyncIterator[Problem]:
    engines: tuple[tuple[Store, AsyncEngine], ...] = (("main", main), ("keyring", keyring))
    for store, engine in engines:
        at = await standing(engine, store)
        if at.failed is not None:
            why = _why(at.failed)
            yield Problem(f"The {store} database can't be used: {why}. See {_SETTING[store]}.")
        elif at.schema == "newer":
            yield Problem(
                f"The {store} database was made by a newer Upstander: install that version again, "
                "or restore a backup from before it."
            )
        elif at.schema != "current":
            words = f"The {store} database is not up to date: run upstander migrate."
            yield Problem(words, stops=False)


def _why(error: Exception) -> str:
    said = str(getattr(error, "orig", None) or error).lower()
    known = (meaning for words, meaning in _WHY if any(word in said for word in words))
    return next(known, f"it doesn't answer as it should ({type(error).__name__})")


def _folders(settings: Settings) -> Iterator[Problem]:
    for url, setting in ((settings.main_url, "DATABASE"), (settings.ring_url, "KEYRING")):
        path = file_of(url)
        folder = settings.data_dir if path is None else path.parent
        if folder == settings.data_dir and not folder.exists():
            continue  # the first start makes it
        if not folder.is_dir() or not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            yield Problem(
                f"{folder} is no folder that this user may read and write: make it so, or see "
                f"UPSTANDER_{setting}_URL and UPSTANDER_DATA_DIR."
            )


async def _together(
    main: AsyncEngine, keyring: AsyncEngine, keys: Keys, settings: Settings, partnership_id: str
) -> AsyncIterator[Problem]:
    others = await partnerships_in(main, keyring)
    if others and partnership_id not in others:
        yield Problem(
            f"These stores hold the partnership {', '.join(sorted(others))} and nothing of "
            f"{partnership_id}: its open conversations would be seen by nobody. Write the id back "
            "into the partnership's file; if this is one more partnership in the same stores: "
            "upstander stores --join."
        )
        return
    secret = await wrong_secret(main, keys, partnership_id)
    ratchet = await wrong_ratchet(keyring, keys, partnership_id)
    if wrong := misfit(settings, partnership_id, secret, ratchet):
        yield Problem(wrong)
    pair = await Pairing(main, keyring, partnership_id).look()
    if not pair.sound:
        yield Problem(str(StoresApartError(pair)))

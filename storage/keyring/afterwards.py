"""How raisers fared: answers lie sealed and tied to nobody, until there are enough to be counted.

That somebody has answered is kept apart, sealed in the row of their way back, which says nothing of
what they answered. Nothing of either is in main.
"""

import json
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from typing import Final

from sqlalchemy import insert

from storage.crypto.identity import ADDRESS_BYTES, DUMMY, ReturnAddress
from storage.keyring import tables
from storage.keyring.store import RETURN, ErasureUnfinishedError, Keyring, new_ref
from storage.keyring.tables import REWRAP, ROWS, Epoch, SealedRow, ring

FARED: Final = "fared"
GONE: Final = replace(DUMMY, over=True)


@dataclass(frozen=True)
class Fared:
    """What somebody answered, and in which quarter: no person, no thread, no day."""

    quarter: str
    days: int
    """After how many days they were asked."""
    worse: str = field(repr=False)
    again: str = field(repr=False)


Change = Callable[[ReturnAddress], ReturnAddress | None]


class FaredAnswers:
    """One partnership's answers that wait to be counted."""

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring

    async def take(self, ref: str, answer: Fared) -> bool:
        """Keeps an answer, durably; False if whoever is behind the reference has answered it."""

        def answered(address: ReturnAddress) -> ReturnAddress | None:
            if address.over or address.fared >= answer.days:
                return None
            return replace(address, fared=answer.days)

        if not await self._changed(ref, answered, answer):
            return False
        with suppress(ErasureUnfinishedError):  # the next turn of the key does it
            await self._keyring.destroy_where()
        return True

    async def let_go(self, ref: str) -> None:
        """Destroys who is behind a reference. The row stays, like any other, until its time."""
        await self._changed(ref, lambda _address: GONE)
        await self._keyring.destroy_where()

    async def waiting(self) -> dict[str, Fared]:
        """Reads every answer that isn't counted yet, by its reference."""
        rows = await self._keyring.rows(ring.c.kind == FARED)
        identity, _ = self._keyring.sealer
        return {row.ref: Fared(**json.loads(identity.open_bytes(*row))) for row in rows}

    async def destroy(self, refs: Collection[str]) -> None:
        """Destroys answers that are counted; safe to repeat."""
        await self._keyring.destroy(refs)

    async def _changed(self, ref: str, change: Change, answer: Fared | None = None) -> bool:
        """Tells whether it was changed: not if it isn't there, or shall stay as it is."""
        while (done := await self._try(ref, change, answer)) is None:
            await self._keyring.catch_up()
        return done

    async def _try(self, ref: str, change: Change, answer: Fared | None) -> bool | None:
        """Changes one row and adds the answer, both or neither; None once the key has turned."""
        identity, version = self._keyring.sealer
        pid, first = self._keyring.partnership_id, Epoch(version, identity.fingerprint(version))
        here = ring.c.partnership_id == pid, ring.c.ref == ref, ring.c.kind == RETURN
        async with self._keyring.engine.begin() as connection:
            # The epoch is held until the commit, so that of two answers one comes second.
            if await tables.lock_epoch(connection, pid, first) != first:
                return None
            if (found := (await connection.execute(ROWS.where(*here))).first()) is None:
                return False
            row = SealedRow(*found)
            if (changed := change(identity.open(*row))) is None:
                return False
            sealed = identity.seal(ref, RETURN, version, changed)
            fresh = tables.rewrapped(pid, SealedRow(ref, RETURN, version, sealed))
            await connection.execute(REWRAP, fresh)
            if answer is not None:
                await connection.execute(insert(ring).values(self._row(answer)))
        return True

    def _row(self, answer: Fared) -> tables.Values:
        identity, version = self._keyring.sealer
        ref, plain = new_ref(), json.dumps(asdict(answer)).encode()
        return {
            "partnership_id": self._keyring.partnership_id,
            "ref": ref,
            "kind": FARED,
            "key_version": version,
            "sealed": identity.seal_bytes(ref, FARED, version, plain, ADDRESS_BYTES),
        }

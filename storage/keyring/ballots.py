"""A round's ballot box: for the minutes it is open, answers lie sealed in the keyring.

Every answer takes the same room, under a tag that is a keyed hash of whose it is; the key is the
pause's own, random, sealed beside it, and gone when the pause ends. While its gate stands answers
are taken. Shutting takes the gate away, and nothing slips in behind it; only then are they read.
"""

import hmac
import json
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from random import SystemRandom
from typing import Any, Final, Literal

from sqlalchemy import delete, func, or_, select

from storage.crypto.aead import tag_of
from storage.keyring import ballot_rows
from storage.keyring.store import Keyring, new_ref
from storage.keyring.tables import SealedRow, Values, ring

KEEPER: Final = "keeper"
GATE: Final = "gate"
VOTE: Final = "v:"
SIZES: Final[Mapping[str, int]] = {"line": 2048, "page": 8192}
"""Bytes of every answer, whatever is in it: one line, or several questions."""
_KEEPER_BYTES: Final = 256
_KEYS: Final = 20
_chance = SystemRandom()

Taken = Literal["taken", "shut", "used"]


@dataclass(frozen=True)
class Given:
    """One answer. A name stands with it only in a round that the room chose to hold by name."""

    answer: Mapping[str, str] = field(repr=False)
    name: str = field(default="", repr=False)
    chair: bool = False
    """The chair's own answer."""


@dataclass(frozen=True)
class CountedRound:
    """What was in the box, shuffled."""

    ballot: str
    keeper: str
    given: tuple[Given, ...] = field(repr=False)
    same_people: bool
    """Exactly those answered who answered the round before."""
    people: str = field(repr=False)


@dataclass(frozen=True)
class Vote:
    """An answer on its way into the box."""

    participant: str = field(repr=False)
    answer: Mapping[str, str] = field(repr=False)
    name: str = field(default="", repr=False)
    token: str = field(default="", repr=False)
    chair: bool = False
    stands: bool = False
    """This participant's first answer stands: a code can be used once a round."""
    size: Literal["line", "page"] = "line"


class Ballots:
    """One partnership's ballot boxes."""

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring
        self._keys: dict[str, bytes] = {}

    async def begin(self) -> str:
        """Makes what belongs to a pause until it ends, its key. Gives the reference of that."""
        keeper = new_ref()
        await self._write_keeper(keeper, secrets.token_hex(32), "")
        return keeper

    async def open(self) -> str:
        """Opens a box, which takes answers from now on. Gives its reference."""
        ballot = secrets.token_urlsafe(8)[:10]
        await self._put(ballot, GATE, secrets.token_bytes(16), _KEEPER_BYTES)
        return ballot

    async def cast(self, keeper: str, ballot: str, vote: Vote) -> Taken:
        """Takes an answer, durably, unless the box is shut; a participant's next one replaces it.

        Raises TooLongError for an answer that doesn't fit.
        """
        if (key := await self._key(keeper)) is None:
            return "shut"
        tag = tag_of(key, f"{ballot} {vote.participant}")
        body = {
            "who": tag_of(key, f"who {vote.participant}"),
            "answer": dict(vote.answer),
            "name": vote.name,
            "token": vote.token,
            "chair": vote.chair,
        }
        plain = json.dumps(body, ensure_ascii=False).encode(errors="replace")
        kind, size = VOTE + ballot, SIZES[vote.size]
        if await self._put(tag, kind, plain, size, gate=ballot, stands=vote.stands):
            return "taken"
        self._keys.pop(keeper, None)
        return await self._why_not(tag, kind, vote) if vote.stands else "shut"

    async def _key(self, keeper: str) -> bytes | None:
        """A pause's key, which all its answers need: read once a round, not once an answer."""
        if (key := self._keys.get(keeper)) is not None:
            return key
        if (known := await self._keeper(keeper)) is None:
            return None
        if len(self._keys) >= _KEYS:  # of rounds that ended elsewhere; they open nothing any more
            self._keys.clear()
        key = self._keys[keeper] = bytes.fromhex(known["key"])
        return key

    async def _why_not(self, tag: str, kind: str, vote: Vote) -> Taken:
        for row in await self._keyring.rows(ring.c.ref == tag, ring.c.kind == kind):
            return "taken" if self._open(row)["token"] == vote.token else "used"
        return "shut"

    async def count(self, ballot: str) -> int:
        """Counts the answers in the box; nobody is shown this."""
        here = (ring.c.partnership_id == self._keyring.partnership_id, _votes(ballot))
        async with self._keyring.engine.connect() as connection:
            counted = await connection.execute(select(func.count()).select_from(ring).where(*here))
            return int(counted.scalar_one())

    async def shut(self, keeper: str, ballot: str) -> CountedRound:
        """Takes no more answers, and reads those there are. Safe to repeat until destroyed."""
        here = ring.c.partnership_id == self._keyring.partnership_id
        async with self._keyring.engine.begin() as connection:
            gate = (ring.c.ref == ballot, ring.c.kind == GATE)
            await connection.execute(delete(ring).where(here, *gate))
        self._keys.pop(keeper, None)
        rows = await self._keyring.rows(_votes(ballot))
        bodies = [self._open(row) for row in rows]
        _chance.shuffle(bodies)
        people = sha256(" ".join(sorted(str(b["who"]) for b in bodies)).encode()).hexdigest()
        known = await self._keeper(keeper)
        return CountedRound(
            ballot,
            keeper,
            tuple(Given(b["answer"], b["name"], b["chair"]) for b in bodies),
            known is not None and hmac.compare_digest(str(known["people"]), people),
            people,
        )

    async def destroy_ballots(self, counted: Collection[CountedRound]) -> None:
        """Destroys the answers whose result is stored: not even the keys bring them back."""
        for one in counted:
            if known := await self._keeper(one.keeper):
                await self._write_keeper(one.keeper, known["key"], one.people)
            await self._keyring.destroy_where(_votes(one.ballot))

    async def orphans(self, keepers: Collection[str], ballots: Collection[str]) -> set[str]:
        """Finds the references of whatever belongs to no pause, or to no open round.

        Asked for while no pause can begin: what is new since then belongs to something.
        """
        rows = await self._keyring.rows(_any())
        return {row.ref for row in rows if not _belongs(row, keepers, ballots)}

    async def _keeper(self, keeper: str) -> dict[str, str] | None:
        for row in await self._keyring.rows(ring.c.ref == keeper, ring.c.kind == KEEPER):
            found: dict[str, str] = self._open(row)
            return found
        return None

    async def _write_keeper(self, keeper: str, key: str, people: str) -> None:
        plain = json.dumps({"key": key, "people": people}).encode()
        await self._put(keeper, KEEPER, plain, _KEEPER_BYTES)

    def _open(self, row: SealedRow) -> Any:
        identity, _ = self._keyring.sealer
        return json.loads(identity.open_bytes(*row))

    async def _put(
        self, ref: str, kind: str, plain: bytes, size: int, *, gate: str = "", stands: bool = False
    ) -> bool:
        """Tells whether it was written: not if the gate is gone, or what is there stands."""
        while True:
            identity, version = self._keyring.sealer
            row: Values = {
                "partnership_id": self._keyring.partnership_id,
                "ref": ref,
                "kind": kind,
                "key_version": version,
                "sealed": identity.seal_bytes(ref, kind, version, plain, size),
            }
            written = await ballot_rows.put(self._keyring.engine, row, gate, stands=stands)
            if written or not await self._turned(version):
                return written

    async def _turned(self, version: int) -> bool:
        """Tells whether another process has turned the ratchet: then it is sealed once more."""
        await self._keyring.catch_up()
        return self._keyring.sealer[1] != version


def _votes(ballot: str) -> Any:
    return ring.c.kind == VOTE + ballot


def _any() -> Any:
    return or_(ring.c.kind.in_((KEEPER, GATE)), ring.c.kind.like(f"{VOTE}%"))


def _belongs(row: SealedRow, keepers: Collection[str], ballots: Collection[str]) -> bool:
    if row.kind == KEEPER:
        return row.ref in keepers
    return (row.ref if row.kind == GATE else row.kind.removeprefix(VOTE)) in ballots

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
from datetime import datetime, timedelta
from hashlib import sha256
from random import SystemRandom
from typing import Any, Final, Literal

from sqlalchemy import delete, or_

from storage.crypto.aead import tag_of
from storage.keyring import ballot_rows
from storage.keyring.store import Keyring, new_ref
from storage.keyring.tables import SealedRow, Values, ring

KEEPER: Final = "keeper"
GATE: Final = "gate"
VOTE: Final = "v:"
TALLY: Final = "t:"
FIVES: Final = 5
A_MINUTE: Final = timedelta(minutes=1)
"""No two counts of a round are nearer to each other."""
SIZES: Final[Mapping[str, int]] = {"line": 2048, "page": 8192}
"""Bytes of every answer, whatever is in it: one line, or several questions."""
_KEEPER_BYTES: Final = 256
_KEYS: Final = 20
_chance = SystemRandom()


@dataclass(frozen=True)
class Given:
    """One answer. A name stands with it only in a round that the room chose to hold by name."""

    answer: Mapping[str, str] = field(repr=False)
    name: str = field(default="", repr=False)
    chair: bool = False
    """The chair's own answer."""
    coded: bool = False
    """It was given by a code. The chair knows every code, so it may be the chair's own too."""


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
    coded: bool = False
    """The participant is a code, which others may know too."""
    lasting: bool = False
    """No later answer of this participant's takes its place: whoever else knows a code can't take
    back the "stop" that somebody gave by it."""
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

    async def cast(self, keeper: str, ballot: str, vote: Vote) -> bool:
        """Takes an answer, durably; False once the box is shut. A participant's next one replaces
        it, by the same work and with the same answer, so that trying a code tells nothing.

        Raises TooLongError for an answer that doesn't fit.
        """
        if (key := await self._key(keeper)) is None:
            return False
        tag = tag_of(key, f"{ballot} {'lasting ' * vote.lasting}{vote.participant}")
        body = {
            "who": _mark(key, vote.participant),
            "answer": dict(vote.answer),
            "name": vote.name,
            "coded": vote.coded,
            "lasting": vote.lasting,
        }
        plain = json.dumps(body, ensure_ascii=False).encode(errors="replace")
        taken = await self._put(tag, VOTE + ballot, plain, SIZES[vote.size], gate=ballot)
        if not taken:
            self._keys.pop(keeper, None)
        return taken

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

    async def tally(self, keeper: str, ballot: str, chair: str, now: datetime) -> int:
        """Counts for the chair, in fives, the others who have answered: none with a code, which
        the chair may cast. It is counted once a minute, by whichever process, and the last count
        stands meanwhile: two that are nearer would tell who answered between them.
        """
        if (key := await self._key(keeper)) is None:
            return 0
        ref, kind = tag_of(key, f"tally {ballot}"), TALLY + ballot
        for row in await self._keyring.rows(ring.c.ref == ref, ring.c.kind == kind):
            known = self._open(row)
            if now.timestamp() < known["at"] + A_MINUTE.total_seconds():
                return int(known["count"])
        mark, voices = _mark(key, chair), await self._voices(ballot)
        others = [one for one in voices if not one.get("coded", True) and one["who"] != mark]
        count = len(others) // FIVES * FIVES
        plain = json.dumps({"at": now.timestamp(), "count": count}).encode()
        await self._put(ref, kind, plain, _KEEPER_BYTES, gate=ballot)
        return count

    async def count(self, ballot: str) -> int:
        """Counts those who have answered; nobody is shown this."""
        return len(await self._voices(ballot))

    async def _voices(self, ballot: str) -> list[Any]:
        """Opens one answer of each participant: the one that lasts, where they gave one."""
        voices: dict[str, Any] = {}
        for row in await self._keyring.rows(_votes(ballot)):
            body = self._open(row)
            if body["who"] not in voices or body.get("lasting"):
                voices[body["who"]] = body
        return list(voices.values())

    async def shut(self, keeper: str, ballot: str, chair: str = "") -> CountedRound:
        """Takes no more answers, and reads those there are: which is the chair's, and no more of
        whose they are. Safe to repeat until destroyed."""
        here = ring.c.partnership_id == self._keyring.partnership_id
        async with self._keyring.engine.begin() as connection:
            gate = (ring.c.ref == ballot, ring.c.kind == GATE)
            await connection.execute(delete(ring).where(here, *gate))
        self._keys.pop(keeper, None)
        bodies = await self._voices(ballot)
        _chance.shuffle(bodies)
        people = sha256(" ".join(sorted(str(b["who"]) for b in bodies)).encode()).hexdigest()
        known = await self._keeper(keeper)
        mark = _mark(bytes.fromhex(known["key"]), chair) if known else ""
        return CountedRound(
            ballot,
            keeper,
            tuple(_given(body, mark) for body in bodies),
            known is not None and hmac.compare_digest(str(known["people"]), people),
            people,
        )

    async def destroy_ballots(self, counted: Collection[CountedRound]) -> None:
        """Destroys the answers whose result is stored: not even the keys bring them back."""
        for one in counted:
            if known := await self._keeper(one.keeper):
                await self._write_keeper(one.keeper, known["key"], one.people)
            tally = ring.c.kind == TALLY + one.ballot
            await self._keyring.destroy_where(_votes(one.ballot), tally)

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

    async def _put(self, ref: str, kind: str, plain: bytes, size: int, *, gate: str = "") -> bool:
        """Tells whether it was written: not if the gate is gone."""
        while True:
            identity, version = self._keyring.sealer
            row: Values = {
                "partnership_id": self._keyring.partnership_id,
                "ref": ref,
                "kind": kind,
                "key_version": version,
                "sealed": identity.seal_bytes(ref, kind, version, plain, size),
            }
            written = await ballot_rows.put(self._keyring.engine, row, gate)
            if written or not await self._turned(version):
                return written

    async def _turned(self, version: int) -> bool:
        """Tells whether another process has turned the ratchet: then it is sealed once more."""
        await self._keyring.catch_up()
        return self._keyring.sealer[1] != version


def _mark(key: bytes, participant: str) -> str:
    return tag_of(key, f"who {participant}")


def _given(body: Any, chair: str) -> Given:
    # What an older process took doesn't say whether it was by a code: then it may have been.
    coded = body.get("coded", True)
    return Given(body["answer"], body["name"], body["who"] == chair, coded)


def _votes(ballot: str) -> Any:
    return ring.c.kind == VOTE + ballot


def _any() -> Any:
    of_round = (ring.c.kind.like(f"{kind}%") for kind in (VOTE, TALLY))
    return or_(ring.c.kind.in_((KEEPER, GATE)), *of_round)


def _belongs(row: SealedRow, keepers: Collection[str], ballots: Collection[str]) -> bool:
    if row.kind == KEEPER:
        return row.ref in keepers
    return (row.ref if row.kind == GATE else row.kind[len(VOTE) :]) in ballots

"""Point 2: the whole roster, hashed in every usual way, with every stored value as the key."""

import hashlib
import hmac
from base64 import b32encode, urlsafe_b64encode

import pytest

from tests.privacy.checks import guessed, guessed_with_key
from tests.privacy.guessing import Stored, guesses
from tests.privacy.people import CHALLENGERS, RAISERS, everyone
from tests.privacy.world import Evidence

ANNIE = RAISERS["slack", "anonymous"]


def test_nobody_is_confirmed_by_guessing(evidence: Evidence) -> None:
    tables = {table for table, rows in evidence.looks["afterwards"].main.items() if rows}
    assert {"challenge", "audit"} <= tables
    assert "fared" in {row["kind"] for row in evidence.looks["afterwards"].ring["ring"]}
    assert guessed(evidence, ["open", "closed", "afterwards"], everyone()) == []


def test_nobody_is_confirmed_with_the_key_either(evidence: Evidence) -> None:
    marked = (*RAISERS.values(), *CHALLENGERS.values())
    assert guessed_with_key(evidence, "open", marked) == []


@pytest.mark.parametrize(
    "kept",
    [
        hashlib.sha256(ANNIE.id.encode()).digest(),
        hashlib.md5(ANNIE.bare.encode()).hexdigest(),
        hashlib.sha512(ANNIE.email.encode()).hexdigest()[:20],
        '{"by": "' + urlsafe_b64encode(hashlib.sha1(ANNIE.name.encode()).digest()).decode() + '"}',
        b32encode(hashlib.blake2b(ANNIE.id.encode()).digest()[:15]).decode(),
        int.from_bytes(hashlib.sha256(ANNIE.id.encode()).digest()[:8], "big", signed=True),
        hashlib.sha256(ANNIE.id.encode()).digest()[:5],
        hmac.digest(b"thread-1", ANNIE.id.encode(), "sha256")[:12],
        hashlib.sha256(b"thread-1" + ANNIE.bare.encode()).hexdigest(),
        b"sealed?" + hmac.digest(b"thread-1", ANNIE.email.encode(), "md5"),
    ],
)
def test_guessing_confirms_whom_a_stored_value_gives_away(kept: object) -> None:
    stored = Stored()
    for value in ("thread-1", kept, 17, "picked", b"\x00" * 40):
        stored.add(value)
    assert {hit.split(": ")[0] for hit in guesses(everyone(), stored)} == {str(ANNIE.id)}

"""10,000 return addresses: trying them all for one person, and turning the ratchet."""

import time
from pathlib import Path

from sqlalchemy import insert

from storage.crypto.identity import ReturnAddress
from storage.crypto.keys import Keys
from storage.crypto.secrets_file import create_secret
from storage.engine.database import make_engine
from storage.keyring.store import RETURN, Keyring, new_ref
from storage.keyring.tables import ring

MANY = 10_000
PERSON = "slack:T01TEST:U01SAM"


async def trial_opening_and_turning(folder: Path) -> str:
    """Fills a keyring, measures both, and tells."""
    create_secret(folder / "secret")
    keys = Keys.load(folder / "secret", folder)
    engine = make_engine(f"sqlite+aiosqlite:///{folder / 'keyring.sqlite3'}")
    keyring = Keyring(engine, keys, "anytown")
    await keyring.create()
    sealing = keys.identity("anytown")
    address = ReturnAddress(PERSON, '{"channel":"D01"}', "en", "school", "", "anonymous")
    rows = []
    for ref in (new_ref() for _ in range(MANY)):
        sealed = sealing.seal(ref, RETURN, sealing.newest, address)
        rows.append({"partnership_id": "anytown", "ref": ref, "kind": RETURN,
                     "key_version": sealing.newest, "sealed": sealed})  # fmt: skip
    async with engine.begin() as connection:
        await connection.execute(insert(ring), rows)
    began = time.perf_counter()
    assert len(await keyring.mine(PERSON)) == MANY
    tried = time.perf_counter()
    assert await keyring.rotate() == 0
    turned = time.perf_counter()
    await keyring.close()
    return (
        f"Keyring of {MANY:,} rows: trying all of them for one person {tried - began:.3f} s, "
        f"turning the ratchet {turned - tried:.3f} s"
    )

"""Point 3: what the keyring gives away, with and without its key, at every turn of a thread."""

import pytest

from tests.privacy.checks import SECRET, addresses, in_rows, readable
from tests.privacy.looks import is_sqlite
from tests.privacy.people import CHALLENGERS, HIDDEN_WAYS, KEPT_OPEN, RAISERS, Someone
from tests.privacy.traces import found
from tests.privacy.world import Evidence

STILL_OPEN = sorted([str(KEPT_OPEN.id), str(KEPT_OPEN.id), str(CHALLENGERS["waiting"].id)])
KEPT = str(CHALLENGERS["kept"].id)
"""Closed, and still to be asked how they fared: they chose so, told that it counts as open."""
OPEN = sorted(
    [
        *(str(who.id) for (_, how), who in RAISERS.items() if how != "named"),
        *(str(CHALLENGERS[way].id) for way in HIDDEN_WAYS if way != "receipt"),
        str(KEPT_OPEN.id),
        str(KEPT_OPEN.id),
    ]
)
THREADS = len(RAISERS) + len(CHALLENGERS) + 2


def people(evidence: Evidence, ring: str, keys: str) -> list[str]:
    """Who falls to a thief of this keyring and that key."""
    return sorted(address.person for address in addresses(evidence, ring, keys))


def test_keyring_and_key_give_exactly_the_open_threads_addresses(evidence: Evidence) -> None:
    assert people(evidence, "open", "open") == OPEN


def test_no_name_lies_behind_an_anonymous_concern(evidence: Evidence) -> None:
    named = {a.mode for a in addresses(evidence, "open", "open") if a.name}
    assert named == {"confidence"}


def test_every_thread_has_a_row_whoever_raised_it(evidence: Evidence) -> None:
    seen = evidence.looks["open"]
    refs = {row["return_ref"] for row in seen.main["thread"]}
    assert refs == {row["ref"] for row in seen.ring["ring"]}
    assert len(refs) == THREADS


def test_after_closing_only_open_and_kept_threads_have_an_address(evidence: Evidence) -> None:
    assert people(evidence, "closed", "closed") == sorted([*STILL_OPEN, KEPT])
    assert len(evidence.looks["closed"].ring["ring"]) == len(STILL_OPEN) + 1


def test_after_the_last_question_nothing_leads_back_to_whoever_kept_an_address(
    evidence: Evidence,
) -> None:
    assert people(evidence, "afterwards", "afterwards") == STILL_OPEN
    # Two answers are too few to be counted: they wait in rows of no thread.
    assert evidence.looks["afterwards"].main["afterwards"] == []
    rows = evidence.looks["afterwards"].ring["ring"]
    refs = {row["return_ref"] for row in evidence.looks["afterwards"].main["thread"]}
    assert sorted(str(row["kind"]) for row in rows if row["ref"] not in refs) == ["fared"] * 2


def test_behind_a_receipt_there_is_nobody(evidence: Evidence) -> None:
    # Its row is there, like any other; with the key it opens, and says nothing.
    assert len(evidence.looks["open"].ring["ring"]) == THREADS
    everybody = people(evidence, "open", "open")
    assert str(CHALLENGERS["receipt"].id) not in everybody
    named = sum(how == "named" for _, how in RAISERS) + 1
    assert len(everybody) == THREADS - named - 1


def test_an_old_keyring_copy_opens_nothing_once_the_key_has_turned(evidence: Evidence) -> None:
    assert people(evidence, "open", "rotated") == []
    assert people(evidence, "closed", "rotated") == []
    assert people(evidence, "rotated", "rotated") == sorted([*STILL_OPEN, KEPT])


def test_on_postgresql_closing_turns_the_key_at_once(evidence: Evidence) -> None:
    # Its pages and its journal keep deleted rows; SQLite's files don't, so there the night will do.
    expected = OPEN if is_sqlite(evidence.settings.ring_url) else []
    assert people(evidence, "open", "closed") == expected


def test_the_old_half_of_the_key_is_gone_from_the_folder(evidence: Evidence) -> None:
    live = evidence.settings.keys_folder
    left = {path: path.read_bytes() for path in live.glob("ratchet-*/*")}
    assert len(left) == 1
    old = {path.read_bytes() for path in evidence.keys["open"].rglob("v*.key")}
    assert old
    assert [path for path, raw in left.items() if raw in old] == []


def test_deleted_and_rewrapped_rows_are_gone_from_sqlites_files(on_sqlite: Evidence) -> None:
    raw = b"".join(on_sqlite.disk["keyring"].values())
    seen = {m: [r["sealed"] for r in on_sqlite.looks[m].ring["ring"]] for m in on_sqlite.looks}
    left = seen["afterwards"]
    assert left
    assert all(isinstance(s, bytes) and s[:16] in raw for s in left)
    old = [s for m in ("open", "closed", "rotated") for s in seen[m] if s not in left]
    assert len(old) > len(left)
    assert [s for s in old if isinstance(s, bytes) and s[:16] in raw] == []


def test_what_is_closed_is_gone_from_sqlites_journal_while_it_runs(on_sqlite: Evidence) -> None:
    raw = b"".join(on_sqlite.disk["keyring at closing"].values())
    seen = {m: [r["sealed"] for r in on_sqlite.looks[m].ring["ring"]] for m in ("open", "closed")}
    assert all(isinstance(s, bytes) and s[:16] in raw for s in seen["closed"])
    gone = [s for s in seen["open"] if s not in seen["closed"]]
    assert len(gone) == THREADS - len(STILL_OPEN) - 1
    assert [s for s in gone if isinstance(s, bytes) and s[:16] in raw] == []


def test_a_restored_backup_brings_no_closed_thread_back(evidence: Evidence) -> None:
    before, after = (evidence.looks[m].main for m in ("before the sweep", "restored"))
    assert "closed" not in {row["state"] for row in before["thread"]}
    states = sorted(str(row["state"]) for row in after["thread"])
    assert states == ["closed"] * (THREADS - len(STILL_OPEN)) + ["open"] * len(STILL_OPEN)
    assert people(evidence, "restored", "afterwards") == STILL_OPEN


def test_the_text_of_a_closed_thread_cannot_be_read_from_a_restored_backup(
    evidence: Evidence,
) -> None:
    open_now = {r["id"] for r in evidence.looks["restored"].main["thread"] if r["state"] == "open"}
    assert len(readable(evidence, "before the sweep")) == THREADS
    assert set(readable(evidence, "restored")) == open_now
    if is_sqlite(evidence.settings.main_url):
        raw = b"".join(evidence.disk["restored"].values())
        gone = [
            row["wrapped"]
            for row in evidence.looks["before the sweep"].main["thread_key"]
            if row["thread_id"] not in open_now
        ]
        assert [wrapped for wrapped in gone if isinstance(wrapped, bytes) and wrapped in raw] == []


@pytest.mark.parametrize("who", [*(w for (_, how), w in RAISERS.items() if how != "named"),
                                 *(CHALLENGERS[way] for way in HIDDEN_WAYS)],
                         ids=lambda who: who.key)  # fmt: skip
def test_what_was_said_opened_with_the_key_says_nothing_of_who(
    evidence: Evidence, who: Someone
) -> None:
    said = {t: text.encode() for t, text in readable(evidence, "open").items()}
    assert any(b"nobody kept notes" in text for text in said.values())
    assert any(b"Two visits" in text for text in said.values())
    assert found(who.marks, said) == []


def test_the_secret_is_in_no_store(evidence: Evidence) -> None:
    secret = (evidence.keys["open"] / SECRET).read_text().strip()
    raw = {n: b for moment in evidence.disk.values() for n, b in moment.items()}
    assert found((secret,), raw) == []
    assert in_rows(evidence, KEPT_OPEN, "ring") == []
